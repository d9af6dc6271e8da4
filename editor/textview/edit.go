package textview

import (
	"fyne.io/fyne/v2"

	"jianbao/editor/buffer"
)

// Apply makes edits as one step of the history, as buffer.Buffer.Apply does,
// and sets the caret behind the last. It is for commands of the program, and
// works where the view is read-only too.
func (v *View) Apply(kind buffer.Kind, edits ...buffer.Edit) error {
	v.Flush()
	return v.apply(kind, edits...)
}

func (v *View) apply(kind buffer.Kind, edits ...buffer.Edit) error {
	height := v.geometry.height()
	v.editing = true
	inverse, err := v.text.Apply(buffer.Action{Kind: kind, At: v.clock.now(), Before: v.cursor.Selection}, edits...)
	v.editing = false
	if err != nil || len(inverse) == 0 {
		return err
	}
	v.cursor.choose(buffer.At(inverse[len(inverse)-1].End))
	v.edited(height)
	return nil
}

// edited shows a changed text that was so high before, and says so.
func (v *View) edited(height float32) {
	v.grown(height)
	v.moved()
	if v.OnChanged != nil {
		v.OnChanged()
	}
}

// grown says that the height is no longer what it was, if that is so.
func (v *View) grown(from float32) {
	if v.OnHeight != nil && v.geometry.height() != from {
		v.OnHeight()
	}
}

// follow hears of each change of the text.
func (v *View) follow(c buffer.Change) {
	v.geometry.follow(c)
	v.input.helped = false
	if v.editing {
		return
	}
	v.cursor.follow(c)
	if !v.input.stale {
		v.input.stale = true
		v.clock.later(v.catchUp)
	}
}

// catchUp shows what others have changed.
func (v *View) catchUp() {
	v.input.stale = false
	v.grown(-1)
	v.repaint()
	if v.OnChanged != nil {
		v.OnChanged()
	}
}

// replace puts text in the place of a span, unless the view is read-only.
func (v *View) replace(kind buffer.Kind, s buffer.Span, text string) {
	if v.ReadOnly || s.Empty() && text == "" {
		return
	}
	if err := v.apply(kind, buffer.Replace(s, text)); err != nil {
		fyne.LogError("textview: an edit was refused", err)
	}
}

// Undo takes the last thought back and reports whether there was one.
func (v *View) Undo() bool { return v.travel((*buffer.Buffer).Undo) }

// Redo does again what the last Undo took back.
func (v *View) Redo() bool { return v.travel((*buffer.Buffer).Redo) }

// undoKey does what Ctrl+Z does.
func (v *View) undoKey() {
	if v.OnUndo != nil {
		v.OnUndo()
		return
	}
	v.Undo()
}

// redoKey does what Ctrl+Y does.
func (v *View) redoKey() {
	if v.OnRedo != nil {
		v.OnRedo()
		return
	}
	v.Redo()
}

func (v *View) travel(how func(*buffer.Buffer) (buffer.Selection, bool)) bool {
	v.Flush()
	if v.ReadOnly {
		return false
	}
	height := v.geometry.height()
	v.editing = true
	selection, done := how(v.text)
	v.editing = false
	if done {
		v.cursor.choose(buffer.Selection{From: v.text.Clamp(selection.From), Caret: v.text.Clamp(selection.Caret)})
		v.edited(height)
	}
	return done
}

// erase deletes the selection, or what reaches from the caret to there.
func (v *View) erase(there func(buffer.Position) buffer.Position) {
	s := v.cursor.Selection
	if s.Span().Empty() {
		s.Caret = there(s.Caret)
	}
	v.replace(buffer.Deletion, s.Span(), "")
}
