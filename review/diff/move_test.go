package diff

import (
	"maps"
	"slices"
	"testing"
)

func TestIdleMoves(t *testing.T) {
	from := func(n int) edit { return edit{kind: MoveFrom, move: n} }
	to := func(n int) edit { return edit{kind: MoveTo, move: n} }
	kind := func(k Kind) edit { return edit{kind: k} }
	for _, c := range []struct {
		name  string
		edits []edit
		want  []int
	}{
		{"over kept text", []edit{from(1), kind(Equal), to(1)}, nil},
		{"over rewritten text", []edit{to(1), kind(Replace), from(1)}, nil},
		{"over a deletion", []edit{kind(Equal), from(1), kind(Delete), to(1)}, []int{1}},
		{"over an insertion", []edit{to(1), kind(Insert), from(1), kind(Equal)}, []int{1}},
		{"two side by side", []edit{from(1), from(2), to(1), to(2)}, []int{1, 2}},
		{"one over another", []edit{from(1), from(2), to(2), to(1)}, []int{2}},
		{"over text that left for elsewhere", []edit{from(1), from(2), to(1), kind(Equal), to(2)}, []int{1}},
	} {
		if got := slices.Sorted(maps.Keys(idleMoves(c.edits))); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}
