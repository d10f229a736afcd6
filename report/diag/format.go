package diag

import (
	"fmt"
	"io"
)

// Formats are the names of the output formats.
func Formats() []string { return []string{"text", "json"} }

// Write prints a run in one of Formats. line gives source line n of a file for
// the forms that show it.
func Write(w io.Writer, format string, r *Run, l Lang, line func(file string, n int) (string, bool)) error {
	switch format {
	case "text":
		return WriteText(w, r, l, line)
	case "json":
		return WriteJSON(w, r, l)
	}
	return fmt.Errorf("diag: no format %q", format)
}
