package compare

import (
	"strings"
	"testing"

	"jianbao/app/screen/screentest"
	"jianbao/editor/doc"
	"jianbao/review"
)

// remarked changes two marks and a number.
func remarked(b *doc.Bulletin) {
	body := b.Articles[0].Body
	body[0].Text = strings.Replace(revisedFirst, "指出，", "指出：", 1)
	body[1].Text = "会议要求，力争年底前完成任务，形成合力。"
}

const revisedFirst = "会议指出，今年整治提升1,730条街巷，要夯实基础。"

// sitAtFold opens the review and goes to the line that stands for all marks.
func sitAtFold(o *office, id review.DraftID) *Screen {
	s := o.sit(screentest.Editor, id)
	for range s.rows {
		if s.current != fold {
			o.run(s, "next")
		}
	}
	if s.current != fold || len(s.folded()) != 2 {
		o.Fatalf("at %d, folded %v\n%s", s.current, s.folded(), listing(s))
	}
	return s
}

func TestTheFoldIsAcceptedInOneGoAndUndoneInOne(t *testing.T) {
	o := newOffice(t)
	id := o.draft(remarked)
	s := sitAtFold(o, id)
	o.run(s, "accept")
	for _, i := range s.folded() {
		if v := s.state.verdict(i); v == nil || v.Verdict != review.Accepted {
			t.Errorf("change %d has the verdict %v", i, v)
		}
	}
	if got := listing(s); !strings.Contains(got, "2 处仅标点、全半角|展开|✓ 接受") {
		t.Errorf("the list reads\n%s", got)
	}
	if len(o.File(id).Decisions) != 2 {
		t.Errorf("decisions %+v", o.File(id).Decisions)
	}
	o.run(s, "undo")
	if s.current != fold || s.state.verdict(s.folded()[0]) != nil || s.state.verdict(s.folded()[1]) != nil {
		t.Errorf("after undo at %d\n%s", s.current, listing(s))
	}
	if why := o.reason(s, "undo"); why == "" {
		t.Error("there is still something to undo")
	}
}

func TestTheFoldIsRejectedInOneGoAndUndoneInOne(t *testing.T) {
	o := newOffice(t)
	id := o.draft(remarked)
	s := sitAtFold(o, id)
	after := body(o.File(id))
	o.Answer = "标点照原稿"
	o.run(s, "reject")
	if !strings.Contains(o.Asked[0], "这 2 处") {
		t.Errorf("asked %q", o.Asked[0])
	}
	f := o.File(id)
	if f.Draft.Head != 3 || !strings.Contains(body(f), "指出，今年") || !strings.Contains(body(f), "任务,形成") || len(s.state.view.Changes) != 1 {
		t.Errorf("revision %d reads %s", f.Draft.Head, body(f))
	}
	o.run(s, "undo")
	if f = o.File(id); f.Draft.Head != 4 || body(f) != after || s.current != fold {
		t.Errorf("after undo revision %d reads %s", f.Draft.Head, body(f))
	}
}

func TestTheFoldIsNoCriticalChange(t *testing.T) {
	o := newOffice(t)
	s := sitAtFold(o, o.draft(remarked))
	if why := o.reason(s, "tick"); !strings.Contains(why, "不是要害改动") {
		t.Errorf("tick: %q", why)
	}
	if s.pointedAt() != (doc.Anchor{}) {
		t.Error("a comment on the fold points at one of its changes")
	}
}
