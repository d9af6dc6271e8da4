package proof

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"jianbao/editor/doc"
)

func TestSettings(t *testing.T) {
	text := LinesOf([]string{"安排布署,落实"}, doc.Date{})
	found := check(t, NewChecker(shipped(t), map[string]Setting{"L02": {Off: true}, "P01": {Level: Suggestion}}), text)
	if len(found) != 1 || found[0].Rule != "P01" || found[0].Level != Suggestion {
		t.Errorf("found = %+v", found)
	}
}

func TestRulesHoldFromTo(t *testing.T) {
	line := []string{"以习近平总书记为核心的党中央"}
	checker := NewChecker(shipped(t), nil)
	for day, want := range map[doc.Date]int{{}: 1, {Year: 2022, Month: 3, Day: 3}: 1, {Year: 2014, Month: 3, Day: 3}: 0} {
		if found := check(t, checker, LinesOf(line, day)); len(found) != want {
			t.Errorf("on %s: %+v", day, found)
		}
	}
}

// TestSessionFindsTheSame edits, moves and removes passages; each time the
// session must find what a fresh check finds.
func TestSessionFindsTheSame(t *testing.T) {
	checker := NewChecker(shipped(t), nil)
	session := checker.Session()
	lines := []string{"一、安排布署", "会议强调,要抓落实", "三、2月30日召开", "抓好两点：一是学习；", "三是落实。", "会议强调,要抓落实"}
	steps := []func(){
		func() {},
		func() { lines[2] = "二、2月28日召开" },
		func() { lines[0], lines[3] = lines[3], lines[0] },
		func() { lines = lines[1:] },
		func() { lines = append([]string{"“"}, lines...) },
		func() { lines[0] = "" },
	}
	for i, step := range steps {
		step()
		text := LinesOf(lines, doc.Date{})
		got, err := session.Check(t.Context(), text)
		if err != nil {
			t.Fatal(err)
		}
		if want := check(t, checker, text); !reflect.DeepEqual(got, want) {
			t.Errorf("step %d: session finds %+v, want %+v", i, got, want)
		}
	}
}

// TestPlaces finds slips in every part of a bulletin where they stand.
func TestPlaces(t *testing.T) {
	b := doc.New()
	b.Masthead.Office = "云州市,办公室"
	b.Masthead.Security = "秘密★1年"
	b.Articles[0].Title = "动员会召开。"
	b.Articles[0].Note = "编者按:好"
	b.Articles[0].Body[0].Text = "安排布署"
	b.Imprint.Phone = "12"
	b.Imprint.SendTo = "各区，有关新闻单位。"
	want := map[string]doc.Place{
		"P34": {Field: doc.FieldArticleTitle, Article: b.Articles[0].ID},
		"L02": {Article: b.Articles[0].ID, Paragraph: b.Articles[0].Body[0].ID},
		"M09": {Field: doc.FieldPhone},
		"M11": {Field: doc.FieldSendTo},
	}
	halfWidth := 0
	for _, f := range check(t, NewChecker(shipped(t), nil), TextOf(&b)) {
		if place, ok := want[f.Rule]; ok && f.Place == place {
			delete(want, f.Rule)
		}
		if f.Rule == "P01" {
			halfWidth++
		}
	}
	if len(want) > 0 || halfWidth != 2 {
		t.Errorf("not found: %v; %d half-width marks, want 2", want, halfWidth)
	}
}

func TestLoadRefuses(t *testing.T) {
	const good = `{"id":"A","name":"n","clause":"c","type":"pattern","kind":"word","level":"error","match":"x","wrong":["x","xx"],"right":["a","b"]}`
	cases := map[string]string{
		"no JSON":          `{`,
		"unknown key":      `{"titel":"x"}`,
		"id twice":         `{"rules":[` + good + `,` + good + `]}`,
		"no id":            `{"rules":[` + strings.Replace(good, `"A"`, `""`, 1) + `]}`,
		"unknown kind":     `{"rules":[` + strings.Replace(good, `"word"`, `"words"`, 1) + `]}`,
		"unknown level":    `{"rules":[` + strings.Replace(good, `"error"`, `"fatal"`, 1) + `]}`,
		"unknown type":     `{"rules":[` + strings.Replace(good, `"pattern"`, `"magic"`, 1) + `]}`,
		"one example":      `{"rules":[` + strings.Replace(good, `["a","b"]`, `["a"]`, 1) + `]}`,
		"no expression":    `{"rules":[` + strings.Replace(good, `"match":"x"`, `"match":"("`, 1) + `]}`,
		"matches nothing":  `{"rules":[` + strings.Replace(good, `"match":"x"`, `"match":"x*"`, 1) + `]}`,
		"unknown part":     `{"rules":[` + strings.Replace(good, `"match"`, `"parts":["foot"],"match"`, 1) + `]}`,
		"no day":           `{"rules":[` + strings.Replace(good, `"match"`, `"from":"2022-02-30","match"`, 1) + `]}`,
		"half a map":       `{"rules":[` + strings.Replace(good, `"match"`, `"map":["a"],"match"`, 1) + `]}`,
		"wrong is right":   `{"rules":[` + strings.Replace(good, `"type":"pattern"`, `"type":"words","words":[{"wrong":"a","right":"a"}]`, 1) + `]}`,
		"empty list":       `{"rules":[` + strings.Replace(good, `"type":"pattern"`, `"type":"words"`, 1) + `]}`,
		"bad side":         `{"rules":[` + strings.Replace(good, `"match"`, `"before":"(","match"`, 1) + `]}`,
		"bad exception":    `{"rules":[` + strings.Replace(good, `"match"`, `"except":["("],"match"`, 1) + `]}`,
		"word twice":       `{"rules":[` + strings.Replace(good, `"type":"pattern"`, `"type":"words","words":[{"wrong":"a"},{"wrong":"a"}]`, 1) + `]}`,
		"example no value": `{"rules":[` + strings.Replace(good, `["x","xx"]`, `[1,2]`, 1) + `]}`,
	}
	for name, pack := range cases {
		if _, err := Load(fstest.MapFS{"a.json": {Data: []byte(pack)}}); !errors.Is(err, ErrPack) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Load(fstest.MapFS{}); !errors.Is(err, ErrPack) {
		t.Errorf("an empty folder: %v", err)
	}
	if packs, err := Load(fstest.MapFS{"a.json": {Data: []byte(`{"rules":[` + good + `]}`)}}); err != nil || len(RulesOf(packs)) != 1 {
		t.Errorf("a good pack: %v, %v", packs, err)
	}
}

func TestNumeral(t *testing.T) {
	for n := 1; n < 100; n++ {
		if got := numeral(ordinal(n)); got != n {
			t.Errorf("numeral(%q) = %d", ordinal(n), got)
		}
	}
	for s, want := range map[string]int{"12": 12, "两": 2, "百": -1, "": -1, "十百": -1} {
		if got := numeral(s); got != want {
			t.Errorf("numeral(%q) = %d, want %d", s, got, want)
		}
	}
}
