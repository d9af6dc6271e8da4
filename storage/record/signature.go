package record

import "jianbao/review"

type signature struct {
	SignOff review.SignOffID `json:"signoff"`
	Draft   review.DraftID   `json:"draft"`
	Key     review.KeyID     `json:"key"`
	Public  review.PublicKey `json:"public"`
	Message []byte           `json:"message"`
	Value   []byte           `json:"value"`
}

// Signature is the stored form of signatures. Messages are bytes: not one of
// them may change.
var Signature = codec(
	func(s review.Signature) signature { return signature(s) },
	func(w signature) review.Signature { return review.Signature(w) })
