package check

import (
	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// Derived is a figure that was not given but follows within a range: the base
// of a change, the part behind a share.
type Derived struct {
	Ref   dataset.Ref
	Range figure.Interval // numbers of Unit, rounded outward to the digits of the figure it follows from
	Unit  figure.Unit
	How   diag.Text
}

// Report is the derived figure as reports print it.
func (d Derived) Report() diag.Derived {
	return diag.Derived{Figure: string(d.Ref), Interval: d.Range.String(), Note: d.How}
}

// derive notes the range of a figure that was not given, as numbers of its unit,
// and how it follows. The first derivation of a figure stands.
func (c *checker) derive(f relation.Figure, shown figure.Interval, how diag.Text) {
	if c.derived[f.Ref] {
		return
	}
	c.derived[f.Ref] = true
	c.result.Derived = append(c.result.Derived, Derived{f.Ref, shown, f.Unit, how})
}
