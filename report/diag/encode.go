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

// long is a value around one list that is longer than should be in memory: the value has
// null in its place, and hole is how that is printed, such as "files": null. No string in
// the value can print like it, since a quote in a string is escaped. What is in the list
// may be long too.
type long struct {
	around any
	hole   string
	list   iter.Seq[any]
}

// encodeLong prints a long value.
func encodeLong(w io.Writer, around any, hole string, list iter.Seq[any]) error {
	b := bufio.NewWriter(w)
	if err := (long{around, hole, list}).print(b, ""); err != nil {
		return err
	}
	b.WriteByte('\n')
	return b.Flush()
}

// print prints it within something else, which is indented so far.
func (l long) print(b *bufio.Writer, within string) error {
	var frame bytes.Buffer
	if err := printed(&frame, l.around, within); err != nil {
		return err
	}
	before, after, found := strings.Cut(frame.String(), l.hole)
	if !found {
		return fmt.Errorf("diag: nothing prints as %s", l.hole)
	}
	indented := within
	if at := strings.LastIndexByte(before, '\n'); at >= 0 {
		line := before[at+1:]
		indented = line[:len(line)-len(strings.TrimLeft(line, " "))]
	}
	b.WriteString(before + strings.TrimSuffix(l.hole, "null") + "[")
	var item bytes.Buffer
	between, end := "\n", ""
	for v := range l.list {
		if _, err := b.WriteString(between + indented + "  "); err != nil {
			return err
		}
		between, end = ",\n", "\n"+indented
		if inner, ok := v.(long); ok {
			if err := inner.print(b, indented+"  "); err != nil {
				return err
			}
			continue
		}
		item.Reset()
		if err := printed(&item, v, indented+"  "); err != nil {
			return err
		}
		b.Write(item.Bytes())
	}
	_, err := b.WriteString(end + "]" + after)
	return err
}

// printed prints a value without an end of line.
func printed(b *bytes.Buffer, v any, within string) error {
	err := encoder(b, within).Encode(v)
	b.Truncate(len(bytes.TrimSuffix(b.Bytes(), []byte("\n"))))
	return err
}
