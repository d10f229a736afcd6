// Package pattern has regular expressions that cost nothing until they are used.
// Most runs need few of the program's, and to compile them all takes longer than to
// read a small data file.
package pattern

import (
	"regexp"
	"sync"
)

// Of gives a function that compiles a regular expression when it is first called,
// and panics if text is none: texts stand in the program, and its tests call them.
func Of(text string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(text) })
}
