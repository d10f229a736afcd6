package xlsx

import (
	"bytes"
	"errors"
	"io"
)

// body is what excelize's part of a sheet is without: its rows, and those of its
// links that lead to a place in the workbook.
type body struct {
	rows  spill
	links []byte
}

// The places in a sheet's part (ECMA-376 part 1, 18.3.1.99). Links stand before the
// options of printing, which every sheet has.
var (
	beforeRows   = []byte("<sheetData>")
	behindRows   = []byte("</sheetData>")
	beforeLinks  = []byte("<hyperlinks>")
	behindLinks  = []byte("</hyperlinks>")
	printOptions = []byte("<printOptions")
)

// into writes the part with the body in its places. What rows excelize has are
// among the body's. The part is whole: excelize hands over in one go what it has in
// memory, and that is all but rows.
func (s *body) into(w io.Writer, part []byte) error {
	head, rest, begins := bytes.Cut(part, beforeRows)
	_, rest, ends := bytes.Cut(rest, behindRows)
	if !begins || !ends {
		return errors.New("no place for rows")
	}
	if _, err := w.Write(part[:len(head)+len(beforeRows)]); err != nil {
		return err
	}
	if _, err := s.rows.WriteTo(w); err != nil {
		return err
	}
	if len(s.links) == 0 {
		return write(w, behindRows, rest)
	}
	if between, tail, ok := bytes.Cut(rest, beforeLinks); ok {
		return write(w, behindRows, between, beforeLinks, s.links, tail)
	}
	between, tail, ok := bytes.Cut(rest, printOptions)
	if !ok {
		return errors.New("no place for links")
	}
	return write(w, behindRows, between, beforeLinks, s.links, behindLinks, printOptions, tail)
}

// write writes one after the other.
func write(w io.Writer, all ...[]byte) error {
	for _, b := range all {
		if _, err := w.Write(b); err != nil {
			return err
		}
	}
	return nil
}
