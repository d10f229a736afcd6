package xlsx

import (
	"strconv"

	"github.com/xuri/excelize/v2"
)

// tableParts are the parts of the Excel tables made so far. excelize reads all of
// them again for the number of the next, of which it needs only the last one's:
// meanwhile short ones stand in their places, that say nothing but their numbers.
type tableParts [][]byte

func tablePart(n int) string { return "xl/tables/table" + strconv.Itoa(n) + ".xml" }

// take takes the part of the table just made.
func (p *tableParts) take(f *excelize.File) {
	n := len(*p) + 1
	if part, ok := f.Pkg.Load(tablePart(n)); ok {
		*p = append(*p, part.([]byte))
		f.Pkg.Delete(tablePart(n - 1))
		f.Pkg.Store(tablePart(n), []byte(`<table id="`+strconv.Itoa(n)+`"/>`))
	}
}

// restore puts the parts back.
func (p tableParts) restore(f *excelize.File) {
	for i, part := range p {
		f.Pkg.Store(tablePart(i+1), part)
	}
}
