package doc

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"
)

// Format and Version mark the JSON form in which bulletins are stored and
// exchanged. A reader refuses a version it does not know.
const (
	Format  = "jianbao.bulletin"
	Version = 1
)

// ErrFormat says that bytes are not a bulletin in a form this program reads.
var ErrFormat = errors.New("doc: not a bulletin this program can read")

type wire struct {
	Format   string        `json:"format"`
	Version  int           `json:"version"`
	Masthead wireMasthead  `json:"masthead"`
	Articles []wireArticle `json:"articles"`
	Imprint  wireImprint   `json:"imprint"`
}

type wireMasthead struct {
	Title      string  `json:"title"`
	Label      string  `json:"label,omitempty"`
	Number     *Number `json:"number,omitempty"`
	Office     string  `json:"office"`
	Date       Date    `json:"date"`
	Security   string  `json:"security,omitempty"`
	Notice     string  `json:"notice,omitempty"`
	CopyNumber string  `json:"copynumber,omitempty"`
}

type wireArticle struct {
	ID     ArticleID       `json:"id,omitempty"`
	Title  string          `json:"title"`
	Note   string          `json:"note,omitempty"`
	Body   []wireParagraph `json:"body"`
	Source string          `json:"source"`
}

type wireParagraph struct {
	ID    ParagraphID `json:"id,omitempty"`
	Level Level       `json:"level,omitempty"`
	Text  string      `json:"text"`
}

type wireImprint struct {
	Editor   string   `json:"editor"`
	Checker  string   `json:"checker"`
	Credits  []Credit `json:"credits,omitempty"`
	Phone    string   `json:"phone"`
	Fax      string   `json:"fax"`
	Email    string   `json:"email"`
	ReportTo string   `json:"reportto"`
	CopyTo   string   `json:"copyto"`
	SendTo   string   `json:"sendto"`
	Copies   int      `json:"copies,omitempty"`
}

// Encode returns the versioned JSON form: UTF-8, keys in declared order, no
// white space between tokens, equal bytes for equal bulletins. It returns
// ErrFormat for a bulletin that JSON cannot carry unchanged: invalid UTF-8, a
// day that does not exist.
func Encode(b Bulletin) ([]byte, error) {
	if err := encodable(b); err != nil {
		return nil, err
	}
	return marshal(toWire(b))
}

// encodable refuses what encoding/json would change without a word, and what
// Decode would not read back.
func encodable(b Bulletin) error {
	for _, p := range b.Validate() {
		if p.Code == CodeInvalidUTF8 || p.Code == CodeNoSuchDay {
			return fmt.Errorf("%w: %s at %+v", ErrFormat, p.Code, p.Place)
		}
	}
	return nil
}

// Decode reads what Encode wrote. Parts that are missing are empty and ids that
// are missing are made; anything unknown or of another version is ErrFormat,
// for a part of a text that is not understood must not be dropped unseen.
func Decode(data []byte) (Bulletin, error) {
	if !utf8.Valid(data) {
		return Bulletin{}, fmt.Errorf("%w: invalid UTF-8", ErrFormat)
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	var w wire
	if err := dec.Decode(&w); err != nil {
		return Bulletin{}, fmt.Errorf("%w: %v", ErrFormat, err)
	}
	if _, err := dec.Token(); err != io.EOF {
		return Bulletin{}, fmt.Errorf("%w: more than one value", ErrFormat)
	}
	if w.Format != Format || w.Version != Version {
		return Bulletin{}, fmt.Errorf("%w: format %q version %d", ErrFormat, w.Format, w.Version)
	}
	return fromWire(w), nil
}

func marshal(w wire) ([]byte, error) {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(w); err != nil {
		return nil, fmt.Errorf("%w: %v", ErrFormat, err)
	}
	return bytes.TrimSuffix(buf.Bytes(), []byte("\n")), nil
}

func toWire(b Bulletin) wire {
	m := b.Masthead
	w := wire{Format: Format, Version: Version,
		Masthead: wireMasthead{m.Title, m.Label, nil, m.Office, m.Date, m.Security, m.Notice, m.CopyNumber},
		Imprint:  wireImprint(b.Imprint),
		Articles: make([]wireArticle, len(b.Articles)),
	}
	if m.Number != (Number{}) {
		w.Masthead.Number = &m.Number
	}
	if len(w.Imprint.Credits) == 0 {
		w.Imprint.Credits = nil
	}
	for i, a := range b.Articles {
		wa := wireArticle{ID: a.ID, Title: a.Title, Note: a.Note, Source: a.Source, Body: make([]wireParagraph, len(a.Body))}
		for j, p := range a.Body {
			wa.Body[j] = wireParagraph(p)
		}
		w.Articles[i] = wa
	}
	return w
}

func fromWire(w wire) Bulletin {
	m := w.Masthead
	b := Bulletin{
		Masthead: Masthead{Title: m.Title, Label: m.Label, Office: m.Office, Date: m.Date,
			Security: m.Security, Notice: m.Notice, CopyNumber: m.CopyNumber},
		Imprint:  Imprint(w.Imprint),
		Articles: make([]Article, len(w.Articles)),
	}
	if m.Number != nil {
		b.Masthead.Number = *m.Number
	}
	for i, wa := range w.Articles {
		a := Article{ID: orNew(wa.ID), Title: wa.Title, Note: wa.Note, Source: wa.Source, Body: make([]Paragraph, len(wa.Body))}
		for j, p := range wa.Body {
			p.ID = orNew(p.ID)
			a.Body[j] = Paragraph(p)
		}
		b.Articles[i] = a
	}
	return b
}

func orNew[T ~string](id T) T {
	if id == "" {
		return T(newID())
	}
	return id
}
