package xlsx

import (
	"fmt"
	"strconv"
)

// relations are what a part leads to (ECMA-376 part 2, 9.3).
type relations struct {
	elements []byte
	count    int
}

// begin goes on to the next part.
func (r *relations) begin() *relations {
	r.elements, r.count = r.elements[:0], 0
	return r
}

// Kinds of relations.
const (
	toTable    = "table"
	toURL      = "hyperlink"
	toDrawing  = "drawing"
	toChart    = "chart"
	toShapes   = "vmlDrawing"
	toComments = "comments"
)

// add is the id of a new relation.
func (r *relations) add(kind, target string) string {
	r.count++
	id := "rId" + strconv.Itoa(r.count)
	r.elements = fmt.Appendf(r.elements, `<Relationship Id="%s" Type="%s/%s" Target="`, id, typesSpace, kind)
	r.elements = append(appendEscaped(r.elements, target, inAttribute), '"')
	if kind == toURL {
		r.elements = append(r.elements, ` TargetMode="External"`...)
	}
	r.elements = append(r.elements, `/>`...)
	return id
}

// appendPart writes the part that holds the relations.
func (r *relations) appendPart(b []byte) []byte {
	b = append(b, xmlHeader+`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`...)
	return append(append(b, r.elements...), `</Relationships>`...)
}
