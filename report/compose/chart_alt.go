package compose

import (
	"fmt"
	"strings"

	"jianbao/report/document"
	"jianbao/report/exact"
)

// mostSaid is how many figures the words for a chart tell one by one; of more
// they tell the ends and the extremes.
const mostSaid = 60

var chartWords = map[document.ChartType]string{
	document.BarChart: "柱形图", document.LineChart: "折线图", document.ShareChart: "构成图",
	document.ProgressChart: "进度图", document.RankingChart: "排名图", document.PartsChart: "占比图",
}

// alternative says in words what a chart shows, for those who cannot see it: its
// type, title and period, the figures as published, and what was left out. It is
// made while every figure still says its unit.
func alternative(d *document.Chart) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s：%s。", chartWords[d.Type], d.Caption())
	switch {
	case d.Type == document.ProgressChart || d.Type == document.PartsChart:
		b.WriteString(rowsInWords(d))
	case len(d.Series)*len(d.Categories) > mostSaid:
		for _, s := range d.Series {
			b.WriteString(summaryInWords(d, s))
		}
	default:
		for _, s := range d.Series {
			b.WriteString(seriesInWords(d, s))
		}
	}
	return b.String() + d.Note
}

// seriesInWords is 总投资：甲181.5亿元，占51.6%；乙…。
func seriesInWords(d *document.Chart, s document.Series) string {
	said := make([]string, len(d.Categories))
	for i, name := range d.Categories {
		said[i] = categoryInWords(d, i) + figureInWords(s.Cells[i])
		if name == "" {
			said[i] = figureInWords(s.Cells[i])
		}
		if s.Rates != nil && s.Rates[i] != "" {
			said[i] += "，占" + s.Rates[i]
		}
	}
	between := "，"
	if s.Rates != nil {
		between = "；"
	}
	return s.Name + "：" + strings.Join(said, between) + "。"
}

// categoryInWords is a category, and that it is the district itself.
func categoryInWords(d *document.Chart, i int) string {
	if d.Own != "" && d.Categories[i] == d.Own {
		return d.Categories[i] + "（本地区）"
	}
	return d.Categories[i]
}

func figureInWords(c document.Cell) string {
	switch {
	case c.Number != nil:
		return c.Text
	case c.Text == "…":
		return "不足最小单位"
	case c.Text == "-":
		return "没有"
	}
	return "无数据"
}

// summaryInWords tells of many figures the first, the last and the extremes.
func summaryInWords(d *document.Chart, s document.Series) string {
	first, last, high, low, count := -1, -1, -1, -1, 0
	for i, c := range s.Cells {
		if c.Number == nil {
			continue
		}
		if count++; first < 0 {
			first, high, low = i, i, i
		}
		last = i
		if exact.Cmp(c.Number, s.Cells[high].Number) > 0 {
			high = i
		}
		if exact.Cmp(c.Number, s.Cells[low].Number) < 0 {
			low = i
		}
	}
	if count == 0 {
		return s.Name + "：无数据。"
	}
	say := func(i int) string { return d.Categories[i] + s.Cells[i].Text }
	return fmt.Sprintf("%s：共%d个数，由%s到%s，最高%s，最低%s。", s.Name, count, say(first), say(last), say(high), say(low))
}

// rowsInWords tells each figure with what it is held against.
func rowsInWords(d *document.Chart) string {
	done, whole := d.Series[0], d.Series[1]
	completed, against := "，完成", "，"+whole.Name
	if d.Type == document.PartsChart {
		completed, against = "，占", ""
	}
	var said []string
	for i := range d.Categories {
		row := categoryInWords(d, i) + figureInWords(done.Cells[i])
		if against != "" {
			row += against + figureInWords(whole.Cells[i])
		}
		if r := done.Rates[i]; r != "" {
			row += completed + r
		}
		if d.Elapsed != nil && d.Elapsed[i].Text != "" {
			row += "，时序进度" + d.Elapsed[i].Text
		}
		said = append(said, row)
	}
	out := strings.Join(said, "；") + "。"
	if against == "" && whole.Name != "" {
		out = whole.Name + whole.Cells[0].Text + "，其中：" + out
	}
	return out
}
