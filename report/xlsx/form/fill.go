package form

import (
	"strconv"
	"strings"

	"jianbao/report/diag"
	"jianbao/report/xlsx/foreign"
)

// fillSheets fills all sheets in: rows that repeat are copied, the others keep
// their number until move.
func (f *filling) fillSheets() {
	f.looks = map[lookKey]string{}
	for _, s := range f.book.Sheets {
		data := s.Tree.First("sheetData")
		m := rowMap(f.repeats[s])
		var rows []foreign.Node
		for _, node := range data.Kids {
			row := node.Element
			if row == nil || row.Local() != "row" {
				continue
			}
			at, _ := strconv.Atoi(row.Attr("r"))
			if !m.repeats(at) {
				f.fillRow(s, row, Outside)
				f.place(s, row, m.first(at), 0, at)
				rows = append(rows, node)
				continue
			}
			first := m.first(at)
			for k := range m.last(at) - first + 1 {
				copied := row.Clone()
				before := len(f.problems)
				f.fillRow(s, copied, k)
				f.place(s, copied, first+k, k, at)
				rows = append(rows, foreign.Node{Element: copied})
				if len(f.problems) > before {
					break // the next rows would say the same
				}
			}
		}
		data.Kids = rows
	}
}

// place gives a row its number, and its formulas the cells that they speak of.
func (f *filling) place(s *foreign.Sheet, row *foreign.Element, to, copied, from int) {
	row.Set("r", strconv.Itoa(to))
	for c := range row.Named("c") {
		column, _, _ := foreign.Cell(c.Attr("r"))
		c.Set("r", foreign.Address(column, to))
		formula := c.First("f")
		if formula == nil {
			continue
		}
		at := home{sheet: s, row: from, copied: copied}
		if text := formula.Text(); text != "" {
			formula.SetText(f.formula(text, at))
		}
		if ref := formula.Attr("ref"); ref != "" { // of an array
			if a, ok := foreign.ParseArea(ref); ok {
				area := rowMap(f.repeats[s]).area(a)
				if a.One() {
					area = foreign.Area{Left: a.Left, Right: a.Left, Top: to, Bottom: to}
				}
				formula.Set("ref", area.String())
			}
		}
	}
}

// fillRow fills in the cells of a row, for a row of a table or Outside.
func (f *filling) fillRow(s *foreign.Sheet, row *foreign.Element, of int) {
	for c := range row.Named("c") {
		if formula := c.First("f"); formula != nil && random.MatchString(formula.Text()) {
			f.wrong(s, c.Attr("r"), diag.Say("公式里有随机数，每次算出的都不同", "the formula is of random numbers, which are never the same twice"),
				diag.Hint{Kind: "form", Message: diag.Say("改用没有随机数的公式", "use a formula without them")})
		}
		text := f.textOf(c)
		if text == "" {
			continue
		}
		f.marked++
		v, problems := f.words.Fill(text, of)
		for _, p := range problems {
			f.wrong(s, c.Attr("r"), p.Say, p.Hint)
		}
		f.sample = f.sample || v.Sample
		if len(problems) > 0 && v.Text == "" {
			v.Text = gap
		}
		if v.Figure != nil {
			f.setNumber(c, v.Figure)
			continue
		}
		f.setText(c, text, v.Text, of)
	}
}

// setText makes a cell hold a text. Where its stretches looked different, and can
// be filled in one by one, they still do.
func (f *filling) setText(c *foreign.Element, written, filled string, of int) {
	runs := f.runs(c)
	is := foreign.New(c.Sibling("is"))
	whole := ""
	for _, r := range runs {
		made := r.Clone()
		t := made.First("t")
		text := t.Text()
		if strings.Contains(text, "{{") {
			v, problems := f.words.Fill(text, of)
			if len(problems) > 0 {
				whole = "" // a condition, say, that ends in another stretch
				break
			}
			text = v.Text
		}
		whole += text
		setT(t, text)
		is.Add(made)
	}
	if len(runs) < 2 || whole != filled {
		is = foreign.New(c.Sibling("is"))
		t := foreign.New(c.Sibling("t"))
		setT(t, filled)
		is.Add(t)
	}
	c.Kids = nil
	c.Set("t", "inlineStr")
	if filled == "" {
		c.Set("t", "")
		return
	}
	c.Add(is)
}

// runs are the stretches of a cell, each with whole actions: Excel cuts where the
// looks change, in the midst of braces too.
func (f *filling) runs(c *foreign.Element) []*foreign.Element {
	var all []*foreign.Element
	for _, r := range f.book.Runs(c) {
		if r.First("t") == nil {
			continue
		}
		if n := len(all); n > 0 {
			t := all[n-1].First("t")
			if before := t.Text(); strings.Count(before, "{{") > strings.Count(before, "}}") || strings.HasSuffix(before, "{") {
				setT(t, before+r.First("t").Text())
				continue
			}
		}
		all = append(all, r.Clone())
	}
	return all
}

func setT(t *foreign.Element, text string) {
	t.Set("xml:space", "preserve")
	t.SetText(foreign.Encoded(strings.Map(printable, text)))
}

// printable leaves out what XML cannot hold.
func printable(r rune) rune {
	if r < ' ' && r != '\n' && r != '\t' || r == 0xFFFE || r == 0xFFFF {
		return -1
	}
	return r
}

// emptyStrings blanks the shared texts that were filled in: no cell shows them any
// more, but a search through the file would find them.
func (f *filling) emptyStrings() {
	for _, r := range f.book.Relations(f.book.Workbook) {
		part := f.book.Part(r.Target)
		if r.Type != "sharedStrings" || part == nil {
			continue
		}
		tree := part.Tree()
		changed := false
		for si := range tree.Named("si") {
			if strings.Contains(si.Text(), "{{") {
				t := foreign.New(si.Sibling("t"))
				si.Kids = nil
				si.Add(t)
				changed = true
			}
		}
		if changed {
			part.Body = tree.Bytes()
		}
	}
}

// mark says 草稿 and 示例数据 on every sheet and every printed page.
func (f *filling) mark() {
	var marks, says []string
	if f.opt.Draft {
		marks, says = append(marks, "草稿"), append(says, "数据中还有没有改正的问题")
	}
	if f.sample {
		marks, says = append(marks, "示例数据"), append(says, "表中有示例数据")
	}
	if len(marks) == 0 {
		return
	}
	for _, s := range f.book.Sheets {
		f.markHeader(s, "【"+strings.Join(marks, "、")+"】")
		f.markBelow(s, "【"+strings.Join(marks, "、")+"】"+strings.Join(says, "；")+"。")
	}
}

// markHeader puts a mark at the left of what pages have at their head.
func (f *filling) markHeader(s *foreign.Sheet, mark string) {
	h := s.Tree.First("headerFooter")
	if h == nil {
		h = foreign.New(s.Tree.Sibling("headerFooter"))
		insertInOrder(s.Tree, h)
	}
	heads := []string{"oddHeader"}
	if h.Attr("differentOddEven") == "1" {
		heads = append(heads, "evenHeader")
	}
	if h.Attr("differentFirst") == "1" {
		heads = append(heads, "firstHeader")
	}
	for _, name := range heads {
		e := h.First(name)
		if e == nil {
			e = foreign.New(h.Sibling(name))
			h.Kids = append(h.Kids, foreign.Node{Element: e})
		}
		text := e.Text()
		if before, after, has := strings.Cut(text, "&L"); has {
			text = before + "&L" + mark + after
		} else {
			text = "&L" + mark + text
		}
		e.SetText(text)
	}
	sortHeaders(h)
}

// markBelow writes a mark under what the sheet holds.
func (f *filling) markBelow(s *foreign.Sheet, mark string) {
	data := s.Tree.First("sheetData")
	last := 0
	for r := range data.Named("row") {
		last, _ = strconv.Atoi(r.Attr("r"))
	}
	for _, a := range s.Merges() {
		last = max(last, a.Bottom) // move has been
	}
	if last++; last > foreign.MaxRow {
		return
	}
	row := foreign.New(data.Sibling("row"), "r", strconv.Itoa(last))
	c := foreign.New(data.Sibling("c"), "r", foreign.Address(1, last), "t", "inlineStr")
	is, t := foreign.New(data.Sibling("is")), foreign.New(data.Sibling("t"))
	setT(t, mark)
	is.Add(t)
	c.Add(is)
	row.Add(c)
	data.Add(row)
}
