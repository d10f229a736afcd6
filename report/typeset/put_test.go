package typeset

import (
	"reflect"
	"testing"
)

func TestContentsOfAPage(t *testing.T) {
	a, b := Rect{W: 1}, Rect{W: 2}
	of := func(element int, marks ...Mark) Mark { return &content{element: element, marks: marks} }
	for _, c := range []struct {
		shows string
		marks []Mark
		want  []Content
	}{
		{"what follows on its like is one with it", []Mark{of(3, a, b), of(3, a)}, []Content{{3, 0, 3}}},
		{"another element begins anew", []Mark{of(3, a), of(4, b), of(3, a)}, []Content{{3, 0, 1}, {4, 1, 2}, {3, 2, 3}}},
		{"so does what comes after ornament", []Mark{of(3, a), b, of(3, a)}, []Content{{3, 0, 1}, {3, 2, 3}}},
		{"what is said to be ornament is", []Mark{of(3, a, of(ornament, b), a)}, []Content{{3, 0, 1}, {3, 2, 3}}},
		{"content inside another is taken out of it", []Mark{of(3, a, of(4, b))}, []Content{{3, 0, 1}, {4, 1, 2}}},
		{"nothing has no content", []Mark{of(3)}, nil},
	} {
		t.Run(c.shows, func(t *testing.T) {
			var d drawing
			d.put(c.marks, ornament, 0, 0)
			if !reflect.DeepEqual(d.contents, c.want) {
				t.Errorf("got %v, want %v", d.contents, c.want)
			}
		})
	}
}
