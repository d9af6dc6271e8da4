package textview

import (
	"strings"
	"time"
	"unicode/utf8"

	"jianbao/editor/buffer"
)

// input is what was typed and is not yet in the text, and what is known of the
// keys that are held.
type input struct {
	typed  []rune
	since  time.Time // when the first of typed came
	shift  bool
	stale  bool // others have changed the text and catchUp is on its way
	helped bool // the last edit was the help of a typed mark
}

// patience is how long typed runes may wait for the end of their turn: while
// keys come faster than they can be dealt with, a turn has no end.
const patience = 100 * time.Millisecond

// TypedRune implements fyne.Focusable. The runes that an input method commits
// come one by one in one turn of the event loop and are one edit.
func (v *View) TypedRune(r rune) {
	if v.ReadOnly || r == 0 || r == '\r' || r == '\n' || !utf8.ValidRune(r) {
		return
	}
	v.input.typed = append(v.input.typed, r)
	switch now := v.clock.now(); {
	case len(v.input.typed) == 1:
		v.input.since = now
		v.clock.later(v.Flush)
	case now.Sub(v.input.since) > patience:
		v.Flush()
	}
}

// Flush puts what was typed into the text.
func (v *View) Flush() {
	typed := string(v.input.typed)
	v.input.typed = v.input.typed[:0]
	switch {
	case typed == "":
	case !ascii(typed):
		v.insert(typed)
	case v.Literal || !strings.ContainsAny(typed, helpedMarks):
		v.replace(buffer.Typing, v.cursor.Span(), typed)
	default:
		for _, r := range typed {
			v.typeHelped(r)
		}
	}
}

// insert takes in what is not typed on a plain keyboard: a single character
// goes on with a run of typing, several are one commit of an input method.
func (v *View) insert(text string) {
	kind := buffer.Typing
	if utf8.RuneCountInString(text) > 1 {
		kind = buffer.Composition
	}
	v.replace(kind, v.cursor.Span(), text)
}

// typeHelped types one character, and then, as a step that can be undone by
// itself, puts what Chinese text wants in its place.
func (v *View) typeHelped(r rune) {
	v.replace(buffer.Typing, v.cursor.Span(), string(r))
	after := v.cursor.Caret
	s := buffer.Span{From: v.text.Previous(after), To: after}
	if help := helpFor(v.text, s, r); help != r {
		v.replace(buffer.Command, s, string(help))
		v.input.helped = true
	}
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// enter begins a paragraph, or goes to the next field.
func (v *View) enter() {
	if !v.OneLine {
		v.replace(buffer.Command, v.cursor.Span(), "\n")
		return
	}
	if c := v.canvas(); c != nil {
		c.FocusNext()
	}
}

// backspace undoes only the help if that was the last thing that happened.
func (v *View) backspace(there func(buffer.Position) buffer.Position) {
	if v.input.helped && v.cursor.Span().Empty() {
		v.Undo()
		return
	}
	v.erase(there)
}
