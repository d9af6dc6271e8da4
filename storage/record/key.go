package record

import (
	"time"

	"jianbao/review"
)

type key struct {
	ID      review.KeyID       `json:"id"`
	Person  review.PersonID    `json:"person"`
	Public  []review.PublicKey `json:"public"`
	Sealed  []byte             `json:"sealed,omitempty"`
	From    time.Time          `json:"from"`
	FromSeq int64              `json:"fromseq"`
	To      time.Time          `json:"to,omitzero"`
	ToSeq   int64              `json:"toseq,omitempty"`
	Ended   review.KeyEnd      `json:"ended,omitempty"`
}

// Key is the stored form of the keys by which people sign.
var Key = codec(
	func(k review.Key) key { return key(k) },
	func(w key) review.Key { return review.Key(w) })
