package xlsx

import (
	"cmp"
	"hash/crc32"
	"slices"
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/document"
)

// row is a row of the table's body, counted from 0, until another is asked for.
// Formulas speak mostly of their own row, which is made once for all of them.
func (t *tableSheet) row(n int) document.Row {
	if t.near.Cells == nil || t.nearAt != n {
		t.near, t.nearAt = t.Rows.Row(n, t.near.Cells), n
	}
	return t.near
}

// find is the cell of the table's body that holds the figure investment[甲],
// named so within the table. The row last asked for and the next are tried before
// the rows are looked up by their keys: rows are written one after the other, and
// most long tables need no such list at all.
func (t *tableSheet) find(ref dataset.Ref, within string) (place, bool) {
	id, key, ok := strings.Cut(within, "[")
	c, known := t.column(id)
	if !ok || !known || !strings.HasSuffix(key, "]") {
		return place{}, false
	}
	n := t.nearAt
	if !t.holds(n, c, ref) {
		n++
	}
	if !t.holds(n, c, ref) {
		if n, ok = t.rowOf(c, ref, strings.TrimSuffix(key, "]")); !ok {
			return place{}, false
		}
	}
	return t.placed(n, c.at), true
}

// nearby is the cell of the row last asked for that holds a figure.
func (t *tableSheet) nearby(ref dataset.Ref) (place, bool) {
	for i := range t.near.Cells {
		if t.near.Cells[i].Ref == ref {
			return t.placed(t.nearAt, i), true
		}
	}
	return place{}, false
}

// placed is a cell of the body with its place.
func (t *tableSheet) placed(n, column int) place {
	cell := &t.row(n).Cells[column]
	if t.Len() > heldRows { // the next row asked for is made in its place
		kept := *cell
		cell = &kept
	}
	return place{spot{t.name, column + 1, t.first() + n}, cell}
}

// holds reports whether a figure stands in a row.
func (t *tableSheet) holds(n int, c column, ref dataset.Ref) bool {
	return n < t.Len() && t.row(n).Cells[c.at].Ref == ref
}

// hashed is a row of the body and the hash of its key.
type hashed struct{ hash, row uint32 }

// rowOf is the row of the body in which a figure stands that has a key. The keys
// themselves would fill a memory that the rows do not.
func (t *tableSheet) rowOf(c column, ref dataset.Ref, key string) (int, bool) {
	if t.keys == nil {
		t.keys = make([]hashed, 0, t.Len())
		for n := range t.Len() {
			if key, ok := keyOf(t.row(n)); ok {
				t.keys = append(t.keys, hashed{hashOf(key), uint32(n)})
			}
		}
		slices.SortFunc(t.keys, func(a, b hashed) int {
			return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.row, b.row))
		})
	}
	want := hashOf(key)
	i, _ := slices.BinarySearchFunc(t.keys, want, func(h hashed, want uint32) int { return cmp.Compare(h.hash, want) })
	for ; i < len(t.keys) && t.keys[i].hash == want; i++ {
		if n := int(t.keys[i].row); t.holds(n, c, ref) {
			return n, true
		}
	}
	return 0, false
}

func hashOf(key string) uint32 { return crc32.ChecksumIEEE([]byte(key)) }

// keyOf is the key of a row: 甲, where its figures are t.investment[甲] and so on.
func keyOf(r document.Row) (string, bool) {
	for i := range r.Cells {
		if _, key, ok := strings.Cut(string(r.Cells[i].Ref), "["); ok {
			return strings.TrimSuffix(key, "]"), true
		}
	}
	return "", false
}
