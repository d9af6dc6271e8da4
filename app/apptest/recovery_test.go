//go:build e2e

package apptest

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// TestKilledWhileTyping kills the program in the middle of a run of fast typing, in an ordinary issue and in
// one of 300,000 characters: the next start opens on the page, shows as changes what was recovered, and lacks
// at most the last second. Kept or put aside, nothing of it is lost.
func TestKilledWhileTyping(t *testing.T) {
	for _, c := range []struct {
		characters int
		answer     string
	}{{3_000, "放到一旁"}, {300_000, "接着写"}} {
		t.Run(fmt.Sprint(c.characters), func(t *testing.T) {
			p := openPage(t, c.characters)
			p.Key("ctrl+End")
			before := p.focusedText()
			words, sent := p.typeFor(4 * time.Second)
			killed := time.Now()
			p.Kill()
			kept := p.kept(t)
			lost := lossOf(kept, before, words, sent, killed)
			t.Logf("%d characters: %d words typed, the last %v before the kill are lost", c.characters, len(words), lost.Round(time.Millisecond))
			if lost > time.Second {
				t.Errorf("lost more than a second: kept %q", kept[max(0, len(kept)-200):])
			}
			p.Restart()
			p.See("找回的文字")
			p.See("＋ ")
			p.Shot("recovered")
			p.Click(c.answer)
			p.answered(t, c.answer, before, kept)
		})
	}
}

// typeFor types numbered words for a while and returns them with the time at which each was sent.
func (p page) typeFor(long time.Duration) (words []string, sent []time.Time) {
	for begin := time.Now(); time.Since(begin) < long; {
		word := fmt.Sprintf("%04d ", len(words))
		p.xdotool("type", "--delay", "30", word)
		words, sent = append(words, word), append(sent, time.Now())
	}
	return words, sent
}

// lossOf returns how long before the kill the first word was sent that is not kept.
func lossOf(kept, before string, words []string, sent []time.Time, killed time.Time) time.Duration {
	rest := strings.TrimPrefix(kept, before)
	for i, word := range words {
		if !strings.HasPrefix(rest, word) {
			return killed.Sub(sent[i])
		}
		rest = rest[len(word):]
	}
	return 0
}

// answered checks what became of the recovered text.
func (p page) answered(t *testing.T, answer, before, kept string) {
	t.Helper()
	if answer == "接着写" {
		p.ClickNamed("article.1.body")
		p.WaitFocused(kept)
		p.See("没有存成版")
		return
	}
	p.See("旁支版本")
	p.ClickNamed("article.1.body")
	p.WaitFocused(before)
	o, program := openOffice(t, p.database)
	defer program.Close()
	aside, err := o.desk.Revision(o.ctx, p.draft, 2)
	o.must(err)
	if got := bodyOf(aside.Text); got != kept {
		t.Errorf("the revision aside ends with %q", got[max(0, len(got)-200):])
	}
}
