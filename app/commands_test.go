package app

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"jianbao/app/command"
	"jianbao/app/i18n"
	"jianbao/app/settings"
	"jianbao/app/setup"
	"jianbao/app/theme"
	"jianbao/review"
	"jianbao/storage"
)

var update = flag.Bool("update", false, "write the generated documents anew")

// testWindow is a main window on an empty store in memory.
func testWindow(t *testing.T) *window {
	t.Helper()
	cheap := review.WithPINCost(review.PINCost{Passes: 1, KiB: 8})
	p, err := setup.Open(t.Context(), setup.Options{DSN: storage.Memory, Desk: []review.Option{cheap}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Close() })
	look, err := newLook(theme.Light)
	if err != nil {
		t.Fatal(err)
	}
	a := test.NewTempApp(t)
	a.Settings().SetTheme(look)
	w := newWindow(a, p, look, settings.Settings{}, settings.At(filepath.Join(t.TempDir(), "settings.json")))
	w.apart = func(work func()) { work() }
	w.desk = w.newDesk()
	w.Home()
	return w
}

// TestCommandsHaveTitlesAndKeysOfTheirOwn looks at every screen together with
// what works everywhere.
func TestCommandsHaveTitlesAndKeysOfTheirOwn(t *testing.T) {
	w := testWindow(t)
	english, err := setup.Words(i18n.English)
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range w.AllCommands() {
		taken := map[command.Key]command.ID{}
		commands := g.Commands
		if g.Name != "everywhere" {
			commands = append(commands, w.everywhere()...)
		}
		for _, c := range commands {
			if !w.words.Has(c.TitleKey()) || !english.Has(c.TitleKey()) {
				t.Errorf("%s has no title in both languages", c.ID)
			}
			if other, ok := taken[c.Key]; ok && c.Key != "" {
				t.Errorf("%s: %s and %s share the key %s", g.Name, c.ID, other, c.Key)
			}
			taken[c.Key] = c.ID
		}
	}
}

// TestKeysDocument checks that docs/快捷键.md is what the command lists say.
func TestKeysDocument(t *testing.T) {
	w := testWindow(t)
	var b strings.Builder
	b.WriteString("# 快捷键\n\n由命令表生成：`go test ./app -run TestKeysDocument -update`。\n")
	for _, g := range w.AllCommands() {
		fmt.Fprintf(&b, "\n## %s\n\n| 键 | 做什么 |\n|---|---|\n", w.words.T("help.group."+g.Name))
		for _, c := range g.Commands {
			fmt.Fprintf(&b, "| %s | %s |\n", c.Key, c.Title(w.words.T))
		}
	}
	path := filepath.Join("..", "docs", "快捷键.md")
	if *update {
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != b.String() {
		t.Errorf("%s is not what the commands say (%v): run with -update", path, err)
	}
}

func TestLanguageSwitchSpeaksTheOtherOne(t *testing.T) {
	w := testWindow(t)
	w.otherLanguage()
	if w.words.Language() != i18n.English || w.taste.Language != "en" {
		t.Errorf("after the switch: %s, remembered %q", w.words.Language(), w.taste.Language)
	}
}

func TestLookGoesRound(t *testing.T) {
	w := testWindow(t)
	w.taste.Look = string(theme.Light)
	for _, want := range []theme.Preference{theme.Dark, theme.FollowSystem, theme.Light} {
		if w.nextLook(); w.Look() != want {
			t.Errorf("look is %s, want %s", w.Look(), want)
		}
	}
}
