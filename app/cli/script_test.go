package cli

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"jianbao/app/setup"
	"jianbao/review"
)

var update = flag.Bool("update", false, "write what the commands print into testdata")

func TestMain(m *testing.M) {
	time.Local = time.UTC
	flag.Parse()
	os.Exit(m.Run())
}

// TestScripts runs every script of testdata. A script is an archive of sections
// "-- name --": a section whose name begins with "$ " is a command line, and
// holds what it prints; any other is a file in the folder the commands run in.
// "<1234" at the end of a command line is what it reads, with \n between lines. Ids stand as DRAFT1,
// PERSON1, SERIES1 … in the order in which they were made; what differs from run to run is masked.
func TestScripts(t *testing.T) {
	scripts, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(scripts) == 0 {
		t.Fatalf("scripts = %v, %v", scripts, err)
	}
	for _, path := range scripts {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			path, err := filepath.Abs(path)
			if err != nil {
				t.Fatal(err)
			}
			runScript(t, path)
		})
	}
}

type section struct{ name, body string }

func runScript(t *testing.T, path string) {
	intro, sections := readScript(t, path)
	t.Chdir(t.TempDir())
	s := &script{now: time.Date(2026, 6, 18, 9, 0, 0, 0, time.UTC)}
	for i, sec := range sections {
		line, isCommand := strings.CutPrefix(sec.name, "$ ")
		if !isCommand {
			write(t, sec.name, sec.body)
			continue
		}
		got := s.run(t, line)
		if got != sec.body && !*update {
			t.Errorf("$ %s\ngot:\n%s\nwant:\n%s", line, got, sec.body)
		}
		sections[i].body = got
	}
	if *update {
		write(t, path, formatScript(intro, sections))
	}
}

func write(t *testing.T, path, body string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(body), 0o666); err != nil {
		t.Fatal(err)
	}
}

var header = regexp.MustCompile(`(?m)^-- (.+) --\n`)

func readScript(t *testing.T, path string) (intro string, sections []section) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	at := header.FindAllStringSubmatchIndex(text, -1)
	if len(at) == 0 {
		t.Fatalf("%s has no section", path)
	}
	for i, m := range at {
		end := len(text)
		if i+1 < len(at) {
			end = at[i+1][0]
		}
		sections = append(sections, section{text[m[2]:m[3]], text[m[1]:end]})
	}
	return text[:at[0][0]], sections
}

func formatScript(intro string, sections []section) string {
	var s strings.Builder
	s.WriteString(intro)
	for _, sec := range sections {
		s.WriteString("-- " + sec.name + " --\n" + sec.body)
	}
	return s.String()
}

// script is a run of commands on one database.
type script struct {
	now   time.Time
	ids   []identity
	place *place // where the databases are; nil for the files that the commands name
}

// identity is an id and what stands for it in a script.
type identity struct{ id, stands string }

// tick is a clock that runs by itself: one second a look.
func (s *script) tick() time.Time {
	s.now = s.now.Add(time.Second)
	return s.now
}

func (s *script) desk() []review.Option {
	return []review.Option{review.WithClock(s.tick), review.WithPINCost(review.PINCost{Passes: 1, KiB: 64})}
}

func (s *script) run(t *testing.T, line string) string {
	t.Helper()
	return s.mask(s.say(t, line))
}

// say does a command and returns what it says as it is.
func (s *script) say(t *testing.T, line string) string {
	t.Helper()
	line, stdin, _ := strings.Cut(line, " <")
	stdin = strings.ReplaceAll(stdin, `\n`, "\n")
	for _, known := range s.ids {
		line = strings.ReplaceAll(line, known.stands, known.id)
	}
	var out, errs bytes.Buffer
	shell := Shell{Stdin: strings.NewReader(stdin), Stdout: &out, Stderr: &errs, Getenv: environment, Desk: s.desk()}
	if s.place != nil {
		shell.open = s.place.open
	}
	status := shell.Run(context.Background(), split(line))
	got := out.String()
	for l := range strings.Lines(errs.String()) {
		got += "! " + l
	}
	if status != exitDone {
		got += fmt.Sprintf("exit %d\n", status)
	}
	s.learn(t)
	return got
}

func environment(name string) string {
	if name == "JIANBAO_DB" {
		return "desk.db"
	}
	return ""
}

// split takes a command line apart at blanks outside of "".
func split(line string) []string {
	var words []string
	for _, m := range regexp.MustCompile(`"([^"]*)"|(\S+)`).FindAllStringSubmatch(line, -1) {
		words = append(words, m[1]+m[2])
	}
	return words
}

// learn adds the ids of what was made since.
func (s *script) learn(t *testing.T) {
	t.Helper()
	if s.place != nil {
		s.place.each(func(p *setup.Program) {
			for kind, ids := range idsIn(t, p.Desk) {
				s.name(kind, ids)
			}
		})
		return
	}
	databases, err := filepath.Glob("out/*.db")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range append(databases, "desk.db") {
		if _, err := os.Stat(path); err == nil {
			s.learnFrom(t, path)
		}
	}
}

func (s *script) learnFrom(t *testing.T, path string) {
	t.Helper()
	program, err := setup.Open(context.Background(), setup.Options{DSN: path, Desk: s.desk()})
	if err != nil {
		t.Fatal(err)
	}
	defer program.Close()
	for kind, ids := range idsIn(t, program.Desk) {
		s.name(kind, ids)
	}
}

// name gives new ids their places, counted for each kind.
func (s *script) name(kind string, ids []string) {
	count := 0
	for _, known := range s.ids {
		if strings.HasPrefix(known.stands, kind) {
			count++
		}
	}
	for _, id := range ids {
		if !slices.ContainsFunc(s.ids, func(known identity) bool { return known.id == id }) {
			count++
			s.ids = append(s.ids, identity{id, fmt.Sprint(kind, count)})
		}
	}
}

func idsIn(t *testing.T, desk *review.Desk) map[string][]string {
	t.Helper()
	ctx := context.Background()
	drafts, err := desk.List(ctx, review.DraftFilter{})
	if err != nil {
		t.Fatal(err)
	}
	series, err := desk.AllSeries(ctx)
	if err != nil {
		t.Fatal(err)
	}
	people, err := desk.People(ctx)
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string][]string{}
	for _, d := range drafts {
		ids["DRAFT"] = append(ids["DRAFT"], string(d.ID))
	}
	for _, v := range series {
		if v.ID != "yunzhou" {
			ids["SERIES"] = append(ids["SERIES"], string(v.ID))
		}
	}
	for _, p := range people {
		ids["PERSON"] = append(ids["PERSON"], string(p.ID))
	}
	return ids
}

// masks are what differs from run to run, with the version of a writer, or with
// the fonts of a computer.
var masks = []struct {
	what *regexp.Regexp
	mask string
}{
	{regexp.MustCompile(`"[A-Z2-7]{13}"`), `"-"`},
	{regexp.MustCompile(`[0-9a-f]{64}`), "HASH"},
	{regexp.MustCompile(`\d+ 字节`), "N 字节"},
	{regexp.MustCompile(`"bytes":\d+`), `"bytes":0`},
	{regexp.MustCompile(`(?m)^(版面：|Pages: ).*\n`), ""},
	{regexp.MustCompile(`,"notices":\[[^\]]*\]`), ""},
}

func (s *script) mask(got string) string {
	for _, known := range s.ids {
		got = strings.ReplaceAll(got, known.id, known.stands)
	}
	for _, m := range masks {
		got = m.what.ReplaceAllString(got, m.mask)
	}
	return got
}
