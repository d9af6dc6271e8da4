package cli

import (
	"fmt"
	"strings"

	"jianbao/app/setup"
	"jianbao/editor/doc"
)

// authorship is the answer to "blame": who wrote each sentence and field of the
// newest text.
type authorship []sentenceInfo

type sentenceInfo struct {
	Place   doc.Place    `json:"place"`
	Text    string       `json:"text"`
	Writers []writerInfo `json:"writers"` // who wrote most comes first
}

type writerInfo struct {
	Name     string `json:"name"`
	Revision int    `json:"revision"`
	Runes    int    `json:"characters"`
}

func blame(c *call) (result, error) {
	f, _, err := c.file(c.word(0))
	if err != nil {
		return nil, err
	}
	line, err := c.desk.Line(c.ctx, f.Draft.ID)
	if err != nil {
		return nil, err
	}
	texts := make([]doc.Bulletin, len(line))
	for i, r := range line {
		texts[i] = r.Text
	}
	list := authorship{}
	for _, credit := range setup.Comparer().Credits(texts) {
		s := sentenceInfo{Place: credit.At.Place, Text: credit.At.Quote}
		for _, h := range credit.Hands {
			rev := line[h.Text]
			s.Writers = append(s.Writers, writerInfo{f.Name(rev.Author), rev.Seq, h.Runes})
		}
		list = append(list, s)
	}
	return list, nil
}

func (a authorship) print(p *page) {
	for _, s := range a {
		names := make([]string, len(s.Writers))
		for i, w := range s.Writers {
			names[i] = fmt.Sprintf("%s@%d %d", w.Name, w.Revision, w.Runes)
		}
		text := shorten(s.Text)
		if s.Place.Field != doc.FieldArticleBody {
			text = p.words.T("cli.blame.field", "field", p.words.Field(s.Place.Field), "text", text)
		}
		p.say("cli.blame.sentence", "text", text, "names", strings.Join(names, "、"))
	}
}
