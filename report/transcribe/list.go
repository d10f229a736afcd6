package transcribe

import (
	"slices"
	"strings"

	"jianbao/report/xlsx/foreign"
)

// block is a list on a sheet: what stands above it, its head, its body.
type block struct {
	titles []string // lines above the head
	unit   string   // of the line 单位：亿元
	head   []column
	body   []*row

	headRows, lines []*row // those of the head, and of the lines around

	notes []string // lines below
}

// column is a column of a list.
type column struct {
	n     int
	title string // as the head says, less its unit
	unit  string
}

// cut finds the lists of a sheet: rows that follow each other without a gap.
func (s *sheet) cut() {
	var titles []string
	unit := ""
	for i := 0; i < len(s.rows); {
		end := i + 1
		for end < len(s.rows) && s.rows[end].n <= s.bottom(s.rows[end-1])+1 {
			end++
		}
		run := s.rows[i:end]
		i = end
		b := &block{titles: titles, unit: unit}
		for len(run) > 0 && (isLine(run[0]) || s.isSubtitle(run)) {
			b.line(run[0])
			run = run[1:]
		}
		if len(run) == 0 {
			if n := len(s.blocks); n > 0 && i == len(s.rows) {
				s.blocks[n-1].notes = append(s.blocks[n-1].notes, b.titles[len(titles):]...)
				return
			}
			titles, unit = b.titles, b.unit
			continue
		}
		titles, unit = nil, ""
		for len(run) > 1 && isLine(run[len(run)-1]) && !isGroup(run[len(run)-1]) {
			last := run[len(run)-1]
			b.notes = append(b.notes, lineText(last))
			take(last)
			b.lines = append(b.lines, last)
			run = run[:len(run)-1]
		}
		slices.Reverse(b.notes)
		run = run[s.readHead(b, run):]
		if n := len(s.blocks); b.head == nil && n > 0 && len(b.titles) == 0 && s.blocks[n-1].covers(run) {
			s.blocks[n-1].body = append(s.blocks[n-1].body, run...) // a gap within a list
			s.blocks[n-1].notes = append(s.blocks[n-1].notes, b.notes...)
			continue
		}
		b.body = run
		s.blocks = append(s.blocks, b)
	}
}

// covers reports whether rows stand under the head of a list.
func (b *block) covers(rows []*row) bool {
	if len(b.head) == 0 {
		return false
	}
	for _, r := range rows {
		if len(r.cells) < 2 || r.cells[0].Column < b.head[0].n || r.cells[len(r.cells)-1].Column > b.head[len(b.head)-1].n {
			return false
		}
	}
	return true
}

// title is the first of the lines above a list that is no label; empty if none is.
func (b *block) title() string {
	for _, line := range b.titles {
		if !isLabel(line) {
			first, _, _ := strings.Cut(line, "　")
			return first
		}
	}
	return ""
}

// isLine reports whether a row is a title, a unit line, a note: one text, or labels
// such as 填表人.
func isLine(r *row) bool {
	labels := 0
	for _, c := range r.cells {
		if c.Kind != foreign.Text {
			return c.Kind == foreign.Number && c.Shown.Figure == "" && labels > 0 // a date behind its label
		}
		if isLabel(c.text()) {
			labels++
		}
	}
	return len(r.cells) == 1 || labels > 0
}

// isSubtitle reports whether the first of some rows stands above a head without
// being its part: texts over a row of more texts, none of them merged.
func (s *sheet) isSubtitle(run []*row) bool {
	if len(run) < 3 || !allText(run[0]) || !allText(run[1]) || len(run[1].cells) <= len(run[0].cells) {
		return false
	}
	beside := func(m foreign.Area) bool { return m.Left > 1 }
	return len(run[0].cells) <= 3 && !slices.ContainsFunc(s.begun[run[0].n], beside)
}

// labels begin what is said of a list as a whole.
var labels = []string{"单位", "计量单位", "填报", "填表", "编制", "制表", "审核", "单位负责人", "负责人", "报出", "制定机关", "表号", "文号", "有效期", "联系电话", "注", "备注", "资料来源", "数据来源", "来源", "说明"}

func isLabel(text string) bool {
	for _, l := range labels {
		rest, is := strings.CutPrefix(squeezed(text), l)
		if is && strings.ContainsAny(rest, "：:") {
			return true
		}
	}
	return false
}

// isGroup reports whether a row heads what follows: 一、工业.
func isGroup(r *row) bool { return len(r.cells) == 1 && groupHead().MatchString(r.cells[0].text()) }

func lineText(r *row) string {
	var all []string
	for _, c := range r.cells {
		all = append(all, c.text())
	}
	return strings.Join(all, "　")
}

func take(r *row) {
	for _, c := range r.cells {
		c.taken = true
	}
}

// line takes a line above a list: a title, or the unit.
func (b *block) line(r *row) {
	for _, c := range r.cells {
		c.taken = true
		text := squeezed(c.text())
		for _, l := range []string{"单位", "计量单位", "金额单位"} {
			rest, is := strings.CutPrefix(strings.Trim(text, "（）()"), l)
			if unit := strings.TrimLeft(rest, "：:"); is && unit != rest {
				b.unit = unit
			}
		}
	}
	b.titles = append(b.titles, lineText(r))
	b.lines = append(b.lines, r)
}

func allText(r *row) bool {
	for _, c := range r.cells {
		if c.Kind != foreign.Text {
			return false
		}
	}
	return true
}
