package main

import "runtime/debug"

// A district leaves little behind and much to collect, so the collector runs
// seldom: a fifth of the time of a batch is saved by it. Near the limit, which a
// batch does not come to, it runs as often as it must.
const (
	collectAt   = 400       // per cent of what is in use
	memoryLimit = 384 << 20 // bytes
)

// collectSeldom sets the collector, unless the environment does.
func collectSeldom(env func(string) string) {
	if env("GOGC") == "" {
		debug.SetGCPercent(collectAt)
	}
	if env("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryLimit)
	}
}
