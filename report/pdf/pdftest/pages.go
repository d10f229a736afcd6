package pdftest

import (
	"bytes"
	"slices"
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// paints are the operators that leave something on the page (ISO 32000-1, annex A).
var paints = []string{"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "BI", "Tj", "TJ", "'", `"`}

// page checks that all on a page is either held by an element or artifact, and that a reader comes by its links.
func (c *checker) page(n int, page types.Dict) {
	if c.name(page["Tabs"]) != "S" {
		c.say("page %d is not gone through in the order of its structure", n)
	}
	content, err := c.table.PageContent(page, n)
	if err != nil {
		c.say("page %d: %v", n, err)
	}
	for id := range c.marked(n, content) {
		if held := c.pieces[piece{n, id}]; held != 1 {
			c.say("page %d: %d elements hold piece %d", n, held, id)
		}
		delete(c.pieces, piece{n, id})
	}
	for p := range c.pieces {
		if p.page == n {
			c.say("page %d has no piece %d", n, p.id)
		}
	}
	for _, ref := range c.array(page["Annots"]) {
		a := c.dict(ref)
		if c.annotations[number(ref)] != 1 {
			c.say("page %d: %d elements hold a link", n, c.annotations[number(ref)])
		}
		if c.text(a["Contents"]) == "" || a["StructParent"] == nil {
			c.say("page %d: a link that does not say where it leads, or whose it is", n)
		}
	}
}

// marked reads what a page draws and gives the pieces that are content. It tells what is drawn outside of all pieces and
// pieces inside others.
func (c *checker) marked(n int, content []byte) map[int]bool {
	ids := map[int]bool{}
	open := 0
	words := bytes.Fields(content)
	for i, word := range words {
		switch op := string(word); {
		case op == "BMC", op == "BDC":
			if open++; open > 1 {
				c.say("page %d: a piece inside another", n)
			}
			if op == "BDC" && i > 1 && string(words[i-2]) == "<</MCID" {
				id, err := strconv.Atoi(string(bytes.TrimSuffix(words[i-1], []byte(">>"))))
				if err != nil || ids[id] {
					c.say("page %d: a second piece %d", n, id)
				}
				ids[id] = true
			}
		case op == "EMC":
			open--
		case open == 0 && slices.Contains(paints, op):
			c.say("page %d: %s outside of all pieces", n, op)
		}
	}
	if open != 0 {
		c.say("page %d: %d pieces are left open", n, open)
	}
	return ids
}
