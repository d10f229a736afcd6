package load

import "strings"

// pieceBytes is how much text one goroutine best searches for records at a time.
const pieceBytes = 1 << 21

// rows finds where the records from an offset on begin that are not blank, up
// to the first that cannot be read, if there is one. Pieces of about a size are
// searched at once.
func (t csvText) rows(from, size int) (starts []uint32, fault *csvFault) {
	type piece struct {
		starts []uint32
		fault  *csvFault
	}
	cuts := t.cuts(from, size)
	pieces := make([]piece, len(cuts)-1)
	inParallel(len(pieces), func(n int) {
		p := &pieces[n]
		var cells []span
		for at := cuts[n]; at < cuts[n+1] && p.fault == nil; {
			begin, blank := at, false
			if t.quotes {
				cells, at, p.fault = t.record(at, -1, cells[:0])
				blank = p.fault != nil || t.allEmpty(cells)
			} else {
				blank = t.blank(at)
				_, at = t.line(at)
			}
			if !blank {
				p.starts = append(p.starts, uint32(begin))
			}
		}
	})
	for _, p := range pieces {
		starts = append(starts, p.starts...)
		if p.fault != nil {
			return starts, p.fault
		}
	}
	return starts, nil
}

// cuts divides the text from an offset on into pieces of whole records of about
// a size; the first and the last cut are its ends. A record ends at a line's end
// with an even number of quotes before it. That does not hold behind a quote at
// fault, but nothing there is read.
func (t csvText) cuts(from, size int) []int {
	cuts := []int{from}
	inside := false
	for at := from; len(t.text)-at > size; {
		if t.quotes {
			inside = inside != (strings.Count(t.text[at:at+size], `"`)%2 == 1)
		}
		at += size
		for ; at < len(t.text) && (inside || t.text[at-1] != '\n'); at++ {
			inside = inside != (t.text[at] == '"')
		}
		if at < len(t.text) {
			cuts = append(cuts, at)
		}
	}
	return append(cuts, len(t.text))
}
