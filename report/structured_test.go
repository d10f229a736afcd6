package report_test

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// A PDF's texts in the order of its structure: the tree as pdfcpu reads it, the
// text of each piece of content as mutool draws it. `pdfinfo -struct-text` would
// give both, but draws the page anew for every element, which takes minutes where
// tables are long.

// node is an element of a PDF's structure, or a text in the one before it that is
// less deep.
type node struct {
	depth      int
	role, text string
}

// piece is a piece of content as elements name it: a page and a number on it.
type piece struct{ page, id int }

// structure is the tree of a PDF, elements before what they hold.
func structure(t *testing.T, path string) []node {
	t.Helper()
	texts := drawn(t, path)
	api.DisableConfigDir()
	file, err := api.ReadContextFile(path)
	if err == nil {
		err = file.EnsurePageCount()
	}
	if err != nil {
		t.Fatal(err)
	}
	tree := tree{file: file, texts: texts, pages: map[int]int{}}
	for n := 1; n <= file.PageCount; n++ {
		_, ref, _, err := file.PageDict(n, false)
		if err != nil {
			t.Fatal(err)
		}
		tree.pages[ref.ObjectNumber.Value()] = n
	}
	catalog, err := file.Catalog()
	if err != nil {
		t.Fatal(err)
	}
	root, err := file.DereferenceDict(catalog["StructTreeRoot"])
	if err != nil {
		t.Fatal(err)
	}
	tree.under(0, root)
	return tree.found
}

// drawn are the texts of a PDF's pieces of content. Those of a page are numbered
// in the order in which they are drawn.
func drawn(t *testing.T, path string) map[piece]string {
	t.Helper()
	texts := map[piece]string{}
	at, artifact := piece{}, false
	for d := xml.NewDecoder(strings.NewReader(read(t, "mutool", "trace", path))); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return texts
		}
		if err != nil {
			t.Fatal(err)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		said := func(name string) string {
			for _, a := range start.Attr {
				if a.Name.Local == name {
					return a.Value
				}
			}
			return ""
		}
		switch start.Name.Local {
		case "page":
			n, _ := strconv.Atoi(said("number"))
			at = piece{n, -1}
		case "layer":
			if artifact = said("name") == "Artifact"; !artifact {
				at.id++
			}
		case "g":
			if !artifact {
				texts[at] += said("unicode")
			}
		}
	}
}

// tree goes through the structure of a file.
type tree struct {
	file  *model.Context
	texts map[piece]string
	pages map[int]int // numbers of pages by their objects
	found []node
}

// under takes in what an element holds.
func (r *tree) under(depth int, d types.Dict) {
	kids, ok := r.value(d["K"]).(types.Array)
	if !ok {
		kids = types.Array{d["K"]}
	}
	for _, kid := range kids {
		switch v := r.value(kid).(type) {
		case types.Integer:
			r.found = append(r.found, node{depth: depth, text: r.texts[piece{r.page(d), v.Value()}]})
		case types.Dict:
			switch id, isPiece := r.value(v["MCID"]).(types.Integer); {
			case isPiece:
				if v["Pg"] == nil {
					v = types.Dict{"Pg": d["Pg"]}
				}
				r.found = append(r.found, node{depth: depth, text: r.texts[piece{r.page(v), id.Value()}]})
			case v["S"] != nil:
				role, _ := r.value(v["S"]).(types.Name)
				r.found = append(r.found, node{depth: depth, role: string(role)})
				r.under(depth+1, v)
			}
		}
	}
}

func (r *tree) page(d types.Dict) int {
	ref, _ := d["Pg"].(types.IndirectRef)
	return r.pages[ref.ObjectNumber.Value()]
}

func (r *tree) value(o types.Object) types.Object {
	o, _ = r.file.Dereference(o)
	return o
}
