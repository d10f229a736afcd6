package form

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"jianbao/report/xlsx/foreign"
)

// finish works formulas out and puts the file together.
func (f *filling) finish() ([]byte, error) {
	f.emptyStrings()
	f.dates()
	f.measure()
	f.book.Remove("xl/calcChain.xml") // the order of formulas, which Excel makes anew
	if err := f.calculate(); err != nil {
		return nil, err
	}
	f.writeTrees()
	var made bytes.Buffer
	if err := f.zip(&made, true); err != nil {
		return nil, err
	}
	return made.Bytes(), nil
}

// writeTrees puts into the parts what was changed in their trees.
func (f *filling) writeTrees() {
	f.book.Part(f.book.Workbook).Body = f.book.Root.Bytes()
	for _, s := range f.book.Sheets {
		s.Part.Body = s.Tree.Bytes()
	}
	if styles := f.book.Styles; styles.Part != nil && len(f.looks) > 0 {
		styles.Part.Body = styles.Tree.Bytes()
	}
}

// zip writes the parts in their order, all of the day of publication.
func (f *filling) zip(to io.Writer, compressed bool) error {
	z := zip.NewWriter(to)
	for _, part := range f.book.Parts {
		h := &zip.FileHeader{Name: part.Name, Method: zip.Store}
		if compressed {
			h.Method = zip.Deflate
		}
		d := f.opt.Published
		//lint:ignore SA1019 Modified would add a field with a time zone
		h.SetModTime(time.Date(min(max(d.Year, 1980), 2107), time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC))
		w, err := z.CreateHeader(h)
		if err != nil {
			return err
		}
		if _, err := w.Write(part.Body); err != nil {
			return err
		}
	}
	return z.Close()
}

// dates puts the day of publication where the file says when it was changed.
func (f *filling) dates() {
	for _, r := range f.book.Relations("") {
		part := f.book.Part(r.Target)
		if r.Type != "core-properties" || part == nil {
			continue
		}
		tree := part.Tree()
		if e := tree.First("modified"); e != nil {
			d := f.opt.Published
			e.SetText(fmt.Sprintf("%04d-%02d-%02dT00:00:00Z", d.Year, d.Month, d.Day))
			part.Body = tree.Bytes()
		}
	}
}

// measure says of each sheet which cells it has.
func (f *filling) measure() {
	for _, s := range f.book.Sheets {
		used := foreign.Area{Left: foreign.MaxColumn, Top: foreign.MaxRow, Right: 1, Bottom: 1}
		for row := range s.Tree.First("sheetData").Named("row") {
			for c := range row.Named("c") {
				column, at, _ := foreign.Cell(c.Attr("r"))
				used = foreign.Area{Left: min(used.Left, column), Top: min(used.Top, at), Right: max(used.Right, column), Bottom: max(used.Bottom, at)}
			}
		}
		if used.Left > used.Right {
			used = foreign.Area{Left: 1, Top: 1, Right: 1, Bottom: 1}
		}
		d := s.Tree.First("dimension")
		if d == nil {
			d = foreign.New(s.Tree.Sibling("dimension"))
			insertInOrder(s.Tree, d)
		}
		d.Set("ref", used.String())
	}
}

// The order in which the elements of a sheet and of a workbook follow each other
// (ECMA-376 part 1, 18.3.1.99 and 18.2.27), as far as ours are to be put among them.
var orders = map[string][]string{
	"dimension": {"sheetPr"},
	"headerFooter": strings.Fields("sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios " +
		"autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup"),
	"calcPr": strings.Fields("fileVersion fileSharing workbookPr AlternateContent revisionPtr workbookProtection bookViews sheets functionGroups externalReferences definedNames"),
}

// insertInOrder puts an element behind those that must stand before it.
func insertInOrder(parent, e *foreign.Element) {
	at := 0
	for i, n := range parent.Kids {
		if n.Element != nil && slices.Contains(orders[e.Local()], n.Element.Local()) {
			at = i + 1
		}
	}
	parent.Kids = slices.Insert(parent.Kids, at, foreign.Node{Element: e})
}

// sortHeaders puts headers and footers into the order that the format has.
func sortHeaders(h *foreign.Element) {
	order := []string{"oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"}
	rank := func(n foreign.Node) int {
		if n.Element == nil {
			return -1
		}
		return slices.Index(order, n.Element.Local())
	}
	slices.SortStableFunc(h.Kids, func(a, b foreign.Node) int { return rank(a) - rank(b) })
}
