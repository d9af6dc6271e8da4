package setup

import (
	"bytes"
	"encoding/json"

	"jianbao/editor/typeset/page"
	"jianbao/review"
	"jianbao/storage/exchange"
)

// LayoutOf is how the pages of a series look. The error is face.ErrNone, or
// page.ErrProfile if what the series states cannot be used.
func LayoutOf(s review.Series) (*exchange.Layout, error) {
	l, err := Layout()
	if err != nil {
		return nil, err
	}
	l.Profile, err = page.ParseProfile(s.Template.Page)
	if err != nil {
		return nil, err
	}
	return l, nil
}

// parsePage checks what a series states of its pages and returns it without
// blanks between its parts, as it is stored.
func parsePage(stated json.RawMessage) (json.RawMessage, error) {
	if len(stated) == 0 {
		return nil, nil
	}
	if _, err := page.ParseProfile(stated); err != nil {
		return nil, err
	}
	var compact bytes.Buffer
	err := json.Compact(&compact, stated)
	return compact.Bytes(), err
}
