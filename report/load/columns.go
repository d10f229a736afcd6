package load

import (
	"slices"
	"sync/atomic"
	"unicode/utf8"

	"jianbao/report/dataset"
	"jianbao/report/figure"
)

// rowSource is cells that are read row after row.
type rowSource interface {
	dataset.Cells
	// row fills in the texts of a row; it is not sound if something about it is
	// to be reported. Several goroutines may ask, each with its own rowTexts.
	row(n int, r *rowTexts) (sound bool)
}

// rowTexts are the texts of a row, one a column.
type rowTexts struct {
	texts []string
	cells []span // what csvCells found them by
}

// blockRows is how many rows one goroutine reads at a time.
const blockRows = 1 << 13

// block is what was found in some rows.
type block struct {
	unsound []int // rows
	columns []columnBlock
}

// columnBlock is what was found of a column in some rows.
type columnBlock struct {
	decimals int            // most after the point
	some     bool           // a number, of a column not said to hold figures
	words    map[string]int // positions in distinct
	distinct []string
	bad      []int // rows whose cell is no figure; the first of them
	more     int   // how many more there are
}

// columnReading is a column being read, by several goroutines at once.
type columnReading struct {
	values  dataset.Values
	figures bool        // it holds figures, or may: its cells say
	words   bool        // it holds words, or may
	isWords atomic.Bool // a cell is no number
	crowded atomic.Bool // a block has more different words than are counted

	longest int // characters of a figure
	listed  int // cells to be reported
}

// readBlocks reads the rows of a table into its columns, block by block.
func readBlocks(rows rowSource, columns []*columnReading) []block {
	blocks := make([]block, (rows.Len()+blockRows-1)/blockRows)
	inParallel(len(blocks), func(n int) {
		b := &blocks[n]
		b.columns = make([]columnBlock, len(columns))
		r := rowTexts{texts: make([]string, len(columns))}
		for row := n * blockRows; row < min((n+1)*blockRows, rows.Len()); row++ {
			if !rows.row(row, &r) {
				b.unsound = append(b.unsound, row)
			}
			for i, c := range columns {
				c.take(row, r.texts[i], &b.columns[i])
			}
		}
	})
	return blocks
}

func (c *columnReading) take(row int, text string, b *columnBlock) {
	if c.figures && !(c.words && c.isWords.Load()) {
		c.takeFigure(row, text, b)
	}
	if c.words && !c.crowded.Load() {
		c.takeWord(row, text, b)
	}
}

// takeFigure reads a cell as a figure.
func (c *columnReading) takeFigure(row int, text string, b *columnBlock) {
	brief, plain := figure.BriefOf(text)
	switch {
	case plain && len(text) <= c.longest:
		_, decimals, _ := brief.Plain()
		b.decimals = max(b.decimals, decimals)
		b.some = true
	case c.words && !isPlainNumber(text) && !isNoNumber(text):
		c.isWords.Store(true)
		return
	default:
		b.some = b.some || !isNoNumber(text)
		brief = c.other(row, text, b)
	}
	c.values.Figures[row] = brief
}

// other reads a cell that is no plain number.
func (c *columnReading) other(row int, text string, b *columnBlock) figure.Brief {
	if text == "" {
		return figure.Missing
	}
	if len(text) <= c.longest || utf8.RuneCountInString(text) <= c.longest {
		if f, problem := figure.Parse(text, c.values.Options); problem == nil {
			b.decimals = max(b.decimals, f.Written)
			return figure.Other
		}
	}
	if len(b.bad) < c.listed {
		b.bad = append(b.bad, row)
	} else {
		b.more++
	}
	return figure.Missing
}

// takeWord notes which of the column's words a cell is.
func (c *columnReading) takeWord(row int, text string, b *columnBlock) {
	word, known := b.words[text]
	if !known {
		if word = len(b.distinct); word == dataset.MostDistinct {
			c.crowded.Store(true)
			return
		}
		if b.words == nil {
			b.words = map[string]int{}
		}
		b.words[text] = word
		b.distinct = append(b.distinct, text)
	}
	c.values.Words[row] = uint16(word)
}

// join makes one of what the blocks found of a column: whether it holds figures,
// how many digits they have, and words numbered alike in all rows.
func (c *columnReading) join(blocks []block, column int) {
	some := false
	for i := range blocks {
		b := &blocks[i].columns[column]
		some = some || b.some
		c.values.Decimals = max(c.values.Decimals, b.decimals)
	}
	if c.figures && c.words {
		c.figures = some && !c.isWords.Load()
		c.words = !c.figures
	}
	if !c.figures {
		c.values.Figures, c.values.Options, c.values.Decimals = nil, figure.Options{}, 0
	}
	if !c.words || c.crowded.Load() || !c.joinWords(blocks, column) {
		c.values.Words, c.values.Distinct = nil, nil
	}
}

// joinWords numbers the words of all blocks in the order of the rows; false if
// there are too many.
func (c *columnReading) joinWords(blocks []block, column int) bool {
	all := columnBlock{words: map[string]int{}}
	for n := range blocks {
		found := blocks[n].columns[column].distinct
		to := make([]uint16, len(found))
		for i, text := range found {
			word, known := all.words[text]
			if !known {
				if word = len(all.distinct); word == dataset.MostDistinct {
					return false
				}
				all.words[text] = word
				all.distinct = append(all.distinct, text)
			}
			to[i] = uint16(word)
		}
		words := c.values.Words[n*blockRows : min((n+1)*blockRows, len(c.values.Words))]
		if slices.Equal(found, all.distinct[:min(len(found), len(all.distinct))]) {
			continue // they have their numbers
		}
		for i, word := range words {
			words[i] = to[word]
		}
	}
	c.values.Distinct = all.distinct
	return true
}
