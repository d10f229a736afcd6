//go:build unix

package main

import (
	"os/signal"
	"syscall"
)

// A limit on the size of files (ulimit -f) comes as a signal that would end the
// process before it can say so; ignored, writing fails with an error as on a full
// disk.
func init() { signal.Ignore(syscall.SIGXFSZ) }
