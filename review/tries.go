package review

import "time"

// Tries counts how often a person's PIN was given wrongly since it was last
// given rightly.
type Tries struct {
	Person PersonID
	Failed int
	Last   time.Time
}

// How long the next try has to wait.
const (
	freeTries = 5                // that nobody waits for
	firstWait = 10 * time.Second // after them; doubled by each further one
	longWait  = 15 * time.Minute // and never more
)

// wait is how long the next try has to wait at a moment. After a clock was
// turned back nobody waits: else it might be for years.
func (t Tries) wait(now time.Time) time.Duration {
	if t.Failed < freeTries || now.Before(t.Last) {
		return 0
	}
	delay := longWait
	if doubled := t.Failed - freeTries; doubled < 7 {
		delay = min(longWait, firstWait<<doubled)
	}
	return max(t.Last.Add(delay).Sub(now), 0)
}
