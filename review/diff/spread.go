package diff

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// worthSpreading is from how many pieces on work is done by several goroutines.
const worthSpreading = 64

// spread does n pieces of work that do not depend on each other, on as many
// goroutines as there are processors. Each begins with a call of start, which
// gives it what it does with piece i.
func spread(n int, start func() func(i int)) {
	workers := min(runtime.GOMAXPROCS(0), n/(worthSpreading/2))
	if workers < 2 {
		do := start()
		for i := range n {
			do(i)
		}
		return
	}
	var next atomic.Int64
	var all sync.WaitGroup
	for range workers {
		all.Go(func() {
			do := start()
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	all.Wait()
}
