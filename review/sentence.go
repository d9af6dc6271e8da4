package review

import (
	"strings"

	"jianbao/editor/doc"
)

// Sentence is one sentence of a text: what a person steps through, and what a
// dismissed finding is tied to. A field, or a paragraph without a mark that
// ends a sentence, is one sentence.
type Sentence struct {
	Place    doc.Place
	From, To doc.RuneOffset // within the text of the place
	Text     string
	Hash     doc.Hash // of Text: the same words are the same sentence wherever they stand
	Nth      int      // how many sentences with the same words stand before it in the text
}

// Sentences returns the sentences of a text in reading order.
func Sentences(b doc.Bulletin) []Sentence {
	var all []Sentence
	fields := doc.Fields()
	for _, key := range fields {
		if key == doc.FieldEditor {
			all = append(all, articleSentences(b)...)
		}
		value, _ := b.Get(doc.Place{Field: key})
		all = append(all, sentencesAt(doc.Place{Field: key}, value)...)
	}
	seen := map[doc.Hash]int{}
	for i := range all {
		all[i].Nth = seen[all[i].Hash]
		seen[all[i].Hash]++
	}
	return all
}

func articleSentences(b doc.Bulletin) []Sentence {
	var all []Sentence
	for _, a := range b.Articles {
		all = append(all, sentencesAt(doc.Place{Field: doc.FieldArticleTitle, Article: a.ID}, a.Title)...)
		all = append(all, sentencesAt(doc.Place{Field: doc.FieldArticleNote, Article: a.ID}, a.Note)...)
		for _, p := range a.Body {
			all = append(all, sentencesAt(doc.Place{Article: a.ID, Paragraph: p.ID}, p.Text)...)
		}
		all = append(all, sentencesAt(doc.Place{Field: doc.FieldArticleSource, Article: a.ID}, a.Source)...)
	}
	return all
}

// SentenceAt returns the sentence of a passage in which a character stands; the
// last one for a character beyond the end.
func SentenceAt(text string, at doc.RuneOffset) Sentence {
	var last Sentence
	for _, s := range sentencesAt(doc.Place{}, text) {
		if last = s; at < s.To {
			break
		}
	}
	return last
}

// ends end a sentence; closers after them still belong to it.
const (
	ends    = "。！？!?…\n"
	closers = "”’）)】》〉」』\""
)

func sentencesAt(at doc.Place, text string) []Sentence {
	var all []Sentence
	runes := []rune(text)
	for from := 0; from < len(runes); {
		to := sentenceEnd(runes, from)
		if words := strings.TrimSpace(string(runes[from:to])); words != "" {
			all = append(all, Sentence{Place: at, From: doc.RuneOffset(from), To: doc.RuneOffset(to), Text: words, Hash: doc.HashOf([]byte(words))})
		}
		from = to
	}
	return all
}

// sentenceEnd returns where the sentence that begins at from ends: after its
// last mark and what that closes, or at the end of the text.
func sentenceEnd(runes []rune, from int) int {
	for i := from; i < len(runes); i++ {
		if !strings.ContainsRune(ends, runes[i]) {
			continue
		}
		for i++; i < len(runes) && strings.ContainsRune(ends+closers, runes[i]); i++ {
		}
		return i
	}
	return len(runes)
}
