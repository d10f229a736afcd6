package main

import (
	"context"
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"
)

// statusSignal and the signal's number are the status of a run that a signal
// ended, as of a shell: 130 for SIGINT, 143 for SIGTERM.
const statusSignal = 128

// stopOnSignal gives a context that the first SIGINT or SIGTERM ends, after which
// no district is begun; the second ends the process at once, which costs nothing
// but what is in work. The function gives the status that a signal asks for, or 0,
// and ends the watch.
func stopOnSignal(t teller) (context.Context, func() int) {
	stop, cancel := context.WithCancel(context.Background())
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	var status atomic.Int32
	go func() {
		for s := range signals {
			number, _ := s.(syscall.Signal)
			if status.Swap(statusSignal+int32(number)) != 0 {
				os.Exit(statusSignal + int(number))
			}
			t.stopping()
			cancel()
		}
	}()
	return stop, func() int {
		signal.Stop(signals)
		close(signals)
		cancel()
		return int(status.Load())
	}
}
