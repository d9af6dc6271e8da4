//go:build !unix

package search_test

import "time"

var began = time.Now()

// processor is the clock: there is no cheap way to ask how long the processor
// has worked.
func processor() time.Duration { return time.Since(began) }
