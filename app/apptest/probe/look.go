//go:build e2e

package probe

import (
	"fmt"
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/apptest/scene"
)

// look describes what w shows. It runs on the UI goroutine.
func look(w fyne.Window) scene.Scene {
	e := eye{canvas: w.Canvas(), focused: w.Canvas().Focused()}
	frame := e.pixels(fyne.Position{}, e.canvas.Size())
	trees := roots(w)
	first := len(trees) - len(e.canvas.Overlays().List())
	for i, root := range trees {
		e.layer = max(0, i-first+1)
		e.see(root, fyne.Position{}, glimpse{shown: frame, view: frame})
	}
	return scene.Scene{Window: handle(w), Objects: e.objects}
}

// handle returns the window's number on the X server.
func handle(w fyne.Window) (number uint64) {
	native, ok := w.(driver.NativeWindow)
	if !ok {
		return 0
	}
	native.RunNative(func(context any) {
		if x11, ok := context.(driver.X11WindowContext); ok {
			number = uint64(x11.WindowHandle)
		}
	})
	return number
}

// roots returns the trees of w from back to front: content, menu bar, overlays.
func roots(w fyne.Window) []fyne.CanvasObject {
	if c, ok := w.Canvas().(interface{ ObjectTrees() []fyne.CanvasObject }); ok {
		return c.ObjectTrees()
	}
	return append([]fyne.CanvasObject{w.Canvas().Content()}, w.Canvas().Overlays().List()...)
}

// eye walks over a window's trees and gathers what it sees.
type eye struct {
	canvas  fyne.Canvas
	focused fyne.Focusable
	layer   int
	objects []scene.Object
}

// glimpse is what an object's ancestors leave of it: the part that is shown, the frame that cuts it, and a
// text that an ancestor has already reported.
type glimpse struct {
	shown, view scene.Rect
	said        string
}

// see reports o, whose parent stands at origin on the canvas, and everything within it.
func (e *eye) see(o fyne.CanvasObject, origin fyne.Position, from glimpse) {
	if o == nil || !o.Visible() {
		return
	}
	at := origin.Add(o.Position())
	area := e.pixels(at, o.Size())
	text := textOf(o)
	e.report(o, text, area, from)
	if text != "" {
		from.said = text
	}
	if clips(o) {
		from.shown = from.shown.Intersect(area)
		from.view = from.shown
	}
	for _, child := range within(o) {
		e.see(child, at, from)
	}
}

// report adds o to the scene if a journey could have a use for it.
func (e *eye) report(o fyne.CanvasObject, text string, area scene.Rect, from glimpse) {
	focusable, takes := o.(fyne.Focusable)
	name := names[o]
	if name == "" && !takes && (text == "" || text == from.said) {
		return
	}
	_, tappable := o.(fyne.Tappable)
	able, ok := o.(fyne.Disableable)
	e.objects = append(e.objects, scene.Object{
		Kind: fmt.Sprintf("%T", o), Name: name, Text: text, Layer: e.layer,
		Area: area, Shown: area.Intersect(from.shown), View: from.view,
		Caret:    e.caretOf(o, area),
		Tappable: tappable, Takes: takes, Focused: takes && focusable == e.focused,
		Disabled: ok && able.Disabled(),
	})
}

// caretOf returns where the caret of the focused object stands, whose area is given.
func (e *eye) caretOf(o fyne.CanvasObject, area scene.Rect) scene.Rect {
	writes, ok := o.(interface {
		fyne.Focusable
		CaretArea() (topLeft fyne.Position, height float32)
	})
	if !ok || writes != e.focused {
		return scene.Rect{}
	}
	topLeft, height := writes.CaretArea()
	caret := e.pixels(topLeft, fyne.NewSize(2, height))
	caret.X, caret.Y = caret.X+area.X, caret.Y+area.Y
	return caret
}

func (e *eye) pixels(at fyne.Position, size fyne.Size) scene.Rect {
	left, top := e.canvas.PixelCoordinateForPosition(at)
	right, bottom := e.canvas.PixelCoordinateForPosition(at.Add(size))
	return scene.Rect{X: left, Y: top, W: right - left, H: bottom - top}
}

// clips tells whether o cuts off what reaches beyond its frame.
func clips(o fyne.CanvasObject) bool {
	switch o.(type) {
	case *container.Scroll, *container.Clip:
		return true
	}
	return false
}

// within returns the objects that o is made of. A rich text is reported whole, so its pieces are not.
func within(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *widget.RichText:
		return nil
	case *fyne.Container:
		return o.Objects
	case fyne.Widget:
		return test.WidgetRenderer(o).Objects()
	}
	return nil
}

// textOf returns what o says: the value of its method or its field Text.
func textOf(o fyne.CanvasObject) string {
	switch o := o.(type) {
	case *canvas.Text:
		return o.Text
	case *widget.RichText:
		return o.String()
	case interface{ Text() string }:
		return o.Text()
	}
	v := reflect.Indirect(reflect.ValueOf(o))
	if v.Kind() != reflect.Struct {
		return ""
	}
	if f := v.FieldByName("Text"); f.IsValid() && f.Kind() == reflect.String {
		return f.String()
	}
	return ""
}
