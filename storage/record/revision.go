package record

import (
	"fmt"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
)

type revision struct {
	Draft    review.DraftID  `json:"draft"`
	Seq      int             `json:"seq"`
	Parent   int             `json:"parent"`
	Hash     doc.Hash        `json:"hash"`
	TextHash doc.Hash        `json:"texthash"`
	Author   review.PersonID `json:"author"`
	At       time.Time       `json:"at"`
	Round    int             `json:"round"`
	Stage    review.Role     `json:"stage"`
	Cause    review.Cause    `json:"cause"`
	Note     string          `json:"note,omitempty"`
	Runes    int             `json:"runes"`
}

// Revision is the stored form of what is known of a revision; its text is kept
// beside it, see Text.
var Revision = codec(
	func(r review.RevisionInfo) revision { return revision(r) },
	func(w revision) review.RevisionInfo { return review.RevisionInfo(w) })

// Text returns the bytes to store for a revision's text. It returns
// review.ErrDamaged if they do not hash to what the revision says.
func Text(r review.Revision) ([]byte, error) {
	data, err := doc.Encode(r.Text)
	if err != nil {
		return nil, err
	}
	return data, intact(r.Hash, data)
}

// WithText returns the revision that Text took apart. It returns
// review.ErrDamaged if the bytes are not those that were written.
func WithText(info review.RevisionInfo, data []byte) (review.Revision, error) {
	if err := intact(info.Hash, data); err != nil {
		return review.Revision{}, err
	}
	text, err := doc.Decode(data)
	if err != nil {
		return review.Revision{}, fmt.Errorf("%w: %w", review.ErrDamaged, err)
	}
	return review.Revision{RevisionInfo: info, Text: text}, nil
}

func intact(want doc.Hash, data []byte) error {
	if got := doc.HashOf(data); got != want {
		return fmt.Errorf("%w: text hashes to %s, not %s", review.ErrDamaged, got, want)
	}
	return nil
}
