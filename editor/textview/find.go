package textview

import (
	"slices"

	"jianbao/editor/buffer"
)

// Finder finds a pattern in a view, letter for letter, shows all its matches
// as marks and goes from one to the next. It follows what is written.
type Finder struct {
	view    *View
	pattern string
	matches []buffer.Span
	stale   bool
	cancel  func()
}

// NewFinder returns a finder that finds nothing yet. Close it when the search
// is over, and before the view gets another text; a view has one at a time.
func NewFinder(v *View) *Finder {
	f := &Finder{view: v}
	f.cancel = v.Buffer().Observe(f.follow)
	return f
}

// Close takes the marks away.
func (f *Finder) Close() {
	f.cancel()
	f.pattern = ""
	f.find()
}

// SetPattern looks for another pattern; an empty one is found nowhere.
func (f *Finder) SetPattern(pattern string) {
	f.pattern = pattern
	f.find()
}

// Count returns how many matches there are and which of them, from 1, is
// selected; 0 means none is.
func (f *Finder) Count() (current, all int) {
	f.refresh()
	return f.current() + 1, len(f.matches)
}

// current is the index of the match that is selected, or -1.
func (f *Finder) current() int {
	return slices.Index(f.matches, f.view.cursor.Span())
}

// Next selects the first match behind the caret, or from the beginning if
// there is none. It reports whether there is any match.
func (f *Finder) Next() bool {
	f.refresh()
	if len(f.matches) == 0 {
		return false
	}
	from := f.view.cursor.Span().To
	f.show(f.matches[f.first(from)%len(f.matches)])
	return true
}

// Previous selects the last match before the caret, or from the end.
func (f *Finder) Previous() bool {
	f.refresh()
	n := len(f.matches)
	if n == 0 {
		return false
	}
	from := f.view.cursor.Span().From
	f.show(f.matches[(f.first(from)+n-1)%n])
	return true
}

// Has reports whether a match lies behind what is selected, or, where by is
// less than nothing, before it.
func (f *Finder) Has(by int) bool {
	f.refresh()
	s := f.view.cursor.Span()
	if by < 0 {
		return f.first(s.From) > 0
	}
	return f.first(s.To) < len(f.matches)
}

// first returns the index of the first match that begins at p or behind it.
func (f *Finder) first(p buffer.Position) int {
	i, _ := slices.BinarySearchFunc(f.matches, p, func(s buffer.Span, p buffer.Position) int { return s.From.Compare(p) })
	return i
}

// Replace puts text in the place of the selected match and goes to the next
// one. Where no match is selected it only goes to the next. It reports whether
// it replaced.
func (f *Finder) Replace(with string) bool {
	f.refresh()
	is := f.current() >= 0 && !f.view.ReadOnly
	if is {
		f.view.replace(buffer.Command, f.view.cursor.Span(), with)
	}
	f.Next()
	return is
}

// ReplaceAll replaces all matches as one step that can be undone, and returns
// how many there were.
func (f *Finder) ReplaceAll(with string) (int, error) {
	f.refresh()
	if f.view.ReadOnly {
		return 0, nil
	}
	edits := make([]buffer.Edit, len(f.matches))
	for i, m := range f.matches {
		edits[i] = buffer.Replace(m, with)
	}
	return len(edits), f.view.Apply(buffer.Command, edits...)
}

// follow hears of each change of the text.
func (f *Finder) follow(buffer.Change) {
	if !f.stale && f.pattern != "" {
		f.stale = true
		f.view.clock.later(f.refresh)
	}
}

// refresh brings the matches up to date with the text.
func (f *Finder) refresh() {
	f.view.Flush()
	if f.stale {
		f.find()
	}
}

func (f *Finder) find() {
	f.stale = false
	f.matches = f.view.Buffer().Find(f.pattern)
	marks := make([]Mark, len(f.matches))
	for i, m := range f.matches {
		marks[i].Span = m
	}
	f.view.SetMarks(SearchHit, marks)
	f.view.SetMarks(CurrentHit, nil)
}

// show selects a match. It is marked too, since what is selected does not show
// while the focus is elsewhere.
func (f *Finder) show(match buffer.Span) {
	f.view.Select(buffer.Selection{From: match.From, Caret: match.To})
	f.view.SetMarks(CurrentHit, []Mark{{Span: match}})
}
