package review

// Tally counts what became of the findings of one rule in one series, so that
// an office sees which rules earn their keep. Shown is how often a finding came
// to an end that was seen: it was accepted, or dismissed, or it still stood when
// a text was handed on (送审 or 签字), once for each time. What comes and goes
// while somebody types is not counted.
type Tally struct {
	Series    SeriesID
	Rule      string
	Shown     int
	Accepted  int
	Dismissed int
}

// plus adds counts.
func (t Tally) plus(o Tally) Tally {
	t.Shown, t.Accepted, t.Dismissed = t.Shown+o.Shown, t.Accepted+o.Accepted, t.Dismissed+o.Dismissed
	return t
}

// count adds to the tallies of a series, by rule.
func count(tx Tx, id SeriesID, more map[string]Tally) error {
	all, err := tx.Tallies().List(id)
	if err != nil {
		return err
	}
	for _, t := range all {
		if m, ok := more[t.Rule]; ok {
			more[t.Rule] = m.plus(t)
		}
	}
	for rule, t := range more {
		t.Series, t.Rule = id, rule
		if err := tx.Tallies().Put(t); err != nil {
			return err
		}
	}
	return nil
}
