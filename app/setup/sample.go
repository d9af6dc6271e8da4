package setup

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"time"

	"jianbao/assets"
	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/exchange/text"
)

// SamplePerson is somebody of the sample. The PIN is no secret: it guards
// nothing but invented text.
type SamplePerson struct {
	Name  string        `json:"name"`
	Roles []review.Role `json:"roles"`
	PIN   string        `json:"pin"`
}

// SamplePeople returns the people of the sample: drafter, then the chain.
func SamplePeople() ([]SamplePerson, error) {
	data, err := fs.ReadFile(assets.Samples(), "people.json")
	if err != nil {
		return nil, err
	}
	var people []SamplePerson
	return people, json.Unmarshal(data, &people)
}

// SampleText returns the file of the sample issue and its name.
func SampleText() (data []byte, name string, err error) {
	const file = "yunzhou.txt"
	data, err = fs.ReadFile(assets.Samples(), file)
	return data, file, err
}

// loadTime is more than loading the sample takes: who began longer ago and has
// no draft yet was stopped half-way.
const loadTime = time.Minute

// LoadSample puts the sample's people, the opening of its ledger and its draft
// into a database that has no draft yet; it does nothing to any other. Where
// several programs start at once, the one that adds the first person loads.
func (p *Program) LoadSample(ctx context.Context) error {
	drafts, err := p.Desk.List(ctx, review.DraftFilter{Limit: 1})
	if err != nil || len(drafts) > 0 {
		return err
	}
	people, err := SamplePeople()
	if err != nil {
		return err
	}
	mine, err := p.beginSample(ctx, people[0])
	if err != nil || !mine {
		return err
	}
	if err := p.AddPeople(ctx, people); err != nil {
		return err
	}
	return p.addSampleDraft(ctx, people[0])
}

// beginSample adds the first person and reports whether this program is to
// load the rest.
func (p *Program) beginSample(ctx context.Context, first SamplePerson) (bool, error) {
	_, err := p.Desk.AddPerson(ctx, first.Name, first.Roles, first.PIN)
	if !errors.Is(err, review.ErrExists) {
		return err == nil, err
	}
	who, err := p.Desk.As(ctx, first.Name)
	return err == nil && time.Since(who.Person().Joined) > loadTime, err
}

// AddPeople adds those who are not there yet.
func (p *Program) AddPeople(ctx context.Context, people []SamplePerson) error {
	for _, s := range people {
		_, err := p.Desk.AddPerson(ctx, s.Name, s.Roles, s.PIN)
		if err != nil && !errors.Is(err, review.ErrExists) {
			return err
		}
	}
	return nil
}

func (p *Program) addSampleDraft(ctx context.Context, drafter SamplePerson) error {
	data, name, err := SampleText()
	if err != nil {
		return err
	}
	read, err := text.Read(data, text.Options{Repair: true})
	if err != nil {
		return err
	}
	all, err := p.Desk.AllSeries(ctx)
	if err != nil {
		return err
	}
	series, err := SeriesOf(all, read.Bulletin)
	if err != nil {
		return err
	}
	who, err := p.Desk.As(ctx, drafter.Name)
	if err != nil {
		return err
	}
	if err := p.OpenLedgerFor(ctx, who, series, read.Bulletin); err != nil {
		return err
	}
	_, err = p.Desk.Create(ctx, who, series.ID, read.Bulletin, review.CauseImport, name)
	return err
}

// SeriesOf picks the series that a text belongs to: the one its masthead
// names, else the only one there is. It returns review.ErrNotFound where that
// does not decide it.
func SeriesOf(all []review.Series, issue doc.Bulletin) (review.Series, error) {
	for _, s := range all {
		if s.Name == issue.Masthead.Title {
			return s, nil
		}
	}
	if len(all) == 1 {
		return all[0], nil
	}
	return review.Series{}, review.ErrNotFound
}

// OpenLedgerFor opens an empty ledger so that the number drawn next is the one
// the issue bears; an issue without a number leaves the ledger to begin at 1.
func (p *Program) OpenLedgerFor(ctx context.Context, who review.Actor, s review.Series, issue doc.Bulletin) error {
	ledger, err := p.Desk.Ledger(ctx, s.ID)
	if err != nil || len(ledger) > 0 || issue.Masthead.Number.IsZero() {
		return err
	}
	n, m := issue.Masthead.Number, issue.Masthead
	last := doc.Number{Year: m.Date.Year, Issue: max(n.Issue-1, 0), Total: max(n.Total-1, 0)}
	return p.Desk.OpenLedger(ctx, who, s.ID, last)
}
