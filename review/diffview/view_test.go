package diffview

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"jianbao/editor/doc"
)

// shown collects what the rows of a view hold, a block a line, keeping only the
// cells that keep picks.
func shown(v *View, column int, keep func(cell) bool) string {
	var b strings.Builder
	order := 0
	for _, r := range v.sheet.rows {
		l := r.lines[column]
		if l == nil || l.block.shape == captionShape {
			continue
		}
		if l.order != order && b.Len() > 0 {
			b.WriteByte('\n')
		}
		order = l.order
		for _, c := range l.block.cells[l.from:l.to] {
			if keep(c) {
				b.WriteRune(c.r)
			}
		}
	}
	return b.String()
}

func text(c cell) bool    { return !c.label }
func newText(c cell) bool { return c.at >= 0 }

func articleText(b doc.Bulletin) string {
	a := b.Articles[0]
	return a.Title + "\n" + strings.Join(a.Texts(), "\n") + "\n" + a.Source
}

func TestEveryViewShowsTheWholeText(t *testing.T) {
	test.NewTempApp(t)
	old, new := pair()
	c := compared(old, new)
	for _, width := range []float32{300, 740, 1400} {
		view := func(m Mode) *View {
			v := testView(c, m)
			v.Resize(fyne.NewSize(width, 600))
			return v
		}
		if got := shown(view(Clean), 0, text); !strings.Contains(got, articleText(new)) {
			t.Errorf("at %v the clean view shows\n%s", width, got)
		}
		side := view(SideBySide)
		if got := shown(side, 0, text); !strings.Contains(got, articleText(old)) {
			t.Errorf("at %v the old column shows\n%s", width, got)
		}
		if got := shown(side, 1, text); !strings.Contains(got, articleText(new)) {
			t.Errorf("at %v the new column shows\n%s", width, got)
		}
		got := strings.ReplaceAll(shown(view(Inline), 0, newText), "\n", "")
		if want := strings.ReplaceAll(articleText(new), "\n", ""); !strings.Contains(got, want) {
			t.Errorf("at %v the marked-up text shows\n%s", width, got)
		}
	}
}

func TestEveryChangeHasItsMark(t *testing.T) {
	test.NewTempApp(t)
	old, new := pair()
	new.Articles = append(new.Articles, doc.Article{ID: "b", Title: "新加的一篇", Body: []doc.Paragraph{{ID: "z", Text: "全文为新。"}}})
	old.Articles = append(old.Articles, doc.Article{ID: "c", Title: "撤下的一篇", Body: []doc.Paragraph{{ID: "y", Text: "不再登载此文。"}}})
	new.Articles[0].Body[2].Level = doc.Level2
	c := compared(old, new)
	for mode, v := range map[string]*View{"inline": testView(c, Inline), "side": testView(c, SideBySide)} {
		v.Resize(fyne.NewSize(740, 600))
		for i, change := range c.Changes {
			if v.sheet.rowOf(i) == nil {
				t.Errorf("%s: no mark for %s %q → %q at %+v", mode, change.Class, change.Old, change.New, change.At)
			}
		}
	}
	for i, cells := range Excerpt(c, testWords()).cells {
		if len(cells) == 0 {
			t.Errorf("no excerpt of %+v", c.Changes[i])
		}
	}
}

func TestColumnsStandSideBySide(t *testing.T) {
	test.NewTempApp(t)
	old, new := pair()
	v := testView(compared(old, new), SideBySide)
	v.Resize(fyne.NewSize(740, 600))
	top := func(column int, start string) float32 {
		for _, r := range v.sheet.rows {
			if l := r.lines[column]; l != nil && strings.HasPrefix(spelled(l.block.cells), start) {
				return r.top
			}
		}
		t.Fatalf("column %d has no %q", column, start)
		return 0
	}
	for _, start := range []string{"动员会", "一、压实责任", "会议强调"} {
		if a, b := top(0, start), top(1, start); a != b {
			t.Errorf("%q stands at %v and at %v", start, a, b)
		}
	}
}

func TestMarksAreCopiedAsText(t *testing.T) {
	test.NewTempApp(t)
	v := testView(compared(bulletin("题", "力争完成任务。"), bulletin("题", "确保完成任务。")), Inline)
	v.Resize(fyne.NewSize(740, 600))
	if got := v.Copied(); got != "" {
		t.Errorf("nothing is chosen, but copied is %q", got)
	}
	v.Choose(0)
	if got, want := v.Copied(), "[-力争-]{+确保+}"; got != want {
		t.Errorf("copied %q, want %q", got, want)
	}
	r := v.sheet.rows[1]
	drag(v, r, 0, 400)
	if got, want := v.Copied(), "[-力争-]{+确保+}完成任务。"; got != want {
		t.Errorf("copied %q, want %q", got, want)
	}
	at, ok := v.Selection()
	if !ok || at.Quote != "确保完成任务。" || at.From != 0 || at.To != 7 {
		t.Errorf("selection is %+v, %v", at, ok)
	}
}

// drag selects a stretch of a row as the pointer does.
func drag(v *View, r row, from, to float32) {
	x := v.sheet.columns[0].x
	move := func(at, by float32) {
		e := &fyne.DragEvent{Dragged: fyne.NewDelta(by, 0)}
		e.Position = fyne.NewPos(x+at, r.top+r.height/2)
		v.sheet.Dragged(e)
	}
	move((from+to)/2, (to-from)/2)
	move(to, (to-from)/2)
	v.sheet.DragEnd()
}

func TestAClickOnAMarkChoosesItsChange(t *testing.T) {
	test.NewTempApp(t)
	v := testView(compared(bulletin("题", "力争完成任务。"), bulletin("题", "确保完成任务。")), Inline)
	v.Resize(fyne.NewSize(740, 600))
	chosen := noChange
	v.OnChosen = func(i int) { chosen = i }
	at := v.sheet.rows[1]
	v.sheet.Tapped(&fyne.PointEvent{Position: fyne.NewPos(v.sheet.columns[0].x+40, at.top+10)})
	if chosen != 0 {
		t.Errorf("chose %d", chosen)
	}
}

// long is a text of at least 50,000 characters, and one with a change in every
// tenth paragraph.
func long() (old, new doc.Bulletin) {
	texts := make([]string, 200)
	for i := range texts {
		texts[i] = fmt.Sprintf("第%d项：", i) + strings.Repeat("街道组织社区干部入户走访居民，逐巷登记车辆与车位。", 10)
	}
	old = bulletin("长稿", texts...)
	new = old.Clone()
	for i := 0; i < len(texts); i += 10 {
		new.Articles[0].Body[i].Text = strings.Replace(texts[i], "走访居民", "走访每户居民", 2)
	}
	return old, new
}

func TestOnlyRowsInSightAreAlive(t *testing.T) {
	test.NewTempApp(t)
	old, new := long()
	if n := new.Runes(); n < 50_000 {
		t.Fatalf("the text has %d characters only", n)
	}
	v := testView(compared(old, new), Inline)
	v.Resize(fyne.NewSize(740, 660))
	const visible, perRow = 660/29 + 4, 24
	for _, at := range []float32{0, 5000, v.sheet.height / 2, v.sheet.height - 660} {
		v.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, v.scroll.Offset.Y-at)})
		n := len(v.sheet.objects)
		if n > visible*perRow+8 || n < visible/2 {
			t.Errorf("%d objects at %v for %d rows in sight of %d", n, at, visible, len(v.sheet.rows))
		}
		inSight(t, v, at)
	}
}

// inSight checks that text stands where the view looks.
func inSight(t *testing.T, v *View, top float32) {
	t.Helper()
	var highest, lowest float32 = 1e9, 0
	for _, o := range v.sheet.objects {
		if _, ok := o.(*canvas.Text); ok {
			highest, lowest = min(highest, o.Position().Y), max(lowest, o.Position().Y)
		}
	}
	if highest > top+110 || lowest < top+500 {
		t.Errorf("at %v text stands from %v to %v", top, highest, lowest)
	}
}

func TestRevealBringsAChangeIntoSight(t *testing.T) {
	test.NewTempApp(t)
	old, new := long()
	c := compared(old, new)
	v := testView(c, Inline)
	v.Resize(fyne.NewSize(740, 660))
	for i := range c.Changes {
		v.Choose(i)
		r := v.sheet.rowOf(i)
		if top := v.scroll.Offset.Y; r.top < top || r.top+r.height > top+660 {
			t.Fatalf("change %d stands at %v, the view at %v", i, r.top, top)
		}
	}
}

func TestInlineMarkup(t *testing.T) {
	test.NewTempApp(t)
	old := bulletin("动员会召开", "会议指出，整治1,703条街巷。要把握服务保障这个重点，及时总结经验。", "会议强调，健全机制。")
	new := bulletin("动员会召开", "会议指出，整治1,730条街巷。", "会议强调，健全机制。要把握服务保障这个重点，及时总结经验。")
	new.Imprint.Editor = "乙"
	v := testView(compared(old, new), Inline)
	v.Choose(1)
	w := test.NewTempWindow(t, v)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(500, 320))
	test.AssertRendersToMarkup(t, "inline.xml", w.Canvas())
}
