package setup

import (
	"strings"
	"testing"

	"jianbao/editor/doc"
	"jianbao/review"
)

func TestASignatureDependsOnWhatIsShown(t *testing.T) {
	text := func(body string) doc.Bulletin {
		return doc.Bulletin{Articles: []doc.Article{{ID: "a", Title: "题", Body: []doc.Paragraph{{ID: "p", Text: body}}}}}
	}
	old, new := text("全市力争办结47件，并向居民公开。"), text("全市确保办结47件、并向居民公布。")
	d := signing{Comparer()}.Delta(old, new)
	if len(d.Critical) != 1 || d.Critical[0].New != "确保" || d.Critical[0].Class != "commitment" || d.Critical[0].At.Paragraph != "p" {
		t.Fatalf("critical: %+v", d.Critical)
	}
	if d.Share < 15 || d.Share > 25 {
		t.Errorf("%d %% of the sentence", d.Share)
	}
	shown := false
	for _, c := range Comparer().Bulletins(old, new).Changes() {
		shown = shown || string(c.ID) == d.Critical[0].Change
	}
	if !shown {
		t.Errorf("no change is called %s where it is shown", d.Critical[0].Change)
	}
}

func TestTheShareOfASeriesIsKeptAndChecked(t *testing.T) {
	all, err := BuiltinSeries()
	if err != nil {
		t.Fatal(err)
	}
	all[0].SubstantiveShare = 25
	data, err := FormatSeries(all[0])
	if err != nil {
		t.Fatal(err)
	}
	if again, err := ParseSeries(data); err != nil || again.SubstantiveShare != 25 {
		t.Errorf("read back as %d, %v", again.SubstantiveShare, err)
	}
	if _, err := ParseSeries([]byte(strings.Replace(string(data), `"substantiveshare": 25`, `"substantiveshare": 125`, 1))); err == nil {
		t.Error("125 % is taken for a share")
	}
}

func TestTheRulesOfASeriesAreKeptAndChecked(t *testing.T) {
	all, err := BuiltinSeries()
	if err != nil {
		t.Fatal(err)
	}
	all[0].Rules = map[string]review.RuleSetting{"L02": {Off: true}, "P01": {Level: "warning"}}
	data, err := FormatSeries(all[0])
	if err != nil {
		t.Fatal(err)
	}
	if again, err := ParseSeries(data); err != nil || !again.Rules["L02"].Off || again.Rules["P01"].Level != "warning" {
		t.Errorf("read back as %+v, %v", again.Rules, err)
	}
	if _, err := ParseSeries([]byte(strings.Replace(string(data), `"level": "warning"`, `"level": "high"`, 1))); err == nil {
		t.Error("high is taken for a level")
	}
}
