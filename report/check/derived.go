package check

import (
	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// derive notes the range of a figure that was not given, as numbers of its unit,
// and how it follows. The first derivation of a figure stands.
func (c *checker) derive(f relation.Figure, shown figure.Interval, how diag.Text) {
	if c.derived[f.Ref] {
		return
	}
	c.derived[f.Ref] = true
	c.result.Derived = append(c.result.Derived, diag.Derived{Figure: string(f.Ref), Interval: shown.String(), Note: how})
}
