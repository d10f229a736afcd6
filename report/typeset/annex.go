package typeset

import (
	"fmt"
	"strconv"
	"strings"

	"jianbao/report/diag"
	"jianbao/report/document"
)

// What the annex is called, and how its heading reads in a briefing.
const (
	annexName    = "数据核对与说明"
	annexHeading = "附　" + annexName
)

// checked is how many checks were made.
func (s *setter) checked() int {
	c := &s.doc.Checks
	return c.Consistent + c.Inconsistent + c.Unchecked
}

// annexParts is how many parts an annex has: none if there is nothing to say in one.
func (s *setter) annexParts() (parts int) {
	for _, says := range []bool{s.checked() > 0, len(s.doc.Sources) > 0, len(s.doc.Notes) > 0} {
		if says {
			parts++
		}
	}
	return parts
}

// annex closes the briefing: the state of the checks, what follows from the figures, sources and notes.
func (s *setter) annex() {
	if s.annexParts() == 0 {
		return
	}
	if s.style.Official != nil {
		s.officialAnnex()
	} else {
		s.heading(annexHeading, s.types.heading, 0)
	}
	c := &s.doc.Checks
	if checked := s.checked(); checked > 0 {
		s.annexPart("数据核对")
		s.paragraph(fmt.Sprintf("本简报的数据共核对%d项：一致%d项，不一致%d项，未核对%d项。",
			checked, c.Consistent, c.Inconsistent, c.Unchecked), whole)
		s.openChecks(c)
		s.derived(c)
	}
	s.exceptions(c)
	s.revisions(c)
	s.sources()
	s.numbered("说明", s.doc.Notes)
}

// annexPart begins a part of the annex; in an official document parts are numbered （一）, if there are several.
func (s *setter) annexPart(title string) {
	if s.style.Official != nil && s.annexParts() > 1 {
		const ordinals = "一二三" // as many as there can be parts
		title = "（" + string([]rune(ordinals)[s.annexPartsSet]) + "）" + title
		s.annexPartsSet++
	}
	s.heading(title, s.types.subheading, 1)
}

// verdicts in words.
var verdicts = map[diag.Verdict]string{diag.Consistent: "一致", diag.Inconsistent: "不一致", diag.Unchecked: "未核对"}

// openChecks is a table of the checks that are not consistent.
func (s *setter) openChecks(c *document.Checks) {
	t := document.Table{Title: "未通过或未核对的项目", Columns: []document.Column{
		{Title: "核对对象", Key: true}, {Title: "关系"}, {Title: "公布数"}, {Title: "推算数"}, {Title: "结论"}}}
	for l := range c.Open() {
		verdict := verdicts[l.Verdict]
		if l.Reason != "" {
			verdict += "：" + l.Reason
		}
		t.Add(words(l.Subject, l.Kind, l.Reported, l.Derived, verdict))
	}
	if t.Len() > 0 {
		t = t.Keep(t.Says)
		s.table(&t)
	}
}

// derived is a table of values that follow from others.
func (s *setter) derived(c *document.Checks) {
	t := listed("由公布数推算的数值", "指标", "取值范围", "推算依据")
	for _, d := range c.Derived {
		t.Add(words(d.Name, d.Interval, d.From))
	}
	s.wordsOnly(t)
}

// exceptions is a table of what was let pass.
func (s *setter) exceptions(c *document.Checks) {
	t := listed("采用的例外", "核对", "情况", "理由", "有效期至")
	for _, x := range c.Exceptions {
		t.Add(words(x.Check, x.What, x.Reason, x.Until))
	}
	s.wordsOnly(t)
}

// revisions is a table of figures that are not what the issue before gave.
func (s *setter) revisions(c *document.Checks) {
	t := listed("对上期数据的修订", "指标", "上期", "本期", "说明")
	for _, r := range c.Revisions {
		t.Add(words(r.Name, r.Old, r.New, r.Note))
	}
	s.wordsOnly(t)
}

// listed is a table of words without rows yet; its first column names them.
func listed(title string, heads ...string) document.Table {
	t := document.Table{Title: title}
	for i, head := range heads {
		t.Columns = append(t.Columns, document.Column{Title: head, Key: i == 0})
	}
	return t
}

// wordsOnly sets such a table, without the columns that say nothing; of one without
// rows there is nothing to set.
func (s *setter) wordsOnly(t document.Table) {
	if t.Len() == 0 {
		return
	}
	t = t.Keep(t.Says)
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
	s.annexPart("资料来源")
	entry := s.list(len(s.doc.Sources))
	for i, src := range s.doc.Sources {
		str := src.Title
		if src.Date != "" {
			str += "，" + src.Date
		}
		if len(s.doc.Sources) > 1 {
			str = strconv.Itoa(i+1) + ". " + str
		}
		of := entry()
		s.paragraph(str, of)
		if src.URL != "" {
			s.slabs[len(s.slabs)-1].keep = true
			s.address(src.URL, of)
		}
	}
}

// address sets an address on lines of its own, each with a link over it if the address is one of the web.
func (s *setter) address(url string, of int) {
	t := s.types.body
	b := s.compose(url, t, s.width-2*t.Size, 0, left)
	if web(url) {
		for i := range b.lines {
			b.lines[i].marks = append(b.lines[i].marks, Link{W: s.width - 2*t.Size, H: t.Pitch, URL: url})
		}
		of = s.element(Element{Role: RoleP, Parent: of})
		b = s.as(RoleLink, of, b)
	} else {
		b = s.as(RoleP, of, b)
	}
	for i := range b.lines {
		b.lines[i].dx += 2 * t.Size
	}
	s.add(s.onGrid(slabsOf(b, t))...)
}

// web reports whether an address is one of the web.
func web(url string) bool {
	if !strings.HasPrefix(url, "https://") && !strings.HasPrefix(url, "http://") {
		return false
	}
	return !strings.ContainsFunc(url, func(r rune) bool { return r <= ' ' || r > '~' })
}

// numbered sets a list with numbers under a heading of its own; an only entry has no number.
func (s *setter) numbered(title string, lines []string) {
	if len(lines) == 0 {
		return
	}
	s.annexPart(title)
	entry := s.list(len(lines))
	for i, l := range lines {
		if len(lines) > 1 {
			l = strconv.Itoa(i+1) + ". " + l
		}
		s.paragraph(l, entry())
	}
}

// list opens a list of some entries. It gives a function that adds an entry and tells the element for what that says. An
// only entry makes no list.
func (s *setter) list(entries int) (entry func() int) {
	if entries < 2 {
		return func() int { return whole }
	}
	list := s.element(Element{Role: RoleL, Parent: whole})
	return func() int {
		return s.element(Element{Role: RoleLBody, Parent: s.element(Element{Role: RoleLI, Parent: list})})
	}
}
