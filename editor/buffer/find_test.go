package buffer

import (
	"reflect"
	"testing"
)

func TestFind(t *testing.T) {
	for _, c := range []struct {
		text, pattern string
		want          []Span
	}{
		{"的地得\n地的的", "的", []Span{span(0, 0, 0, 1), span(1, 1, 1, 2), span(1, 2, 1, 3)}},
		{"aaaa", "aa", []Span{span(0, 0, 0, 2), span(0, 2, 0, 4)}},
		{"aAa", "A", []Span{span(0, 1, 0, 2)}},
		{"春\n\n来", "\n", []Span{span(0, 1, 1, 0), span(1, 0, 2, 0)}},
		{"春天\n来了\n春天\n来", "天\n来", []Span{span(0, 1, 1, 1), span(2, 1, 3, 1)}},
		{"𠮷野家", "野家", []Span{span(0, 1, 0, 3)}},
		{"春天", "夏", nil},
		{"春天", "", nil},
	} {
		b := newBuffer(t, c.text)
		got := b.Find(c.pattern)
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%q in %q: %v, want %v", c.pattern, c.text, got, c.want)
		}
		for _, s := range got {
			if b.Slice(s) != c.pattern {
				t.Errorf("%q in %q: found %q", c.pattern, c.text, b.Slice(s))
			}
		}
	}
}
