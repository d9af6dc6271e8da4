//go:build e2e

package apptest

import (
	"testing"

	"jianbao/app/apptest/scene"
)

// TestComposingOnThePage writes 你好 into the middle of a long text, scrolled, at three sizes. The keys of
// composing touch nothing that stands there, and the candidates stand within a line of the caret.
func TestComposingOnThePage(t *testing.T) {
	p := openPage(t, 10_000)
	for _, zoom := range []string{"ctrl+0", "ctrl+equal", "ctrl+minus"} {
		p.Key(zoom, "Page_Down", "Page_Down", "Up", "Right", "Right")
		before := p.focusedText()
		for _, key := range []string{"BackSpace", "Delete", "Left", "Right", "Up", "Down", "Home", "End"} {
			p.Compose("nihao")
			p.candidatesAtCaret(t, zoom)
			p.Key(key, "Escape")
			p.WaitFocused(before)
		}
		p.Compose("nihao")
		p.WaitCandidates()
		p.Shot("candidates")
		p.writes("你好", func() { p.Key("space") })
		p.enterTakesLetters("ab")
		if more := len(p.focusedText()) - len(before); more != len("你好ab") {
			t.Errorf("%s: the body is %d bytes longer", zoom, more)
		}
	}
}

// enterTakesLetters composes letters and takes them as they are with Enter, which begins no paragraph.
func (p page) enterTakesLetters(letters string) {
	p.t.Helper()
	p.Compose(letters)
	p.WaitCandidates()
	p.writes(letters, func() { p.Key("Return") })
	p.use(plainKeyboard)
}

// candidatesAtCaret fails the test unless the candidate window is within one line of the caret.
func (p page) candidatesAtCaret(t *testing.T, when string) {
	t.Helper()
	box := p.WaitCandidates()
	o, ok := p.look().Focused()
	if !ok || o.Caret.Empty() {
		t.Fatalf("%s: no caret to be seen", when)
	}
	across, down := gap(box.X, box.W, o.Caret.X, o.Caret.W), gap(box.Y, box.H, o.Caret.Y, o.Caret.H)
	t.Logf("%s: candidates %d across and %d down from the caret, whose line is %d high", when, across, down, o.Caret.H)
	if across > o.Caret.H || down > o.Caret.H {
		t.Errorf("%s: candidates at %+v, caret at %+v", when, box, o.Caret)
	}
}

// gap is how far two stretches are apart; 0 where they touch.
func gap(a, aLong, b, bLong int) int { return max(0, a-(b+bLong), b-(a+aLong)) }

// TestComposingInADialog tries a field of Fyne's own in a dialog of the program: the keys of composing touch
// nothing that was typed there.
func TestComposingInADialog(t *testing.T) {
	p := openPage(t, 300)
	p.Key("shift+Right", "shift+Right", "ctrl+m")
	p.wait("the field of the dialog", func(s scene.Scene) bool { o, ok := s.Focused(); return ok && o.Layer > 0 })
	p.Type("abcd")
	p.Key("Left", "Left")
	for _, key := range []string{"BackSpace", "Left", "Delete"} {
		p.Compose("nihao")
		p.WaitCandidates()
		p.Key(key, "Escape")
		p.WaitFocused("abcd")
	}
	p.TypeChinese("nihao", "你好")
	p.WaitFocused("ab你好cd")
	p.enterTakesLetters("xy")
	p.WaitFocused("ab你好xycd")
	p.Shot("dialog")
}
