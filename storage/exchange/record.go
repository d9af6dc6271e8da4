package exchange

import (
	"encoding/xml"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
)

// Record is how a text came about, for its archive package.
type Record struct {
	Slip     []string // 发文稿纸 as printed: its title, then its lines
	TextHash doc.Hash
	Signed   []review.Signed // every sign-off of this draft, with its signature
	Events   []review.Event  // of this draft
	Head     review.Event    // the newest of all events: its hash covers every one before
	Name     func(review.PersonID) string
}

// metadata is a Record and the fields of a bulletin as XML.
type metadata struct {
	XMLName  xml.Name    `xml:"jianbao-issue"`
	Version  int         `xml:"version,attr"`
	Series   string      `xml:"series"`
	Office   string      `xml:"office"`
	Label    string      `xml:"label,omitempty"`
	Year     int         `xml:"number>year"`
	Issue    int         `xml:"number>issue"`
	Total    int         `xml:"number>total"`
	Date     string      `xml:"date"`
	Security string      `xml:"security,omitempty"`
	Titles   []string    `xml:"titles>title"`
	Copies   int         `xml:"copies,omitempty"`
	Text     textMark    `xml:"text"`
	SignOffs []signMark  `xml:"signoffs>signoff"`
	Events   []eventMark `xml:"events>event"`
	Chain    chainMark   `xml:"chain"`
	Slip     []string    `xml:"slip>line"`
}

type textMark struct {
	SHA256     doc.Hash `xml:"sha256,attr"`
	Characters int      `xml:"characters,attr"`
}

type signMark struct {
	Role    string   `xml:"role,attr"`
	Name    string   `xml:"name,attr"`
	At      string   `xml:"at,attr"`
	Text    doc.Hash `xml:"text,attr"`
	Fell    string   `xml:"fell,attr,omitempty"`
	Comment string   `xml:"comment,omitempty"`

	Signature doc.Hash `xml:"signature,attr,omitempty"` // of what was signed and the signature; "" if there is none
}

type eventMark struct {
	Seq    int64    `xml:"seq,attr"`
	At     string   `xml:"at,attr"`
	Action string   `xml:"action,attr"`
	Name   string   `xml:"name,attr"`
	Hash   doc.Hash `xml:"hash,attr"`
}

type chainMark struct {
	Events int64    `xml:"events,attr"`
	Head   doc.Hash `xml:"head,attr"`
}

const metadataVersion = 1

func newMetadata(b doc.Bulletin, r Record) metadata {
	head := b.Masthead
	m := metadata{Version: metadataVersion, Series: head.Title, Office: head.Office, Label: head.Label,
		Year: head.Number.Year, Issue: head.Number.Issue, Total: head.Number.Total, Date: head.Date.String(),
		Security: head.Security, Copies: b.Imprint.Copies, Slip: r.Slip,
		Text: textMark{r.TextHash, b.Runes()}, Chain: chainMark{r.Head.Seq, r.Head.Hash}}
	for _, a := range b.Articles {
		m.Titles = append(m.Titles, a.Title)
	}
	for _, s := range r.Signed {
		mark := signMark{Role: string(s.Role), Name: s.Name, At: stamped(s.At), Text: s.TextHash, Fell: string(s.Fell), Comment: s.Comment}
		if s.Signature != nil {
			mark.Signature = doc.HashOf(s.Signature.Bytes())
		}
		m.SignOffs = append(m.SignOffs, mark)
	}
	for _, e := range r.Events {
		m.Events = append(m.Events, eventMark{e.Seq, stamped(e.At), string(e.Action), r.Name(e.Actor), e.Hash})
	}
	return m
}

func stamped(at time.Time) string { return at.UTC().Format(time.RFC3339) }
