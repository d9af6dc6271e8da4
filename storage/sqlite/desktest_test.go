package sqlite_test

import (
	"testing"

	"jianbao/review"
	"jianbao/review/desktest"
)

func TestDesk(t *testing.T) {
	desktest.Run(t, func(tb testing.TB) review.Store { return open(tb, path(tb)) })
}
