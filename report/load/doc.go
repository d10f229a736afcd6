// Package load reads a data file (SPEC §2) and the CSV files it names into a
// dataset, with every finding about what stands there. It is the only package
// that knows YAML.
//
// It judges form, never truth: that a key exists, that a figure can be read,
// that a row has as many cells as its table has columns. Whether figures agree
// is for package check, what a name in a formula means for package relation;
// the columns a table's own totals and charts name are bound here.
//
// Nothing of YAML's typing is used. A scalar is its text as written, with its
// place; the keys in keys.go decide how it is read. Files are reached only
// through an fs.FS rooted at the data file's folder.
package load

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/diag"
)

// Options say how a file is read.
type Options struct {
	// Limits bound what is read; the zero value stands for DefaultLimits.
	Limits Limits
	// Judge checks the data files that `members` names. Without one only what
	// stands in them is known, not what their formulas compute or whether it
	// holds.
	Judge Judge
}

// File reads the data file at path and the CSV files it names, which must lie
// in its folder or below. The Dataset holds all that could be read, beside the
// findings; it is nil only if the input cannot be understood at all: no such
// file, not UTF-8, malformed YAML, no mapping, no or an unknown version, or
// over the limits of a file. Findings are sorted by file, line and column.
func File(path string, opt Options) (*dataset.Dataset, []diag.Finding) {
	limits := opt.Limits.orDefault()
	data, problem := readOutside(path, limits.YAMLBytes)
	if problem != nil {
		return nil, []diag.Finding{problem.finding(diag.Place{File: path})}
	}
	folder := filepath.Dir(path)
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, []diag.Finding{unreadable(path, err).finding(diag.Place{File: path})}
	}
	defer root.Close()
	r := newReader(path, data, root.FS(), limits)
	r.judgedBy(opt.Judge)
	r.prefix = strings.TrimSuffix(path, filepath.Base(path))
	return r.load()
}

// Bytes reads a data file that stands in no folder, such as standard input.
// Name is what findings call it, files is where the CSV files it names are
// looked for; nil files hold none. Otherwise it does as File does.
func Bytes(name string, data []byte, files fs.FS, opt Options) (*dataset.Dataset, []diag.Finding) {
	r := newReader(name, data, files, opt.Limits.orDefault())
	r.judgedBy(opt.Judge)
	return r.load()
}
