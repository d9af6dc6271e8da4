package postgres

import (
	"context"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"jianbao/storage/postgres/pgtest"
)

var update = flag.Bool("update", false, "write shape.txt as the migrations make a database")

// TestShape holds shape.txt to what the migrations make.
func TestShape(t *testing.T) {
	s, err := Open(context.Background(), pgtest.DSN(t))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	w, err := s.snapshot(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer w.tx.Rollback()
	lines, err := shapeOf(w)
	if err != nil {
		t.Fatal(err)
	}
	if made := strings.Join(lines, "\n") + "\n"; *update {
		err = os.WriteFile("shape.txt", []byte(made), 0o644)
	} else if made != shapeMade {
		t.Errorf("the migrations make another shape than shape.txt says, in: %v", unlike(strings.Split(strings.TrimSpace(shapeMade), "\n"), lines))
	}
	if err != nil {
		t.Fatal(err)
	}
}

func TestUnlike(t *testing.T) {
	made := []string{"table texts p", "trigger texts_update O CREATE …", "index CREATE UNIQUE INDEX texts_pkey ON texts (hash)"}
	for name, c := range map[string]struct {
		got  []string
		want []string
	}{
		"same":          {made, nil},
		"trigger gone":  {[]string{made[0], made[2]}, []string{"texts_update"}},
		"switched off":  {[]string{made[0], "trigger texts_update D CREATE …", made[2]}, []string{"texts_update"}},
		"index gone":    {made[:2], []string{"texts_pkey"}},
		"unlogged":      {[]string{"table texts u", made[1], made[2]}, []string{"texts"}},
		"more indexes":  {append(slices.Clone(made), "index CREATE INDEX mine ON texts (body)", "table mine p"), nil},
		"a unique one":  {append(slices.Clone(made), "index CREATE UNIQUE INDEX mine ON texts (body)"), []string{"mine"}},
		"a rule":        {append(slices.Clone(made), "rule mine texts"), []string{"mine"}},
		"a new trigger": {append(slices.Clone(made), "trigger mine O CREATE …"), []string{"mine"}},
	} {
		if got := unlike(made, c.got); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
