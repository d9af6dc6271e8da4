package paper

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Cursor implements desktop.Cursorable.
func (f *Field) Cursor() desktop.Cursor { return desktop.TextCursor }

// MouseDown implements desktop.Mouseable.
func (f *Field) MouseDown(e *desktop.MouseEvent) {
	if e.Button == desktop.MouseButtonPrimary {
		f.buffer.moveTo(f.positionAt(e.Position), f.shift)
	}
	if c := f.canvas(); c != nil {
		c.Focus(f)
	}
	f.moved()
}

// MouseUp implements desktop.Mouseable.
func (f *Field) MouseUp(*desktop.MouseEvent) {}

// Dragged implements fyne.Draggable.
func (f *Field) Dragged(e *fyne.DragEvent) {
	f.buffer.moveTo(f.positionAt(e.Position), true)
	f.moved()
}

// DragEnd implements fyne.Draggable.
func (f *Field) DragEnd() {}

// DoubleTapped implements fyne.DoubleTappable: it selects up to the next marks.
func (f *Field) DoubleTapped(e *fyne.PointEvent) {
	f.Select(f.buffer.clauseAt(f.positionAt(e.Position)))
}
