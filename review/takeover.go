package review

import (
	"cmp"
	"slices"
	"strconv"

	"jianbao/editor/doc"
)

// OldRow is a row of a ledger kept before this program, as a file gives it.
type OldRow struct {
	Line  int // of the file
	Entry Entry
}

// Takeover (接旧账) is what taking an old ledger in would do.
type Takeover struct {
	Rows  Ledger        // to be entered
	Known int           // rows of the file that stand in the ledger already
	Wrong []doc.Problem // rows that cannot be entered; the argument "row" names the line
	Found []Finding     // gaps and duplicates, entered only with a reason; nil while rows are wrong

	faults []fault
}

// The codes of what is wrong with a row of an old ledger. Each has the arguments
// row, sequence (the year and label) and number.
const (
	CodeOldReserved = "review.takeover.reserved" // it lies where this program draws numbers
	CodeOldReason   = "review.takeover.reason"   // void, missing or twice without a reason
	CodeOldNumber   = "review.takeover.number"   // no year or number, or one that cannot be
	CodeOldJump     = "review.takeover.jump"     // too far from the next number: a slip of the pen
)

var takeoverCodes = []string{CodeOldReserved, CodeOldReason, CodeOldNumber, CodeOldJump}

// farthest is how far apart two numbers of a sequence may be in an old ledger;
// more than that is taken for a slip.
const farthest = 200

// Takeover plans to enter rows of an old ledger of s beside those of l.
func (l Ledger) Takeover(s Series, rows []OldRow) Takeover {
	t := takeover{said: map[place][]Entry{}}
	for _, e := range l {
		t.said[e.place()] = append(t.said[e.place()], e)
		if e.Draft != "" {
			t.drawn = append(t.drawn, e)
		}
	}
	for _, r := range rows {
		r.Entry.Series = s.ID
		t.row(r)
	}
	t.jumps(l)
	if len(t.Wrong) == 0 {
		t.faults = l.with(t.Rows).faultsBeyond(l)
		t.Found = findings(s, t.faults)
	}
	return t.Takeover
}

// takeover is a plan being made.
type takeover struct {
	Takeover
	lines []int // of the rows
	said  map[place][]Entry
	drawn Ledger // rows of issues numbered by this program
}

// place is what a row is found again by.
type place struct {
	label  string
	number doc.Number
}

func (e Entry) place() place { return place{e.Label, e.Number} }

func (l Ledger) with(more Ledger) Ledger { return slices.Concat(l, more) }

// faultsBeyond lists the faults that a shorter ledger does not have.
func (l Ledger) faultsBeyond(shorter Ledger) []fault {
	old := map[fault]bool{}
	for _, f := range shorter.faults() {
		old[f] = true
	}
	return slices.DeleteFunc(l.faults(), func(f fault) bool { return old[f] })
}

func (t *takeover) row(r OldRow) {
	code := r.Entry.objection()
	switch {
	case code != "":
		t.wrong(code, r.Line, r.Entry)
	case t.known(r.Entry):
		t.Known++
	case t.reserves(r.Entry):
		t.wrong(CodeOldReserved, r.Line, r.Entry)
	default:
		t.Rows, t.lines = append(t.Rows, r.Entry), append(t.lines, r.Line)
	}
}

func (t *takeover) wrong(code string, line int, e Entry) {
	t.Wrong = append(t.Wrong, doc.Problem{Code: code, Args: map[string]string{"row": strconv.Itoa(line),
		"sequence": sequence{e.Number.Year, e.Label}.String(), "number": NumberText(e.Number)}})
}

// known reports whether the ledger says the same already: an issue that this
// program numbered as well as a row taken in before.
func (t *takeover) known(e Entry) bool {
	if e.Kind == EntryOpening {
		return len(t.said[e.place()]) > 0
	}
	return slices.ContainsFunc(t.said[e.place()], func(have Entry) bool {
		if have.Draft != "" {
			return have.Kind == EntryVoid == (e.Kind == EntryVoid) && !e.Explains()
		}
		same := have.Kind == e.Kind || have.Kind == EntryDouble && !e.Explains()
		return same && have.Title == e.Title && have.Date == e.Date
	})
}

// objection says what of a row of an old ledger cannot be; "" if nothing.
func (e Entry) objection() string {
	n := e.Number
	tooMuch := n.Year > 9999 || n.Issue > 9999 || n.Total > 9999999
	onlyTotal := e.Kind == EntryGap && n.Year == 0 && n.Issue == 0 && n.Total > 0
	switch {
	case tooMuch, n.Total < 0,
		!onlyTotal && (n.Year < 1 || n.Issue < 0 || n.Issue == 0 && e.Kind != EntryOpening),
		e.Kind == EntryOpening && e.Label != "" && n.Total > 0:
		return CodeOldNumber
	case e.Reason == "" && (e.Kind == EntryVoid || e.Kind == EntryGap || e.Kind == EntryDouble):
		return CodeOldReason
	}
	return ""
}

// reserves reports whether a row lies where this program draws numbers: not
// before those it drew.
func (t *takeover) reserves(e Entry) bool {
	n := e.Number
	return slices.ContainsFunc(t.drawn, func(d Entry) bool {
		return n.Year > d.Number.Year || n.Year == d.Number.Year && e.Label == d.Label && n.Issue >= d.Number.Issue ||
			n.Total > 0 && d.Number.Total > 0 && n.Total >= d.Number.Total
	})
}

// jumps finds rows whose number is too far from the next one before it.
func (t *takeover) jumps(l Ledger) {
	type spot struct{ number, row int } // row is -1 in the ledger that is there
	all := map[sequence][]spot{}
	enter := func(row int, e Entry) {
		if n := e.Number; n.Year > 0 {
			q := sequence{n.Year, e.Label}
			all[q] = append(all[q], spot{n.Issue, row})
		}
		if n := e.Number.Total; n > 0 {
			all[sequence{}] = append(all[sequence{}], spot{n, row})
		}
	}
	for _, e := range l {
		enter(-1, e)
	}
	for i, e := range t.Rows {
		enter(i, e)
	}
	for _, spots := range all {
		slices.SortFunc(spots, func(a, b spot) int { return cmp.Compare(a.number, b.number) })
		for i := 1; i < len(spots); i++ {
			if row := max(spots[i].row, spots[i-1].row); row >= 0 && spots[i].number-spots[i-1].number > farthest {
				t.wrong(CodeOldJump, t.lines[row], t.Rows[row])
			}
		}
	}
	slices.SortStableFunc(t.Wrong, func(a, b doc.Problem) int { return cmp.Compare(lineOf(a), lineOf(b)) })
}

func lineOf(p doc.Problem) int {
	line, _ := strconv.Atoi(p.Args["row"]) // written by wrong
	return line
}

// explained returns the rows to enter once a reason is given, openings first:
// those whose number is used already are doubles, and every gap gets a row.
func (t Takeover) explained(l Ledger, reason string) Ledger {
	issues, totals := map[place]bool{}, map[int]bool{}
	use := func(e Entry) (again bool) {
		if e.Explains() {
			return false
		}
		at := place{e.Label, doc.Number{Year: e.Number.Year, Issue: e.Number.Issue}}
		again = issues[at] || e.Number.Total > 0 && totals[e.Number.Total]
		issues[at], totals[e.Number.Total] = true, true
		return again
	}
	for _, e := range l {
		use(e)
	}
	rows := make(Ledger, 0, len(t.Rows)+len(t.faults))
	for _, e := range t.Rows {
		if use(e) {
			e.Kind, e.Reason = EntryDouble, cmp.Or(e.Reason, reason)
		}
		rows = append(rows, e)
	}
	for _, f := range t.faults {
		if !f.twice {
			rows = append(rows, f.gap(reason))
		}
	}
	slices.SortStableFunc(rows, func(a, b Entry) int { return cmp.Compare(a.opens(), b.opens()) })
	return rows
}

// opens orders openings before all else: a number that is used up cannot be the
// last one of before.
func (e Entry) opens() int {
	if e.Kind == EntryOpening {
		return 0
	}
	return 1
}

// gap is the row that explains a missing number.
func (f fault) gap(reason string) Entry {
	if f.sequence == (sequence{}) {
		return Entry{Kind: EntryGap, Number: doc.Number{Total: f.number}, Reason: reason}
	}
	return Entry{Kind: EntryGap, Label: f.label, Number: doc.Number{Year: f.year, Issue: f.number}, Reason: reason}
}
