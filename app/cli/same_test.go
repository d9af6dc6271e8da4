package cli

import (
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"jianbao/app/setup"
	"jianbao/storage"
	"jianbao/storage/postgres/pgtest"
)

// place is where the databases of a script are: each name that a command gives
// stands for one of a certain engine.
type place struct {
	t    testing.TB
	dsn  func(testing.TB, string) string // the database for a name
	at   map[string]string               // name to database
	held map[string]*setup.Program       // of databases that are gone when they are closed
}

// engines are the stores on which every command must say the same.
var engines = []struct {
	name string
	dsn  func(tb testing.TB, name string) string
}{
	{"memory", func(testing.TB, string) string { return storage.Memory }},
	{"SQLite", func(tb testing.TB, name string) string { return filepath.Join(tb.TempDir(), filepath.Base(name)) }},
	{"PostgreSQL", func(tb testing.TB, _ string) string { return pgtest.DSN(tb) }},
}

func newPlace(t testing.TB, dsn func(testing.TB, string) string) *place {
	return &place{t, dsn, map[string]string{}, map[string]*setup.Program{}}
}

// open opens what stands behind the name that options give.
func (p *place) open(ctx context.Context, o setup.Options) (*setup.Program, error) {
	name := o.DSN
	if program := p.held[name]; program != nil {
		return program, nil
	}
	if p.at[name] == "" {
		p.at[name] = p.dsn(p.t, name)
	}
	o.DSN = p.at[name]
	program, err := setup.Open(ctx, o)
	if err == nil && o.DSN == storage.Memory {
		p.held[name] = program
	}
	return program, err
}

// each shows every database that was opened so far.
func (p *place) each(look func(*setup.Program)) {
	for _, name := range slices.Sorted(maps.Keys(p.at)) {
		program, err := p.open(context.Background(), setup.Options{DSN: name})
		if err != nil {
			p.t.Fatal(err)
		}
		look(program)
		if err := program.Close(); err != nil { // one in memory stays as it is
			p.t.Fatal(err)
		}
	}
}

// elsewhere are the scripts that tell of the file itself, or of none.
var elsewhere = []string{"database", "help", "usage", "demo"}

// TestEveryStoreSaysTheSame runs the scripts of everything an office does, as
// JSON, on every store: what they say is the same, byte for byte, once what is
// drawn at random has names in the order in which it appeared.
func TestEveryStoreSaysTheSame(t *testing.T) {
	ownHome(t)
	scripts, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(scripts) == 0 {
		t.Fatalf("scripts = %v, %v", scripts, err)
	}
	for _, path := range scripts {
		name := strings.TrimSuffix(filepath.Base(path), ".txtar")
		if slices.Contains(elsewhere, name) {
			continue
		}
		_, sections := readScript(t, path)
		t.Run(name, func(t *testing.T) {
			compareEngines(t, func(t *testing.T, s *script) []step { return s.asJSON(t, sections) })
		})
	}
}

// TestEveryStoreDemonstratesTheSame takes a real issue all the way on each.
func TestEveryStoreDemonstratesTheSame(t *testing.T) {
	path := shared(t, "data/seed-bulletin.txt")
	ownHome(t)
	compareEngines(t, func(t *testing.T, s *script) []step {
		var steps []step
		for _, line := range []string{"demo " + path, "list --db out/jianbao-demo.db", "show DRAFT1 --db out/jianbao-demo.db",
			"history DRAFT1 精神文明 --db out/jianbao-demo.db", "ledger export --db out/jianbao-demo.db", "verify --db out/jianbao-demo.db"} {
			line += " --json"
			steps = append(steps, step{line, s.say(t, line)})
		}
		return steps
	})
}

// ownHome keeps search indexes and journals out of the user's own folders.
func ownHome(t *testing.T) {
	for _, name := range []string{"HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"} {
		t.Setenv(name, t.TempDir())
	}
}

// step is a command and what it said.
type step struct{ line, said string }

// compareEngines has the same said on every engine as in memory.
func compareEngines(t *testing.T, play func(*testing.T, *script) []step) {
	var want []step
	for _, engine := range engines {
		t.Run(engine.name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			s := &script{now: time.Date(2026, 6, 18, 9, 0, 0, 0, time.UTC), place: newPlace(t, engine.dsn)}
			got := named(play(t, s))
			if want == nil {
				want = got
				return
			}
			for i := range want {
				if got[i] != want[i] {
					t.Errorf("$ %s\nsays:\n%s\nin memory:\n%s", want[i].line, got[i].said, want[i].said)
				}
			}
		})
	}
}

// asJSON does a script and has every command say what it says as JSON.
func (s *script) asJSON(t *testing.T, sections []section) []step {
	var steps []step
	for _, sec := range sections {
		line, isCommand := strings.CutPrefix(sec.name, "$ ")
		if !isCommand {
			write(t, sec.name, sec.body)
			continue
		}
		line, stdin, reads := strings.Cut(line, " <")
		if !strings.Contains(line, "--json") && !strings.Contains(line, "--format") {
			line += " --json"
		}
		if reads {
			line += " <" + stdin
		}
		steps = append(steps, step{line, s.say(t, line)})
	}
	return steps
}

// drawn is what is drawn at random, or follows from it: ids, sums and keys.
var drawn = regexp.MustCompile(`\b([a-z2-7]{10}|[A-Z2-7]{13}|[0-9a-f]{64})\b|"[A-Za-z0-9+/]{40,}={0,2}"`)

// packed is the size of a file that has drawn things in it, packed together.
var packed = regexp.MustCompile(`"bytes":\d+`)

// named gives all that is drawn names in the order in which it appeared.
func named(steps []step) []step {
	names := map[string]string{}
	for i := range steps {
		steps[i].said = drawn.ReplaceAllStringFunc(steps[i].said, func(word string) string {
			if names[word] == "" {
				names[word] = fmt.Sprintf("DRAWN%d", len(names)+1)
			}
			return names[word]
		})
		steps[i].said = packed.ReplaceAllString(steps[i].said, `"bytes":0`)
	}
	return steps
}
