package screentest

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/command"
	"jianbao/app/element"
	"jianbao/app/preview"
)

// Screen is what a test needs of one.
type Screen interface {
	Content() fyne.CanvasObject
	Commands() command.List
	Show()
}

// Open shows a screen in the window, which is 1366×768.
func (o *Office) Open(s Screen) {
	o.window.SetContent(s.Content())
	o.window.Resize(fyne.NewSize(1366, 768))
	s.Show()
}

// Run carries a command out as its key would; the test ends if it cannot be done
// or fails.
func (o *Office) Run(s Screen, id command.ID) {
	o.Helper()
	if why := o.Reason(s, id); why != "" {
		o.Fatalf("%s cannot be done: %s", id, why)
	}
	failures := len(o.Failed)
	c, _ := s.Commands().Find(id)
	c.Do()
	if len(o.Failed) > failures {
		o.Fatalf("%s failed: %v", id, o.Failed[failures:])
	}
}

// Reason is why a command cannot be done now, or "".
func (o *Office) Reason(s Screen, id command.ID) string {
	o.Helper()
	c, ok := s.Commands().Find(id)
	if !ok {
		o.Fatalf("no command %s", id)
	}
	return c.Reason()
}

// Top is what the user has to do with now: the dialog in front, or the screen.
func Top(c fyne.Canvas) fyne.CanvasObject {
	if overlay := c.Overlays().Top(); overlay != nil {
		return overlay
	}
	return c.Content()
}

// Reads is all the text that an object shows, a line for each piece.
func Reads(o fyne.CanvasObject) string {
	var said []string
	walk(o, func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *canvas.Text:
			said = append(said, o.Text)
		case *widget.RichText:
			said = append(said, o.String())
		case *element.Prose:
			said = append(said, o.Text)
		case *preview.Sheet:
			said = append(said, o.Text())
		}
	})
	return strings.Join(slices.DeleteFunc(said, func(s string) bool { return s == "" }), "\n")
}

// Says reports whether the screen or dialog in front shows every one of these
// texts, and complains about those it does not.
func (o *Office) Says(texts ...string) {
	o.Helper()
	have := Reads(Top(o.window.Canvas()))
	for _, text := range texts {
		if !strings.Contains(have, text) {
			o.Errorf("the window does not say %q but\n%s", text, have)
		}
	}
}

// Hides is Says the other way round.
func (o *Office) Hides(texts ...string) {
	o.Helper()
	have := Reads(Top(o.window.Canvas()))
	for _, text := range texts {
		if strings.Contains(have, text) {
			o.Errorf("the window says %q", text)
		}
	}
}

// Tap clicks the smallest thing in front that takes a click and says this text.
func (o *Office) Tap(text string) {
	o.Helper()
	if !Tap(o.window.Canvas(), text) {
		o.Fatalf("nothing to click that says %q in\n%s", text, Reads(Top(o.window.Canvas())))
	}
}

// Tap clicks the smallest thing in front that takes a click and says this text,
// and reports whether there is one. What is disabled takes none.
func Tap(c fyne.Canvas, text string) bool {
	var found fyne.Tappable
	for _, t := range Within[fyne.Tappable](Top(c)) {
		if able, ok := t.(fyne.Disableable); ok && able.Disabled() {
			continue
		}
		if strings.Contains(Reads(t.(fyne.CanvasObject)), text) {
			found = t // children come after their parents
		}
	}
	if found != nil {
		test.Tap(found)
	}
	return found != nil
}

// Fill types into the entries in front, in the order they stand.
func (o *Office) Fill(texts ...string) {
	o.Helper()
	entries := Within[entry](Top(o.window.Canvas()))
	if len(entries) < len(texts) {
		o.Fatalf("%d entries, want %d", len(entries), len(texts))
	}
	for i, text := range texts {
		entries[i].SetText(text)
	}
}

// entry is what one types into.
type entry interface {
	fyne.Focusable
	SetText(string)
	Undo()
}

// Within returns everything of a kind that an object shows, parents first.
func Within[T any](o fyne.CanvasObject) []T {
	var found []T
	walk(o, func(o fyne.CanvasObject) {
		if t, ok := o.(T); ok {
			found = append(found, t)
		}
	})
	return found
}

// walk visits what is visible.
func walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	visit(o)
	for _, child := range children(o) {
		walk(child, visit)
	}
}

func children(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *widget.RichText, *element.Prose:
		return nil
	case *fyne.Container:
		return o.Objects
	case *container.Scroll:
		return []fyne.CanvasObject{o.Content}
	case fyne.Widget:
		return test.WidgetRenderer(o).Objects()
	}
	return nil
}
