// Package foreign reads workbooks that someone else made: an office's form, a
// book kept by hand. It takes the file apart within limits, refuses what is
// damaged or built to do harm, and gives sheets, cells, formulas and formats.
//
// It knows the file format and nothing of statistics: what a cell's text means
// is for others. It reads no files and no clock.
package foreign

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"jianbao/report/diag"
)

// Limits bound what is taken in of one file.
type Limits struct {
	Bytes    int64 // of all parts, unpacked
	Parts    int
	Elements int // of XML, in all parts
	Depth    int // elements inside one another
	Cells    int // in all sheets
	// Spread is the sum of the last columns of all rows: how many cells a program
	// holds that fills rows from the left. A single cell in column XFD counts 16,384.
	Spread int
}

// DefaultLimits leave room for any workbook that people keep by hand. A file at
// every limit takes about two seconds and half a gigabyte.
func DefaultLimits() Limits {
	return Limits{Bytes: 64 << 20, Parts: 5000, Elements: 2_000_000, Depth: 100, Cells: 300_000, Spread: 2_000_000}
}

// Package is the parts of a workbook's file, in the order of the file.
type Package struct {
	Parts []*Part
	// Workbook is the name of the part that lists the sheets.
	Workbook string
}

// Part is one file of the package.
type Part struct {
	Name string // without a slash before it: xl/workbook.xml
	Body []byte
}

// Open takes a workbook's file apart. The error is a diag.Text that says why it
// is none, or why it is refused.
func Open(raw []byte, l Limits) (*Package, error) {
	if bytes.HasPrefix(raw, []byte("\xd0\xcf\x11\xe0")) {
		return nil, diag.Say("是加密的工作簿或旧格式（.xls）；在 Excel 里去掉密码，另存为 .xlsx",
			"it is encrypted or of the old format (.xls); take the password off and save it as .xlsx")
	}
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return nil, diag.Say("不是 .xlsx 工作簿，或者文件不完整；在 Excel 里另存为 .xlsx", "it is no .xlsx workbook, or not whole; save it as .xlsx in Excel")
	}
	p, err := unpacked(z, l)
	if err != nil {
		return nil, err
	}
	if err := p.scan(l); err != nil {
		return nil, err
	}
	for _, r := range p.Relations("") {
		if r.Type == "officeDocument" {
			p.Workbook = r.Target
		}
	}
	if w := p.Part(p.Workbook); w == nil || w.Tree().Local() != "workbook" {
		return nil, diag.Say("文件里没有工作簿；在 Excel 里另存为 .xlsx", "there is no workbook in the file; save it as .xlsx in Excel")
	}
	return p, nil
}

// unpacked reads the parts of a zip file, up to the limits.
func unpacked(z *zip.Reader, l Limits) (*Package, error) {
	if len(z.File) > l.Parts {
		return nil, diag.Say("文件里有 %d 个部分，上限是 %d", "it has %d parts, more than %d", len(z.File), l.Parts)
	}
	p := &Package{}
	seen := map[string]bool{}
	rest := l.Bytes
	for _, f := range z.File {
		name := strings.TrimPrefix(f.Name, "/")
		if strings.HasSuffix(name, "/") {
			continue // a folder
		}
		key := strings.ToLower(name)
		if seen[key] {
			return nil, diag.Say("文件里的 %s 重复，文件可能损坏；用 Excel 打开后另存一次", "it has %s twice and may be damaged; open it in Excel and save it again", name)
		}
		seen[key] = true
		// The size that is written there is not relied on: a bomb says what it likes.
		body, err := unpackedPart(f, rest)
		switch {
		case err != nil:
			return nil, diag.Say("文件里的 %s 读不出来，文件可能损坏", "its part %s cannot be read; the file may be damaged", name)
		case int64(len(body)) > rest:
			return nil, diag.Say("解压后超过 %d MiB 的上限；删去图片或分成几个文件", "unpacked it is larger than %d MiB; delete pictures or split it", l.Bytes>>20)
		}
		rest -= int64(len(body))
		p.Parts = append(p.Parts, &Part{Name: name, Body: body})
	}
	return p, nil
}

// unpackedPart reads a part, and at most one byte more than there is room for.
func unpackedPart(f *zip.File, room int64) ([]byte, error) {
	if f.Flags&1 != 0 {
		return nil, fmt.Errorf("encrypted")
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(io.LimitReader(r, room+1))
}

// Part is the part with a name, or nil. Names do not differ by case alone.
func (p *Package) Part(name string) *Part {
	for _, part := range p.Parts {
		if strings.EqualFold(part.Name, name) {
			return part
		}
	}
	return nil
}

// Remove takes a part out, with what other parts of the package say of it.
func (p *Package) Remove(name string) {
	p.Parts = slices.DeleteFunc(p.Parts, func(part *Part) bool { return strings.EqualFold(part.Name, name) })
	for _, part := range p.Parts {
		base := ""
		switch {
		case part.Name == contentTypes:
		case strings.HasSuffix(part.Name, ".rels"):
			base = path.Dir(path.Dir(part.Name))
		default:
			continue
		}
		if !bytes.Contains(part.Body, []byte(path.Base(name))) {
			continue
		}
		tree := part.Tree()
		tree.Kids = slices.DeleteFunc(tree.Kids, func(n Node) bool {
			return n.Element != nil && (strings.EqualFold(n.Element.Attr("PartName"), "/"+name) ||
				n.Element.Attr("Target") != "" && strings.EqualFold(resolved(base, n.Element.Attr("Target")), name))
		})
		part.Body = tree.Bytes()
	}
}

const contentTypes = "[Content_Types].xml"

// Relation is what one part says of another.
type Relation struct {
	ID       string
	Type     string // the last word of the relation's name: worksheet, drawing
	Target   string // a part's name, or an address outside
	External bool
}

// Relations are those of a part, or of the whole file if no part is named.
func (p *Package) Relations(name string) []Relation {
	rels := p.Part(path.Join(path.Dir(name), "_rels", path.Base(name)+".rels"))
	if name == "" {
		rels = p.Part("_rels/.rels")
	}
	if rels == nil {
		return nil
	}
	var all []Relation
	for e := range rels.Tree().Named("Relationship") {
		r := Relation{ID: e.Attr("Id"), Type: path.Base(e.Attr("Type")), Target: e.Attr("Target"), External: e.Attr("TargetMode") == "External"}
		if !r.External {
			r.Target = resolved(path.Dir(name), r.Target)
		}
		all = append(all, r)
	}
	return all
}

// resolved is a target as the name of a part.
func resolved(folder, target string) string {
	if strings.HasPrefix(target, "/") {
		return strings.TrimPrefix(path.Clean(target), "/")
	}
	return path.Join(folder, target)
}
