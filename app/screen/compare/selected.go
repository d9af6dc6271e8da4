package compare

import "jianbao/app/screen/mistake"

// Selected is the text selected among the changes.
func (s *Screen) Selected() string {
	at, ok := s.view.Selection()
	if !ok {
		return ""
	}
	return at.Quote
}

// addMistake enters a slip that was found in the final text, beginning with the
// words selected.
func (s *Screen) addMistake() {
	mistake.Ask(s.shell, s.id, s.Selected(), func() { s.reload(func() {}) })
}
