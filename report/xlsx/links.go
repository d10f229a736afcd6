package xlsx

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/document"
	"jianbao/report/relation"
)

// placeChecks notes which cells the checks are about, and which rows of their sheet
// are about which figure. Of very many checks the first are enough: a sheet has no
// room for more links.
func (b *book) placeChecks() {
	n := b.doc.Checks.Len()
	refs := make([]dataset.Ref, min(n, mostLinks))
	b.subjects = make([]spot, len(refs))
	b.checked = newChecksSurvey()
	for i := range n {
		line := b.doc.Checks.Lines.Line(i)
		p, ok := b.checkOf(line)
		b.checked.see(line, p.sheet)
		if i < len(refs) {
			b.subjects[i] = p.spot
			if refs[i] = line.Figure; refs[i] == "" && ok {
				refs[i] = p.cell.Ref
			}
		}
	}
	b.index.checks = newCheckRows(refs)
}

// subject is the cell that the ith check is about.
func (b *book) subject(i int, c *document.CheckLine) spot {
	if i < len(b.subjects) {
		return b.subjects[i]
	}
	p, _ := b.checkOf(c)
	return p.spot
}

// checkRows are the rows of the checks about each figure.
type checkRows struct {
	first map[dataset.Ref]int
	next  []int // of each row, counted from the first check, the next about the same figure; 0: none
}

// newCheckRows takes the figures that the checks are about in order.
func newCheckRows(refs []dataset.Ref) checkRows {
	r := checkRows{make(map[dataset.Ref]int, len(refs)), make([]int, len(refs))}
	for i, ref := range slices.Backward(refs) {
		if ref != "" {
			r.next[i], r.first[ref] = r.first[ref], checksHead+1+i
		}
	}
	return r
}

// of goes through the rows about a figure from the first on.
func (r checkRows) of(ref dataset.Ref) iter.Seq[int] {
	return func(yield func(int) bool) {
		for row := r.first[ref]; row != 0 && yield(row); {
			row = r.next[row-checksHead-1]
		}
	}
}

// checkLink leads from a figure to the first check about it.
func (b *book) checkLink(ref dataset.Ref) link {
	if row := b.index.checks.first[ref]; row != 0 {
		return link{to: spot{checksName, 1, row}}
	}
	return link{}
}

// checksOf are the rows of the checks about a row of indicators: its figure and
// what else it gives.
func (b *book) checksOf(row *document.Row) []int {
	rows := slices.Collect(b.index.checks.of(row.Figure))
	for i := range row.Cells {
		if ref := row.Cells[i].Ref; ref != "" && ref != row.Figure {
			rows = slices.AppendSeq(rows, b.index.checks.of(ref))
		}
	}
	slices.Sort(rows)
	return rows
}

// verdictOf is a cell that says what the checks about a row came to, live, and
// leads to the first of them, or the first that fails.
func (b *book) verdictOf(row *document.Row) cell {
	rows := b.checksOf(row)
	if len(rows) == 0 {
		return cell{}
	}
	verdict, first := diag.Unchecked, rows[0]
	var fails, holds []string
	for _, row := range rows {
		at := spot{checksName, verdictCol, row}.from("")
		fails = append(fails, at+`="`+verdictWords[diag.Inconsistent]+`"`)
		holds = append(holds, at+`="`+verdictWords[diag.Consistent]+`"`)
		switch b.doc.Checks.Lines.Line(row - checksHead - 1).Verdict {
		case diag.Inconsistent:
			if verdict != diag.Inconsistent {
				verdict, first = diag.Inconsistent, row
			}
		case diag.Consistent:
			if verdict == diag.Unchecked {
				verdict = diag.Consistent
			}
		}
	}
	made := cell{
		text: verdictWords[verdict], style: linked(style{across: "center"}),
		link: link{to: spot{checksName, 1, first}},
	}
	switch {
	case len(rows) == 1:
		made.formula = spot{checksName, verdictCol, rows[0]}.from("")
	case len(rows) <= formulaArgs:
		made.formula = fmt.Sprintf(`IF(OR(%s),"%s",IF(OR(%s),"%s","%s"))`, strings.Join(fails, ","), verdictWords[diag.Inconsistent],
			strings.Join(holds, ","), verdictWords[diag.Consistent], verdictWords[diag.Unchecked])
	}
	if len(made.formula) > formulaLength {
		made.formula = ""
	}
	return made
}

// sortedSpots are the positions row by row.
func sortedSpots[V any](at map[spot]V) []spot {
	return slices.SortedFunc(maps.Keys(at), func(p, q spot) int {
		if p.sheet != q.sheet {
			return strings.Compare(p.sheet, q.sheet)
		}
		if p.row != q.row {
			return p.row - q.row
		}
		return p.col - q.col
	})
}

// checkOf is the figure a check is about, and its cell.
func (b *book) checkOf(c *document.CheckLine) (place, bool) {
	if p, ok := b.index.shows(c.Figure); ok {
		return p, true
	}
	return b.about(c)
}

// about is the cell a check is about: the first figure it speaks of.
func (b *book) about(c *document.CheckLine) (place, bool) {
	for _, t := range []relation.Term{c.Left, c.Right} {
		for f := range figuresOf(t) {
			if p, ok := b.index.find(f.Ref); ok {
				return p, true
			}
		}
	}
	return place{}, false
}

// figuresOf goes through the figures of a term in the order they are written.
func figuresOf(t relation.Term) func(yield func(relation.Figure) bool) {
	return func(yield func(relation.Figure) bool) { eachFigure(t, yield) }
}

func eachFigure(t relation.Term, yield func(relation.Figure) bool) bool {
	switch t := t.(type) {
	case relation.Figure:
		return yield(t)
	case relation.Negative:
		return eachFigure(t.X, yield)
	case relation.Arith:
		return eachFigure(t.X, yield) && eachFigure(t.Y, yield)
	case relation.Apply:
		for _, arg := range t.Args {
			if !eachFigure(arg, yield) {
				return false
			}
		}
	}
	return true
}
