package preview

import (
	"image"
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"jianbao/editor/doc"
	"jianbao/editor/typeset/face"
	"jianbao/editor/typeset/page"
	"jianbao/storage/exchange"
)

// fonts are the program's own, so that no font of the computer changes a test.
func fonts(t testing.TB) *exchange.Layout {
	t.Helper()
	set, err := face.Resolve(face.NewLibrary(), os.DirFS("../../assets/fonts"), os.DirFS("../../assets/fonts/fandol"))
	if err != nil {
		t.Fatal(err)
	}
	return &exchange.Layout{Profile: page.Default(), Faces: set}
}

// issue is a bulletin of so many paragraphs.
func issue(paragraphs int) doc.Bulletin {
	b := doc.New()
	b.Masthead.Title, b.Articles[0].Title, b.Articles[0].Body = "云州市政务情况简报", "背街小巷整治取得成效", nil
	for range paragraphs {
		b.Articles[0].Body = append(b.Articles[0].Body, doc.NewParagraph(strings.Repeat("全市上下同心协力推进背街小巷环境整治，", 5)))
	}
	b.Imprint.Editor = "秦望"
	return b
}

func atOnce(work, done func()) { work(); done() }

// desk shows a text in a window; drawn counts the pictures that were made.
type desk struct {
	press *Press
	view  *View
	drawn int
}

func newDesk(t testing.TB, b doc.Bulletin) *desk {
	t.Helper()
	test.NewTempApp(t)
	d := &desk{}
	d.view = NewView(func(work, done func()) {
		d.drawn++
		atOnce(work, done)
	})
	layout := fonts(t)
	d.press = NewPress(atOnce, func() (*exchange.Layout, error) { return layout, nil }, d.view.ShowPages, func(err error) { t.Error(err) })
	w := test.NewTempWindow(t, d.view)
	w.Resize(fyne.NewSize(700, 600))
	d.press.Lay(b, exchange.Meta{Final: true})
	return d
}

func TestOnlyWhatIsInSightIsDrawn(t *testing.T) {
	d := newDesk(t, issue(400))
	pages := len(d.view.Document().Pages)
	if pages < 60 || d.drawn == 0 || d.drawn > 4 {
		t.Fatalf("%d of %d pages drawn", d.drawn, pages)
	}
	d.view.GoTo(pages - 1)
	if d.view.Page() != pages-1 || d.drawn > 8 || len(d.view.sheets) > 5 {
		t.Errorf("page %d; %d drawn, %d held", d.view.Page()+1, d.drawn, len(d.view.sheets))
	}
}

func TestOnlyChangedPagesAreDrawnAnew(t *testing.T) {
	b := issue(60)
	d := newDesk(t, b)
	before := d.drawn
	d.press.Lay(b, exchange.Meta{Final: true})
	if d.drawn != before {
		t.Errorf("nothing changed and %d pages were drawn", d.drawn-before)
	}
	last := len(b.Articles[0].Body) - 1
	b.Articles[0].Body[last].Text += "完。"
	d.press.Lay(b, exchange.Meta{Final: true})
	if d.drawn != before {
		t.Errorf("a page out of sight changed and %d were drawn", d.drawn-before)
	}
	b.Articles[0].Body[0].Text = "完" + b.Articles[0].Body[0].Text[len("完"):]
	d.press.Lay(b, exchange.Meta{Final: true})
	if d.drawn != before+1 {
		t.Errorf("the first page changed and %d were drawn", d.drawn-before)
	}
}

// A picture has a pixel for every pixel of the screen, or it would blur.
func TestPicturesAreCrispAtEveryZoom(t *testing.T) {
	d := newDesk(t, issue(10))
	check := func() {
		t.Helper()
		for _, s := range d.view.sheets {
			want := image.Pt(int(s.Size().Width+0.5), int(s.Size().Height+0.5))
			if got := s.picture.Image.Bounds().Size(); got != want || s.Size() != fyne.NewSize(float32(want.X), float32(want.Y)) {
				t.Errorf("%v of the screen, %v in the picture at %v", s.Size(), got, d.view.Zoom())
			}
			if at := s.Position(); at.X != float32(int(at.X)) || at.Y != float32(int(at.Y)) {
				t.Errorf("a sheet stands between pixels: %v", at)
			}
		}
	}
	check()
	for range len(zooms) {
		d.view.ZoomBy(1)
		check()
	}
	for range 2 * len(zooms) {
		d.view.ZoomBy(-1)
	}
	check()
	if z := d.view.Zoom(); z < 0.49 || z > 0.51 {
		t.Errorf("the smallest zoom is %v", z)
	}
}

func TestFewerPagesLeaveNoneBehind(t *testing.T) {
	d := newDesk(t, issue(60))
	d.view.GoTo(len(d.view.Document().Pages) - 1)
	d.press.Lay(issue(1), exchange.Meta{Final: true})
	if len(d.view.Document().Pages) != 1 || d.view.Page() != 0 || len(d.view.roll.Objects) != 1 {
		t.Errorf("%d pages, page %d, %d shown", len(d.view.Document().Pages), d.view.Page()+1, len(d.view.roll.Objects))
	}
	if !strings.Contains(d.view.sheets[0].Text(), "背街小巷整治取得成效") {
		t.Errorf("the page says %q", d.view.sheets[0].Text())
	}
}

func TestTheCaretIsFound(t *testing.T) {
	b := issue(60)
	d := newDesk(t, b)
	a := b.Articles[0]
	at := func(n int) doc.Place { return doc.Place{Article: a.ID, Paragraph: a.Body[n].ID} }
	first, top, found := Find(d.view.Document(), b, at(0), 0)
	_, below, _ := Find(d.view.Document(), b, at(0), 60)
	last, _, _ := Find(d.view.Document(), b, at(59), 1)
	if !found || first != 0 || below <= top || last != len(d.view.Document().Pages)-1 {
		t.Errorf("page %d at %v and %v, then page %d; %v", first, top, below, last, found)
	}
	if _, _, found := Find(d.view.Document(), b, doc.Place{Article: "x"}, 0); found {
		t.Error("found what is not there")
	}
	d.view.Reveal(last, 100)
	if d.view.Page() != last {
		t.Errorf("shows page %d, want %d", d.view.Page()+1, last+1)
	}
}

// While one laying is under way, of those asked for meanwhile only the last is
// done.
func TestOnlyTheLastWaits(t *testing.T) {
	var ends []func()
	var laid []int
	layout := fonts(t)
	p := NewPress(func(work, done func()) { ends = append(ends, func() { work(); done() }) },
		func() (*exchange.Layout, error) { return layout, nil },
		func(d *page.Document) { laid = append(laid, len(d.Pages)) }, func(err error) { t.Error(err) })
	for _, n := range []int{1, 100, 60, 20} {
		p.Lay(issue(n), exchange.Meta{Final: true})
	}
	for i := 0; i < len(ends); i++ {
		ends[i]()
	}
	if len(laid) != 2 || laid[0] != 1 || laid[1] >= 10 {
		t.Errorf("laid %v", laid)
	}
}

// BenchmarkOneChangedPage is what a changed character costs: the pages laid and
// the one that looks otherwise drawn, at the width of the panel on a small
// screen.
func BenchmarkOneChangedPage(b *testing.B) {
	text := issue(30)
	d := newDesk(b, text)
	for b.Loop() {
		body := text.Articles[0].Body
		body[0].Text = body[0].Text[len("全"):] + body[0].Text[:len("全")]
		d.press.Lay(text, exchange.Meta{Final: true})
	}
}
