package main

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// A district leaves little behind and much to collect, so the collector runs
// seldom: a fifth of the time of a batch is saved by it. It runs when the heap has
// come to a size that is the same however much is in use, so that the memory of a
// batch does not depend on its length; were it a multiple of what is in use, the
// longer batch would be the likelier to meet with much. A long table, of which much
// is in use, has a multiple, up to the limit.
const (
	heapSize    = 64 << 20  // bytes
	leastRoom   = 200       // per cent of what is in use
	memoryLimit = 384 << 20 // bytes of all memory; near it the collector runs as often as it must

	firstHeap = 4 << 20 // bytes of which the percentage is until the first collection
)

// collectSeldom sets the collector, unless the environment does.
func collectSeldom(env func(string) string) {
	if env("GOGC") == "" {
		debug.SetGCPercent(heapSize * 100 / firstHeap)
		atEveryCollection(keepHeapSize)
	}
	if env("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryLimit)
	}
}

// keepHeapSize sets the percentage of what is in use, as the last collection found
// it, that makes up the size.
func keepHeapSize() {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	inUse := max(int64(live[0].Value.Uint64()), 1<<20)
	debug.SetGCPercent(int(max(leastRoom, (heapSize-inUse)*100/inUse)))
}

// atEveryCollection calls do after each, which it knows by an object that nothing
// holds.
func atEveryCollection(do func()) {
	type leaf struct{ _ *leaf }
	runtime.SetFinalizer(&leaf{}, func(*leaf) {
		do()
		atEveryCollection(do)
	})
}
