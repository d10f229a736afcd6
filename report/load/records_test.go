package load

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
)

// FuzzRecords holds the records of a text against those that the standard
// library reads in it, cell by cell and place by place.
func FuzzRecords(f *testing.F) {
	for _, text := range []string{
		"a,b\n1,2\n", "a,b\r\n\r\n1,\r\n", "\"a\",\"b\"\"c\"\n\"d\r\ne\",f", "a\"b,c\n", "\"a\"b\n", "\"a\n", "\"\",\n,\"\"\r", "a\r\r\n\r", "甲,\"乙\n丙\",丁\n",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		ours := csvText{text: text, quotes: strings.Contains(text, `"`)}
		library := csv.NewReader(strings.NewReader(text))
		library.FieldsPerRecord = -1
		at := 0
		for {
			for end, next := ours.line(at); end == at && next > at; end, next = ours.line(at) {
				at = next // empty lines, which the library passes over
			}
			want, err := library.Read()
			if at == len(text) || errors.Is(err, io.EOF) {
				if at != len(text) || !errors.Is(err, io.EOF) {
					t.Fatalf("at %d of %d the library says %v, %q", at, len(text), err, want)
				}
				return
			}
			cells, next, fault := ours.record(at, -1, nil)
			if fault != nil || err != nil {
				sameFault(t, ours, fault, err)
				return
			}
			if len(cells) != len(want) {
				t.Fatalf("%d cells, want %q", len(cells), want)
			}
			for i, cell := range cells {
				line, column := library.FieldPos(i)
				if got := ours.cell(cell); got != strings.TrimSpace(want[i]) {
					t.Errorf("cell %d is %q, want %q", i, got, want[i])
				}
				if got := ours.lineOf(cell.start); got != line || cell.start-ours.lineStart(cell.start) != column-1 {
					t.Errorf("cell %d stands at %d:%d, want %d:%d", i, got, 1+cell.start-ours.lineStart(cell.start), line, column)
				}
			}
			at = next
		}
	})
}

func sameFault(t *testing.T, ours csvText, fault *csvFault, err error) {
	t.Helper()
	var want *csv.ParseError
	if fault == nil || !errors.As(err, &want) {
		t.Fatalf("found %v, the library %v", fault, err)
	}
	if fault.bare != errors.Is(want.Err, csv.ErrBareQuote) || ours.lineOf(fault.record) != want.StartLine {
		t.Fatalf("found %+v in line %d, the library %v", fault, ours.lineOf(fault.record), want)
	}
	if fault.at == len(ours.text) {
		return // an open quote: the library places it at the end of a line without its end
	}
	if column := 1 + fault.at - ours.lineStart(fault.at); ours.lineOf(fault.at) != want.Line || column != want.Column {
		t.Errorf("the quote stands at %d:%d, want %d:%d", ours.lineOf(fault.at), column, want.Line, want.Column)
	}
}

// FuzzPieces holds rows found piece by piece against those found in one go.
func FuzzPieces(f *testing.F) {
	f.Add("a,b\n\"x\ny\",\"\"\"\n\"\n,\n\n1,2", 3)
	f.Add("1\n2\n\"3\n4", 1)
	f.Add("1\"\n2\n3\n4\"\n", 2)
	f.Fuzz(func(t *testing.T, text string, size int) {
		whole := csvText{text: text, quotes: strings.Contains(text, `"`)}
		want, wantFault := whole.rows(0, len(text)+1)
		got, fault := whole.rows(0, max(size, 1))
		if !slices.Equal(got, want) {
			t.Errorf("rows begin at %d, want %d", got, want)
		}
		if (fault == nil) != (wantFault == nil) || fault != nil && *fault != *wantFault {
			t.Errorf("stopped by %+v, want %+v", fault, wantFault)
		}
	})
}
