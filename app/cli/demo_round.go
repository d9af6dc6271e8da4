package cli

import (
	"fmt"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/review/diff"
	"jianbao/storage/exchange"
	"jianbao/storage/exchange/text"
)

func (p *play) create() (err error) {
	p.file, err = p.desk.Create(p.ctx, p.actors[drafting], p.series.ID, p.read.Bulletin, review.CauseImport, p.said.File)
	if err != nil {
		return err
	}
	p.said.ID = string(p.file.Draft.ID)
	p.step("cli.demo.create", "id", p.said.ID, "title", p.file.Draft.Heading, "characters", p.file.Head.Runes)
	return nil
}

// lastParagraph returns the last body paragraph of an issue, which every issue
// that can be submitted has.
func lastParagraph(b *doc.Bulletin) *doc.Paragraph {
	body := b.Articles[len(b.Articles)-1].Body
	return &body[len(body)-1]
}

// edit adds a sentence, which the checker will want out again, and shows how
// the change is seen.
func (p *play) edit() error {
	changed := p.file.Head.Text.Clone()
	lastParagraph(&changed).Text += p.words.T("cli.demo.sentence")
	saved, err := p.desk.Save(p.ctx, p.actors[drafting], p.file.Draft.ID, p.file.Head.Seq, changed, "")
	if err != nil {
		return err
	}
	changes := diff.Bulletins(p.file.Head.Text, changed).Changes()
	p.file = saved.File
	p.step("cli.demo.edit", "name", p.cast[drafting].Name, "rev", p.file.Head.Seq, "changes", len(changes), "added", changes[0].New)
	return nil
}

func (p *play) submit(key string) (err error) {
	p.file, err = p.desk.Submit(p.ctx, p.actors[drafting], p.file.Draft.ID)
	if err == nil {
		p.step(key, "name", p.cast[drafting].Name, "rev", p.file.Head.Seq)
	}
	return err
}

func (p *play) sign(part int) (err error) {
	role := p.file.Draft.Waiting(p.file.Series)
	if err := p.tick(part); err != nil {
		return err
	}
	p.file, err = p.desk.Sign(p.ctx, p.actors[part], p.file.Draft.ID, review.Signing{Revision: p.file.Head.Seq})
	if err == nil {
		p.step("cli.demo.sign", "role", role, "name", p.cast[part].Name, "hash", p.file.Head.TextHash.Short())
	}
	return err
}

// tick shows what the signer looks at by itself before signing.
func (p *play) tick(part int) error {
	who := p.actors[part]
	for _, c := range p.file.CriticalOpen(who.Person().ID) {
		if _, err := p.desk.Tick(p.ctx, who, p.file.Draft.ID, c.Change); err != nil {
			return err
		}
		p.step("cli.demo.tick", "name", p.cast[part].Name, "class", p.words.T("term.diff."+c.Class), "old", shorten(c.Old), "new", shorten(c.New))
	}
	return nil
}

// firstRound ends with the draft sent back.
func (p *play) firstRound() error {
	if err := p.submit("cli.demo.submit"); err != nil {
		return err
	}
	if err := p.sign(editing); err != nil {
		return err
	}
	last, added := lastParagraph(&p.file.Head.Text), p.words.T("cli.demo.sentence")
	end := doc.RuneOffset(len([]rune(last.Text)))
	anchor := doc.Anchor{Place: doc.Place{Paragraph: last.ID}, From: end - doc.RuneOffset(len([]rune(added))), To: end, Quote: added}
	demand := review.DemandText{Anchor: anchor, Text: p.words.T("cli.demo.demand", "added", added)}
	var err error
	p.file, err = p.desk.Return(p.ctx, p.actors[checking], p.file.Draft.ID, review.ToDrafting, p.words.T("cli.demo.reason"), []review.DemandText{demand})
	if err != nil {
		return err
	}
	p.step("cli.demo.return", "name", p.cast[checking].Name, "reason", p.words.T("cli.demo.reason"), "demand", demand.Text, "role", p.file.Series.StepRole(0))
	return nil
}

// secondRound does what was demanded and ends with the number drawn.
func (p *play) secondRound() error {
	note := p.words.T("cli.demo.note")
	restored, err := p.desk.Restore(p.ctx, p.actors[drafting], p.file.Draft.ID, 1)
	if err != nil {
		return err
	}
	p.file, err = p.desk.AnswerDemand(p.ctx, p.actors[drafting], restored.Draft.ID, 1, review.AnswerDone, note)
	if err != nil {
		return err
	}
	p.step("cli.demo.answer", "name", p.cast[drafting].Name, "note", note)
	if err := p.submit("cli.demo.resubmit"); err != nil {
		return err
	}
	for _, part := range []int{editing, checking} {
		if err := p.sign(part); err != nil {
			return err
		}
	}
	p.said.Number, p.said.State, p.said.Hash = newNumber(p.file.Draft.Number), string(p.file.Draft.State), string(p.file.Head.TextHash)
	p.step("cli.demo.final", "number", p.said.Number.in(p.words), "hash", p.file.Head.TextHash.Short())
	return nil
}

// deliver exports the final text, has the files read back, and the whole
// database checked.
func (p *play) deliver() error {
	e, err := p.export(p.actors[checking], p.file, exchange.Formats(), p.out())
	if e.Files != nil {
		p.said.Files = e.Files
	}
	if err != nil {
		return err
	}
	p.said.ReadBack = len(e.Files) > 0
	for _, f := range e.Files {
		same, err := readsBack(f, p.file.Head.Text)
		if err != nil {
			return err
		}
		p.said.ReadBack = p.said.ReadBack && same
		p.step("cli.demo.file", "path", f.Path, "bytes", f.Bytes)
	}
	report, err := p.desk.Verify(p.ctx, "")
	if err != nil {
		return err
	}
	if len(report.Findings) > 0 || !p.said.ReadBack {
		return fail(nil, "cli.demo.unsound", "count", fmt.Sprint(len(report.Findings)))
	}
	p.step("cli.demo.verify", "revisions", report.Revisions, "signoffs", report.SignOffs, "events", report.Events)
	return nil
}

// readsBack reports whether a file says what was signed. Export has compared
// every line already; a text file is also read as a bulletin again.
func readsBack(f exchange.Result, signed doc.Bulletin) (bool, error) {
	if f.Format != exchange.TXT {
		return f.ReadBack, nil
	}
	data, err := readFile(f.Path)
	if err != nil {
		return false, err
	}
	again, err := text.ReadBack(data)
	if err != nil {
		return false, err
	}
	got, err := doc.TextHash(again)
	if err != nil {
		return false, err
	}
	want, err := doc.TextHash(text.Carried(signed))
	return f.ReadBack && got == want && again.Masthead.Number.Same(signed.Masthead.Number), err
}
