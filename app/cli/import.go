package cli

import (
	"errors"
	"os/user"
	"path/filepath"

	"jianbao/app/i18n"
	"jianbao/app/setup"
	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/exchange"
)

// imported is the answer to "import".
type imported struct {
	outcome
	Joined   bool                    `json:"joined,omitempty"` // the drafter was added to the people
	Other    bool                    `json:"other,omitempty"`  // the masthead names another series
	File     string                  `json:"file"`
	Encoding string                  `json:"encoding"`
	Fields   map[doc.FieldKey]string `json:"fields"`
	Articles []articleInfo           `json:"articles"`
	Repairs  []repairInfo            `json:"repairs"`
	Unplaced []strayInfo             `json:"unplaced"`
	Notices  []string                `json:"notices,omitempty"` // what to know of how the file was read
}

func importFile(c *call) (result, error) {
	if c.in.has("as-changes-of") {
		return transcribe(c)
	}
	read, err := c.readIssue(c.word(0), !c.in.has("no-repair"))
	if err != nil {
		return nil, err
	}
	b := read.Bulletin
	series, err := c.seriesFor(b)
	if err != nil {
		return nil, err
	}
	who, joined, err := c.drafter()
	if err != nil {
		return nil, err
	}
	name := filepath.Base(c.word(0))
	f, err := c.desk.Create(c.ctx, who.Actor, series.ID, b, review.CauseImport, name)
	if err != nil {
		return nil, err
	}
	if _, err := read.foreign.Comment(c.ctx, c.desk, who.Actor, f); err != nil {
		return nil, err
	}
	o, err := c.outcome(review.ActCreate, who, f)
	return imported{o, joined, b.Masthead.Title != series.Name, name, string(read.Encoding), fields(b), articles(b),
		repairs(c.words, read), strays(c.words, read), notices(c.words, read.notices)}, err
}

// seriesFor returns the series that --series names, else the one that the
// masthead names, else the only one there is.
func (c *call) seriesFor(b doc.Bulletin) (review.Series, error) {
	if name := c.in.first("series"); name != "" {
		return c.series(name)
	}
	all, err := c.desk.AllSeries(c.ctx)
	if err != nil {
		return review.Series{}, err
	}
	series, err := setup.SeriesOf(all, b)
	if errors.Is(err, review.ErrNotFound) {
		err = usage("cli.series.needed", "title", b.Masthead.Title)
	}
	return series, err
}

// drafter returns the person that --as names, else the only one who drafts.
// Where nobody does yet, the user of this machine is added as a drafter, under
// the name he logs in with and without a PIN: drafting needs none.
func (c *call) drafter() (who acting, joined bool, err error) {
	if c.in.has("as") {
		who, err = c.named()
		return who, false, err
	}
	people, err := c.desk.People(c.ctx)
	if err != nil {
		return acting{}, false, err
	}
	var may []acting
	for _, p := range people {
		if !p.Has(review.RoleDrafter) || p.Left {
			continue
		}
		who, err := c.as(p.Name)
		if err != nil {
			return acting{}, false, err
		}
		may = append(may, who)
	}
	if len(may) == 0 {
		return c.join()
	}
	who, err = only(may)
	return who, false, err
}

func (c *call) join() (acting, bool, error) {
	login, err := user.Current()
	if err != nil {
		return acting{}, false, fail(err, "cli.as.nobody")
	}
	_, err = c.desk.AddPerson(c.ctx, login.Username, []review.Role{review.RoleDrafter}, "")
	if err != nil {
		return acting{}, false, err
	}
	who, err := c.as(login.Username)
	return who, true, err
}

func (i imported) print(p *page) {
	if i.Joined {
		p.say("cli.import.joined", "name", i.By)
	}
	i.outcome.print(p)
	if i.Other {
		p.say("cli.import.other", "title", i.Fields[doc.FieldTitle], "series", i.Series)
	}
	p.say("cli.import.read", "file", i.File, "encoding", i.Encoding)
	for _, n := range i.Notices {
		p.item(n)
	}
	p.content(i.Fields, i.Articles)
	p.repairs(i.Repairs, i.Unplaced)
}

// notices are the sentences about how a file was read.
func notices(words *i18n.Catalogue, list []exchange.Notice) []string {
	var said []string
	for _, n := range list {
		var pairs []any
		for name, value := range n.Args {
			pairs = append(pairs, name, value)
		}
		said = append(said, words.T(n.Code, pairs...))
	}
	return said
}
