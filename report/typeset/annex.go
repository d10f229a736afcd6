package typeset

import (
	"fmt"
	"strconv"
	"strings"

	"jianbao/report/diag"
	"jianbao/report/document"
)

// annex closes the briefing: the state of the checks, what follows from the figures, sources and notes.
func (s *setter) annex() {
	c := &s.doc.Checks
	checked := c.Consistent + c.Inconsistent + c.Unchecked
	if checked == 0 && len(s.doc.Sources) == 0 && len(s.doc.Notes) == 0 {
		return
	}
	s.heading("附　数据核对与说明", s.types.heading, 0)
	if checked > 0 {
		s.heading("数据核对", s.types.subheading, 1)
		s.paragraph(fmt.Sprintf("本简报的数据共核对%d项：一致%d项，不一致%d项，未核对%d项。",
			checked, c.Consistent, c.Inconsistent, c.Unchecked))
		s.openChecks(c)
		s.derived(c)
	}
	s.sources()
	s.numbered("说明", s.doc.Notes)
}

// verdicts in words.
var verdicts = map[diag.Verdict]string{diag.Consistent: "一致", diag.Inconsistent: "不一致", diag.Unchecked: "未核对"}

// openChecks is a table of the checks that are not consistent.
func (s *setter) openChecks(c *document.Checks) {
	t := document.Table{Title: "未通过或未核对的项目", Columns: []document.Column{
		{Title: "核对对象", Key: true}, {Title: "关系"}, {Title: "公布数"}, {Title: "推算数"}, {Title: "结论"}}}
	for _, l := range c.Lines {
		if l.Verdict == diag.Consistent {
			continue
		}
		verdict := verdicts[l.Verdict]
		if l.Reason != "" {
			verdict += "：" + l.Reason
		}
		t.Rows = append(t.Rows, words(l.Subject, l.Kind, l.Reported, l.Derived, verdict))
	}
	if len(t.Rows) > 0 {
		t = t.Keep(t.Says)
		s.table(&t)
	}
}

// derived is a table of values that follow from others.
func (s *setter) derived(c *document.Checks) {
	if len(c.Derived) == 0 {
		return
	}
	t := document.Table{Title: "由公布数推算的数值", Columns: []document.Column{
		{Title: "指标", Key: true}, {Title: "取值范围"}, {Title: "推算依据"}}}
	for _, d := range c.Derived {
		t.Rows = append(t.Rows, words(d.Name, d.Interval, d.From))
	}
	s.table(&t)
}

// words is a row of cells without figures.
func words(texts ...string) document.Row {
	r := document.Row{Cells: make([]document.Cell, len(texts))}
	for i, t := range texts {
		r.Cells[i].Text = t
	}
	return r
}

// sources lists where the figures were taken from, each with its address on lines of its own, which lead there.
func (s *setter) sources() {
	if len(s.doc.Sources) == 0 {
		return
	}
	s.heading("资料来源", s.types.subheading, 1)
	t := s.types.body
	for i, src := range s.doc.Sources {
		str := src.Title
		if src.Date != "" {
			str += "，" + src.Date
		}
		if len(s.doc.Sources) > 1 {
			str = strconv.Itoa(i+1) + ". " + str
		}
		s.paragraph(str)
		if src.URL == "" {
			continue
		}
		s.slabs[len(s.slabs)-1].keep = true
		address := slabsOf(s.compose(src.URL, t, s.width-2*t.Size, 0, left), t)
		for k := range address {
			address[k].marks = append(moveAll(address[k].marks, 2*t.Size, 0), s.linkTo(src.URL)...)
		}
		s.add(address...)
	}
}

// linkTo is a link over a line of text; an address that is not one of the web gets none.
func (s *setter) linkTo(url string) []Mark {
	if !strings.HasPrefix(url, "https://") && !strings.HasPrefix(url, "http://") {
		return nil
	}
	for _, r := range url {
		if r <= ' ' || r > '~' {
			return nil
		}
	}
	t := s.types.body
	return []Mark{Link{2 * t.Size, 0, s.width - 2*t.Size, t.Pitch, url}}
}

// numbered sets a list with numbers under a heading of its own; an only entry has no number.
func (s *setter) numbered(title string, lines []string) {
	if len(lines) == 0 {
		return
	}
	s.heading(title, s.types.subheading, 1)
	for i, l := range lines {
		if len(lines) > 1 {
			l = strconv.Itoa(i+1) + ". " + l
		}
		s.paragraph(l)
	}
}
