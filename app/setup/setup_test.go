package setup

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
)

var cheap = []review.Option{review.WithPINCost(review.PINCost{Passes: 1, KiB: 64})}

func open(t *testing.T, o Options) *Program {
	t.Helper()
	o.Desk = cheap
	p, err := Open(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Close() })
	return p
}

func names(t *testing.T, p *Program) []string {
	t.Helper()
	all, err := p.Desk.AllSeries(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, s := range all {
		list = append(list, s.Name)
	}
	return list
}

func TestBuiltinSeriesIsInstalledOnce(t *testing.T) {
	dsn := filepath.Join(t.TempDir(), "desk.db")
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			p, err := Open(context.Background(), Options{DSN: dsn, Desk: cheap})
			if err != nil {
				t.Error(err)
				return
			}
			p.Close()
		})
	}
	wait.Wait()
	p := open(t, Options{DSN: dsn})
	if got := names(t, p); len(got) != 1 || got[0] != "云州市政务情况简报" {
		t.Errorf("series = %v", got)
	}
	events, err := p.Desk.History(t.Context(), "")
	if err != nil || len(events) != 1 {
		t.Errorf("%d records of installing, %v; want 1", len(events), err)
	}
}

func TestAChangedSeriesIsLeftAlone(t *testing.T) {
	dsn := filepath.Join(t.TempDir(), "desk.db")
	p := open(t, Options{DSN: dsn})
	all, err := p.Desk.AllSeries(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	all[0].Name = "本局简报"
	if _, err := p.Desk.PutSeries(t.Context(), review.Actor{}, all[0]); err != nil {
		t.Fatal(err)
	}
	if got := names(t, open(t, Options{DSN: dsn})); len(got) != 1 || got[0] != "本局简报" {
		t.Errorf("series = %v", got)
	}
}

func TestSampleIsLoadedOnceAndComplete(t *testing.T) {
	dsn := filepath.Join(t.TempDir(), "sample.db")
	open(t, Options{DSN: dsn, Sample: true})
	p := open(t, Options{DSN: dsn, Sample: true})
	drafts, err := p.Desk.List(t.Context(), review.DraftFilter{})
	if err != nil || len(drafts) != 1 {
		t.Fatalf("%d drafts, %v; want 1", len(drafts), err)
	}
	people, err := SamplePeople()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range people {
		if _, err := p.Desk.Unlock(t.Context(), s.Name, s.PIN); err != nil {
			t.Errorf("%s: %v", s.Name, err)
		}
	}
	f, err := p.Desk.Open(t.Context(), review.Actor{}, drafts[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	if missing := f.Missing(); len(missing) > 0 {
		t.Errorf("the sample lacks %v", missing)
	}
	if bears := f.Head.Text.Masthead.Number; !bears.Same(f.Expected) {
		t.Errorf("the sample bears %v and would draw %v", bears, f.Expected)
	}
	if len(f.Head.Text.Articles) != 2 || f.Head.Runes < 1400 {
		t.Errorf("%d articles, %d characters", len(f.Head.Text.Articles), f.Head.Runes)
	}
}

func TestSampleIsLoadedByOneOfSeveral(t *testing.T) {
	dsn := filepath.Join(t.TempDir(), "sample.db")
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			p, err := Open(context.Background(), Options{DSN: dsn, Sample: true, Desk: cheap})
			if err != nil {
				t.Error(err)
				return
			}
			p.Close()
		})
	}
	wait.Wait()
	p := open(t, Options{DSN: dsn})
	drafts, err := p.Desk.List(t.Context(), review.DraftFilter{})
	if err != nil || len(drafts) != 1 {
		t.Errorf("%d drafts, %v; want 1", len(drafts), err)
	}
	if report, err := p.Desk.Verify(t.Context(), ""); err != nil || len(report.Findings) > 0 {
		t.Errorf("findings %v, %v", report.Findings, err)
	}
}

// TestSampleIsFinishedAfterACrash begins loading and stops, long ago.
func TestSampleIsFinishedAfterACrash(t *testing.T) {
	dsn := filepath.Join(t.TempDir(), "sample.db")
	long := review.WithClock(func() time.Time { return time.Now().Add(-2 * loadTime) })
	p, err := Open(t.Context(), Options{DSN: dsn, Desk: append(cheap, long)})
	if err != nil {
		t.Fatal(err)
	}
	people, err := SamplePeople()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.beginSample(t.Context(), people[0]); err != nil {
		t.Fatal(err)
	}
	p.Close()
	drafts, err := open(t, Options{DSN: dsn, Sample: true}).Desk.List(t.Context(), review.DraftFilter{})
	if err != nil || len(drafts) != 1 {
		t.Errorf("%d drafts, %v; want 1", len(drafts), err)
	}
}

func TestSampleNeverTouchesTheOwnDatabase(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("XDG_DATA_HOME", folder)
	own, err := Options{}.Database()
	if err != nil {
		t.Fatal(err)
	}
	sample, err := Options{Sample: true}.Database()
	if err != nil || sample == own || filepath.Dir(sample) != filepath.Dir(own) {
		t.Errorf("own %s, sample %s, %v", own, sample, err)
	}
}

func TestSeriesFormRoundTrip(t *testing.T) {
	all, err := BuiltinSeries()
	if err != nil {
		t.Fatal(err)
	}
	first, err := FormatSeries(all[0])
	if err != nil {
		t.Fatal(err)
	}
	again, err := ParseSeries(first)
	if err != nil {
		t.Fatal(err)
	}
	second, err := FormatSeries(again)
	if err != nil || string(first) != string(second) {
		t.Errorf("written again, %v:\n%s", err, second)
	}
}

func TestParseSeriesRefuses(t *testing.T) {
	tests := map[string]string{
		"no JSON":        "刊",
		"another format": `{"format":"x","version":1,"name":"刊","template":{"name":"","parts":[],"chain":["责编"]}}`,
		"a newer form":   `{"format":"jianbao.series","version":2,"name":"刊","template":{"name":"","parts":[],"chain":["责编"]}}`,
		"unknown key":    `{"format":"jianbao.series","version":1,"name":"刊","colour":"red","template":{"name":"","parts":[],"chain":["责编"]}}`,
		"no name":        `{"format":"jianbao.series","version":1,"template":{"name":"","parts":[],"chain":["责编"]}}`,
		"nobody signs":   `{"format":"jianbao.series","version":1,"name":"刊","template":{"name":"","parts":[],"chain":[]}}`,
	}
	for name, data := range tests {
		if _, err := ParseSeries([]byte(data)); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

func TestFitSeriesTakesWhatTheIssueHas(t *testing.T) {
	builtin, err := BuiltinSeries()
	if err != nil {
		t.Fatal(err)
	}
	issue := doc.New()
	issue.Masthead.Title, issue.Imprint.Phone = "城管简报", "000-1"
	issue.Articles[0].Title = "一件事"
	s := FitSeries(builtin[0], issue)
	if s.ID != "" || s.Name != "城管简报" || s.Template.Validate() != nil {
		t.Errorf("series = %+v", s)
	}
	if phone, _ := s.Template.Part(doc.FieldPhone); phone.Default != "000-1" || !phone.Required {
		t.Errorf("phone = %+v", phone)
	}
	if send, _ := s.Template.Part(doc.FieldSendTo); send.Default != "" || send.Required {
		t.Errorf("the list the issue lacks = %+v", send)
	}
	if original, _ := builtin[0].Template.Part(doc.FieldSendTo); original.Default == "" {
		t.Error("fitting changed the pattern")
	}
}

func TestCrashReport(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "data")
	at := time.Date(2026, 6, 18, 9, 0, 0, 0, time.UTC)
	path, err := CrashReport(folder, "1.2.3", at, "boom", []byte("stack"))
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{"2026-06-18T09:00:00Z", "1.2.3", "boom", "stack"} {
		if !strings.Contains(string(data), part) {
			t.Errorf("%q is not in the report:\n%s", part, data)
		}
	}
	if said := CrashSaid(path, nil); !strings.Contains(said, path) {
		t.Errorf("said %q", said)
	}
}
