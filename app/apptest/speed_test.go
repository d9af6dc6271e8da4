//go:build e2e

package apptest

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"jianbao/editor/doc"
)

// TestAKeyBesideFynesEntry types in the middle of 10,000 characters on the real page, and in Fyne's own
// entry with the same text and face, and prints what a key costs in each, repainting included.
func TestAKeyBesideFynesEntry(t *testing.T) {
	const characters = 10_000
	p := openPage(t, characters)
	p.Key("ctrl+Home", "Page_Down", "Page_Down")
	ours := p.perKey(200)
	p.Kill()
	e := Start(t, Program{Package: "jianbao/app/apptest/internal/entry", Input: bodyOf(doc.Bulletin{Articles: []doc.Article{{Body: essay(characters)}}})})
	e.ClickNamed("page")
	theirs := e.perKey(20)
	t.Logf("a key in %d characters, repainting included: page %v, widget.Entry %v (×%.0f)", characters, ours, theirs, ratio(theirs.work, ours.work))
}

// cost is what a key takes: of the processor, and on the clock when keys come as fast as they can.
type cost struct{ work, clock time.Duration }

func (c cost) String() string {
	return fmt.Sprintf("%.1f ms of work, %.1f ms on the clock", 1e-6*float64(c.work), 1e-6*float64(c.clock))
}

func ratio(a, b time.Duration) float64 { return float64(a) / float64(b) }

// perKey types n characters as fast as they can be sent, waits until all are on the screen and returns what
// one of them cost.
func (j *Journey) perKey(n int) cost {
	j.t.Helper()
	j.settle()
	used, begin := j.worked(), time.Now()
	j.writes(strings.Repeat("a", n), func() { j.xdotool("type", "--delay", "1", strings.Repeat("a", n)) })
	return cost{(j.worked() - used) / time.Duration(n), time.Since(begin) / time.Duration(n)}
}

// worked returns how long the program has used a processor.
func (j *Journey) worked() time.Duration {
	j.t.Helper()
	const user, system, ticks = 13, 14, 100 // fields of proc(5), of which 100 are a second
	stat, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(j.process.cmd.Process.Pid), "stat"))
	if err != nil {
		j.t.Fatal(err)
	}
	fields := strings.Fields(string(stat[strings.LastIndexByte(string(stat), ')')+1:]))
	var used time.Duration
	for _, field := range []string{fields[user-2], fields[system-2]} {
		n, err := strconv.Atoi(field)
		if err != nil {
			j.t.Fatal(err)
		}
		used += time.Duration(n) * time.Second / ticks
	}
	return used
}
