package diffview

import (
	"strings"
	"unicode/utf8"

	"jianbao/review/diff"
)

// Figures count what differs: characters put in and taken out, without line
// ends, and passages moved.
type Figures struct{ Inserted, Deleted, Moved int }

// Figures counts what differs.
func (c Comparison) Figures() Figures {
	var f Figures
	for _, field := range c.Diff.Fields {
		f.count(field.Script)
	}
	for _, a := range c.Diff.Articles {
		switch a.State {
		case diff.ArticleAdded:
			f.Inserted += c.New.Article(a.New).Runes()
		case diff.ArticleRemoved:
			f.Deleted += c.Old.Article(a.Old).Runes()
		case diff.ArticleMoved:
			f.Moved++
		}
		for _, field := range a.Fields {
			f.count(field.Script)
		}
		f.count(a.Body)
	}
	return f
}

func (f *Figures) count(s diff.Script) {
	for _, h := range s.Hunks {
		if h.Kind == diff.MoveTo {
			f.Moved++
		}
		for _, p := range h.Inner {
			switch p.Kind {
			case diff.Insert:
				f.Inserted += characters(p.New)
			case diff.Delete:
				f.Deleted += characters(p.Old)
			}
		}
	}
}

func characters(s string) int { return utf8.RuneCountInString(s) - strings.Count(s, "\n") }
