package load

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// inParallel calls work for 0 to n−1, on as many goroutines as run at once. A
// panic in one becomes a panic here, where callers can recover it.
func inParallel(n int, work func(int)) {
	var next atomic.Int64
	var fault atomic.Value
	var wait sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		wait.Go(func() {
			defer func() {
				if cause := recover(); cause != nil {
					fault.CompareAndSwap(nil, workFault{cause})
				}
			}()
			for i := next.Add(1) - 1; i < int64(n); i = next.Add(1) - 1 {
				work(int(i))
			}
		})
	}
	wait.Wait()
	if f, ok := fault.Load().(workFault); ok {
		panic(f.cause)
	}
}

// workFault is a panic of one goroutine.
type workFault struct{ cause any }
