package compose

import (
	"context"
	"slices"
	"time"

	"jianbao/app/apptest/probe"
	"jianbao/app/proofread"
	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/review/proof"
)

// pauseDelay is how long nothing is typed until the text is proofread: with one
// more such delay, the reading and the painting it stays below 100 ms.
const pauseDelay = 35 * time.Millisecond

// proofs is what proofreading finds in the text while it is written. All of it
// belongs to the UI goroutine but session, which belongs to the reading under
// way.
type proofs struct {
	known  known
	memory review.Dismissals

	session *proof.Session // nil until what is compared with is there
	cancel  context.CancelFunc
	reading bool // on another goroutine
	again   bool // once that ended
	armed   bool
	after   func(delay time.Duration, then func())

	text proof.Text      // that was read last
	open []proof.Finding // what wants a judgement first, by level, then what does not
	gone []proofread.Dismissed
	at   int  // the finding that is looked at, -1 for none
	lost bool // the finding looked at is no more: another one stands at at, not looked at yet
	on   bool // what stands at at is to be shown once the text was read again
}

// known is what the text is compared with.
type known struct {
	series review.Series
	items  []review.Item
	rules  map[string]*proof.Rule
}

func newProofs() *proofs { return &proofs{at: -1, after: afterwards, cancel: func() {}} }

// mechanical counts the findings that one batch can mend.
func (p *proofs) mechanical() int {
	return len(p.open) - p.judged()
}

// judged counts the findings that want a judgement; they come first.
func (p *proofs) judged() int {
	i := slices.IndexFunc(p.open, func(f proof.Finding) bool { return f.Mechanical })
	if i < 0 {
		return len(p.open)
	}
	return i
}

// take goes on with what a reading found; the finding looked at stays the same
// one if it still stands.
func (p *proofs) take(text proof.Text, open []proof.Finding, gone []proofread.Dismissed) {
	var was *proof.Finding
	if p.at >= 0 && p.at < len(p.open) {
		was = &p.open[p.at]
	}
	arrange(open)
	p.text, p.open, p.gone = text, open, gone
	if was != nil {
		same := func(f proof.Finding) bool {
			return f.Place == was.Place && f.Rule == was.Rule && f.Text == was.Text && f.From == was.From
		}
		i := slices.IndexFunc(open, same)
		if p.lost = i < 0; !p.lost {
			p.at = i
		}
	}
	p.at = min(p.at, len(open)-1)
}

// arrange sorts findings as they are listed.
func arrange(open []proof.Finding) {
	rank := func(f proof.Finding) int {
		if f.Mechanical {
			return len(proof.Levels())
		}
		return slices.Index(proof.Levels(), f.Level)
	}
	slices.SortStableFunc(open, func(a, b proof.Finding) int { return rank(a) - rank(b) })
}

// loadProofs reads what the office knows and has dismissed, then the text.
func (s *Screen) loadProofs() {
	desk, series, shell := s.shell.Desk(), s.file.Series, s.shell
	fresh := known{series: series, rules: map[string]*proof.Rule{}}
	var memory review.Dismissals
	var checker *proof.Checker
	s.shell.Do(func() (err error) {
		ctx := context.Background()
		if fresh.items, err = desk.Registers(ctx, series.ID); err != nil {
			return err
		}
		if memory, err = desk.Dismissals(ctx, series.ID); err != nil {
			return err
		}
		rules, err := shell.Rules()
		if err != nil {
			return err
		}
		for _, r := range rules {
			fresh.rules[r.ID] = r
		}
		checker, err = shell.Checker(series, fresh.items)
		return err
	}, func() {
		s.proofs.known, s.proofs.memory, s.proofs.session = fresh, memory, checker.Session()
		s.proofread()
	})
}

// proofreadSoon reads the text once the writer pauses.
func (s *Screen) proofreadSoon() {
	p := s.proofs
	p.cancel()
	if p.armed || p.session == nil {
		return
	}
	p.armed = true
	edit, rest := s.text.edits, probe.Busy()
	p.after(pauseDelay, func() {
		defer rest()
		p.armed = false
		if s.text.edits != edit {
			s.proofreadSoon()
			return
		}
		s.proofread()
	})
}

// proofread reads the text on another goroutine, one reading at a time; typing
// ends a reading that is under way.
func (s *Screen) proofread() {
	p := s.proofs
	if p.reading {
		p.again = true
		p.cancel()
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	p.reading, p.again, p.cancel = true, false, cancel
	session, memory, edit, text := p.session, p.memory, s.text.edits, proof.TextOf(&s.text.text)
	var open []proof.Finding
	var gone []proofread.Dismissed
	var failed error
	s.shell.Do(func() error {
		var found []proof.Finding
		found, failed = session.Check(ctx, text)
		open, gone = proofread.Sift(text, found, s.id, memory)
		return nil
	}, func() {
		ended := ctx.Err() != nil
		cancel()
		p.reading = false
		switch {
		case p.again || session != p.session:
			s.proofread()
		case edit == s.text.edits && !ended && failed != nil:
			s.shell.Fail(failed)
		case edit == s.text.edits && failed == nil:
			p.take(text, open, gone)
			s.paintProofs()
		}
	})
}

// sift parts the findings anew after a dismissal was made or taken back.
func (s *Screen) sift(memory review.Dismissals) {
	p := s.proofs
	all := slices.Clone(p.open)
	for _, d := range p.gone {
		all = append(all, d.Finding)
	}
	slices.SortStableFunc(all, func(a, b proof.Finding) int {
		if a.Passage != b.Passage {
			return a.Passage - b.Passage
		}
		return int(a.From - b.From)
	})
	p.memory = memory
	open, gone := proofread.Sift(p.text, all, s.id, memory)
	p.take(p.text, open, gone)
	s.paintProofs()
}

// paintProofs shows what was found on the page and beside it.
func (s *Screen) paintProofs() {
	s.page.markProofs(s.proofs.open)
	s.side.recount()
	if s.proofs.on {
		s.proofs.on = false
		s.showFinding(s.proofs.at)
	}
}

// textPlace is the place of the text on the page that holds a finding.
func textPlace(f proof.Finding) doc.Place {
	if f.Place.Paragraph != "" {
		return doc.Place{Field: doc.FieldArticleBody, Article: f.Place.Article}
	}
	return f.Place
}
