package cli

import (
	"strings"

	"jianbao/editor/doc"
	"jianbao/review"
)

// demandText reads a demand from the command line: what is to be changed,
// and after " @ " the words of the text that it speaks of, if any.
func demandText(b doc.Bulletin, s string) (review.DemandText, error) {
	at := strings.LastIndex(s, " @ ")
	if at < 0 {
		return review.DemandText{Text: s}, nil
	}
	anchor, err := anchorAt(b, s[at+len(" @ "):])
	return review.DemandText{Anchor: anchor, Text: s[:at]}, err
}

// anchorAt ties to the one place of the text where the quoted words stand.
func anchorAt(b doc.Bulletin, quote string) (doc.Anchor, error) {
	var found []doc.Anchor
	for _, p := range places(b) {
		text, _ := b.Text(p)
		found = append(found, occurrences(p, text, quote)...)
	}
	switch {
	case quote == "" || len(found) == 0:
		return doc.Anchor{}, fail(nil, "cli.quote.none", "quote", quote)
	case len(found) > 1:
		return doc.Anchor{}, fail(nil, "cli.quote.several", "quote", quote)
	}
	return found[0], nil
}

// places lists every place of a bulletin that holds text of its own.
func places(b doc.Bulletin) []doc.Place {
	var list []doc.Place
	for _, key := range doc.Fields() {
		list = append(list, doc.Place{Field: key})
	}
	for _, a := range b.Articles {
		for _, key := range doc.ArticleFields() {
			if key != doc.FieldArticleBody {
				list = append(list, doc.Place{Field: key, Article: a.ID})
			}
		}
		for _, p := range a.Body {
			list = append(list, doc.Place{Article: a.ID, Paragraph: p.ID})
		}
	}
	return list
}

func occurrences(at doc.Place, text, quote string) []doc.Anchor {
	var found []doc.Anchor
	length, from := doc.RuneOffset(len([]rune(quote))), 0
	for quote != "" {
		i := strings.Index(text[from:], quote)
		if i < 0 {
			break
		}
		start := doc.RuneOffset(len([]rune(text[:from+i])))
		found = append(found, doc.Anchor{Place: at, From: start, To: start + length, Quote: quote})
		from += i + len(quote)
	}
	return found
}
