package compose

import (
	"strconv"
	"time"

	"jianbao/app/i18n"
	"jianbao/editor/doc"
)

// speech is the catalogue with the few forms of speaking this screen needs.
type speech struct{ words *i18n.Catalogue }

func (s speech) t(key string, pairs ...any) string { return s.words.T(key, pairs...) }

// ordinal names an article by its place: 稿件一.
func (s speech) ordinal(index int) string {
	return s.t("compose.article", "n", s.numeral(index+1))
}

const numerals = "一二三四五六七八九十"

func (s speech) numeral(n int) string {
	runes := []rune(numerals)
	if s.words.Language() == i18n.Chinese && n <= len(runes) {
		return string(runes[n-1])
	}
	return strconv.Itoa(n)
}

// problem is the sentence for a problem, led by its article where there are
// several.
func (s speech) problem(b doc.Bulletin, p doc.Problem) string {
	sentence := s.words.Problem(p)
	if len(b.Articles) < 2 {
		return sentence
	}
	for i, a := range b.Articles {
		if a.ID == p.Place.Article {
			return s.t("compose.of", "where", s.ordinal(i), "what", sentence)
		}
	}
	return sentence
}

// when is a moment as a person at the same desk says it.
func when(at time.Time) string {
	at = at.Local()
	if now := time.Now(); at.YearDay() == now.YearDay() && at.Year() == now.Year() {
		return at.Format("15:04")
	}
	return at.Format("2006-01-02 15:04")
}

// exactly is when, to the second where it was today.
func exactly(at time.Time) string {
	if said := when(at); said != at.Local().Format("15:04") {
		return said
	}
	return at.Local().Format(time.TimeOnly)
}
