//go:build e2e

package apptest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestWritingOnThePage writes on the page of a real issue: through the input
// method at several zooms after scrolling, fast, and while the program is killed.
func TestWritingOnThePage(t *testing.T) {
	home := t.TempDir()
	if err := os.WriteFile(filepath.Join(home, "seed.txt"), shared(t, "data/seed-bulletin.txt"), 0o644); err != nil {
		t.Fatal(err)
	}
	program := jianbao(filepath.Join(home, "office.db"))
	program.Env = []string{"HOME=" + home}
	j := Start(t, program)
	settleIn(j)
	importSeed(j)
	composeAtZooms(j)
	typeFast(j)
	killWhileTyping(j)
}

// composeAtZooms writes 你好 into the middle of the body at three sizes; the keys
// of composing touch nothing that stands there.
func composeAtZooms(j *Journey) {
	j.ClickNamed("article.1.body")
	for i, zoom := range []string{"ctrl+0", "ctrl+equal", "ctrl+minus"} {
		j.Key(zoom, "Page_Down", "Up", "Right", "Right")
		before := j.focusedText()
		for _, key := range []string{"BackSpace", "Left", "Delete"} {
			j.Compose("nihao")
			j.WaitCandidates()
			j.Key(key, "Escape")
			j.WaitFocused(before)
		}
		j.TypeChinese("nihao", "你好")
		if got := len(j.focusedText()) - len(before); got != len("你好") {
			j.t.Errorf("zoom %d: the body is %d bytes longer", i, got)
		}
		j.Shot("zoom")
	}
}

// typeFast types faster than anybody can; all arrives, in order.
func typeFast(j *Journey) {
	text := strings.Repeat("the quick brown fox jumps over 1234567890 ", 8)
	j.Key("ctrl+0", "ctrl+End")
	before := j.focusedText()
	j.xdotool("type", "--delay", "1", text)
	j.WaitFocused(before + text)
	j.See("已自动保存")
}

// killWhileTyping kills the program in the middle of a run of typing; what stood
// there a second before is kept, and shown to be so.
func killWhileTyping(j *Journey) {
	const kept, pause, aSecond = "abcdefghijabcdefghij", "50", "klmnopqrstklmnopqrst"
	before := j.focusedText()
	j.Type(kept)
	j.xdotool("type", "--delay", pause, aSecond)
	j.Kill()
	j.Restart()
	j.sit("张三")
	j.See("没有存成版")
	j.ClickNamed("article.1.body")
	after := j.focusedText()
	if !strings.HasPrefix(after, before+kept) {
		j.t.Errorf("after the kill the body ends with %q", after[max(0, len(after)-120):])
	}
	j.Shot("recovered")
}
