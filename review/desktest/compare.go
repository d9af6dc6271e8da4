package desktest

import (
	"strings"

	"jianbao/editor/doc"
	"jianbao/review"
)

// compares lets the desk compare texts from now on.
func (o *office) compares() *office {
	o.desk = o.deskOn(o.store, review.WithComparer(figures{}))
	return o
}

// figures is a comparison just good enough for the rules: it holds paragraphs
// that stand at the same place against each other, and takes every change of a
// figure as critical.
type figures struct{}

func (figures) Delta(from, to doc.Bulletin) review.Delta {
	var d review.Delta
	for i, a := range to.Articles {
		for j, p := range a.Body {
			old := paragraph(from, i, j)
			if was, is := digits(old), digits(p.Text); was != is {
				at := doc.Anchor{Place: doc.Place{Field: doc.FieldArticleBody, Article: a.ID, Paragraph: p.ID}}
				d.Critical = append(d.Critical, review.Critical{Change: was + ">" + is, At: at, Class: "number", Old: was, New: is})
			}
			d.Share = max(d.Share, share(old, p.Text))
		}
	}
	return d
}

// paragraph is the text that stands at a place, "" if none does.
func paragraph(b doc.Bulletin, article, at int) string {
	if article >= len(b.Articles) || at >= len(b.Articles[article].Body) {
		return ""
	}
	return b.Articles[article].Body[at].Text
}

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

// share is how many characters in a hundred differ, place by place.
func share(old, new string) int {
	a, b := []rune(old), []rune(new)
	differ := max(len(a), len(b)) - min(len(a), len(b))
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			differ++
		}
	}
	return differ * 100 / max(len(a), len(b), 1)
}
