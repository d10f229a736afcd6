package diag

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"strings"
)

// encoder prints JSON the same way in every format that is JSON. What it prints stands
// inside something else, which is indented so far.
func encoder(w io.Writer, indented string) *json.Encoder {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent(indented, "  ")
	return e
}

// encodeLong prints a value around one list that is longer than should be in memory: the
// value has null in its place, and hole is how that is printed, such as "files": null.
// No string in the value can print like it, since a quote in a string is escaped.
func encodeLong(w io.Writer, around any, hole string, list iter.Seq[any]) error {
	var frame bytes.Buffer
	if err := encoder(&frame, "").Encode(around); err != nil {
		return err
	}
	before, after, found := strings.Cut(frame.String(), hole)
	if !found {
		return fmt.Errorf("diag: nothing prints as %s", hole)
	}
	line := before[strings.LastIndexByte(before, '\n')+1:]
	indented := line[:len(line)-len(strings.TrimLeft(line, " "))]

	b := bufio.NewWriter(w)
	b.WriteString(before + strings.TrimSuffix(hole, "null") + "[")
	var item bytes.Buffer
	between, end := "\n", ""
	for v := range list {
		item.Reset()
		if err := encoder(&item, indented+"  ").Encode(v); err != nil {
			return err
		}
		b.WriteString(between + indented + "  ")
		if _, err := b.Write(bytes.TrimSuffix(item.Bytes(), []byte("\n"))); err != nil {
			return err
		}
		between, end = ",\n", "\n"+indented
	}
	b.WriteString(end + "]" + after)
	return b.Flush()
}
