package pdf

import (
	"reflect"
	"testing"

	"jianbao/report/typeset"
)

func TestTree(t *testing.T) {
	levels := func(of ...int) []typeset.Entry {
		out := make([]typeset.Entry, len(of))
		for i, l := range of {
			out[i].Level = l
		}
		return out
	}
	for _, c := range []struct {
		shows   string
		entries []typeset.Entry
		nodes   []node
		root    node
	}{
		{"sections one after the other", levels(0, 0),
			[]node{{-1, -1, 1, -1, -1, 0}, {-1, 0, -1, -1, -1, 0}}, node{-1, -1, -1, 0, 1, 2}},
		{"two tables in the first of two sections", levels(0, 1, 1, 0),
			[]node{{-1, -1, 3, 1, 2, 2}, {0, -1, 2, -1, -1, 0}, {0, 1, -1, -1, -1, 0}, {-1, 0, -1, -1, -1, 0}}, node{-1, -1, -1, 0, 3, 2}},
		{"a table before any section", levels(1, 0),
			[]node{{-1, -1, 1, -1, -1, 0}, {-1, 0, -1, -1, -1, 0}}, node{-1, -1, -1, 0, 1, 2}},
		{"a level left out", levels(0, 2, 1),
			[]node{{-1, -1, -1, 1, 2, 2}, {0, -1, 2, -1, -1, 0}, {0, 1, -1, -1, -1, 0}}, node{-1, -1, -1, 0, 0, 1}},
	} {
		t.Run(c.shows, func(t *testing.T) {
			nodes, root := tree(c.entries)
			if !reflect.DeepEqual(nodes, c.nodes) || root != c.root {
				t.Errorf("got  %v under %v\nwant %v under %v", nodes, root, c.nodes, c.root)
			}
		})
	}
}
