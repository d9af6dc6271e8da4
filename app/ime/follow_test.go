package ime

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// recorder is an input context that remembers what it was told.
type recorder struct {
	listening bool
	spots     []fyne.Position
}

func (r *recorder) Listen(on bool)  { r.listening = on }
func (r *recorder) MoveTo(x, y int) { r.spots = append(r.spots, fyne.NewPos(float32(x), float32(y))) }

// form is a window with a line, a secret line and a button.
func form(t *testing.T) (f *follower, r *recorder, line, secret *widget.Entry) {
	t.Helper()
	test.NewTempApp(t)
	line, secret = widget.NewEntry(), widget.NewPasswordEntry()
	w := test.NewTempWindow(t, container.NewVBox(widget.NewButton("b", nil), line, secret))
	w.Resize(fyne.NewSize(400, 300))
	r = &recorder{listening: true}
	return &follower{canvas: w.Canvas(), context: r, writing: true}, r, line, secret
}

// look lets enough frames go by for the follower to look at the caret.
func (f *follower) look() {
	for range framesPerLook {
		f.step()
	}
}

func TestInputMethodListensOnlyWhereTextIsWritten(t *testing.T) {
	f, r, line, secret := form(t)
	for _, c := range []struct {
		name    string
		focus   fyne.Focusable
		listens bool
	}{{"nothing", nil, false}, {"line", line, true}, {"secret", secret, false}, {"line again", line, true}} {
		f.canvas.Focus(c.focus)
		f.step()
		if r.listening != c.listens {
			t.Errorf("focus on %s: listening is %v", c.name, r.listening)
		}
	}
}

func TestCandidatesFollowTheCaret(t *testing.T) {
	f, r, line, _ := form(t)
	f.canvas.Focus(line)
	f.look()
	test.Type(line, "一些字")
	f.look()
	f.look()
	if len(r.spots) != 2 {
		t.Fatalf("the candidate window was moved to %v, want two places", r.spots)
	}
	before, after := r.spots[0], r.spots[1]
	if after.X <= before.X || after.Y != before.Y {
		t.Errorf("three more characters moved the candidates from %v to %v", before, after)
	}
	if top := fyne.CurrentApp().Driver().AbsolutePositionForObject(line).Y; after.Y <= top || after.Y > top+line.Size().Height {
		t.Errorf("candidates at height %v, the line stands at %v", after.Y, top)
	}
}

func TestCaretScrolledOutOfTheFrameCountsAsItsEdge(t *testing.T) {
	f, r, line, _ := form(t)
	f.canvas.Focus(line)
	for range 200 {
		test.Type(line, "长")
	}
	f.look()
	edge := fyne.CurrentApp().Driver().AbsolutePositionForObject(line).X + line.Size().Width
	if last := r.spots[len(r.spots)-1]; last.X != edge {
		t.Errorf("candidates at %v, the line ends at %v", last.X, edge)
	}
}

// page is a widget of our own that knows its caret.
type page struct {
	widget.Label
	height float32
}

func (p *page) CaretArea() (fyne.Position, float32) { return fyne.NewPos(7, 3), p.height }
func (p *page) FocusGained()                        {}
func (p *page) FocusLost()                          {}
func (p *page) TypedRune(rune)                      {}
func (p *page) TypedKey(*fyne.KeyEvent)             {}

func TestAWidgetOfOurOwnTellsItsCaret(t *testing.T) {
	test.NewTempApp(t)
	p := &page{height: 20}
	p.ExtendBaseWidget(p)
	w := test.NewTempWindow(t, container.NewWithoutLayout(p))
	p.Resize(fyne.NewSize(100, 100))
	p.Move(fyne.NewPos(50, 60))
	w.Resize(fyne.NewSize(400, 300))
	origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(p)
	got, ok := spotOf(p)
	if want := origin.AddXY(7, 23); !ok || got != want {
		t.Errorf("spotOf = %v, %v; want %v", got, ok, want)
	}
}

func TestAttachLeavesWindowsOfOtherSystemsAlone(t *testing.T) {
	test.NewTempApp(t)
	w := test.NewTempWindow(t, widget.NewEntry())
	if c := contextOf(w); c != nil {
		t.Errorf("a window without an X server has the input context %v", c)
	}
	Attach(w)
}
