package apptest

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"jianbao/app/apptest/scene"
)

// Click clicks the button, link, field or other object that says text, when it can be clicked.
func (j *Journey) Click(text string) {
	j.t.Helper()
	j.click(fmt.Sprintf("something to click that says %q", text), func(s scene.Scene) (scene.Object, bool) { return s.Saying(text) })
}

// ClickNamed clicks the object that the program has given a name by probe.Name.
func (j *Journey) ClickNamed(name string) {
	j.t.Helper()
	j.click("an object named "+name, func(s scene.Scene) (scene.Object, bool) { return s.Named(name) })
}

// ClickField clicks into the field that a label stands before or above.
func (j *Journey) ClickField(label string) {
	j.t.Helper()
	j.click("a field labelled "+label, func(s scene.Scene) (scene.Object, bool) { return s.Field(label) })
}

// Fill replaces what is in a labelled field by text, typed on a plain keyboard.
func (j *Journey) Fill(label, text string) {
	j.t.Helper()
	j.ClickField(label)
	j.wait("the field "+label+" to have the focus", func(s scene.Scene) bool { f, _ := s.Field(label); return f.Focused })
	j.Key("ctrl+a", "Delete")
	j.WaitFocused("")
	if text != "" {
		j.Type(text)
	}
}

// Type types text, which a plain keyboard must be able to write, and waits until the focused object has it.
func (j *Journey) Type(text string) {
	j.t.Helper()
	if strings.ContainsFunc(text, func(r rune) bool { return r > unicode.MaxASCII }) {
		j.t.Fatalf("%q cannot be typed on a plain keyboard: use TypeChinese", text)
	}
	j.writes(text, func() { j.xdotool("type", "--delay", "15", text) })
}

// TypeChinese switches the input method on, types keys, chooses a candidate, and waits until the focused
// object has want. A digit at the end of keys chooses that candidate; without one it is the first.
func (j *Journey) TypeChinese(keys, want string) {
	j.t.Helper()
	j.use(pinyin)
	j.writes(want, func() {
		j.Compose(keys)
		if last, _ := utf8.DecodeLastRuneInString(keys); !unicode.IsDigit(last) {
			j.Key("space")
		}
	})
	j.use(plainKeyboard)
}

// Compose types keys to the Chinese input method without choosing a candidate, and leaves it on.
func (j *Journey) Compose(keys string) {
	j.t.Helper()
	j.use(pinyin)
	j.xdotool("type", "--delay", "15", keys)
}

// WaitCandidates waits until the input method's candidate window stands on the screen and returns its place,
// in pixels from the upper left corner of the program's window.
func (j *Journey) WaitCandidates() scene.Rect {
	j.t.Helper()
	window := j.display.place(strconv.FormatUint(j.look().Window, 10))
	var box scene.Rect
	if !until(func() bool { box = j.display.candidates(); return box.W > 1 }) {
		j.fail("the candidate window", j.look())
	}
	return scene.Rect{X: box.X - window.X, Y: box.Y - window.Y, W: box.W, H: box.H}
}

// Key presses keys one after another, each as xdotool names it: ctrl+s, Return, BackSpace.
func (j *Journey) Key(keys ...string) {
	j.t.Helper()
	j.xdotool(append([]string{"key", "--delay", "15"}, keys...)...)
	j.settle()
}

// See fails the test unless text can be read on the screen within the time that a word may wait.
func (j *Journey) See(text string) {
	j.t.Helper()
	j.wait(fmt.Sprintf("%q to be seen", text), func(s scene.Scene) bool { return s.Shows(text) })
}

// Gone waits until text cannot be read on the screen.
func (j *Journey) Gone(text string) {
	j.t.Helper()
	j.wait(fmt.Sprintf("%q to be gone", text), func(s scene.Scene) bool { return !s.Shows(text) })
}

// WaitFocused waits until the focused object's text is exactly text.
func (j *Journey) WaitFocused(text string) {
	j.t.Helper()
	j.wait(fmt.Sprintf("the focused object to hold %q", text), func(s scene.Scene) bool {
		o, ok := s.Focused()
		return ok && o.Text == text
	})
}

// writes does what should add text to the focused object and waits until it is there.
func (j *Journey) writes(text string, do func()) {
	j.t.Helper()
	before, ok := j.look().Focused()
	if !ok {
		j.fail("something to write in", j.look())
	}
	do()
	j.wait(fmt.Sprintf("%q to be added to %q", text, before.Text), func(s scene.Scene) bool {
		o, ok := s.Focused()
		return !ok || strings.Count(o.Text, text) > strings.Count(before.Text, text)
	})
}

// click waits until find finds an enabled object that stands still, brings it into view and clicks it.
func (j *Journey) click(what string, find func(scene.Scene) (scene.Object, bool)) {
	j.t.Helper()
	var target scene.Object
	s := j.wait(what, func(s scene.Scene) bool {
		o, ok := find(s)
		still := ok && !o.Disabled && o.Area == target.Area
		target = o
		if still && !o.Reachable() {
			j.scrollTo(s, o)
			return false
		}
		return still
	})
	x, y := target.Shown.Centre()
	j.point(s, x, y)
	j.xdotool("click", "1")
	j.settle()
}

// scrollTo turns the mouse wheel in the scroller that hides o, towards o and not beyond it.
func (j *Journey) scrollTo(s scene.Scene, o scene.Object) {
	j.t.Helper()
	x, y := o.View.Centre()
	j.point(s, x, y)
	const up, down = "4", "5"
	const notch = 40 // pixels; no notch of the wheel goes farther
	wheel, gap := down, o.Area.Y+o.Area.H-(o.View.Y+o.View.H)
	if o.Area.Y < o.View.Y {
		wheel, gap = up, o.View.Y-o.Area.Y
	}
	j.xdotool("click", "--repeat", strconv.Itoa(max(1, gap/notch)), "--delay", "5", wheel)
}

// point moves the mouse to a point of the window.
func (j *Journey) point(s scene.Scene, x, y int) {
	j.t.Helper()
	j.xdotool("mousemove", "--window", strconv.FormatUint(s.Window, 10), strconv.Itoa(x), strconv.Itoa(y))
}

// use makes the named input method listen to the keys that follow.
func (j *Journey) use(method string) {
	j.t.Helper()
	j.display.use(j.t, method)
}

func (j *Journey) xdotool(args ...string) {
	j.t.Helper()
	if _, err := j.display.run("xdotool", args...); err != nil {
		j.t.Fatal(err)
	}
}

// focusedText returns the text of what has the focus, as soon as something has.
func (j *Journey) focusedText() string {
	j.t.Helper()
	s := j.wait("something to have the focus", func(s scene.Scene) bool { _, ok := s.Focused(); return ok })
	o, _ := s.Focused()
	return o.Text
}
