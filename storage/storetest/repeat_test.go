package storetest_test

import (
	"testing"

	"jianbao/review"
	"jianbao/review/desktest"
	"jianbao/storage/memory"
	"jianbao/storage/storetest"
)

// TestWhatIsDoneAgainIsDoneOnce proves every rule of the desk where each
// transaction is undone twice before it counts.
func TestWhatIsDoneAgainIsDoneOnce(t *testing.T) {
	desktest.Run(t, func(testing.TB) review.Store { return storetest.Repeat(memory.New(), 3) })
}
