package cli

import (
	"bytes"
	"strings"

	"jianbao/app/i18n"
	"jianbao/editor/doc"
	"jianbao/storage/exchange"
	"jianbao/storage/exchange/form"
	"jianbao/storage/exchange/text"
)

// source is a bulletin read from a file.
type source struct {
	text.Result
	exact   bool // the file states ids and levels: it is the JSON exchange form
	notices []exchange.Notice
	foreign exchange.Foreign // zero for the JSON exchange form
}

// readIssue reads a bulletin from a file: the JSON exchange form if it begins
// like that, else a file of any other kind, whose parts are recognised.
func (c *call) readIssue(path string, repair bool) (source, error) {
	data, err := readFile(path)
	if err != nil {
		return source{}, err
	}
	return c.decodeIssue(data, repair)
}

func (c *call) decodeIssue(data []byte, repair bool) (source, error) {
	if !bytes.HasPrefix(bytes.TrimSpace(data), []byte("{")) {
		return c.decodeForeign(data, repair)
	}
	b, err := doc.Decode(data)
	if err != nil {
		return source{}, fail(err, "cli.json.unreadable", "detail", err.Error())
	}
	return source{Result: text.Result{Bulletin: b, Encoding: text.UTF8}, exact: true}, nil
}

// decodeForeign reads a file from elsewhere: repaired, or exactly as it stands.
func (c *call) decodeForeign(data []byte, repair bool) (source, error) {
	f, err := exchange.Open(c.ctx, data)
	if err != nil {
		return source{}, err
	}
	s := source{notices: f.Notices, foreign: f}
	if repair {
		s.Result, err = f.Read(text.Options{Repair: true})
	} else {
		s.Result, err = f.Exact()
	}
	return s, err
}

// printed is the text as a text file holds it; one that no text file could
// hold exactly is given line by line.
func printed(b doc.Bulletin) string {
	var s strings.Builder
	if text.Write(&s, b, text.WriteOptions{}) == nil {
		return s.String()
	}
	s.Reset()
	for _, l := range form.Lines(b) {
		s.WriteString(l.String() + "\n")
	}
	return s.String()
}

// fields are the values of masthead and imprint that are filled, by their keys.
func fields(b doc.Bulletin) map[doc.FieldKey]string {
	values := map[doc.FieldKey]string{}
	for _, key := range doc.Fields() {
		if v, _ := b.Get(doc.Place{Field: key}); v != "" {
			values[key] = v
		}
	}
	return values
}

// articleInfo is what is known of an article without its text.
type articleInfo struct {
	ID         doc.ArticleID `json:"id"`
	Title      string        `json:"title"`
	Source     string        `json:"source"`
	Paragraphs int           `json:"paragraphs"`
	Runes      int           `json:"characters"`
}

func articles(b doc.Bulletin) []articleInfo {
	list := make([]articleInfo, len(b.Articles))
	for i, a := range b.Articles {
		list[i] = articleInfo{a.ID, a.TitleLine(), a.Source, len(a.Body), a.Runes()}
	}
	return list
}

// content prints the fields in reading order, then the articles.
func (p *page) content(values map[doc.FieldKey]string, list []articleInfo) {
	var rows [][]string
	for _, key := range doc.Fields() {
		if v, ok := values[key]; ok {
			rows = append(rows, []string{"  " + p.words.Field(key), oneLine(v)})
		}
	}
	p.columns(rows)
	for i, a := range list {
		p.say("cli.article", "n", i+1, "title", a.Title, "paragraphs", a.Paragraphs, "characters", a.Runes, "source", a.Source)
	}
}

func oneLine(s string) string { return strings.ReplaceAll(s, "\n", " / ") }

// joined is a list of names as a sentence has it.
func joined(names []string) string { return strings.Join(names, "、") }

// repairInfo is one repair of an import.
type repairInfo struct {
	ID      string    `json:"id"`
	Code    string    `json:"code"`
	Message string    `json:"message"`
	Line    int       `json:"line"`
	Before  string    `json:"before"`
	After   string    `json:"after"`
	Place   doc.Place `json:"place"`
}

func repairs(words *i18n.Catalogue, r source) []repairInfo {
	list := make([]repairInfo, len(r.Repairs))
	for i, m := range r.Repairs {
		list[i] = repairInfo{m.ID, m.Code, words.T(m.Code), m.Line, m.Before, m.After, m.Place}
	}
	return list
}

// strayInfo is text of an import for which no field was found.
type strayInfo struct {
	Code    string    `json:"code"`
	Message string    `json:"message"`
	Line    int       `json:"line"`
	Text    string    `json:"text"`
	Place   doc.Place `json:"place"`
}

func strays(words *i18n.Catalogue, r source) []strayInfo {
	list := make([]strayInfo, len(r.Unplaced))
	for i, m := range r.Unplaced {
		list[i] = strayInfo{m.Code, words.T(m.Code), m.Line, m.Text, m.Place}
	}
	return list
}

// repairs prints each repair and each text without a field.
func (p *page) repairs(made []repairInfo, left []strayInfo) {
	if len(made) == 0 {
		p.say("cli.repairs.none")
	} else {
		p.say("cli.repairs", "count", len(made))
	}
	for _, r := range made {
		before, after := around(r.Before, r.After)
		p.item(p.words.T("cli.repair", "line", r.Line, "what", r.Message, "before", before, "after", after))
	}
	if len(left) > 0 {
		p.say("cli.unplaced", "count", len(left))
	}
	for _, s := range left {
		p.item(p.words.T("cli.stray", "line", s.Line, "what", s.Message, "text", shorten(s.Text)))
	}
}

// shorten keeps a list readable; --json has the whole text.
func shorten(s string) string {
	const most = 40
	runes := []rune(oneLine(s))
	if len(runes) <= most {
		return string(runes)
	}
	return string(runes[:most/2]) + "……" + string(runes[len(runes)-most/2:])
}

// around returns the first place where two texts part, with a few characters
// before it.
func around(before, after string) (string, string) {
	a, b := []rune(oneLine(before)), []rune(oneLine(after))
	same := 0
	for same < len(a) && same < len(b) && a[same] == b[same] {
		same++
	}
	return window(a, same), window(b, same)
}

func window(s []rune, at int) string {
	const lead, length = 6, 20
	from, to := max(0, at-lead), min(len(s), max(0, at-lead)+length)
	text := string(s[from:to])
	if from > 0 {
		text = "…" + text
	}
	if to < len(s) {
		text += "…"
	}
	return text
}
