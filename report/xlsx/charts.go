package xlsx

import (
	"math/big"
	"strings"

	"jianbao/report/document"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// Measures of the chart sheet.
const (
	chartRows   = 15 // rows a chart covers at the least, and one more
	chartDigits = 90 // widths of a digit it covers at the least
	// A printed page is as much higher than wide, in rows to widths of a digit.
	rowsPerColumn = 0.41
)

// chartsSheet shows every chart above the cells it is drawn from. Those cells
// are formulas that refer to the tables' own, so that a chart follows a figure
// changed there; and as one block they can be drawn whatever the figures'
// places in the tables are.
func (b *book) chartsSheet() *sheet {
	var blocks []*chartBlock
	n := 0
	for i := range b.charts {
		block := b.chartBlock(&b.charts[i])
		blocks = append(blocks, block)
		n = max(n, len(block.heads))
	}
	r := newRuler(n)
	s := &sheet{name: chartsName, tab: chartsTab, heading: b.marked(b.doc.Title), upright: true}
	var lines []line
	var tops []int
	for _, block := range blocks {
		top := len(lines) + 3 // below the sheet's title, or the block before, and an empty line
		tops = append(tops, top)
		covered := rowsOf(block.chart)
		lines = append(lines, make([]line, 1+covered)...)
		header := top + covered + 1
		lines = append(lines, block.lines(header, n, r)...)
		s.charts = append(s.charts, placedChart{top, covered - 1, block.native(header)})
	}
	s.widths = r
	r[0] += max(0, chartDigits-s.columnsWide())
	lines = append([]line{b.titleLine(chartsName, n)}, lines...)
	s.breaks = pageBreaks(tops, len(lines), int(s.columnsWide()*rowsPerColumn))
	return s.set(lines)
}

// pageBreaks begins a page at every block that would not end on the one before.
func pageBreaks(tops []int, last, pageRows int) []int {
	var breaks []int
	begun := 1
	for i, top := range tops {
		end := last
		if i+1 < len(tops) {
			end = tops[i+1] - 2
		}
		if end-begun >= pageRows && top > begun+1 {
			breaks = append(breaks, top)
			begun = top
		}
	}
	return breaks
}

// rowsOf is how many rows a chart covers: room for every bar.
func rowsOf(c *document.Chart) int {
	if lying(c) {
		return max(chartRows, 4+len(c.Categories)*(len(c.Series)+1)/2)
	}
	return chartRows
}

// lying reports charts whose bars lie: many, or with long names.
func lying(c *document.Chart) bool {
	switch c.Type {
	case document.LineChart, document.ShareChart:
		return false
	case document.BarChart:
		widest := 0
		for _, name := range c.Categories {
			widest = max(widest, columns(name))
		}
		const room = 70 // digits beside each other below a chart
		return len(c.Categories)*min(widest+2, 14) > room || len(c.Categories)*len(c.Series) > 18
	}
	return true
}

// chartBlock is the cells that a chart is drawn from: its categories, then a
// column for each series, then what is reckoned from these.
type chartBlock struct {
	*book
	chart *document.Chart
	heads []string
	drawn []int // the columns that are drawn, counted from 0
}

// What columns are called that are reckoned in a chart's block.
const (
	completionHead = "完成率"
	elapsedHead    = "时序进度"
	portionHead    = "占比"
	ownHead        = "本地区"
)

func (b *book) chartBlock(c *document.Chart) *chartBlock {
	k := &chartBlock{book: b, chart: c, heads: []string{""}}
	for _, s := range c.Series {
		k.heads = append(k.heads, s.Name)
		if !k.rated() {
			k.draw(len(k.heads) - 1)
		}
	}
	switch {
	case c.Type == document.PartsChart:
		k.portion()
	case c.Type == document.ProgressChart:
		k.draw(k.head(completionHead))
		for _, e := range c.Elapsed {
			if e.Part != nil {
				k.draw(k.head(elapsedHead))
				break
			}
		}
	case c.Own != "" && len(c.Series) == 1:
		k.draw(k.head(ownHead)) // over the others
	}
	return k
}

// portion draws what part of their whole the figures are, or themselves if the
// whole has no cell that it could follow.
func (k *chartBlock) portion() {
	if c := k.chart; c.Series[1].Cells[0].Ref != "" {
		k.draw(k.head(portionHead))
		return
	}
	k.draw(1)
}

// rated reports charts that draw what part each figure is of another, and not
// the figures, whose units may differ from row to row.
func (k *chartBlock) rated() bool {
	return len(k.chart.Series) == 2 && (k.chart.Type == document.ProgressChart || k.chart.Type == document.PartsChart)
}

// head adds a column.
func (k *chartBlock) head(name string) int {
	k.heads = append(k.heads, name)
	return len(k.heads) - 1
}

func (k *chartBlock) draw(column int) { k.drawn = append(k.drawn, column) }

// lines are the block's unit, header in the row given, figures and note.
func (k *chartBlock) lines(header, n int, r ruler) []line {
	c := k.chart
	heads := make([]string, len(k.heads))
	for j, name := range k.heads {
		heads[j] = k.say(name, c.Title)
		r.see(j, name, margin)
	}
	unit := cell{}
	if c.Unit != "" {
		unit = cell{text: "计量单位：" + k.say(c.Unit, c.Title), style: lineStyle}
	}
	lines := []line{between(unit, cell{}, n), headLine(heads)}
	for i := range c.Categories {
		lines = append(lines, k.row(i, header+1+i, r))
	}
	ruled(lines[len(lines)-1])
	if c.Note != "" {
		lines = append(lines, words(noteStyle, "注："+k.say(c.Note, c.Title)))
	}
	return lines
}

// row is a category's figures.
func (k *chartBlock) row(i, row int, r ruler) line {
	c := k.chart
	l := line{cells: make([]cell, len(k.heads))}
	l.cells[0] = cell{text: k.say(c.Categories[i], c.Title), style: style{across: "left", wrap: true}}
	r.see(0, c.Categories[i], margin)
	for j, s := range c.Series {
		l.cells[j+1] = k.figure(&s.Cells[i])
		r.see(j+1, s.Cells[i].Text, margin)
	}
	for j := len(c.Series) + 1; j < len(k.heads); j++ {
		l.cells[j] = k.reckoned(k.heads[j], i, row)
	}
	return l
}

// figure is a figure of a chart, referring to its cell in a table. For an absent
// one the cell stays empty: a sign in it would be drawn as zero.
func (k *chartBlock) figure(c *document.Cell) cell {
	if !numeric(c) {
		return cell{}
	}
	made := k.shown(c, k.chart.Title, style{across: "right"})
	if c.Ref == "" {
		made.formula = k.index.live(c, chartsName)
	} else {
		made.formula = k.index.formula(relation.Figure{Ref: c.Ref}, chartsName, factor(c.Unit), c.Number, c.Decimals)
	}
	return made
}

// reckoned is a cell of a column that is reckoned for the chart.
func (k *chartBlock) reckoned(head string, i, row int) cell {
	c := k.chart
	look := style{across: "right"}
	switch head {
	case ownHead:
		if c.Categories[i] != c.Own {
			return cell{}
		}
		made := k.figure(&c.Series[0].Cells[i])
		if made.number != nil {
			made.formula = address(2, row)
		}
		return made
	case elapsedHead:
		if c.Elapsed[i].Part == nil {
			return cell{}
		}
		return k.book.figure(percentCell(c.Elapsed[i].Text), chartsName, c.Title, look)
	}
	part, whole := &c.Series[0].Cells[i], &c.Series[1].Cells[i]
	if i >= len(c.Series[0].Rates) || c.Series[0].Rates[i] == "" {
		return cell{}
	}
	rate := percentCell(c.Series[0].Rates[i])
	made := k.book.figure(rate, chartsName, c.Title, look)
	if part.Ref != "" && whole.Ref != "" {
		share := relation.Apply{Func: relation.Share, Args: []relation.Term{relation.Figure{Ref: part.Ref}, relation.Figure{Ref: whole.Ref}}}
		made.formula = k.index.formula(share, chartsName, factor(rate.Unit), rate.Number, rate.Decimals)
	}
	return made
}

// percentCell is a rate such as 57.0% as a cell.
func percentCell(text string) *document.Cell {
	made := &document.Cell{Text: text, Decimals: 1}
	made.Unit, _ = figure.ParseUnit("%")
	made.Number, _ = new(big.Rat).SetString(strings.TrimSuffix(text, "%"))
	return made
}
