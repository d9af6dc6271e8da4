package proof

import "regexp"

// monthsAhead is how far ahead a day without a year must lie, in months, for it
// to be taken for one of the year before: nearer ones may be plans.
const monthsAhead = 6

var (
	otherYear = regexp.MustCompile(`[0-9]{4} ?年|去年|上年|前年|历年|每年|农历|阴历|腊月`)
	ahead     = regexp.MustCompile(`将|拟|定于|计划|预计|力争|确保|前|起|止|底`)
)

// yearless finds a day without a year that would lie far ahead of the day of
// the issue: in January, 12月28日 is one of the year before, which is to be said.
// A year named before it in the paragraph holds for it too.
func yearless(p *passage) []hit {
	if p.date.IsZero() {
		return nil
	}
	var hits []hit
	for _, d := range days(p.Text) {
		if d.Year != 0 || d.Day == 0 || d.Month-p.date.Month < monthsAhead || !d.exists(true) {
			continue
		}
		if otherYear.MatchString(p.Text[:d.from]) || ahead.MatchString(clauseBefore(p.Text[:d.from])) || ahead.MatchString(clauseAfter(p.Text[d.to:])) {
			continue
		}
		hits = append(hits, hit{from: p.rune(d.from), to: p.rune(d.to), args: map[string]string{"issued": p.date.Chinese()}})
	}
	return hits
}

var clauseEnd = regexp.MustCompile(`[，。；！？：]`)

// clauseAfter is the rest of the clause at the beginning of s.
func clauseAfter(s string) string {
	if m := clauseEnd.FindStringIndex(s); m != nil {
		return s[:m[0]]
	}
	return s
}
