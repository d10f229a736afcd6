package report

import (
	"bufio"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"

	"jianbao/report/compose"
	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/document"
	"jianbao/report/manifest"
	"jianbao/report/outfolder"
	"jianbao/report/xlsx"
)

// bench is a maker that works in this process.
type bench struct {
	looks  *looks
	stdin  io.Reader
	opt    Options
	folder interface {
		Stage(name string, write func(io.Writer) error) (outfolder.Staged, error)
		Scratch() string
	}
}

func (b *bench) close() {}

// make runs all stages for one district.
func (b *bench) make(j job) (p product) {
	in := input{path: j.Path}
	d := guarded(in, func(d *District) {
		data, result := judge(d, in, b.stdin, b.opt.ListChecks)
		if data == nil || j.CheckOnly {
			return
		}
		p.Inputs, p.Below = inputsOf(in, data), below(in, data)
		known := *data // with the template's texts, so that findings can show their lines
		known.Inputs = append(slices.Clone(data.Inputs), b.looks.texts...)
		data = &known
		texts := d.texts(data, result, b.looks.phrasing)
		filled := d.form(data, result, b.opt.Draft)
		if b.opt.holdsBack(d) {
			return
		}
		doc := compose.Compose(data, result, texts)
		doc.Findings = d.Found.Findings
		doc.Draft = b.opt.Draft
		p.Staged = b.outputs(d, in, data, doc, filled, j.Output)
	})
	p.Found, p.Lines, p.Fault = d.Found, d.lines, d.Fault
	return p
}

// errNotMade is what a maker ends with that could make nothing of the data and has
// told why in its findings.
var errNotMade = errors.New("see the errors above")

// outputs makes the workbook, which is the office's form if there is one, and the
// briefing, and writes them aside: all, or none. They are written as they are
// made, since a workbook may be larger than it should be in memory.
func (b *bench) outputs(d *District, in input, data *dataset.Dataset, doc *document.Document, filled []byte, name string) []outfolder.Staged {
	book := b.workbook
	if data.Form != nil {
		book = func(w io.Writer, _ *document.Document, _ *dataset.Dataset) ([]diag.Finding, error) {
			_, err := w.Write(filled)
			return nil, err
		}
	}
	var all []outfolder.Staged
	unmade := ""
	for _, maker := range []struct {
		ending string
		make   func(io.Writer, *document.Document, *dataset.Dataset) ([]diag.Finding, error)
	}{{".xlsx", book}, {".pdf", b.looks.briefing}} {
		var findings []diag.Finding
		staged, err := b.folder.Stage(name+maker.ending, func(w io.Writer) (err error) {
			findings, err = maker.make(w, doc, data)
			return err
		})
		d.add(data.Inputs, findings)
		onDisk, said := new(fs.PathError), diag.Text{}
		switch {
		case err == nil:
			all = append(all, staged)
		case errors.Is(err, errNotMade):
			unmade = name + maker.ending
		case errors.As(err, &onDisk):
			d.faultOf(in, diag.OutputFault, Unwritable(err))
			return nil
		case errors.As(err, &said):
			d.faultOf(in, diag.OutputFault, diag.Say("%s 做不出来：%s", "%s could not be made: %s", name+maker.ending, said))
			return nil
		default:
			d.fault(in, diag.Say("%s 做不出来：%s", "%s could not be made: %s", name+maker.ending, err.Error()))
			return nil
		}
	}
	if b.opt.holdsBack(d) {
		return nil
	}
	if unmade != "" {
		d.fault(in, diag.Say("%s 做不出来：见上面的错误", "%s could not be made: see the errors above", unmade))
		return nil
	}
	return all
}

// inputsOf are the files that a dataset was read from, as the manifest names
// them.
func inputsOf(in input, data *dataset.Dataset) []manifest.File {
	var all []manifest.File
	for _, one := range data.Inputs {
		all = append(all, manifest.File{Path: strings.TrimPrefix(one.Name, prefixOf(in.path)), SHA256: hex.EncodeToString(one.SHA256[:])})
	}
	return all
}

// bookBuffer is how much of a workbook is written at once: its parts are many and
// most of them small.
const bookBuffer = 1 << 15

// workbook makes the workbook; its findings stand at the tables they are about.
func (b *bench) workbook(w io.Writer, doc *document.Document, data *dataset.Dataset) ([]diag.Finding, error) {
	out := bufio.NewWriterSize(w, bookBuffer)
	findings, err := xlsx.Write(out, doc, b.folder.Scratch())
	if err == nil {
		err = out.Flush()
	}
	for i := range findings {
		findings[i].Place = diag.Place{File: data.File}
		if t := data.Table(findings[i].Figure); t != nil {
			findings[i].Place = t.Title.Place
		}
	}
	return findings, err
}
