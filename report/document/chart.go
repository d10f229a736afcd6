package document

import (
	"math/big"
	"strings"
)

// ChartType is what a chart shows, and so how it is drawn.
type ChartType string

// The types of chart. A definition names the first five; a PartsChart is made of
// shares that are no composition.
const (
	BarChart      ChartType = "bar"      // figures beside each other
	LineChart     ChartType = "line"     // figures through the periods
	ShareChart    ChartType = "share"    // each series divided into its parts, which make up a whole
	ProgressChart ChartType = "progress" // results, the first series, against targets, the second
	RankingChart  ChartType = "ranking"  // figures from the first place to the last
	PartsChart    ChartType = "parts"    // parts, the first series, each against its whole, the second
)

// Chart is a drawing; its numbers are cells of the document's tables. All cells
// of a category are in one unit, and but for a ProgressChart all of the chart.
type Chart struct {
	Type       ChartType
	Title      string // with its mark 示例数据 if it is drawn of sample data
	Period     string // of all its figures; empty if they are of several or the title says it
	Unit       string // of all its figures, said once; empty: there is none, or each says its own
	Categories []string
	Own        string // the category that is the district itself; empty if none is
	Series     []Series
	Elapsed    []Elapsed // of a ProgressChart, one a category; nil of others
	Note       string    // what was left out; empty if nothing was
	Alt        string    // what the chart shows, in words
}

// Elapsed is the part of a target's period that had gone by when the result's
// ended; zero where that is not known.
type Elapsed struct {
	Part *big.Rat // 1/2
	Text string   // 50%
}

// Series is one row of marks of a chart.
type Series struct {
	Name    string
	Earlier bool     // it is what another series is held against: 上年同期
	Cells   []Cell   // one a category
	Rates   []string // what part each is of its whole or target, 57.0%; empty where that is not said; nil: nowhere
}

// Caption is the title with what is said once for all figures: 总投资（2021年，亿元）.
func (c *Chart) Caption() string {
	said := c.Period
	if c.Period != "" && c.Unit != "" {
		said += "，"
	}
	said += c.Unit
	title, bracketed := strings.CutSuffix(c.Title, "）")
	switch {
	case said == "":
		return c.Title
	case bracketed: // one bracket says all: 总投资（示例数据，亿元）
		return title + "，" + said + "）"
	}
	return c.Title + "（" + said + "）"
}

func (Chart) block() {}
