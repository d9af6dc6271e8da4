package compose

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"jianbao/editor/buffer"
	"jianbao/editor/doc"
	"jianbao/editor/textview"
	"jianbao/review"
)

// planted opens an issue whose body has these paragraphs.
func (o *office) planted(t *testing.T, paragraphs ...string) *Screen {
	t.Helper()
	b := o.File(o.complete()).Head.Text
	b.Articles[0].Body = nil
	for _, text := range paragraphs {
		b.Articles[0].Body = append(b.Articles[0].Body, doc.NewParagraph(text))
	}
	f, err := o.Desk().Create(o.Context(), o.Actor(), o.Bureau().ID, b, review.CauseNew, "")
	o.OK(err)
	return o.proofreading(o.open(f.Draft.ID))
}

// proofreading has the screen read its text after every change.
func (o *office) proofreading(s *Screen) *Screen {
	s.proofs.after = func(_ time.Duration, then func()) { then() }
	return s
}

// rulesOf are the rules of what stands open.
func rulesOf(s *Screen) []string {
	var ids []string
	for _, f := range s.proofs.open {
		ids = append(ids, f.Rule)
	}
	return ids
}

func TestFindingsAreUnderlinedByShape(t *testing.T) {
	o := newOffice(t)
	s := o.planted(t, "要抓紧布署这项工作。", "各区要,抓紧落实。")
	body := s.view(t, 0)
	if got := body.Marks(textview.Proofreading); len(got) == 0 || body.Buffer().Slice(got[0].Span) != "布署" {
		t.Fatalf("errors are marked at %v, found %v", got, rulesOf(s))
	}
	lines := map[textview.Line]bool{}
	for _, kind := range proofKinds {
		lines[markStyles[kind].Line] = true
	}
	if len(lines) != len(proofKinds) {
		t.Error("two levels have the same line")
	}
	o.Run(s, "compose.proofs")
	o.Says("校对 2", "布署", "一次规范")
}

func TestFixingIsOneThoughtAndCounts(t *testing.T) {
	o := newOffice(t)
	s := o.planted(t, "要抓紧布署这项工作。", "会议定于2月30日召开。")
	if len(s.proofs.open) != 2 {
		t.Fatalf("found %v", rulesOf(s))
	}
	if o.Reason(s, "compose.fix") == "" {
		t.Error("a fix without a finding chosen")
	}
	o.Run(s, "compose.proofnext")
	if got := s.view(t, 0).SelectedText(); got != "布署" && got != "2月30日" {
		t.Errorf("selected %q", got)
	}
	for s.proofs.open[s.proofs.at].Text != "布署" {
		o.Run(s, "compose.proofnext")
	}
	o.Run(s, "compose.fix")
	if got := s.view(t, 0).Text(); !strings.HasPrefix(got, "要抓紧部署") {
		t.Errorf("fixed to %q", got)
	}
	if len(s.proofs.open) != 1 {
		t.Errorf("then found %v", rulesOf(s))
	}
	tallies, err := o.Desk().Tallies(o.Context(), o.Bureau().ID)
	if err != nil || len(tallies) != 1 || tallies[0].Accepted != 1 {
		t.Errorf("counted %+v, %v", tallies, err)
	}
	o.Run(s, "compose.undo")
	if got := s.view(t, 0).Text(); !strings.HasPrefix(got, "要抓紧布署") || len(s.proofs.open) != 2 {
		t.Errorf("undone to %q with %v", got, rulesOf(s))
	}
}

func TestNoFindingIsPassedOverAfterOneWasMendedByHand(t *testing.T) {
	o := newOffice(t)
	s := o.planted(t, "要抓紧布署这项工作。", "会议定于2月30日召开。", "会议要按排好议程。")
	o.Run(s, "compose.proofnext")
	mended, next := s.proofs.open[0].Text, s.proofs.open[1].Text
	body := s.view(t, 0)
	body.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	body.Text()
	if s.proofs.open[0].Text != next {
		t.Fatalf("without %s open are %v", mended, rulesOf(s))
	}
	o.Run(s, "compose.proofnext")
	if got := body.SelectedText(); got != next {
		t.Errorf("went to %q, want %q", got, next)
	}
}

func TestDismissedStaysDismissed(t *testing.T) {
	o := newOffice(t)
	s := o.planted(t, "要抓紧布署这项工作。", "各区抓紧落实。")
	o.Run(s, "compose.proofnext")
	o.Answer = "原文如此"
	o.Run(s, "compose.ignore")
	if len(s.proofs.open) != 0 || len(s.proofs.gone) != 1 {
		t.Fatalf("open %v, gone %d", rulesOf(s), len(s.proofs.gone))
	}
	o.Says("已不采纳", "原文如此")
	body := s.view(t, 0)
	body.Select(buffer.At(body.Buffer().End()))
	body.TypedRune('好')
	body.Text()
	if len(s.proofs.open) > 1 || slices.Contains(rulesOf(s), "L02") {
		t.Errorf("an edit elsewhere brought it back: %v", rulesOf(s))
	}
	o.Run(s, "compose.save")
	again := o.open(s.id)
	if slices.Contains(rulesOf(again), s.proofs.gone[0].Rule) {
		t.Errorf("opened again: %v", rulesOf(again))
	}
	again.heed(again.proofs.gone[0].By.ID)
	if !slices.Contains(rulesOf(again), s.proofs.gone[0].Rule) {
		t.Error("taken back, it does not stand again")
	}
}

func TestNormaliseIsOneThoughtAndDoneOnce(t *testing.T) {
	o := newOffice(t)
	before := []string{"会议要求,各区要抓紧落实,形成合力。", "今年整治 25 条街巷。"}
	s := o.planted(t, before...)
	if s.proofs.mechanical() < 3 {
		t.Fatalf("found %v", rulesOf(s))
	}
	o.Run(s, "compose.normalise")
	o.Says("一次规范", "，］")
	o.Tap("改好勾选的")
	if got := s.view(t, 0).Text(); got != "会议要求，各区要抓紧落实，形成合力。\n今年整治25条街巷。" {
		t.Errorf("normalised to %q", got)
	}
	if why := o.Reason(s, "compose.normalise"); why == "" {
		t.Error("there is more to normalise")
	}
	o.Run(s, "compose.undo")
	if got := s.view(t, 0).Text(); got != strings.Join(before, "\n") {
		t.Errorf("one undo leaves %q", got)
	}
}

func TestNormaliseLeavesOutWholeKinds(t *testing.T) {
	o := newOffice(t)
	s := o.planted(t, "会议要求,各区要抓紧落实。", "今年整治 25 条街巷。")
	o.Run(s, "compose.normalise")
	o.Tap("P01")
	o.Tap("改好勾选的")
	if got := s.view(t, 0).Text(); got != "会议要求,各区要抓紧落实。\n今年整治25条街巷。" {
		t.Errorf("normalised to %q", got)
	}
}

func TestNormaliseSparesWhatWasDismissed(t *testing.T) {
	o := newOffice(t)
	s := o.planted(t, "会议要求,各区要抓紧落实。", "今年整治 25 条街巷。")
	o.Run(s, "compose.proofnext")
	for s.proofs.open[s.proofs.at].Text != "," {
		o.Run(s, "compose.proofnext")
	}
	o.Run(s, "compose.ignore")
	o.Run(s, "compose.normalise")
	o.Tap("改好勾选的")
	if got := s.view(t, 0).Text(); got != "会议要求,各区要抓紧落实。\n今年整治25条街巷。" {
		t.Errorf("normalised to %q", got)
	}
}

func TestNormalisingAHandedOverTextIsARevision(t *testing.T) {
	o := newOffice(t)
	s := o.proofreading(o.open(o.handedBack()))
	body := s.view(t, 0)
	o.OK(body.Apply(buffer.Paste, buffer.Replace(body.Buffer().All(), "会议要求,各区要抓紧落实。")))
	before := len(o.File(s.id).Revisions)
	o.Run(s, "compose.normalise")
	o.Tap("改好勾选的")
	if got := len(o.File(s.id).Revisions) - before; got != 2 {
		t.Errorf("%d revisions, want what was written and what the batch made of it", got)
	}
}

func TestRegistersAreComparedWith(t *testing.T) {
	o := newOffice(t)
	_, err := o.Desk().Enter(o.Context(), o.Actor(), []review.Item{
		{Kind: review.ItemPerson, Name: "王敏", Post: "市长", From: doc.Date{Year: 2024, Month: 1, Day: 10}},
		{Kind: review.ItemPerson, Name: "王敏", Post: "副市长", To: doc.Date{Year: 2024, Month: 1, Day: 9}},
	})
	o.OK(err)
	s := o.planted(t, "副市长王敏到会。")
	if !slices.Contains(rulesOf(s), "C02") {
		t.Errorf("found %v", rulesOf(s))
	}
}

func TestReportIsWrittenForTheVersion(t *testing.T) {
	o := newOffice(t)
	s := o.planted(t, "要抓紧布署这项工作。")
	o.Run(s, "compose.save")
	dir := t.TempDir()
	s.reportTo(dir)
	if len(o.Failed) > 0 || len(s.notices.said) != 2 || !strings.Contains(s.notices.said[0]+s.notices.said[1], ".csv") {
		t.Errorf("failed %v, said %v", o.Failed, s.notices.said)
	}
}
