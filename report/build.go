package report

import (
	"bytes"
	"io"
	"path/filepath"

	"golang.org/x/sync/errgroup"

	"jianbao/report/compose"
	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/document"
	"jianbao/report/xlsx"
)

// Options are how a build is run.
type Options struct {
	Out    string // the folder outputs go to
	Jobs   int    // districts worked on at once
	FailOn FailOn // findings from which a district's outputs are not written
	Draft  bool   // write outputs all the same, marked 草稿 and named so

	// Template is the name of an embedded template or a folder with one; the
	// default if empty.
	Template string
}

// Build checks data files and writes a workbook and a briefing for each that
// passes. A district that does not pass costs its own outputs only, and leaves
// those of an earlier run in place. With a template that cannot be used nothing
// is checked or written: its findings are the outcome.
func Build(data []string, stdin io.Reader, opt Options) *Outcome {
	l, bad := openLooks(opt.Template)
	if bad != nil {
		return &Outcome{Districts: []District{*bad}}
	}
	inputs := find(data)
	o := &Outcome{Districts: make([]District, len(inputs))}
	var g errgroup.Group
	g.SetLimit(opt.Jobs)
	for i, in := range inputs {
		g.Go(func() error {
			o.Districts[i] = guarded(in, func(d *District) { build(d, in, stdin, l, opt) })
			return nil
		})
	}
	_ = g.Wait() // no stage returns an error: what went wrong is in the district
	return o
}

// build runs all stages for one district.
func build(d *District, in input, stdin io.Reader, l *looks, opt Options) {
	data, result := judge(d, in, stdin)
	if data == nil {
		return
	}
	doc, findings := compose.Compose(data, result)
	d.add(data.Inputs, findings)
	if opt.holdsBack(d) {
		return
	}
	path := filepath.Join(opt.Out, in.output)
	if opt.Draft {
		doc.Draft = true
		path += ".draft"
	}
	var outputs []output
	for _, maker := range []struct {
		ending string
		make   func(*document.Document, *dataset.Dataset) ([]byte, []diag.Finding, error)
	}{{".xlsx", workbook}, {".pdf", l.briefing}} {
		made, findings, err := maker.make(doc, data)
		if err != nil {
			d.fault(in, diag.Say("%s 做不出来：%s", "%s could not be made: %s", path+maker.ending, err.Error()))
			return
		}
		d.add(data.Inputs, findings)
		outputs = append(outputs, output{path + maker.ending, made})
	}
	if opt.holdsBack(d) {
		return
	}
	for _, out := range outputs {
		if out.bytes == nil {
			d.fault(in, diag.Say("%s 做不出来：见上面的错误", "%s could not be made: see the errors above", out.path))
			return
		}
	}
	if err := writeAll(outputs); err != nil {
		d.fault(in, diag.Say("输出写不进去：%s", "the outputs cannot be written: %s", err.Error()))
		return
	}
	for _, out := range outputs {
		d.Written = append(d.Written, out.path)
	}
}

// holdsBack reports whether what was found keeps a district's outputs from
// being written.
func (o Options) holdsBack(d *District) bool { return !o.Draft && o.FailOn.Fails(&d.Found) }

func workbook(doc *document.Document, data *dataset.Dataset) ([]byte, []diag.Finding, error) {
	var b bytes.Buffer
	findings, err := xlsx.Write(&b, doc)
	for i := range findings {
		findings[i].Place = diag.Place{File: data.File}
		if t := data.Table(findings[i].Figure); t != nil {
			findings[i].Place = t.Title.Place
		}
	}
	return b.Bytes(), findings, err
}
