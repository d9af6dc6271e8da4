package doc

import (
	"testing"
	"time"
)

func TestParseDate(t *testing.T) {
	tests := []struct {
		in   string
		want Date
		ok   bool
	}{
		{"", Date{}, true},
		{"2022-03-03", Date{2022, 3, 3}, true},
		{"2024-02-29", Date{2024, 2, 29}, true},
		{"2023-02-29", Date{}, false},
		{"2022-13-01", Date{}, false},
		{"2022-3-3", Date{}, false},
		{"2022年3月3日", Date{}, false},
		{"2022-03-03 ", Date{}, false},
	}
	for _, tt := range tests {
		got, err := ParseDate(tt.in)
		if got != tt.want || (err == nil) != tt.ok {
			t.Errorf("ParseDate(%q) = %v, %v; want %v, ok %v", tt.in, got, err, tt.want, tt.ok)
		}
		if err == nil && got.String() != tt.in {
			t.Errorf("ParseDate(%q).String() = %q", tt.in, got.String())
		}
	}
}

func TestDateIsPrintedWithoutLeadingZeros(t *testing.T) {
	for d, want := range map[Date]string{{}: "", {2022, 3, 3}: "2022年3月3日", {2025, 12, 31}: "2025年12月31日"} {
		if got := d.Chinese(); got != want {
			t.Errorf("%v.Chinese() = %q, want %q", d, got, want)
		}
	}
}

func TestDateOfKeepsTheZone(t *testing.T) {
	beijing := time.FixedZone("CST", 8*3600)
	at := time.Date(2025, 1, 1, 0, 30, 0, 0, beijing) // still 2024 in UTC
	if got := DateOf(at); got != (Date{2025, 1, 1}) {
		t.Errorf("DateOf = %v, want the day in Beijing", got)
	}
}

func TestDateValid(t *testing.T) {
	for d, want := range map[Date]bool{
		{}: true, {2024, 2, 29}: true, {9999, 12, 31}: true,
		{2023, 2, 29}: false, {2023, 4, 31}: false, {0, 1, 1}: false, {10000, 1, 1}: false, {2023, 0, 5}: false,
	} {
		if got := d.Valid(); got != want {
			t.Errorf("%v.Valid() = %v, want %v", d, got, want)
		}
	}
}

func TestDateUnmarshalLeavesItAloneOnError(t *testing.T) {
	d := Date{2025, 6, 15}
	if err := d.UnmarshalText([]byte("2025-06-31")); err == nil || d != (Date{2025, 6, 15}) {
		t.Errorf("a day that does not exist: %v, %v", d, err)
	}
}

func TestNumberSame(t *testing.T) {
	tests := []struct {
		a, b Number
		want bool
	}{
		{Number{2022, 4, 2196}, Number{2022, 4, 2196}, true},
		{Number{0, 4, 2196}, Number{2022, 4, 2196}, true},
		{Number{0, 4, 0}, Number{2022, 4, 2196}, true},
		{Number{2022, 4, 2196}, Number{2022, 5, 2196}, false},
		{Number{2022, 4, 2196}, Number{2022, 4, 2197}, false},
		{Number{2021, 4, 2196}, Number{2022, 4, 2196}, false},
		{Number{0, 0, 2196}, Number{2022, 4, 2196}, false},
	}
	for _, tt := range tests {
		if tt.a.Same(tt.b) != tt.want || tt.b.Same(tt.a) != tt.want {
			t.Errorf("%v and %v the same: want %v both ways", tt.a, tt.b, tt.want)
		}
	}
}

func TestNumberIsZero(t *testing.T) {
	if !(Number{Year: 2022}).IsZero() {
		t.Error("a year alone is no number")
	}
	if (Number{Issue: 1}).IsZero() || (Number{Total: 1}).IsZero() {
		t.Error("an issue or a total is a number")
	}
}
