package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"jianbao/app/setup"
	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/exchange"
)

// demonstration is the answer to "demo": the main job on one issue, from the
// file as it comes to the files as they go out.
type demonstration struct {
	File     string                  `json:"file"`
	Database string                  `json:"database"`
	ID       string                  `json:"id"`
	Number   *issueNo                `json:"number"`
	State    string                  `json:"state"`
	Fields   map[doc.FieldKey]string `json:"fields"`
	Articles []articleInfo           `json:"articles"`
	Repairs  []repairInfo            `json:"repairs"`
	Unplaced []strayInfo             `json:"unplaced"`
	Steps    []string                `json:"steps"`
	Files    []exchange.Result       `json:"files"`
	Hash     string                  `json:"hash"`     // of the signed text
	ReadBack bool                    `json:"readback"` // the files hold exactly the signed text
}

// stage of the demonstration.
type play struct {
	*call
	said   demonstration
	read   source
	series review.Series
	cast   [3]setup.SamplePerson // drafter, 责编, 核稿
	actors [3]review.Actor
	file   *review.File
}

// The parts in the cast.
const (
	drafting = iota
	editing
	checking
)

func demo(c *call) (result, error) {
	p := &play{call: c, said: demonstration{Files: []exchange.Result{}, Steps: []string{}}}
	for _, act := range []func() error{p.readFile, p.openDatabase, p.chooseSeries, p.invite, p.create, p.edit, p.firstRound, p.secondRound, p.deliver} {
		if err := act(); err != nil {
			return p.said, err
		}
	}
	return p.said, nil
}

// step notes what was done.
func (p *play) step(key string, pairs ...any) {
	p.said.Steps = append(p.said.Steps, p.words.T(key, pairs...))
}

// readFile reads the file named, or the sample.
func (p *play) readFile() error {
	data, name, err := setup.SampleText()
	if p.word(0) != "" {
		name = p.word(0)
		data, err = readFile(name)
	}
	if err != nil {
		return err
	}
	if p.read, err = p.decodeIssue(data, true); err != nil {
		return err
	}
	b := p.read.Bulletin
	p.said.File, p.said.Fields, p.said.Articles = filepath.Base(name), fields(b), articles(b)
	p.said.Repairs, p.said.Unplaced = repairs(p.words, p.read), strays(p.words, p.read)
	p.step("cli.demo.read", "file", p.said.File, "encoding", p.read.Encoding, "repairs", len(p.said.Repairs), "unplaced", len(p.said.Unplaced))
	return nil
}

func (p *play) out() string {
	if dir := p.in.first("out"); dir != "" {
		return dir
	}
	return "out"
}

// openDatabase makes a database beside the results; one that is there is left
// alone.
func (p *play) openDatabase() error {
	if err := os.MkdirAll(p.out(), 0o777); err != nil {
		return fail(err, "cli.folder.unmade", "folder", p.out())
	}
	p.said.Database = freeName(p.out(), "jianbao-demo", ".db")
	o := p.surroundings()
	o.DSN, o.Sample = p.said.Database, false
	if err := p.open(o); err != nil {
		return err
	}
	p.step("cli.demo.database", "path", p.said.Database)
	return nil
}

func freeName(dir, stem, extension string) string {
	path := filepath.Join(dir, stem+extension)
	for n := 2; ; n++ {
		if _, err := os.Lstat(path); err != nil { // not there, or opening it will say why not
			return path
		}
		path = filepath.Join(dir, fmt.Sprintf("%s-%d%s", stem, n, extension))
	}
}

// chooseSeries takes the built-in series if the issue is one of it, else fits
// one to the issue, and opens its ledger at the number before the issue's.
func (p *play) chooseSeries() error {
	all, err := p.desk.AllSeries(p.ctx)
	if err != nil {
		return err
	}
	issue := &p.read.Bulletin
	if p.series, err = setup.SeriesOf(all, *issue); err != nil {
		return err
	}
	if title := issue.Masthead.Title; title != "" && title != p.series.Name {
		p.series, err = p.desk.AddSeries(p.ctx, review.Actor{}, setup.FitSeries(p.series, *issue))
		if err != nil {
			return err
		}
	}
	if label := issue.Masthead.Label; label != "" && !issue.Masthead.Number.IsZero() {
		p.step("cli.demo.label", "label", label, "number", newNumber(issue.Masthead.Number).in(p.words))
		issue.Masthead.Number = doc.Number{} // the ledger opens on the ordinary sequence
	}
	if err := p.program.OpenLedgerFor(p.ctx, review.Actor{}, p.series, *issue); err != nil {
		return err
	}
	ledger, err := p.desk.Ledger(p.ctx, p.series.ID)
	last, _ := ledger.Last()
	p.step("cli.demo.series", "series", p.series.Name, "chain", strings.Join(p.series.Template.Chain, " → "),
		"last", newNumber(last.Number).orNone(p.words))
	return err
}

// invite casts the people whom the imprint names; the sample's stand in where
// it names nobody, or one person twice.
func (p *play) invite() error {
	people, err := setup.SamplePeople()
	if err != nil {
		return err
	}
	copy(p.cast[:], people)
	m := p.read.Bulletin.Imprint
	for part, name := range map[int]string{editing: m.Editor, checking: m.Checker} {
		if usable(name) && name != p.cast[drafting].Name && m.Editor != m.Checker {
			p.cast[part].Name = name
		}
	}
	if err := p.program.AddPeople(p.ctx, p.cast[:]); err != nil {
		return err
	}
	for i, s := range p.cast {
		if p.actors[i], err = p.desk.Unlock(p.ctx, s.Name, s.PIN); err != nil {
			return err
		}
	}
	p.step("cli.demo.people", "drafter", p.cast[drafting].Name, "editor", p.cast[editing].Name, "checker", p.cast[checking].Name,
		"pin", p.cast[drafting].PIN)
	return nil
}

func usable(name string) bool {
	return strings.TrimSpace(name) == name && name != "" && !strings.ContainsAny(name, "\n\t")
}

func (d demonstration) print(p *page) {
	for i, s := range d.Steps {
		p.line(fmt.Sprintf("%2d. %s", i+1, s))
		if i == 0 {
			p.content(d.Fields, d.Articles)
			p.repairs(d.Repairs, d.Unplaced)
		}
	}
	if d.ReadBack {
		p.say("cli.demo.done", "number", d.Number.in(p.words), "title", d.Articles[0].Title)
	}
}
