package textview

import "testing"

func TestFind(t *testing.T) {
	d := newDesk(t, "防汛，防汛\n抗旱防汛")
	f := NewFinder(d.View)
	f.SetPattern("防汛")
	check := func(current int, marked string) {
		t.Helper()
		if now, all := f.Count(); now != current || all != 3 || d.marked() != marked {
			t.Errorf("%d of %d, %q; want %d of 3, %q", now, all, d.marked(), current, marked)
		}
	}
	check(0, "^防汛，防汛\n抗旱防汛")
	f.Next()
	check(1, "|防汛^，防汛\n抗旱防汛")
	f.Next()
	f.Next()
	check(3, "防汛，防汛\n抗旱|防汛^")
	f.Next()
	check(1, "|防汛^，防汛\n抗旱防汛")
	f.Previous()
	check(3, "防汛，防汛\n抗旱|防汛^")
	f.Previous()
	check(2, "防汛，|防汛^\n抗旱防汛")
	if got := d.Marks(SearchHit); len(got) != 3 {
		t.Errorf("%d matches are shown", len(got))
	}
	if got := d.Marks(CurrentHit); len(got) != 1 || got[0].Span != span(0, 3, 0, 5) {
		t.Errorf("shown as the current one: %v", got)
	}
	f.Close()
	if got := d.Marks(SearchHit); len(got) != 0 {
		t.Errorf("%d matches are shown after the search", len(got))
	}
}

func TestFindFollowsText(t *testing.T) {
	d := newDesk(t, "防汛")
	f := NewFinder(d.View)
	f.SetPattern("防汛")
	d.write("防汛")
	d.end()
	if got := d.Marks(SearchHit); len(got) != 2 {
		t.Errorf("%d matches are shown", len(got))
	}
	f.SetPattern("没有")
	if f.Next() || f.Previous() || f.Replace("x") {
		t.Error("found what is not there")
	}
}

func TestReplace(t *testing.T) {
	d := newDesk(t, "甲乙甲乙甲")
	f := NewFinder(d.View)
	f.SetPattern("甲")
	if f.Replace("丙甲") {
		t.Error("replaced what was not selected")
	}
	if !f.Replace("丙甲") || d.marked() != "丙甲乙|甲^乙甲" {
		t.Errorf("%q", d.marked())
	}
	d.ReadOnly = true
	if n, _ := f.ReplaceAll("x"); n != 0 || f.Replace("x") {
		t.Error("replaced in a text that is only read")
	}
}

func TestReplaceAll(t *testing.T) {
	const text = "甲乙\n甲甲\n乙"
	d := newDesk(t, text)
	f := NewFinder(d.View)
	f.SetPattern("甲")
	if n, err := f.ReplaceAll("丙\n丁"); n != 3 || err != nil || d.Text() != "丙\n丁乙\n丙\n丁丙\n丁\n乙" {
		t.Errorf("%d, %v, %q", n, err, d.Text())
	}
	if _, all := f.Count(); all != 0 {
		t.Error("matches are left:", all)
	}
	d.Undo()
	if d.Text() != text {
		t.Errorf("one step back is %q", d.Text())
	}
}
