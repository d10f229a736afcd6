package xlsxtest

import "strings"

// formula is a cell's, or its share of one that other cells have too (ECMA-376 part
// 1, 18.3.1.40).
type formula struct {
	T    string `xml:"t,attr"`
	Ref  string `xml:"ref,attr"`
	Si   string `xml:"si,attr"`
	Text string `xml:",chardata"`
}

// cellFormula reports formulas without a text or a value, and shares of formulas
// that no cell before has put down for this one. A shared formula speaks of its own
// sheet alone.
func (l *linter) cellFormula(at string, c *xmlCell, shared map[string]area, place area) {
	f := c.F
	l.formula(at, f.Text)
	switch {
	case f.T != "" && f.T != "shared" || f.T == "" && f.Ref+f.Si != "":
		l.say("%s has a formula of the kind %q for %q", at, f.T, f.Ref)
	case f.T == "shared" && f.Text != "":
		cells, ok := areaOf(f.Ref)
		if _, again := shared[f.Si]; again || !ok || !cells.holds(place) || strings.Contains(f.Text, "!") {
			l.say("%s shares the formula %q as %q with %q", at, f.Text, f.Si, f.Ref)
		}
		shared[f.Si] = cells
	case f.T == "shared":
		if cells, there := shared[f.Si]; !there || !cells.holds(place) {
			l.say("%s shares the formula %q that it has no part in", at, f.Si)
		}
	}
	if strings.HasPrefix(f.Text, "=") || f.Text == "" && f.T != "shared" || c.V == "" && c.T != "str" {
		l.say("%s has the formula %q and the value %q", at, f.Text, c.V)
	}
}
