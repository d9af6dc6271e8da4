package compare

import (
	"slices"

	"fyne.io/fyne/v2"

	"jianbao/review/diff"
	"jianbao/review/diffview"
)

// row is one line of the list of changes: a change, or the fold that stands for
// all changes of punctuation.
type row struct {
	change int // or fold
	folded int // how many changes the fold stands for
}

// listed is the list of changes that pass the filter: critical ones first, those
// of punctuation at the end behind one line, each in reading order.
func (s *Screen) listed() []row {
	var first, rows, marks []row
	for i, c := range s.state.view.Changes {
		switch {
		case !s.lists(i):
		case c.Critical:
			first = append(first, row{change: i})
		case c.Class == diff.ClassPunctuation:
			marks = append(marks, row{change: i})
		default:
			rows = append(rows, row{change: i})
		}
	}
	rows = append(first, rows...)
	if len(marks) == 0 || s.filter.kind == punctuation {
		return append(rows, marks...)
	}
	rows = append(rows, row{change: fold, folded: len(marks)})
	if s.unfolded {
		rows = append(rows, marks...)
	}
	return rows
}

// folded lists the changes behind the fold.
func (s *Screen) folded() []int {
	var list []int
	for i, c := range s.state.view.Changes {
		if s.lists(i) && !c.Critical && c.Class == diff.ClassPunctuation {
			list = append(list, i)
		}
	}
	return list
}

// setUnfolded lists the changes of punctuation one by one, or folds them.
func (s *Screen) setUnfolded(unfolded bool) {
	s.unfolded = unfolded
	s.rows = s.listed()
	s.list.Refresh()
}

// rowOf returns the line of a change in the list, or none.
func (s *Screen) rowOf(change int) int {
	for i, r := range s.rows {
		if r.change == change && change != none {
			return i
		}
	}
	return none
}

func (s *Screen) next()     { s.move(1) }
func (s *Screen) previous() { s.move(-1) }

// move goes to the next or previous change of the list, and round at its ends.
func (s *Screen) move(by int) {
	n, at := len(s.rows), s.rowOf(s.current)
	if at == none && by < 0 {
		at = 0
	}
	if n > 0 {
		s.choose(s.rows[(at+by+n)%n].change)
	}
}

// nextUndecided goes to the next change that nobody has decided about.
func (s *Screen) nextUndecided() {
	at := s.rowOf(s.current)
	for k := 1; k <= len(s.rows); k++ {
		r := s.rows[(at+k)%len(s.rows)]
		if s.isOpenRow(r) {
			s.choose(r.change)
			return
		}
	}
}

// isOpenRow reports whether a line wants something of this person. What is
// listed one by one is not asked for as a whole too.
func (s *Screen) isOpenRow(r row) bool {
	if r.change == fold {
		return !s.unfolded && slices.ContainsFunc(s.folded(), s.isOpen)
	}
	return s.isOpen(r.change)
}

// choose makes a change the current one, in the list and in the text; of the
// fold, the first behind it is shown in the text.
func (s *Screen) choose(change int) {
	s.current = change
	if change == fold {
		change = s.folded()[0]
	}
	s.view.Choose(change)
	s.showCurrent()
}

// chosenInText follows a click on a mark.
func (s *Screen) chosenInText(change int) {
	s.current = change
	if s.rowOf(change) == none {
		s.filter = filter{}
		s.setUnfolded(true)
		s.paintLeft()
	}
	s.showCurrent()
}

func (s *Screen) showCurrent() {
	s.list.Refresh()
	if at := s.rowOf(s.current); at != none {
		s.list.ScrollTo(at)
	}
}

func (s *Screen) setMode(m diffview.Mode) {
	s.view.SetMode(m)
	s.paintTools()
}

// copy puts the selected text, or the current change, on the clipboard with its
// marks as text.
func (s *Screen) copy() {
	if text := s.view.Copied(); text != "" {
		fyne.CurrentApp().Clipboard().SetContent(text)
	}
}

// figures are the characters put in and taken out, and what moved.
func (s *Screen) figures() string {
	f := s.state.view.Figures()
	return s.t("compare.figures", "put", f.Inserted, "taken", f.Deleted, "moved", f.Moved) + "      " + s.t("compare.keys")
}
