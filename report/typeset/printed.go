package typeset

import (
	"fmt"
	"strings"

	"jianbao/report/document"
)

// printed is a table as the briefing has it, its rows in memory.
type printed struct {
	document.Table
	rows []document.Row // the body's and then the totals
	cut  string         // what is said below a table of which the first rows alone are printed
}

// printed is a table as the briefing has it: with what every row of a column says in the title, in place of the column;
// and of a long table the first rows only, since nobody reads thousands of pages and the workbook has them all. That is
// said in the title, which stands on every page, and below.
func (s *setter) printed(t document.Table) *printed {
	cut := ""
	if n, most := t.Len(), s.style.Table.MostRows; n > most {
		cut = fmt.Sprintf("以上为前%d行，全表共%d行，见工作簿“%s”表。", most, n, t.Title)
		t.Title += fmt.Sprintf("（前%d行）", most)
		t.Rows = t.First(most)
	}
	if said := t.Shared(); len(said) > 0 {
		t = t.Keep(func(k int) bool { return t.Columns[k].Shared == "" })
		t.Title += "（" + strings.Join(said, "，") + "）"
	}
	return &printed{Table: t, rows: rowsOf(t), cut: cut}
}

// rowsOf are all rows of a table in their order.
func rowsOf(t document.Table) []document.Row {
	return append(t.First(t.Len()), t.Totals...)
}

// keep is the table with only some of its columns.
func (t *printed) keep(kept func(column int) bool) *printed {
	part := t.Table.Keep(kept)
	return &printed{Table: part, rows: rowsOf(part), cut: t.cut}
}
