//go:build e2e

package apptest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestWritingOnThePage writes on the page of a real issue, fast.
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
	j.ClickNamed("article.1.body")
	typeFast(j)
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
