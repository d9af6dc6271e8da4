package buffer

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

func TestCharacters(t *testing.T) {
	for _, characters := range [][]string{
		{"春", "天", "，", "a", "b"},
		{"e\u0301", "e", "o\u0308\u0323"},
		{"👍", "👨\u200d👩\u200d👧", "👍🏽", "！"},
		{"🇨🇳", "🇨🇳", "🇨"},
		{"葛\U000e0100", "城", "邉\ufe00"},
		{"か\u3099", "き"},
		{"ﾊ\uff9e", "x"},
		{"각", "\u1100\u1161\u11a8"},
		{"☎\ufe0f", "1\ufe0f\u20e3", "1"},
		{"的\u302a", "的"},
		{"𠮷", "野"},
	} {
		b := newBuffer(t, strings.Join(characters, ""))
		var forth, back []string
		for p := b.Start(); p != b.End(); {
			next := b.Next(p)
			forth = append(forth, b.Slice(Span{p, next}))
			p = next
		}
		for p := b.End(); p != b.Start(); {
			previous := b.Previous(p)
			back = append([]string{b.Slice(Span{previous, p})}, back...)
			p = previous
		}
		if !reflect.DeepEqual(forth, characters) || !reflect.DeepEqual(back, characters) {
			t.Errorf("%+q: forth %+q, back %+q", characters, forth, back)
		}
	}
}

func TestCharactersOverParagraphs(t *testing.T) {
	b := newBuffer(t, "a\n\nb")
	want := []Position{pos(0, 0), pos(0, 1), pos(1, 0), pos(2, 0), pos(2, 1)}
	for i := 1; i < len(want); i++ {
		if got := b.Next(want[i-1]); got != want[i] {
			t.Errorf("Next(%v) is %v", want[i-1], got)
		}
		if got := b.Previous(want[i]); got != want[i-1] {
			t.Errorf("Previous(%v) is %v", want[i], got)
		}
	}
	if b.Next(b.End()) != b.End() || b.Previous(b.Start()) != b.Start() {
		t.Error("a step left the text")
	}
}

func TestAlign(t *testing.T) {
	b := newBuffer(t, "一e\u0301👨\u200d👩")
	for o, want := range []int{0, 1, 1, 3, 3, 3, 6} {
		if got := b.Align(pos(0, o)); got != pos(0, want) {
			t.Errorf("Align(%d) is %v, want %d", o, got, want)
		}
	}
}

// FuzzCharacters compares the steps, which look at a small part of a
// paragraph, with the segmentation of all of it.
func FuzzCharacters(f *testing.F) {
	f.Add("春天e\u0301👨\u200d👩🇨🇳🇨🇳\u302a。\u1100\u1161\ufe0fﾊ\uff9e")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ReplaceAll(strings.ToValidUTF8(text, "?"), "\n", "")
		if !validText(text) {
			return
		}
		b := newBuffer(t, text)
		p := b.Start()
		for g := uniseg.NewGraphemes(text); g.Next(); {
			next := pos(0, int(p.Offset)+utf8.RuneCountInString(g.Str()))
			if b.Next(p) != next || b.Previous(next) != p || b.Align(next) != next {
				t.Fatalf("character %+q from %v: Next %v, Previous %v, Align %v", g.Str(), p, b.Next(p), b.Previous(next), b.Align(next))
			}
			p = next
		}
		if p != b.End() {
			t.Fatalf("characters end at %v, text at %v", p, b.End())
		}
	})
}
