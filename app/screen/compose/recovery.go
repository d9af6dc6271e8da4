package compose

import (
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"

	"jianbao/app/element"
	jtheme "jianbao/app/theme"
	"jianbao/review"
)

// Recover returns the screen for a draft that was written on when the program
// ended without being closed: once Show has filled it, it shows what was kept
// against the newest revision and asks whether to go on with it.
func Recover(shell Shell, id review.DraftID) *Screen {
	s := New(shell, id)
	s.recovering = true
	return s
}

// askRecovered shows what was recovered. Both answers keep it: on the page, or
// as a revision aside.
func (s *Screen) askRecovered(mine review.Working) {
	say := speech{s.shell.Words()}
	list, count := s.changeList(say, s.file.Head.Text, s.text.text)
	why := element.NewNote(say.t("compose.recovered.text", "at", when(mine.At), "seq", s.file.Head.Seq), jtheme.ColorInk)
	dialog.ShowCustomConfirm(say.t("compose.recovered.title", "count", count), say.t("compose.recovered.keep"), say.t("compose.recovered.aside"),
		container.NewBorder(why, nil, nil, nil, list), func(keep bool) {
			if !keep {
				s.discard()
			}
		}, s.shell.Window())
}
