package xlsx

import (
	"testing"

	"jianbao/report/dataset"
	"jianbao/report/document"
)

// Figures are found wherever they are asked for, and nothing is taken for one.
func TestFiguresAreFound(t *testing.T) {
	doc := &document.Document{Title: "表", Sections: []document.Section{{Blocks: []document.Block{longTable("t", 30), longTable("u", heldRows+1)}}}}
	x := newBook(doc).index
	for _, test := range []struct {
		ref  dataset.Ref
		want string // its cell; empty: none
	}{
		{"", ""}, {"t.investment[项目3]", "C7"}, {"", ""}, {"t.done[项目3]", "D7"}, {"t.done[项目4]", "D8"}, {"t.investment[项目0]", "C4"},
		{"u.rate[项目7]", "E11"}, {"u.rate[项目6]", "E10"}, {"t.rate[项目29]", "E33"}, {"t.total", "C34"},
		{"t.rate[项目30]", ""}, {"t.name[项目3]", ""}, {"v.rate[项目3]", ""}, {"", ""},
	} {
		p, ok := x.find(test.ref)
		switch {
		case ok != (test.want != ""):
			t.Errorf("%q: found: %t", test.ref, ok)
		case ok && (address(p.col, p.row) != test.want || p.cell.Ref != test.ref):
			t.Errorf("%q: %s holds %q, want it in %s", test.ref, address(p.col, p.row), p.cell.Ref, test.want)
		}
	}
}
