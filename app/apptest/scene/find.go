package scene

import (
	"fmt"
	"strings"
)

// front returns the objects that can be reached: those of the topmost overlay, or of the content where
// there is none.
func (s Scene) front() []Object {
	top := 0
	for _, o := range s.Objects {
		top = max(top, o.Layer)
	}
	var reach []Object
	for _, o := range s.Objects {
		if o.Layer == top {
			reach = append(reach, o)
		}
	}
	return reach
}

// Saying finds the object to click for a text: one that says exactly that before one that contains it, and
// one that takes a click before one that only shows it.
func (s Scene) Saying(text string) (Object, bool) {
	tests := []func(Object) bool{
		func(o Object) bool { return o.Text == text && o.Tappable },
		func(o Object) bool { return o.Text == text },
		func(o Object) bool { return strings.Contains(o.Text, text) && o.Tappable },
		func(o Object) bool { return strings.Contains(o.Text, text) },
	}
	for _, test := range tests {
		for _, o := range s.front() {
			if test(o) {
				return o, true
			}
		}
	}
	return Object{}, false
}

// Named finds the object that was given a name.
func (s Scene) Named(name string) (Object, bool) {
	for _, o := range s.front() {
		if o.Name == name {
			return o, true
		}
	}
	return Object{}, false
}

// Field finds the object to write in that a label speaks of: the nearest one to the right of the label on
// its line, else the nearest one below it.
func (s Scene) Field(label string) (field Object, found bool) {
	var nearest int
	for _, l := range s.front() {
		if l.Text != label || l.Takes {
			continue
		}
		for _, o := range s.front() {
			away, ok := distance(l.Area, o.Area)
			if ok && o.Takes && (!found || away < nearest) {
				field, nearest, found = o, away, true
			}
		}
	}
	return field, found
}

// distance tells how far a field is from its label. It reports false where it stands neither to the right
// nor below.
func distance(label, field Rect) (int, bool) {
	const line = 10000 // farther than anything on the label's own line
	_, middle := label.Centre()
	if middle >= field.Y && middle < field.Y+field.H && field.X >= label.X+label.W {
		return field.X - label.X, true
	}
	if field.Y >= label.Y+label.H && field.X < label.X+label.W && field.X+field.W > label.X {
		return line + field.Y - label.Y, true
	}
	return 0, false
}

// Focused finds the object that has the focus.
func (s Scene) Focused() (Object, bool) {
	for _, o := range s.Objects {
		if o.Focused {
			return o, true
		}
	}
	return Object{}, false
}

// Shows tells whether text can be read, in whole or as a part of something longer.
func (s Scene) Shows(text string) bool {
	for _, o := range s.Objects {
		if strings.Contains(o.Text, text) && !o.Shown.Empty() {
			return true
		}
	}
	return false
}

// Reachable tells whether enough of o is in view to be clicked without doubt.
func (o Object) Reachable() bool {
	const enough = 16 // pixels
	return o.Shown.W >= min(o.Area.W, enough) && o.Shown.H >= min(o.Area.H, enough)
}

// String lists what is on the screen, one object a line, and how many objects are scrolled out of view.
func (s Scene) String() string {
	var b strings.Builder
	hidden := 0
	for _, o := range s.Objects {
		if o.Shown.Empty() {
			hidden++
			continue
		}
		fmt.Fprintf(&b, "  %d %-24s %4d,%-4d %4dx%-4d %q%s\n", o.Layer, o.Kind, o.Shown.X, o.Shown.Y, o.Shown.W, o.Shown.H, o.Text, o.remarks())
	}
	fmt.Fprintf(&b, "  and %d objects out of view\n", hidden)
	return b.String()
}

// remarks says what is special about o.
func (o Object) remarks() (text string) {
	if o.Name != "" {
		text += " #" + o.Name
	}
	if o.Focused {
		text += " focused"
	}
	if o.Disabled {
		text += " disabled"
	}
	return text
}
