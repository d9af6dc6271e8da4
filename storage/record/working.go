package record

import (
	"encoding/json"
	"fmt"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
)

type working struct {
	Draft  review.DraftID  `json:"draft"`
	Person review.PersonID `json:"person"`
	Base   int             `json:"base"`
	Text   json.RawMessage `json:"text"`
	At     time.Time       `json:"at"`
}

// Working is the stored form of unsaved copies, text included.
var Working = Codec[review.Working]{Encode: encodeWorking, Decode: decodeWorking}

func encodeWorking(v review.Working) ([]byte, error) {
	text, err := doc.Encode(v.Text)
	if err != nil {
		return nil, err
	}
	return encode(&working{v.Draft, v.Person, v.Base, text, v.At})
}

func decodeWorking(data []byte) (review.Working, error) {
	var w working
	if err := decode(data, &w); err != nil {
		return review.Working{}, err
	}
	text, err := doc.Decode(w.Text)
	if err != nil {
		return review.Working{}, fmt.Errorf("%w: %w", review.ErrDamaged, err)
	}
	return review.Working{Draft: w.Draft, Person: w.Person, Base: w.Base, Text: text, At: w.At}, nil
}
