package move

import (
	"testing"

	"jianbao/storage/relational"
)

// TestEveryTableHasAKind fails for a new table: whether its rows may change
// decides what an earlier try may have left.
func TestEveryTableHasAKind(t *testing.T) {
	tables := relational.Tables()
	for _, table := range tables {
		if _, ok := kinds[table.Name]; !ok {
			t.Errorf("what may become of the rows of %s?", table.Name)
		}
	}
	if len(kinds) != len(tables) {
		t.Errorf("%d kinds for %d tables", len(kinds), len(tables))
	}
}

func TestContentKnowsNoOrderButEveryRow(t *testing.T) {
	a, b := relational.Row{Key: []any{int64(1)}, Record: []byte("甲")}, relational.Row{Key: []any{int64(2)}, Record: []byte("乙")}
	sum := func(rows ...relational.Row) (c content) {
		c.add(rows)
		return c
	}
	if sum(a, b) != sum(b, a) {
		t.Error("the order counts")
	}
	for name, other := range map[string]content{
		"a row less":     sum(a),
		"another record": sum(a, relational.Row{Key: b.Key, Record: []byte("丙")}),
		"another key":    sum(a, relational.Row{Key: []any{int64(3)}, Record: b.Record}),
		"a key of words": sum(a, relational.Row{Key: []any{"2"}, Record: b.Record}),
		"twice the same": sum(a, b, b, b),
	} {
		if sum(a, b) == other {
			t.Errorf("%s: the same content", name)
		}
	}
}
