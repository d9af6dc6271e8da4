package record

import "jianbao/review"

type tally struct {
	Series    review.SeriesID `json:"series"`
	Rule      string          `json:"rule"`
	Shown     int             `json:"shown"`
	Accepted  int             `json:"accepted"`
	Dismissed int             `json:"dismissed"`
}

// Tally is the stored form of tallies.
var Tally = codec(
	func(t review.Tally) tally { return tally(t) },
	func(w tally) review.Tally { return review.Tally(w) })
