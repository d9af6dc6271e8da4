package compose

// Selected is the text selected where one writes.
func (s *Screen) Selected() string {
	if view := s.page.bodies[s.page.focus.Article]; view != nil {
		return view.SelectedText()
	}
	return ""
}
