// Package transcribe makes a data file of a workbook kept by hand: sheets become
// sections, lists of figures indicators, other lists tables; sums, shares of rows
// and totals become what is checked.
//
// A figure is taken as the workbook shows it, since that is what was published.
// Nothing numeric is lost without a word: every number of the workbook stands in
// the data file or among the remarks. It knows neither files nor YAML's writing.
package transcribe

import (
	"fmt"
	"strings"

	"jianbao/report/diag"
	"jianbao/report/load"
	"jianbao/report/xlsx/foreign"
)

// Result is a data file in the making.
type Result struct {
	File    load.Draft
	CSV     []CSV
	Remarks []diag.Text // what could not be understood, or wants a look
}

// CSV is the rows of a long table, in a file beside the data file.
type CSV struct {
	Name string
	Rows [][]string
}

// Options say how a data file is made.
type Options struct {
	Name string // of the workbook, without its folder and ending
	// CSV says that long tables may go into files beside the data file, whose names
	// begin with Name; else their rows stand in it.
	CSV bool
}

// longTable is how many rows stand in the data file at most.
const longTable = 50

// Book reads a workbook. The error, a diag.Text, says why it cannot be read.
func Book(raw []byte, opt Options) (*Result, error) {
	p, err := foreign.Open(raw, foreign.DefaultLimits())
	if err != nil {
		return nil, err
	}
	book, err := foreign.Read(p)
	if err != nil {
		return nil, err
	}
	t := &transcript{book: book, opt: opt, ids: map[string]int{}, figures: map[string]string{}}
	for _, s := range book.Sheets {
		t.addSheet(s)
	}
	t.findPeriod()
	for _, s := range t.sheets {
		for _, b := range s.blocks {
			t.understand(s, b)
		}
	}
	t.bindFormulas()
	file := t.file()
	return &Result{File: file, CSV: t.csv, Remarks: t.remarks}, nil
}

// transcript is a workbook being transcribed.
type transcript struct {
	book     *foreign.Book
	opt      Options
	sheets   []*sheet
	ids      map[string]int    // taken, of indicators and tables; see uniqueID
	figures  map[string]string // the expressions for cells: 财政!C5 is 税收收入
	sections []*section
	csv      []CSV
	period   reference // of the figures that say none
	remarks  []diag.Text
}

func (t *transcript) remark(zh, en string, args ...any) {
	t.remarks = append(t.remarks, diag.Say(zh, en, args...))
}

// ownMaker is what the program's workbooks say of who wrote them.
const ownMaker = "jianbao"

// ownSheets are those of a workbook of this program that repeat what stands on
// others.
var ownSheets = map[string]bool{"目录": true, "图表": true, "核对": true, "问题": true, "来源": true}

func (t *transcript) addSheet(s *foreign.Sheet) {
	if t.book.Maker == ownMaker && ownSheets[s.Name] {
		t.remark("工作表“%s”是程序所写，其中的数在别的表里都有，没有写入", "the sheet %q is of the program's own making; its figures stand on other sheets, and are left out", s.Name)
		return
	}
	made := newSheet(s)
	if len(made.rows) == 0 {
		return
	}
	if s.Hidden {
		t.remark("工作表“%s”是隐藏的，也写入了", "the sheet %q is hidden; it was taken all the same", s.Name)
	}
	made.cut()
	t.sheets = append(t.sheets, made)
}

// allRemarks are the remarks, with the cells that were not taken.
func (t *transcript) allRemarks() []diag.Text {
	for _, s := range t.sheets {
		for _, row := range s.rows {
			for _, c := range row.cells {
				switch {
				case c.taken:
				case c.Kind == foreign.Text:
					t.remark("没有写入的文字：%s %s", "text that is left out: %s %s", s.address(c), c.Shown.Text)
				default:
					t.remark("没有写入的数：%s %s", "a number that is left out: %s %s", s.address(c), c.Shown.Text)
				}
			}
		}
	}
	for _, kind := range []struct{ part, zh, en string }{{"xl/charts/chart", "图 %d 幅没有写入", "%d charts are left out"}, {"xl/media/", "图片 %d 张没有写入", "%d pictures are left out"}, {"xl/comments", "%d 张表上的批注没有写入", "the comments on %d sheets are left out"}} {
		n := 0
		for _, p := range t.book.Parts {
			if strings.HasPrefix(p.Name, kind.part) {
				n++
			}
		}
		if n > 0 {
			t.remark(kind.zh, kind.en, n)
		}
	}
	return t.remarks
}

// newID is an id that no indicator or table has yet.
func (t *transcript) newID(name string) string { return uniqueID(name, t.ids) }

// uniqueID is an id that is not taken. Of each that is, taken has the number last
// put behind it, since the same name may stand in every row of a long list.
func uniqueID(name string, taken map[string]int) string {
	base := idOf(name)
	id := base
	for taken[id] > 0 {
		taken[base]++
		id = fmt.Sprintf("%s_%d", base, taken[base])
	}
	taken[id] = 1
	return id
}
