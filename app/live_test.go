package app

import (
	"strings"
	"testing"
	"time"

	"jianbao/app/pulse"
	"jianbao/app/screen/compare"
	"jianbao/app/screen/screentest"
	"jianbao/review"
)

// says reports whether the window shows a text.
func (w *window) says(text string) bool {
	return strings.Contains(screentest.Reads(w.win.Canvas().Content()), text)
}

// atWork is the news that people are at work elsewhere.
func atWork(names ...string) pulse.News {
	n := pulse.News{What: pulse.Sessions, Names: map[review.PersonID]string{}}
	for _, name := range names {
		id := review.PersonID("id of " + name)
		n.Names[id] = name
		n.Others = append(n.Others, review.Session{ID: review.SessionID(name), Person: id})
	}
	return n
}

func TestTheStatusLineSaysWhoElseIsAtWork(t *testing.T) {
	w := officeWindow(t)
	for _, c := range []struct {
		names []string
		want  string
	}{
		{[]string{"王敏"}, "同时在办：王敏"},
		{[]string{"王敏", "吕承志"}, "同时在办：王敏、吕承志"},
		{[]string{"甲", "乙", "丙", "丁"}, "同时在办：甲、乙、丙等4人"},
	} {
		w.heard(atWork(c.names...))
		if !w.says(c.want) {
			t.Errorf("does not say %q", c.want)
		}
		w.toPrefs()
		if !w.says(c.want) {
			t.Errorf("another screen does not say %q", c.want)
		}
		w.Home()
	}
	w.heard(pulse.News{What: pulse.Sessions})
	if w.says("同时在办") {
		t.Error("says that others are at work when all have gone")
	}
}

func TestALostDatabaseIsSaidUntilItIsBack(t *testing.T) {
	w := officeWindow(t)
	since := time.Date(2026, 3, 3, 9, 5, 7, 0, time.Local)
	w.heard(pulse.News{What: pulse.Link, Lost: since})
	if !w.says("与数据库断开，正在重连（自09:05:07起）") || w.front() != "" {
		t.Errorf("a lost database: dialog %q", w.front())
	}
	w.heard(pulse.News{What: pulse.Link})
	if w.says("与数据库断开") {
		t.Error("still says that the database is lost")
	}
}

func TestWhatOthersDoIsNotTakenForWork(t *testing.T) {
	w := officeWindow(t)
	w.idle.since = time.Time{}
	series, err := w.Desk().AllSeries(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Desk().NewIssue(t.Context(), w.actor, series[0]); err != nil {
		t.Fatal(err)
	}
	w.heard(pulse.News{What: pulse.Done})
	if !w.says("（未定标题）") {
		t.Error("a draft that another began does not appear")
	}
	if !w.idle.since.IsZero() {
		t.Error("what others do keeps the window from locking")
	}
}

func TestScreensAreKnownByTheirOwnNames(t *testing.T) {
	w := officeWindow(t)
	if desk, other := nameOf(w.desk), nameOf(compare.New(w, "")); desk != "desk" || other != "compare" {
		t.Errorf("the screens are %q and %q", desk, other)
	}
}
