package review

import (
	"context"
	"slices"
	"strconv"
)

// Share is how many copies of an issue one recipient gets. List is the list of
// the imprint that names him, such as 报 or 发. It is no part of the text: that
// says only who gets the issue and how many are printed.
type Share struct {
	List   string `json:"list"`
	Name   string `json:"name"`
	Copies int    `json:"copies"`
}

// Spread keeps how the copies of a draft are shared out, in place of what was
// kept before. It returns a Refusal for a number below nought.
func (d *Desk) Spread(ctx context.Context, who Actor, id DraftID, shares []Share) (*File, error) {
	return d.on(ctx, ActSpread, who, id, Ask{}, func(w *work) error {
		sum := 0
		for _, s := range shares {
			if s.Copies < 0 {
				return refuse(ActSpread, CodeUnknown, "value", strconv.Itoa(s.Copies))
			}
			sum += s.Copies
		}
		w.file.Draft.Shares = slices.Clone(shares)
		return w.record(ActSpread, map[string]string{"recipients": strconv.Itoa(len(shares)), "sum": strconv.Itoa(sum),
			"printed": strconv.Itoa(w.file.Head.Text.Imprint.Copies)})
	})
}
