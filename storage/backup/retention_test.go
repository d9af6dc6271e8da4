package backup

import (
	"slices"
	"testing"
	"time"
)

// TestSurplus keeps a copy a day for three years, putting away each day what
// need not be kept.
func TestSurplus(t *testing.T) {
	var kept []Copy
	at := time.Date(2024, 1, 1, 9, 0, 0, 0, time.UTC)
	for range 3 * 365 {
		at = at.AddDate(0, 0, 1)
		kept = slices.Insert(kept, 0, Copy{Path: at.String(), At: at, Sound: true})
		extra := surplus(kept)
		kept = slices.DeleteFunc(kept, func(c Copy) bool { return slices.Contains(extra, c) })
	}
	if n := len(kept); n < keptMonths+keptWeeks || n > keptDays+keptWeeks+keptMonths {
		t.Errorf("%d copies are kept", n)
	}
	for i := range keptDays {
		if want := at.AddDate(0, 0, -i); !kept[i].At.Equal(want) {
			t.Errorf("copy %d is of %v, want %v", i, kept[i].At, want)
		}
	}
	if oldest := kept[len(kept)-1].At; oldest.After(at.AddDate(0, -10, -15)) || oldest.Before(at.AddDate(0, -12, 0)) {
		t.Errorf("the oldest is of %v, today is %v", oldest, at)
	}
}

func TestNeverSurplus(t *testing.T) {
	day := time.Date(2026, 6, 18, 9, 0, 0, 0, time.UTC)
	copies := []Copy{
		{Path: "bad today", At: day},
		{Path: "good today", At: day, Sound: true},
		{Path: "good earlier today", At: day.Add(-time.Hour), Sound: true},
		{Path: "before an upgrade", At: day.Add(-2 * time.Hour), Sound: true, Before: true},
	}
	if extra := surplus(copies); len(extra) != 1 || extra[0].Path != "good earlier today" {
		t.Errorf("surplus %+v", extra)
	}
}
