// Package pdftest reads PDF files back and holds them against what PDF/UA-1 (ISO 14289-1) asks of their structure. It is
// for tests only, and reads with pdfcpu, which has no part in writing the files.
package pdftest

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Barriers are what keeps a file from being read aloud as PDF/UA-1 asks, in words; none is the good outcome.
func Barriers(t testing.TB, pdf []byte) []string {
	t.Helper()
	api.DisableConfigDir()
	ctx, err := api.ReadContext(bytes.NewReader(pdf), model.NewDefaultConfiguration())
	if err == nil {
		err = ctx.EnsurePageCount()
	}
	if err != nil {
		t.Fatal(err)
	}
	c := &checker{table: ctx.XRefTable, pieces: map[piece]int{}, annotations: map[int]int{}, pages: map[int]int{}}
	catalog, err := ctx.Catalog()
	if err != nil {
		t.Fatal(err)
	}
	c.catalog(catalog)
	for n := 1; n <= ctx.PageCount; n++ {
		_, ref, _, err := ctx.PageDict(n, false)
		if err != nil {
			t.Fatal(err)
		}
		c.pages[ref.ObjectNumber.Value()] = n
	}
	root := c.dict(catalog["StructTreeRoot"])
	for _, kid := range c.array(root["K"]) {
		c.element(element{role: "StructTreeRoot"}, kid)
	}
	c.headings()
	for n := 1; n <= ctx.PageCount; n++ {
		page, _, _, err := ctx.PageDict(n, false)
		if err != nil {
			t.Fatal(err)
		}
		c.page(n, page)
	}
	return c.found
}

type checker struct {
	table *model.XRefTable
	found []string

	pages       map[int]int   // numbers of pages by their objects
	pieces      map[piece]int // how many elements hold a piece of content
	annotations map[int]int   // how many Link elements hold an annotation
	levels      []int         // of headings, in the order in which they are read
}

// piece is a piece of content as elements name it.
type piece struct{ page, id int }

func (c *checker) say(format string, args ...any) {
	c.found = append(c.found, fmt.Sprintf(format, args...))
}

// Objects that are not there or not what they should be are empty: what is missed in them is told where it is looked for.

func (c *checker) value(o types.Object) types.Object {
	o, _ = c.table.Dereference(o)
	return o
}

func (c *checker) dict(o types.Object) types.Dict {
	d, _ := c.value(o).(types.Dict)
	return d
}

// array is an array's objects, or the only one if it is none.
func (c *checker) array(o types.Object) []types.Object {
	switch v := c.value(o).(type) {
	case types.Array:
		return v
	case nil:
		return nil
	}
	return []types.Object{o}
}

func (c *checker) name(o types.Object) string {
	n, _ := c.value(o).(types.Name)
	return string(n)
}

func (c *checker) text(o types.Object) string {
	s, _ := c.table.DereferenceText(o)
	return s
}

// number is the number of the object a reference points to; 0 if it is none.
func number(o types.Object) int {
	r, ok := o.(types.IndirectRef)
	if !ok {
		return 0
	}
	return r.ObjectNumber.Value()
}

// catalog checks what the file says of itself as a whole.
func (c *checker) catalog(catalog types.Dict) {
	if v, ok := c.value(c.dict(catalog["MarkInfo"])["Marked"]).(types.Boolean); !ok || !bool(v) {
		c.say("the file does not say that it is tagged")
	}
	if v, ok := c.value(c.dict(catalog["ViewerPreferences"])["DisplayDocTitle"]).(types.Boolean); !ok || !bool(v) {
		c.say("a viewer shows the file's name in place of its title")
	}
	if c.text(catalog["Lang"]) == "" {
		c.say("no language")
	}
	stream, _, err := c.table.DereferenceStreamDict(catalog["Metadata"])
	if err != nil || stream == nil || stream.Decode() != nil {
		c.say("no metadata")
		return
	}
	for _, want := range []string{"<pdfuaid:part>1<", "<dc:title>"} {
		if !bytes.Contains(stream.Content, []byte(want)) {
			c.say("the metadata lack %s", want)
		}
	}
}
