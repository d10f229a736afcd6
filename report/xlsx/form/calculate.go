package form

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"jianbao/report/diag"
	"jianbao/report/xlsx/foreign"
)

// Bounds on what is calculated here; what is beyond is left to Excel.
const (
	mostFormulas = 50_000    // formulas
	mostAdded    = 4_000_000 // cells that all of them go through, about three seconds
)

// Functions whose value is never the same twice, and those that ask for the day.
var (
	random = regexp.MustCompile(`(?i)\b(RAND|RANDBETWEEN|RANDARRAY)\s*\(`)
	today  = regexp.MustCompile(`(?i)\b(TODAY|NOW)\s*\(\s*\)`)
)

// calculated is a formula that is to be worked out.
type calculated struct {
	sheet   *foreign.Sheet
	cell    *foreign.Element
	formula string
}

// calculate works every formula out anew: what a form remembers of them is of the
// time when it was empty. What it cannot work out stands without a value, and
// Excel is asked to work all out when it opens the file.
func (f *filling) calculate() error {
	formulas := f.formulas()
	if len(formulas) == 0 {
		return nil
	}
	ready, rest := formulas[:0:0], formulas
	if len(formulas) <= mostFormulas {
		ready, rest = f.ordered(formulas)
	}
	book, err := f.calculator(formulas)
	if err != nil {
		return err
	}
	defer book.Close()
	failed := map[*foreign.Element]bool{}
	for _, c := range ready {
		failed[c.cell] = !setValue(book, c)
	}
	for _, c := range rest {
		failed[c.cell] = true
	}
	var left []string
	for _, c := range formulas { // in the order of the sheets
		if failed[c.cell] {
			left = append(left, c.sheet.Name+"!"+c.cell.Attr("r"))
		}
	}
	if len(left) > 0 {
		f.leaveToExcel(left)
	}
	return nil
}

// formulas are all formulas, with what they remember taken away.
func (f *filling) formulas() []calculated {
	var all []calculated
	for _, s := range f.book.Sheets {
		for row := range s.Tree.First("sheetData").Named("row") {
			for c := range row.Named("c") {
				formula := c.First("f")
				if formula == nil {
					continue
				}
				all = append(all, calculated{s, c, formula.Text()})
				c.Set("t", "")
				c.Kids = []foreign.Node{{Element: formula}}
			}
		}
	}
	return all
}

// calculator is the filled form, opened by the library that calculates. In it
// today is the day of publication.
func (f *filling) calculator(formulas []calculated) (*excelize.File, error) {
	d := f.opt.Published
	day := fmt.Sprintf("DATE(%d,%d,%d)", d.Year, d.Month, d.Day)
	for _, c := range formulas {
		if text := today.ReplaceAllString(c.formula, day); text != c.formula {
			c.cell.First("f").SetText(text)
		}
	}
	f.writeTrees()
	for _, c := range formulas {
		c.cell.First("f").SetText(c.formula)
	}
	var raw bytes.Buffer
	if err := f.zip(&raw, false); err != nil {
		return nil, err
	}
	return excelize.OpenReader(&raw, excelize.Options{RawCellValue: true, UnzipSizeLimit: 1 << 30, UnzipXMLSizeLimit: 1 << 30})
}

// setValue works a formula out; ok is false if it cannot.
func setValue(book *excelize.File, c calculated) (ok bool) {
	if kind := c.cell.First("f").Attr("t"); kind != "" && kind != "normal" {
		return false // of an array, which the library takes for one cell
	}
	value, err := book.CalcCellValue(c.sheet.Name, c.cell.Attr("r"))
	kind := ""
	switch {
	case value == "#DIV/0!" || value == "#N/A":
		kind = "e"
	case err != nil || strings.HasPrefix(value, "#"):
		return false // the library's own shortcoming, or so it may be
	case value == "TRUE" || value == "FALSE":
		kind, value = "b", map[string]string{"TRUE": "1", "FALSE": "0"}[value]
	default:
		number, err := strconv.ParseFloat(value, 64)
		if kind = "str"; err == nil && !saysText(book, c) {
			kind, value = "", shortest(number)
		}
	}
	v := foreign.New(c.cell.Sibling("v"))
	v.SetText(foreign.Encoded(value))
	c.cell.Set("t", kind)
	c.cell.Add(v)
	return true
}

// textual are signs of a formula whose value can be a text of digits.
var textual = regexp.MustCompile(`(?i)&|"|\b(TEXT|FIXED|LEFT|RIGHT|MID|CONCAT|CONCATENATE|TRIM|REPT|SUBSTITUTE|T)\s*\(`)

// saysText reports whether a formula's value, which reads as a number, is a text.
func saysText(book *excelize.File, c calculated) bool {
	if !textual.MatchString(c.formula) {
		return false
	}
	const scratch = "_jianbao"
	if _, err := book.NewSheet(scratch); err != nil {
		return false
	}
	sheet := "'" + strings.ReplaceAll(c.sheet.Name, "'", "''") + "'"
	if err := book.SetCellFormula(scratch, "A1", "ISTEXT("+sheet+"!"+c.cell.Attr("r")+")"); err != nil {
		return false
	}
	is, err := book.CalcCellValue(scratch, "A1")
	return err == nil && is == "TRUE"
}

// mostNamed is how many cells a message names.
const mostNamed = 5

// leaveToExcel says which formulas have no value, and asks Excel for them.
func (f *filling) leaveToExcel(cells []string) {
	root := f.book.Root
	pr := root.First("calcPr")
	if pr == nil {
		pr = foreign.New(root.Sibling("calcPr"))
		insertInOrder(root, pr)
	}
	pr.Set("fullCalcOnLoad", "1")
	named := strings.Join(cells[:min(len(cells), mostNamed)], "、")
	if len(cells) > mostNamed {
		named += "…"
	}
	f.problems = append(f.problems, Problem{Code: diag.BadForm, Severity: diag.Warning,
		Say: diag.Say("有 %d 个公式程序算不出，打开文件时由 Excel 计算，此前读不到数：%s",
			"formulas that cannot be worked out here (%d) get their values when Excel opens the file; until then they have none: %s", len(cells), named)})
}
