package postgres

import (
	_ "embed"
	"slices"
	"strings"

	"jianbao/review"
)

// shapeQuery lists what stands in a database; shapeMade is what it lists of one
// that the migrations made, kept by a test.
var (
	//go:embed shape.sql
	shapeQuery string
	//go:embed shape.txt
	shapeMade string
)

// checkShape compares the shape of the database with what the migrations make: a
// trigger that is gone or switched off no longer forbids anything. What an
// administrator may add without harm, such as an index, is not reported. Other
// engines describe themselves in other words and are not asked.
func (s *Store) checkShape(w *work) ([]review.Finding, error) {
	if !s.proper {
		return nil, nil
	}
	got, err := shapeOf(w)
	if err != nil {
		return nil, err
	}
	want := strings.Split(strings.TrimSpace(shapeMade), "\n")
	var found []review.Finding
	for _, name := range unlike(want, got) {
		found = append(found, review.Finding{Code: CodeSchema, Args: map[string]string{"name": name}})
	}
	return found, nil
}

func shapeOf(w *work) ([]string, error) {
	rows, err := w.Query(shapeQuery)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var lines []string
	for rows.Next() {
		var line string
		if err := rows.Scan(&line); err != nil {
			return nil, err
		}
		lines = append(lines, line)
	}
	slices.Sort(lines)
	return lines, rows.Err()
}

// unlike names what is wanted and not there as it should be, and what is there
// and could change what is written.
func unlike(want, got []string) []string {
	var names []string
	for _, line := range want {
		if !slices.Contains(got, line) {
			names = append(names, nameOf(line))
		}
	}
	for _, line := range got {
		if !slices.Contains(want, line) && interferes(line) {
			names = append(names, nameOf(line))
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// interferes reports whether something that the migrations did not make can
// change or refuse what is written.
func interferes(line string) bool {
	kind, _, _ := strings.Cut(line, " ")
	return kind == "trigger" || kind == "rule" || kind == "constraint" || strings.HasPrefix(line, "index CREATE UNIQUE")
}

// nameOf returns the name in a line of the shape.
func nameOf(line string) string {
	words := strings.Fields(line)
	if words[0] != "index" {
		return words[1]
	}
	return words[slices.Index(words, "INDEX")+1]
}
