//go:build e2e

package apptest

import (
	"fmt"
	"strings"
	"testing"

	"jianbao/app/apptest/scene"
)

// phrases are typed one after another through the input method; each is a whole sentence to it.
var phrases = []string{"jintiantianqihenhao ", "qunzhongfanyingqianglie ", "gongzuozongjiebaogao ", "nihaoshijie "}

// TestTwoThousandCharactersThroughTheInputMethod types Chinese on the page faster than anybody can: every
// character arrives, in order, on the screen and in the store.
func TestTwoThousandCharactersThroughTheInputMethod(t *testing.T) {
	p := openPage(t, 3_000)
	p.Key("ctrl+End")
	before := p.focusedText()
	p.use(pinyin)
	round := p.oneByOne(before)
	const wanted = 2_000
	rounds := wanted/len([]rune(round)) + 1
	p.xdotool("type", "--delay", "3", strings.Repeat(strings.Join(phrases, ""), rounds-1))
	want := before + strings.Repeat(round, rounds)
	if got := p.arrived(want); got != want {
		t.Fatal(difference(got, want))
	}
	p.use(plainKeyboard)
	p.See("已自动保存")
	if got := p.kept(t); got != want {
		t.Errorf("the store has %d bytes, the page %d: %q", len(got), len(want), got[max(0, len(got)-60):])
	}
	t.Logf("%d characters through the input method", rounds*len([]rune(round)))
	p.Shot("two-thousand")
}

// difference says where got leaves want.
func difference(got, want string) string {
	g, w := []rune(got), []rune(want)
	at := 0
	for at < len(g) && at < len(w) && g[at] == w[at] {
		at++
	}
	return fmt.Sprintf("%d of %d characters, from character %d on %q instead of %q",
		len(g), len(w), at, string(g[at:min(len(g), at+40)]), string(w[at:min(len(w), at+40)]))
}

// oneByOne types each phrase in peace, so that what the input method makes of them is known, and returns
// that.
func (p page) oneByOne(before string) string {
	text := before
	for _, phrase := range phrases {
		p.xdotool("type", "--delay", "15", phrase)
		p.wait("Chinese for "+phrase, func(s scene.Scene) bool { o, ok := s.Focused(); return ok && len(o.Text) > len(text) })
		text = p.focusedText()
	}
	return strings.TrimPrefix(text, before)
}

// arrived returns the text of the page once it is as long as want, or once it grows no more: an input method
// takes its time, and on a loaded machine much of it.
func (p page) arrived(want string) string {
	got := p.focusedText()
	for until(func() bool { return len(p.focusedText()) > len(got) }) {
		if got = p.focusedText(); len(got) >= len(want) {
			break
		}
	}
	return got
}
