package diag

import (
	"fmt"
	"io"
	"strings"
)

// Options are what a writer is told besides the findings.
type Options struct {
	Lang Lang
	// Line gives source line n of a file, for the formats that show it; false if
	// it is not at hand.
	Line func(file string, n int) (string, bool)
	// Version is the tool's own, for the formats that name it.
	Version string
}

// formats are the output formats: each a file of this package.
var formats = []struct {
	name       string
	write      func(io.Writer, *Run, Options) error
	listChecks bool
}{
	{"text", func(w io.Writer, r *Run, o Options) error { return WriteText(w, r, o.Lang, o.Line) }, false},
	{"json", func(w io.Writer, r *Run, o Options) error { return WriteJSON(w, r, o.Lang) }, true},
	{"junit", writeJUnit, true},
	{"sarif", writeSARIF, false},
	{"github", writeGitHub, false},
	{"gitlab", writeGitLab, false},
}

// Formats are the names of the output formats.
func Formats() []string {
	var names []string
	for _, f := range formats {
		names = append(names, f.name)
	}
	return names
}

// ListsChecks reports whether a format shows every check. The others need no more
// than a File's Tally of them.
func ListsChecks(format string) bool {
	for _, f := range formats {
		if f.name == format {
			return f.listChecks
		}
	}
	return false
}

// Write prints a run in one of Formats; the same run gives the same bytes. Its
// errors are those of w, and of a format there is not.
func Write(w io.Writer, format string, r *Run, o Options) error {
	for _, f := range formats {
		if f.name == format {
			return f.write(w, r, o)
		}
	}
	return fmt.Errorf("diag: no format %q", format)
}

// whole is all that a finding says, for formats that have room for one text
// only: a line for the message, for each place involved and for each hint.
func whole(x Finding, l Lang) string {
	lines := []string{x.Message.In(l)}
	for _, r := range x.Related {
		if !r.Note.IsZero() {
			lines = append(lines, position(r.Place)+": "+r.Note.In(l))
		}
	}
	return strings.Join(append(lines, mending(x, l)...), "\n")
}

// mending is a finding's hints, each a line.
func mending(x Finding, l Lang) []string {
	var lines []string
	for _, h := range x.Hints {
		lines = append(lines, Say("改法：%s", "hint: %s", h.Message).In(l))
	}
	return lines
}
