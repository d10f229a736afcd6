package form

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"jianbao/report/diag"
	"jianbao/report/xlsx/foreign"
)

// repeat is a row of the form that is filled once for each row of a table.
type repeat struct {
	row   int // in the form as it was
	table string
	n     int // rows that it becomes; at least one
}

// ofCell finds the tables whose cells a text asks for. What is misspelt is found
// when the text is filled in.
var ofCell = regexp.MustCompile(`\bcell\s+"([^".]*)\.`)

// findRepeats finds the rows that repeat.
func (f *filling) findRepeats() {
	f.repeats = map[*foreign.Sheet][]repeat{}
	for _, s := range f.book.Sheets {
		for row := range s.Tree.First("sheetData").Named("row") {
			tables := map[string]string{} // with a cell that names it
			for c := range row.Named("c") {
				for _, m := range ofCell.FindAllStringSubmatch(f.textOf(c), -1) {
					if tables[m[1]] == "" {
						tables[m[1]] = c.Attr("r")
					}
				}
			}
			f.addRepeat(s, row, tables)
		}
	}
}

// textOf is a cell's text if there is something in it to fill in.
func (f *filling) textOf(c *foreign.Element) string {
	if c.First("f") != nil {
		return ""
	}
	if s := f.book.TextOf(c); strings.Contains(s, "{{") {
		return s
	}
	return ""
}

func (f *filling) addRepeat(s *foreign.Sheet, row *foreign.Element, tables map[string]string) {
	if len(tables) == 0 {
		return
	}
	at, _ := strconv.Atoi(row.Attr("r"))
	var known, cells []string
	for _, table := range slices.Sorted(maps.Keys(tables)) {
		if _, ok := f.words.Rows(table); ok { // else it is said when the cell is filled in
			known, cells = append(known, table), append(cells, tables[table])
		}
	}
	if len(known) == 0 {
		return
	}
	if len(known) > 1 {
		f.wrong(s, strings.Join(slices.Compact(cells), ","), diag.Say("同一行里有两张表的格，不知道按哪张表重复", "one row has cells of two tables: it is not clear for which it repeats"),
			diag.Hint{Kind: "form", Message: diag.Say("一行只放一张表的 {{cell}}", "put the {{cell}} of one table into a row")})
	}
	n, _ := f.words.Rows(known[0])
	r := repeat{row: at, table: known[0], n: max(n, 1)}
	f.cells += (r.n - 1) * len(row.Kids)
	last := at + r.n - 1
	for _, before := range f.repeats[s] {
		last += before.n - 1
	}
	if f.cells > mostCells || last > foreign.MaxRow {
		f.wrong(s, cells[0], diag.Say("表 %s 有 %d 行，表样放不下", "the table %s has %d rows, more than a form takes", known[0], n),
			diag.Hint{Kind: "form", Message: diag.Say("删去表样这一行里不用的格，或者把表分成几张", "delete the cells of this row that are not needed, or split the table")})
		return
	}
	f.repeats[s] = append(f.repeats[s], r)
}

// rowMap says where the rows of a sheet come to stand.
type rowMap []repeat // from the top down

// first is where a row comes to stand, the first time if it repeats.
func (m rowMap) first(row int) int {
	moved := row
	for _, r := range m {
		if r.row < row {
			moved += r.n - 1
		}
	}
	return min(moved, foreign.MaxRow)
}

// last is where a row comes to stand the last time.
func (m rowMap) last(row int) int {
	for _, r := range m {
		if r.row == row {
			return min(m.first(row)+r.n-1, foreign.MaxRow)
		}
	}
	return m.first(row)
}

// repeats reports whether a row is one that repeats.
func (m rowMap) repeats(row int) bool {
	return slices.ContainsFunc(m, func(r repeat) bool { return r.row == row })
}

// area is where an area comes to stand; if it covers a row that repeats, it grows.
func (m rowMap) area(a foreign.Area) foreign.Area {
	a.Top, a.Bottom = m.first(a.Top), m.last(a.Bottom)
	return a
}

// areas are several areas, as sheets list them: B7 B9:D12.
func (m rowMap) areas(refs string) string {
	fields := strings.Fields(refs)
	for i, ref := range fields {
		if a, ok := foreign.ParseArea(ref); ok {
			fields[i] = m.area(a).String()
		}
	}
	return strings.Join(fields, " ")
}
