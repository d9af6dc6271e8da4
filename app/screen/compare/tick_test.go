package compare

import (
	"strings"
	"testing"

	"jianbao/app/element"
	"jianbao/app/screen/screentest"
	"jianbao/editor/doc"
	"jianbao/review"
)

// mixed changes a word and a mark before it changes a number.
func mixed(b *doc.Bulletin) {
	body := b.Articles[0].Body
	body[0].Text = "会议指出，今年整治提升1,703条街巷，要筑牢基础。"
	body[1].Text = "会议要求，力争年底前完成任务，形成合力。共办结35件。"
}

func TestCriticalChangesComeFirstAndAreTickedBeforeSigning(t *testing.T) {
	o := newOffice(t)
	id := o.draft(mixed)
	s := o.sit(screentest.Editor, id)
	if !s.currentChange().Critical {
		t.Fatalf("the first change is %+v", s.currentChange())
	}
	if why := o.reason(s, "sign"); !strings.HasPrefix(why, "还不能签：1 处要害改动未核对") {
		t.Errorf("sign: %q", why)
	}
	if len(s.problems()) != 0 {
		t.Errorf("the list is said again: %q", s.problems())
	}
	o.run(s, "tick")
	if got := listing(s); !strings.Contains(strings.Split(got, "\n")[0], "☑ 已核对") {
		t.Errorf("the list reads\n%s", got)
	}
	if why := o.reason(s, "tick"); !strings.Contains(why, "已经核对过") {
		t.Errorf("tick: %q", why)
	}
	if why := o.reason(s, "sign"); why != "" {
		t.Errorf("sign: %q", why)
	}
	o.run(s, "next")
	if why := o.reason(s, "tick"); !strings.Contains(why, "不是要害改动") {
		t.Errorf("tick: %q", why)
	}
}

func TestTicksAreGivenOnTheComparisonThatIsSigned(t *testing.T) {
	o := newOffice(t)
	s := o.sit(screentest.Editor, o.draft(mixed))
	s.compare(span{2, 1})
	if why := o.reason(s, "tick"); !strings.Contains(why, "按 B") {
		t.Errorf("tick: %q", why)
	}
	o.run(s, "basis")
	if s.state.from.Seq != 1 || s.state.to.Seq != 2 || o.reason(s, "basis") == "" {
		t.Errorf("compared %d with %d", s.state.from.Seq, s.state.to.Seq)
	}
	o.tickAll(s)
	o.run(s, "accept")
	if v := s.state.verdict(s.rows[0].change); v == nil || v.Verdict != review.Accepted {
		t.Errorf("the tick hides the verdict %v", v)
	}
}

func TestWhoSignsAnewReadsWhatChangedSince(t *testing.T) {
	for want, change := range map[string]func(*doc.Bulletin){
		"文字性更正": func(b *doc.Bulletin) {
			b.Articles[0].Body[0].Text = "会议指出，今年整治提升1,703条街巷，要筑牢基础。"
		},
		"实质性修改": revised,
	} {
		o := newOffice(t)
		id := o.draft(nil)
		o.Sign(screentest.Editor, id)
		text := screentest.Issue()
		change(&text)
		_, err := o.Desk().Save(o.Context(), o.As(screentest.Checker), id, 1, text, "")
		o.OK(err)
		s := o.sit(screentest.Editor, id)
		said := ""
		for _, text := range screentest.Within[*element.Text](s.Header()) {
			said += text.Text + "\n"
		}
		if !strings.Contains(said, "自您签字以来："+want) {
			t.Errorf("want %s, the header says\n%s", want, said)
		}
	}
}

func TestATickIsTakenBack(t *testing.T) {
	o := newOffice(t)
	s := o.sit(screentest.Editor, o.draft(mixed))
	if why := o.reason(s, "untick"); !strings.Contains(why, "没有核对过") {
		t.Errorf("untick: %q", why)
	}
	for _, back := range []string{"untick", "undo"} {
		o.run(s, "tick")
		if why := o.reason(s, "sign"); why != "" {
			t.Errorf("sign: %q", why)
		}
		s.choose(s.rows[0].change)
		o.run(s, back)
		if got := listing(s); !strings.Contains(strings.Split(got, "\n")[0], "☐ 未核对") {
			t.Errorf("%s: the list reads\n%s", back, got)
		}
		if why := o.reason(s, "sign"); !strings.HasPrefix(why, "还不能签：1 处要害改动未核对") {
			t.Errorf("%s: sign: %q", back, why)
		}
	}
}
