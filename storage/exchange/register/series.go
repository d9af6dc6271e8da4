package register

import "jianbao/review"

// Scope tells the series of items by the words that stand in the table (刊物).
// No words, or no such column, is every series.
type Scope interface {
	// Words are those for a series.
	Words(review.SeriesID) string
	// Series is what the words mean; false if they mean none, or several.
	Series(words string) (review.SeriesID, bool)
}

// Named tells series by their names, and by their ids where several share a
// name.
type Named []review.Series

// Words implements Scope.
func (n Named) Words(id review.SeriesID) string {
	for _, s := range n {
		if s.ID != id {
			continue
		}
		if _, ok := n.Series(s.Name); ok && s.Name != "" {
			return s.Name
		}
	}
	return string(id)
}

// Series implements Scope.
func (n Named) Series(words string) (review.SeriesID, bool) {
	if words == "" {
		return "", true
	}
	var found []review.SeriesID
	for _, s := range n {
		if string(s.ID) == words {
			return s.ID, true
		}
		if s.Name == words {
			found = append(found, s.ID)
		}
	}
	if len(found) != 1 {
		return "", false
	}
	return found[0], true
}

// Only takes every row for one series, whatever the table says.
type Only review.SeriesID

// Words implements Scope.
func (o Only) Words(id review.SeriesID) string { return string(id) }

// Series implements Scope.
func (o Only) Series(string) (review.SeriesID, bool) { return review.SeriesID(o), true }
