package xlsx

import (
	"archive/zip"
	"bytes"
	"io"
	"math/big"
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"
)

func ratOf(s string) (*big.Rat, bool) { return new(big.Rat).SetString(s) }

// rawValue reads a cell's value without its format.
var rawValue = excelize.Options{RawCellValue: true}

// partsOf unpacks a workbook.
func partsOf(t testing.TB, book []byte) map[string][]byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string][]byte{}
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if parts[f.Name], err = io.ReadAll(in); err != nil {
			t.Fatal(err)
		}
	}
	return parts
}

func TestPartsStandInOrderUnderTheDayOfPublication(t *testing.T) {
	book, _ := written(t, exampleDocument())
	r, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range r.File {
		names = append(names, f.Name)
		if day := f.Modified.Format("2006-01-02"); day != "2021-08-27" {
			t.Errorf("%s is dated %s", f.Name, day)
		}
	}
	if !slices.IsSorted(names) || names[0] != "[Content_Types].xml" {
		t.Errorf("parts: %v", names)
	}
}
