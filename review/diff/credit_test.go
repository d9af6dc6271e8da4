package diff

import (
	"fmt"
	"strings"
	"testing"

	"jianbao/editor/doc"
)

// credited writes credits as "sentence text:runes text:runes", one a line.
func credited(list []Credit) string {
	var b strings.Builder
	for _, c := range list {
		b.WriteString(c.At.Quote)
		for _, p := range c.Hands {
			fmt.Fprintf(&b, " %d:%d", p.Text, p.Runes)
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestCredits(t *testing.T) {
	const first = "各单位要压实工作责任。会议强调抓好落实。"
	cases := []struct {
		name string
		line []string
		want string
	}{
		{"one text", []string{first}, "各单位要压实工作责任。 0:11\n会议强调抓好落实。 0:9\n"},
		{"characters within a sentence", []string{first, "各单位要压紧工作责任。会议强调抓好落实。"}, "各单位要压紧工作责任。 0:10 1:1\n会议强调抓好落实。 0:9\n"},
		{"two people after the drafter", []string{first, first + "请各地照办。", first + "请各地立即照办。"},
			"各单位要压实工作责任。 0:11\n会议强调抓好落实。 0:9\n请各地立即照办。 1:6 2:2\n"},
		{"taken out and put back", []string{first, "各单位要压实工作责任。", first}, "各单位要压实工作责任。 0:11\n会议强调抓好落实。 0:9\n"},
		{"replaced and restored", []string{first, "各单位要压紧工作责任。会议强调抓好落实。", first}, "各单位要压实工作责任。 0:11\n会议强调抓好落实。 0:9\n"},
		{"moved", []string{"天气渐凉，注意添衣。\n" + first + "\n全市上下积极响应号召。", first + "\n全市上下积极响应号召。\n天气渐凉，注意添衣。"},
			"各单位要压实工作责任。 0:11\n会议强调抓好落实。 0:9\n全市上下积极响应号召。 0:11\n天气渐凉，注意添衣。 0:10\n"},
	}
	for _, c := range cases {
		line := make([]doc.Bulletin, len(c.line))
		for i, text := range c.line {
			line[i] = inBody(text)
		}
		if got, want := credited(Comparer{}.Credits(line)), "题 0:1\n"+c.want; got != want {
			t.Errorf("%s:\n%swant\n%s", c.name, got, want)
		}
	}
}

func TestCreditsOfArticles(t *testing.T) {
	one := inBody("甲单位的经验。")
	two := one.Clone()
	two.Articles = append(two.Articles, doc.Article{ID: "a2", Title: "另一篇", Body: []doc.Paragraph{{ID: "p2", Text: "乙单位的做法。"}}})
	got := credited(Comparer{}.Credits([]doc.Bulletin{one, two, one, two}))
	if want := "题 0:1\n甲单位的经验。 0:7\n另一篇 1:3\n乙单位的做法。 1:7\n"; got != want {
		t.Errorf("got %swant %s", got, want)
	}
	if Comparer.Credits(Comparer{}, nil) != nil {
		t.Error("credits of no text")
	}
}

func TestCreditsOfFields(t *testing.T) {
	first := inBody("全文。")
	first.Masthead.Title, first.Imprint.Phone = "云州简报", "0001"
	first.Articles[0].Title, first.Articles[0].Source = "三项举措抓落实", "信息科"
	second := first.Clone()
	second.Articles[0].Title, second.Articles[0].Note = "五项举措抓落实", "编者按。请参阅。"
	second.Imprint.Phone = "0002"
	third := second.Clone()
	third.Articles[0].Note, third.Articles[0].Source = "编者按。请各地参阅。", "督查科"
	third.Imprint.Phone = "0001"
	want := "云州简报 0:4\n五项举措抓落实 0:6 1:1\n编者按。 1:4\n请各地参阅。 1:4 2:2\n全文。 0:3\n督查科 2:2 0:1\n0001 0:4\n"
	list := Comparer{}.Credits([]doc.Bulletin{first, second, third})
	if got := credited(list); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	for _, c := range list {
		if at, ok := third.Locate(c.At); !ok || at != c.At {
			t.Errorf("%+v is found at %+v", c.At, at)
		}
	}
}

// FuzzCredits checks that every character of the last text is credited once, to
// a text of the line.
func FuzzCredits(f *testing.F) {
	f.Add("一。二。", "一。三。", "三。一。二。")
	f.Add("会议召开。\n抓落实。", "", "抓落实。\n会议召开。")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		line := []doc.Bulletin{inBody(a), inBody(b), inBody(c)}
		for i, text := range []string{b, c, a} {
			line[i].Articles[0].Title, line[i].Articles[0].Note, line[i].Imprint.SendTo = text, text, text
		}
		for _, credit := range (Comparer{}).Credits(line) {
			runes := 0
			for _, p := range credit.Hands {
				if p.Text < 0 || p.Text > 2 || p.Runes < 1 {
					t.Fatalf("hand %+v", p)
				}
				runes += p.Runes
			}
			if want := len([]rune(credit.At.Quote)); runes != want {
				t.Fatalf("%q: %d characters credited of %d", credit.At.Quote, runes, want)
			}
		}
	})
}
