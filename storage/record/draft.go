package record

import (
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
)

type draft struct {
	ID       review.DraftID  `json:"id"`
	Series   review.SeriesID `json:"series"`
	Heading  string          `json:"heading"`
	State    review.State    `json:"state"`
	Step     int             `json:"step"`
	HeldFrom review.State    `json:"heldfrom,omitempty"`
	Round    int             `json:"round"`
	Head     int             `json:"head"`
	Number   doc.Number      `json:"number"`
	Label    string          `json:"label,omitempty"`
	Reissues review.DraftID  `json:"reissues,omitempty"`
	Drafter  review.PersonID `json:"drafter"`
	Created  time.Time       `json:"created"`
	Updated  time.Time       `json:"updated"`
	Version  int             `json:"version"`
	Origin   review.Origin   `json:"origin,omitzero"`
	Shares   []review.Share  `json:"shares,omitempty"`
}

// Draft is the stored form of drafts.
var Draft = codec(
	func(d review.Draft) draft { return draft(d) },
	func(w draft) review.Draft { return review.Draft(w) })
