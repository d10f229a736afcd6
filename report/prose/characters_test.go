package prose

import "testing"

// TestNothingBeginsBesidesOpenings holds the first look at a character against
// what the scanner makes of it: one that is no opening begins nothing, whatever
// stands behind it.
func TestNothingBeginsBesidesOpenings(t *testing.T) {
	for r := rune(0x80); r < 1<<16; r++ {
		if openings().has(r) {
			continue
		}
		for _, behind := range []string{"", "5", "5亿元", "五", "万元", "件3", "86-5", "(2021)5号", "、工业", "折", "位", "百家", " 3"} {
			s := &scanner{text: append([]rune{r}, []rune(behind)...), lines: []int{0}}
			s.raw = s.text
			if end := s.begun(0); end > 0 {
				t.Fatalf("%c is no opening, and %c%s is read up to %d", r, r, behind, end)
			}
		}
	}
}
