package screen

import (
	"errors"

	"jianbao/review"
)

// Refused returns the code of a refusal and the places to mend, or "" for any
// other error.
func Refused(err error) (code string, r *review.Refusal) {
	if errors.As(err, &r) {
		return r.Code, r
	}
	return "", nil
}
