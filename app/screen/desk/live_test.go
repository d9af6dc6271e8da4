package desk

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"jianbao/app/pulse"
	"jianbao/app/screen/screentest"
	"jianbao/editor/doc"
	"jianbao/review"
)

// done is the news that something was done.
var done = pulse.News{What: pulse.Done}

// others is the news that somebody else has a draft open.
func others(o *screentest.Office, id review.DraftID, writes bool) pulse.News {
	return presence(o, screentest.Editor, id, writes)
}

func presence(o *screentest.Office, name string, id review.DraftID, writes bool) pulse.News {
	who := o.As(name).Person()
	n := pulse.News{What: pulse.Sessions, Names: map[review.PersonID]string{who.ID: who.Name},
		Others: []review.Session{{ID: "s", Person: who.ID, Draft: id, Screen: "compose"}}}
	if writes {
		n.Leases = []review.Lease{{Draft: id, Person: who.ID, Session: "s"}}
	}
	return n
}

// many opens a desk at which many drafts wait.
func many(o *screentest.Office) (*Screen, []review.DraftID) {
	var ids []review.DraftID
	for i := range 12 {
		ids = append(ids, o.Draft(titled(fmt.Sprintf("第%d稿", i))))
	}
	return open(o), ids
}

// rename saves another title, as somebody else would.
func rename(o *screentest.Office, id review.DraftID, title string) {
	_, err := o.Desk().Save(o.Context(), o.As(screentest.Drafter), id, o.File(id).Draft.Head, titled(title), "")
	o.OK(err)
}

// onScreen is where the card of a waiting draft stands, in the window.
func onScreen(s *Screen, id review.DraftID) float32 {
	return s.rows[id].Position().Y - s.page.Offset.Y
}

func TestWhatOthersDidAppearsAndNothingMoves(t *testing.T) {
	o := screentest.New(t)
	s, ids := many(o)
	read, changed := ids[3], ids[0] // the newest stand first
	s.choose(8)
	s.page.Refresh() // lays out what is new on it
	s.page.ScrollToOffset(fyne.NewPos(0, s.rows[read].Position().Y+7))
	at, card, picked := onScreen(s, read), s.rows[read], s.state.Waiting[8].Draft.ID
	rename(o, changed, "改过的题目")
	o.Draft(titled("新来的"))
	o.Hear(s, done)
	o.Says("改过的题目", "新来的")
	if got := onScreen(s, read); got != at {
		t.Errorf("what one reads went from %v to %v", at, got)
	}
	if s.rows[read] != card {
		t.Error("a card that shows the same was painted anew")
	}
	if got := s.state.Waiting[s.chosen].Draft.ID; got != picked {
		t.Errorf("chosen %s, was %s", got, picked)
	}
}

func TestNothingNewPaintsNothing(t *testing.T) {
	o := screentest.New(t)
	s, ids := many(o)
	before, side := s.middle.Objects[1], s.side.Objects[0]
	_, err := o.Desk().AddComment(o.Context(), o.As(screentest.Editor), ids[0], doc.Anchor{}, "再核")
	o.OK(err)
	rename(o, ids[11], "第11稿") // nothing changed
	heads := s.middle.Objects[0]
	o.Hear(s, pulse.News{What: pulse.Link})
	o.Hear(s, pulse.News{What: pulse.Sessions})
	if s.middle.Objects[0] != heads && s.middle.Objects[1] != before || s.side.Objects[0] != side {
		t.Error("painted anew although it shows the same")
	}
	s.middleShows = s.look()
	o.Hear(s, done)
	if s.paint() {
		t.Error("painted twice")
	}
}

func TestWhoHasADraftOpenIsSaidOnItsCards(t *testing.T) {
	o := screentest.New(t)
	s, ids := many(o)
	size := s.middle.MinSize()
	o.Hear(s, others(o, ids[2], true))
	o.Says("● 王敏 正在编写")
	if got := s.middle.MinSize(); got.Height != size.Height {
		t.Errorf("the desk went from %v to %v", size, got)
	}
	o.Hear(s, others(o, ids[2], false))
	o.Says("● 王敏 在看")
	o.Hides("正在编写")
	o.Hear(s, presence(o, screentest.Drafter, ids[2], false)) // it is his turn, and the page is open
	o.Says("● 李知远 正在编写")
	o.Hear(s, pulse.News{What: pulse.Sessions})
	o.Hides("正在编写", "在看")
}

func TestALostDatabaseIsLeftInPeace(t *testing.T) {
	o := screentest.New(t)
	s, _ := many(o)
	o.Draft(titled("新来的"))
	o.Hear(s, pulse.News{What: pulse.Link, Lost: time.Now()})
	o.Hides("新来的")
	o.Hear(s, pulse.News{What: pulse.Link})
	o.Says("新来的")
}

func TestARefreshThatFailsChangesNothingAndSaysNothing(t *testing.T) {
	o := screentest.New(t)
	s, ids := many(o)
	o.DamageRecord(ids[0])
	o.Hear(s, done)
	if len(o.Failed) > 0 {
		t.Errorf("failed: %q", o.Failed)
	}
	o.Hides("第0稿")
	s.readAnew()
	o.Says("有稿件的记录读出来与存入时不一致")
}
