package memory_test

import (
	"testing"

	"jianbao/review"
	"jianbao/storage/memory"
	"jianbao/storage/storetest"
)

func TestStore(t *testing.T) {
	storetest.Run(t, func(*testing.T) review.Store { return memory.New() })
}
