package report

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"jianbao/report/diag"
	"jianbao/report/load"
	"jianbao/report/transcribe"
)

// largestBook is how large a workbook is read, in bytes.
const largestBook = 32 << 20

// Imported is a data file made of a workbook.
type Imported struct {
	Data    []byte
	Files   []string    // written; none if Data was asked for
	Remarks []diag.Text // what could not be understood, or wants a look
}

// ErrOutput tells an output that cannot be written from a workbook that cannot be
// read.
type ErrOutput struct{ diag.Text }

// Import makes a data file of the workbook at path, and of long tables CSV files
// beside it. It writes them if to is not empty, all or none of them, and never over
// a file that is there. The error is a diag.Text, or an ErrOutput.
func Import(path, to string) (*Imported, error) {
	raw, err := bookAt(path)
	if err != nil {
		return nil, err
	}
	name := path
	if to != "" {
		name = to
	}
	name = strings.TrimSuffix(filepath.Base(name), filepath.Ext(name))
	made, err := transcribe.Book(raw, transcribe.Options{Name: name, CSV: to != ""})
	if err != nil {
		return nil, diag.Say("%s 用不了：%s", "%s cannot be used: %s", path, err)
	}
	result := &Imported{Data: load.Write(made.File), Remarks: made.Remarks}
	if to == "" {
		return result, nil
	}
	outputs := []output{}
	for _, c := range made.CSV {
		outputs = append(outputs, output{filepath.Join(filepath.Dir(to), c.Name), load.WriteCSV(c.Rows)})
	}
	outputs = append(outputs, output{to, result.Data}) // last: it names the others
	for _, out := range outputs {
		if _, err := os.Lstat(out.name); !errors.Is(err, fs.ErrNotExist) {
			return nil, ErrOutput{diag.Say("已有 %s，不覆盖；换一个名字，或者先移走它", "%s is there and is not written over; take another name, or move it away first", out.name)}
		}
		result.Files = append(result.Files, out.name)
	}
	if err := writeAll(outputs); err != nil {
		return nil, ErrOutput{diag.Say("%s 写不进去：%s", "%s cannot be written: %s", to, WhyUnwritten(err))}
	}
	return result, nil
}

// bookAt reads a workbook's file.
func bookAt(path string) ([]byte, error) {
	raw, err := frontOf(path, largestBook+1)
	switch {
	case err != nil:
		return nil, diag.Say("%s 读不了：%s", "%s cannot be read: %s", path, plainError(err))
	case len(raw) > largestBook:
		return nil, diag.Say("%s 超过 %d MiB 的上限", "%s is larger than %d MiB", path, largestBook>>20)
	}
	return raw, nil
}
