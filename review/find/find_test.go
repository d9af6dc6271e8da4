package find_test

import (
	"context"
	"reflect"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/review/find"
)

func TestFold(t *testing.T) {
	for text, want := range map[string]string{
		"Ｗｉ－Ｆｉ　网络": "wi-fi 网络", "ÀÉ": "àé", "e\u0301tat": "état", "３．２亿元": "3.2亿元", "𠮷野家🚀": "𠮷野家🚀",
		"１，７０３": "1,703", "“引”": "“引”", "": "",
	} {
		if got := find.Fold(text); got != want {
			t.Errorf("Fold(%q) = %q, want %q", text, got, want)
		}
	}
}

// TestPlainTextsAreComposed compares the quick answer of plain with what Unicode
// says, for every character of the plane that texts are of.
func TestPlainTextsAreComposed(t *testing.T) {
	for r := rune(1); r < 0x10000; r++ {
		for _, s := range []string{string(r), "情" + string(r), "e" + string(r)} {
			want := strings.Map(func(r rune) rune {
				switch {
				case r >= '！' && r <= '～':
					r -= '！' - '!'
				case r == '\u3000':
					return ' '
				}
				return unicode.ToLower(r)
			}, norm.NFC.String(s))
			if got := find.Fold(s); got != want {
				t.Errorf("Fold(%q) = %q, want %q", s, got, want)
			}
		}
	}
}

func TestTerms(t *testing.T) {
	for typed, want := range map[string][]string{
		"文明办": {"文明办"}, " 文明　街巷 ": {"文明", "街巷"}, `"a b" c`: {"a b", "c"}, `"`: nil, `" "`: nil, "": nil,
	} {
		if got := find.Terms(typed); !reflect.DeepEqual(got, want) {
			t.Errorf("Terms(%q) = %q, want %q", typed, got, want)
		}
	}
}

func FuzzMarks(f *testing.F) {
	f.Add("会议要求，e\u0301tat Ｗｉ－Ｆｉ。", "ét")
	f.Fuzz(func(t *testing.T, text, term string) {
		if !utf8.ValidString(text) || find.Fold(term) == "" {
			t.Skip()
		}
		m := find.Query{Terms: []string{term}}.Matcher()
		marks, all := m.Marks(text), []rune(text)
		if (len(marks) > 0) != strings.Contains(find.Fold(text), find.Fold(term)) {
			t.Fatalf("%q in %q: marks %v", term, text, marks)
		}
		last := -1
		for _, s := range marks {
			if s.From <= last || s.To <= s.From || s.To > len(all) {
				t.Fatalf("marks %v of %q", marks, text)
			}
			last = s.To
		}
		for _, s := range m.Snippets(find.FoldParts([]find.Part{{Field: find.Body, Text: text}})) {
			if !strings.Contains(text, s.Text) || len(s.Marks) == 0 || s.Marks[len(s.Marks)-1].To > utf8.RuneCountInString(s.Text) {
				t.Fatalf("snippet %+v", s)
			}
		}
	})
}

func TestSentencesAreTheParagraph(t *testing.T) {
	for _, text := range []string{"会议指出，“要快！”。要求落实；完成", "。", "", "无句号"} {
		if got := strings.Join(find.Sentences(text), ""); got != text {
			t.Errorf("%q became %q", text, got)
		}
	}
	if got := find.Sentences("一。二！三"); len(got) != 3 {
		t.Errorf("sentences %q", got)
	}
}

func line(texts ...string) []review.Revision {
	var all []review.Revision
	for i, text := range texts {
		b := doc.Bulletin{Articles: []doc.Article{{Title: "题", Body: []doc.Paragraph{{ID: "p", Text: text}}}}}
		all = append(all, review.Revision{RevisionInfo: review.RevisionInfo{Seq: i + 1}, Text: b})
	}
	return all
}

func TestLife(t *testing.T) {
	texts := line("别的话先写在这里。", "别的话先写在这里。力争年底前完成任务。", "力争年底前完成任务。别的话。", "确保年底前完成任务。别的话。", "新加的一句。确保年底前完成任务。")
	var told []string
	for _, s := range find.Life(texts, "年底前") {
		told = append(told, string(rune('0'+s.Seq))+s.Sentence)
	}
	if got := strings.Join(told, " "); got != "2力争年底前完成任务。 4确保年底前完成任务。" {
		t.Errorf("life: %s", got)
	}
	if got := find.Life(texts, "没有这句"); got != nil {
		t.Errorf("life of nothing: %v", got)
	}
	if got := find.Life(texts, "先写在这里"); len(got) != 1 || got[0].Seq != 1 {
		t.Errorf("life of what is gone: %+v", got)
	}
}

// said is a finder that always finds one paragraph, if it holds the terms.
type said struct {
	find.Scan
	text string
}

func (s said) Find(_ context.Context, q find.Query) (find.Result, error) {
	m, parts := q.Matcher(), find.FoldParts([]find.Part{{Field: find.Body, Text: s.text}})
	if !m.Holds(parts) {
		return find.Result{}, nil
	}
	return find.Result{Hits: []find.Hit{{Snippets: m.Snippets(parts)}}, Total: 1}, nil
}

func TestUses(t *testing.T) {
	issues := said{text: "全年投入3.2亿元。上年投入2.9亿元；另拨3.2亿元。产值3.2倍。"}
	uses, err := find.Uses(t.Context(), issues, "投入3.2亿元")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, u := range uses {
		got = append(got, string(u.Likeness)+":"+u.Sentence)
	}
	if want := "words:全年投入3.2亿元。 figure:另拨3.2亿元。 unit:上年投入2.9亿元；"; strings.Join(got, " ") != want {
		t.Errorf("uses %q, want %q", got, want)
	}
	if uses, err := find.Uses(t.Context(), issues, " "); err != nil || len(uses) > 0 {
		t.Errorf("uses of nothing: %v, %v", uses, err)
	}
}
