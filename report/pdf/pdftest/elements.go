package pdftest

import (
	"slices"
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// inside says which elements may stand in which (ISO 32000-1, 14.8.4.3); those not named may stand anywhere.
var inside = map[string][]string{
	"Document": {"StructTreeRoot"}, "TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"}, "TD": {"TR"},
	"LI": {"L"}, "LBody": {"LI"}, "TOCI": {"TOC"}, "Reference": {"TOCI"}, "Caption": {"Table", "Figure", "Div"},
}

// holds says what may stand in those elements that do not hold everything.
var holds = map[string][]string{
	"Table": {"Caption", "TR", "THead", "TBody", "TFoot"}, "TR": {"TH", "TD"}, "L": {"Caption", "LI"}, "LI": {"Lbl", "LBody"},
	"TOC": {"TOC", "TOCI", "Caption"},
}

// plain are the other types of elements that a file may have without a role map.
var plain = []string{"H1", "H2", "H3", "H4", "H5", "H6", "P", "Div", "Figure", "Link", "Span", "Table", "L", "TOC", "Sect", "Part"}

// element is an element on the way down the tree.
type element struct {
	role  string
	cells int // of a row
}

// element checks an element and what it holds.
func (c *checker) element(parent element, o types.Object) element {
	d := c.dict(o)
	e := element{role: c.name(d["S"])}
	if inside[e.role] == nil && !slices.Contains(plain, e.role) {
		c.say("an element of no known type: %q", e.role)
	}
	if in := inside[e.role]; in != nil && !slices.Contains(in, parent.role) {
		c.say("a %s in a %s", e.role, parent.role)
	}
	if in := holds[parent.role]; in != nil && !slices.Contains(in, e.role) {
		c.say("a %s holds a %s", parent.role, e.role)
	}
	c.described(e, d)
	rows := map[int]bool{}
	heads, links := false, 0
	for _, kid := range c.array(d["K"]) {
		switch {
		case c.piece(d, kid):
		case c.name(c.dict(kid)["Type"]) == "OBJR":
			c.annotations[number(c.dict(kid)["Obj"])]++
			links++
			if e.role != "Link" {
				c.say("a %s holds an annotation", e.role)
			}
		default:
			k := c.element(e, kid)
			switch k.role {
			case "TH", "TD":
				e.cells++
				heads = heads || k.role == "TH"
			case "TR":
				rows[k.cells] = true
			}
		}
	}
	switch {
	case e.role == "Link" && links == 0:
		c.say("a Link leads nowhere")
	case e.role == "Table" && len(rows) != 1:
		c.say("a table whose rows have %d numbers of cells", len(rows))
	case e.role == "TR" && !heads:
		c.say("a row without a head")
	}
	return e
}

// described checks what an element has to say of itself.
func (c *checker) described(e element, d types.Dict) {
	attributes := func(owner, key string) types.Object {
		for _, a := range c.array(d["A"]) {
			if a := c.dict(a); c.name(a["O"]) == owner {
				return a[key]
			}
		}
		return nil
	}
	switch e.role {
	case "TH":
		if scope := c.name(attributes("Table", "Scope")); scope != "Column" && scope != "Row" {
			c.say("a TH of no scope")
		}
	case "Figure":
		if c.text(d["Alt"]) == "" {
			c.say("a Figure without an alternative text")
		}
		c.boundingBox(d, c.array(attributes("Layout", "BBox")))
	case "H1", "H2", "H3", "H4", "H5", "H6":
		level, _ := strconv.Atoi(e.role[1:])
		c.levels = append(c.levels, level)
	}
}

// boundingBox checks that a Figure says where it is on its page.
func (c *checker) boundingBox(figure types.Dict, corners []types.Object) {
	if len(corners) != 4 {
		c.say("a Figure without a bounding box")
		return
	}
	media := c.array(c.dict(figure["Pg"])["MediaBox"])
	var at, page [4]float64
	for i := range at {
		at[i], _ = c.table.DereferenceNumber(corners[i])
		if len(media) == 4 {
			page[i], _ = c.table.DereferenceNumber(media[i])
		}
	}
	if at[0] < page[0] || at[1] < page[1] || at[2] > page[2] || at[3] > page[3] || at[0] >= at[2] || at[1] >= at[3] {
		c.say("a Figure at %v on a page of %v", at, page)
	}
}

// piece enters a piece of content that an element holds; it gives false if the kid is none.
func (c *checker) piece(holder types.Dict, kid types.Object) bool {
	page := holder["Pg"]
	id, ok := c.value(kid).(types.Integer)
	if d := c.dict(kid); c.name(d["Type"]) == "MCR" {
		id, ok = c.value(d["MCID"]).(types.Integer)
		if d["Pg"] != nil {
			page = d["Pg"]
		}
	}
	if ok {
		c.pieces[piece{c.pages[number(page)], id.Value()}]++
	}
	return ok
}

// headings checks that they begin with the first level and leave none out on the way down.
func (c *checker) headings() {
	level := 0
	for _, l := range c.levels {
		if l > level+1 {
			c.say("a heading of level %d follows on one of level %d", l, level)
		}
		level = l
	}
	if level == 0 {
		c.say("no headings")
	}
}
