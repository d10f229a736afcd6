package xlsx

import (
	"archive/zip"
	"bytes"
	"io"
	"sync"

	"github.com/xuri/excelize/v2"
)

// Parts of a new workbook that are written by us or are the same in all.
const (
	stylesPart     = "xl/styles.xml"
	themePart      = "xl/theme/theme1.xml"
	corePart       = "docProps/core.xml"
	appPart        = "docProps/app.xml"
	firstSheetPart = "xl/worksheets/sheet1.xml"
)

// fresh is a new workbook of excelize's, as it writes it, without the theme, which
// it would take apart and put together again for each workbook of a batch, and
// without the properties, which are written by us. The styles are too, but excelize
// wants some to measure comments by.
type fresh struct{ theme, rest []byte }

var newWorkbook = sync.OnceValues(func() (fresh, error) {
	f := excelize.NewFile()
	if err := f.Write(io.Discard); err != nil { // which makes its parts
		return fresh{}, err
	}
	theme, _ := f.Pkg.LoadAndDelete(themePart)
	f.Theme = nil
	f.Pkg.Delete(corePart)
	f.Pkg.Delete(appPart)
	f.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return stored{zip.NewWriter(w)} })
	var rest bytes.Buffer
	if err := f.Write(&rest); err != nil {
		return fresh{}, err
	}
	return fresh{theme.([]byte), rest.Bytes()}, nil
})

// stored is a zip file whose parts are not compressed: it is read at once.
type stored struct{ *zip.Writer }

func (z stored) Create(name string) (io.Writer, error) {
	return z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
}

// newFile is a new workbook.
func newFile() (*excelize.File, error) {
	made, err := newWorkbook()
	if err != nil {
		return nil, err
	}
	f, err := excelize.OpenReader(bytes.NewReader(made.rest))
	if err != nil {
		return nil, err
	}
	f.Pkg.Store(themePart, made.theme)
	return f, nil
}
