package record

import "jianbao/review"

// Seen says that a person last looked at a revision of a draft.
type Seen struct {
	Draft    review.DraftID
	Person   review.PersonID
	Revision int
}

type look struct {
	Draft    review.DraftID  `json:"draft"`
	Person   review.PersonID `json:"person"`
	Revision int             `json:"revision"`
}

// Look is the stored form of what people last looked at.
var Look = codec(
	func(s Seen) look { return look(s) },
	func(w look) Seen { return Seen(w) })
