package xlsx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"sync"

	"github.com/xuri/excelize/v2"
)

// Parts that all workbooks have.
const (
	kindsPart    = "[Content_Types].xml"
	leadsPart    = "_rels/.rels"
	corePart     = "docProps/core.xml"
	appPart      = "docProps/app.xml"
	workbookPart = "xl/workbook.xml"
	bookLeads    = "xl/_rels/workbook.xml.rels"
	stylesPart   = "xl/styles.xml"
	themePart    = "xl/theme/theme1.xml"
)

// fresh is a new workbook as excelize writes it, of which a program needs one: what
// all workbooks have in common.
type fresh struct {
	theme, leads            []byte   // the theme, and what the file leads to
	kinds, workbook, within envelope // of the parts, of the workbook, and what that leads to
	rest                    []byte   // the workbook without its theme and properties, to be read again
}

// envelope is what stands before and behind what a workbook has of its own in a part.
type envelope struct{ before, behind []byte }

// What is exchanged for a workbook's own. Of the only sheet of a new workbook the
// kind and the relation are kept: every workbook has a first one.
const (
	kindsEnd  = "</Types>"
	leadsEnd  = "</Relationships>"
	sheetsEnd = "</sheets>"
	onlySheet = `<sheet name="Sheet1" sheetId="1" r:id="rId1"></sheet>` + sheetsEnd
)

var newWorkbook = sync.OnceValues(func() (made *fresh, err error) {
	f := excelize.NewFile()
	if err := f.Write(io.Discard); err != nil { // which makes its parts
		return nil, err
	}
	part := func(name string) []byte {
		b, _ := f.Pkg.Load(name)
		part, _ := b.([]byte)
		return part
	}
	split := func(name, own string) envelope {
		before, behind, found := bytes.Cut(part(name), []byte(own))
		if !found {
			err = fmt.Errorf("%s of a new workbook is not what it was", name)
		}
		return envelope{before, behind}
	}
	made = &fresh{
		theme: part(themePart), leads: part(leadsPart),
		kinds: split(kindsPart, kindsEnd), workbook: split(workbookPart, onlySheet), within: split(bookLeads, leadsEnd),
	}
	if err != nil {
		return nil, err
	}
	f.Theme = nil // it would be taken apart and put together again
	for _, name := range []string{themePart, corePart, appPart} {
		f.Pkg.Delete(name)
	}
	f.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return stored{zip.NewWriter(w)} })
	var rest bytes.Buffer
	if err := f.Write(&rest); err != nil {
		return nil, err
	}
	made.rest = rest.Bytes()
	return made, nil
})

// stored is a zip file whose parts are not compressed: it is read at once.
type stored struct{ *zip.Writer }

func (z stored) Create(name string) (io.Writer, error) {
	return z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
}

// file is the workbook as one of excelize's.
func (made *fresh) file() (*excelize.File, error) {
	return excelize.OpenReader(bytes.NewReader(made.rest))
}
