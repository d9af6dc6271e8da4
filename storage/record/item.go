package record

import (
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
)

type item struct {
	ID     review.ItemID   `json:"id"`
	Series review.SeriesID `json:"series,omitempty"`
	Kind   review.ItemKind `json:"kind"`
	Name   string          `json:"name"`
	Post   string          `json:"post,omitempty"`
	Order  int             `json:"order,omitempty"`
	Short  []string        `json:"short,omitempty"`
	Right  string          `json:"right,omitempty"`
	Except []string        `json:"except,omitempty"`
	From   doc.Date        `json:"from,omitzero"`
	To     doc.Date        `json:"to,omitzero"`
	Found  review.DraftID  `json:"found,omitempty"`
	Note   string          `json:"note,omitempty"`
	By     review.PersonID `json:"by"`
	At     time.Time       `json:"at"`
}

// Item is the stored form of items of the registers.
var Item = codec(
	func(i review.Item) item { return item(i) },
	func(w item) review.Item { return review.Item(w) })
