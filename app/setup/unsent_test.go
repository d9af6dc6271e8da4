package setup

import (
	"testing"

	"jianbao/editor/doc"
	"jianbao/storage/journal"
	"jianbao/storage/memory"
)

func TestWhatIsUnsentIsToldWithoutTheServer(t *testing.T) {
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	o := Options{DSN: "postgres://wang:s3cret@db1/jianbao"}
	if all, err := Unsent(o); len(all) > 0 || err != nil {
		t.Fatalf("before it was ever open: %v, %v", all, err)
	}
	store := served{memory.New(), "甲"}
	kept, err := journalOf(store)
	if err != nil {
		t.Fatal(err)
	}
	noteServer(o.DSN, store)
	text := doc.Bulletin{Articles: []doc.Article{{ID: "a", Title: "街巷整治"}}}
	if err := kept.Put(journal.Entry{Draft: "d", Person: "p", Text: text}); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]int{o.DSN: 1, "postgres://wang@db1/jianbao": 1, "postgres://wang@db2/jianbao": 0} {
		all, err := Unsent(Options{Chosen: name, DSN: name})
		if err != nil || len(all) != want || want > 0 && all[0].Text.Heading() != "街巷整治" {
			t.Errorf("%s: %v, %v", name, all, err)
		}
	}
	noteServer(o.DSN, served{memory.New(), "乙"}) // the server was set up anew
	if all, err := Unsent(o); len(all) > 0 || err != nil {
		t.Errorf("of another database: %v, %v", all, err)
	}
}
