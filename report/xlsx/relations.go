package xlsx

import (
	"fmt"
	"strconv"
)

// relations are what a sheet's part leads to (ECMA-376 part 2, 9.3). They are put
// down before excelize adds its own, which it numbers on from the last.
type relations struct {
	elements []byte
	count    int
}

// Kinds of relations.
const (
	toTable   = "table"
	toURL     = "hyperlink"
	toDrawing = "drawing"
	toChart   = "chart"
)

// add is the id of a new relation.
func (r *relations) add(kind, target string) string {
	id := r.next()
	r.count++
	r.elements = fmt.Appendf(r.elements, `<Relationship Id="%s" Type="%s/%s" Target="`, id, typesSpace, kind)
	r.elements = append(appendEscaped(r.elements, target, inAttribute), '"')
	if kind == toURL {
		r.elements = append(r.elements, ` TargetMode="External"`...)
	}
	r.elements = append(r.elements, `/>`...)
	return id
}

// next is the id that the next relation will have.
func (r *relations) next() string { return "rId" + strconv.Itoa(r.count+1) }

// part is the part that holds the relations.
func (r *relations) part() []byte {
	b := []byte(xmlHeader + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	return append(append(b, r.elements...), `</Relationships>`...)
}
