package transcribe

import (
	"math/big"
	"strings"
	"unicode/utf8"

	"jianbao/report/figure"
	"jianbao/report/xlsx/foreign"
)

// indicator is an indicator of the data file.
type indicator struct {
	id, name     string
	of           string
	share        string
	formula      string
	formulaOf    *cell // the cell that the formula computes
	sheet        *sheet
	observations []*observation
	indent       int
	notes        []string
}

// observation is one figure of an indicator; texts are as the data file has them.
type observation struct {
	period             reference // none: the file's
	value, unit        string
	target             bool
	yoy, pop           string
	rank, note         string
	missing, hasFigure bool
	shared             bool // its figure is the indicator's share
}

// understand takes a list for what it is.
func (t *transcript) understand(s *sheet, b *block) {
	roles := t.rolesOf(b)
	switch {
	case b.head == nil && isPairs(b.body):
		b.head = []column{{n: b.body[0].cells[0].Column}, {n: b.body[0].cells[1].Column}}
		roles = []role{nameRole, valueRole}
		fallthrough
	case areIndicators(b, roles):
		t.addIndicators(s, b, roles)
	case b.head != nil && len(b.body) > 0:
		t.addTable(s, b)
	}
}

// isPairs reports whether rows are names with a number each.
func isPairs(rows []*row) bool {
	for _, r := range rows {
		if len(r.cells) != 2 || r.cells[0].Kind != foreign.Text || !r.cells[1].number() || r.cells[0].Column != rows[0].cells[0].Column || r.cells[1].Column != rows[0].cells[1].Column {
			return false
		}
	}
	return len(rows) > 0
}

func (t *transcript) rolesOf(b *block) []role {
	roles := make([]role, len(b.head))
	for i, c := range b.head {
		roles[i] = roleOf(c.title)
		if _, is := headPeriod(c.title, t.period.year()); is {
			roles[i] = valueRole
		}
	}
	return roles
}

// areIndicators reports whether a list is of indicators: it names them, gives their
// figures, and has no column but those that qualify them.
func areIndicators(b *block, roles []role) bool {
	names, values, more := 0, 0, 0
	for i, r := range roles {
		switch r {
		case nameRole:
			names++
		case valueRole, lastRole, targetRole:
			values++
		case noRole:
			if b.head[i].title != "" && !numberHead.MatchString(b.head[i].title) {
				return false
			}
		default:
			more++
		}
	}
	if names != 1 || values == 0 {
		return false
	}
	for i, r := range roles {
		if r == nameRole {
			return more > 0 || values > 1 || strings.Contains(b.head[i].title, "指标") || b.unit == "" || len(b.head) == 2
		}
	}
	return false
}

// addIndicators makes indicators of a list. A row that heads others begins a
// section.
func (t *transcript) addIndicators(s *sheet, b *block, roles []role) {
	sec := t.newSection(s, b)
	var whole *indicator
	for _, r := range b.body {
		if isGroup(r) {
			take(r)
			title := groupHead.ReplaceAllString(r.cells[0].text(), "")
			if len(sec.indicators) == 0 && len(sec.tables) == 0 {
				sec.title = title
			} else {
				sec = t.addSection(title)
			}
			whole = nil
			continue
		}
		i := t.indicatorOf(s, b, r, roles)
		switch {
		case i == nil && isLine(r):
			take(r)
			sec.notes = append(sec.notes, lineText(r))
			continue
		case i == nil:
			continue
		}
		name := ofWhich.FindString(i.name)
		switch {
		case whole != nil && (name != "" || i.of == "pending" && i.indent > whole.indent):
			i.of = whole.id
			i.asShare(whole)
		default:
			i.of = ""
			whole = i
		}
		i.name = strings.TrimSpace(i.name[len(name):])
		sec.add(i)
	}
	sec.notes = append(sec.notes, b.notes...)
}

// add adds an indicator; one that stands there by name and unit takes its
// observations, as lists have them that give a row to each period.
func (sec *section) add(i *indicator) {
	for _, known := range sec.indicators {
		if known.name == i.name && known.of == i.of && i.observations[0].period != "" && known.observations[0].period != "" {
			known.observations = append(known.observations, i.observations...)
			if i.formulaOf != nil {
				known.formulaOf = i.formulaOf
			}
			return
		}
	}
	sec.indicators = append(sec.indicators, i)
}

// indicatorOf makes an indicator of a row; nil of one that has no name or no figure.
func (t *transcript) indicatorOf(s *sheet, b *block, r *row, roles []role) *indicator {
	i := &indicator{sheet: s}
	unit := b.unit
	period := reference("")
	cells := make([]*cell, len(roles))
	figures := 0
	for k, c := range b.head {
		cells[k] = s.at[[2]int{r.n, c.n}]
		if cells[k] == nil {
			continue
		}
		switch roles[k] {
		case nameRole:
			i.name = cells[k].Shown.Text
		case unitRole:
			unit = unitText(cells[k].text())
		case periodRole:
			period, _ = periodIn(cells[k].text(), t.period.year())
		case valueRole, lastRole, targetRole, yoyRole, popRole, shareRole, rankRole:
			figures++
		}
	}
	if strings.TrimSpace(i.name) == "" || figures == 0 {
		return nil
	}
	i.indent = utf8.RuneCountInString(i.name) - utf8.RuneCountInString(strings.TrimLeft(i.name, " 　"))
	for k, c := range cells {
		if c != nil && roles[k] == nameRole {
			i.indent += c.Indent * 2
		}
	}
	i.name = strings.TrimSpace(i.name)
	if ofWhich.MatchString(i.name) || i.indent > 0 {
		i.of = "pending"
	}
	if name, own := withoutUnit(i.name); own != "" {
		i.name, unit = name, own
	}
	i.id = t.newID(ofWhich.ReplaceAllString(i.name, ""))
	for k, c := range cells {
		if c != nil {
			t.takeCell(i, b.head[k], roles[k], c, unit, period)
		}
	}
	t.settle(i)
	if len(i.observations) == 0 {
		i.observations = []*observation{{period: period}}
	}
	return i
}

// takeCell takes what a column says of an indicator.
func (t *transcript) takeCell(i *indicator, c column, r role, from *cell, unit string, period reference) {
	if c.unit != "" && r != yoyRole && r != popRole && r != shareRole {
		unit = c.unit
	}
	current := func() *observation { return i.in(period, false) }
	switch r {
	case nameRole, unitRole, periodRole:
		from.taken = from.taken || !from.number()
	case valueRole:
		p := period
		if head, is := headPeriod(c.title, t.period.year()); is {
			p = head
		}
		o := i.in(p, false)
		t.value(i, o, from, unit)
		if (p == "" || p == t.period) && from.Formula != "" {
			i.formulaOf = from
		}
		t.bind(i, o, from)
	case lastRole:
		now := period
		if now == "" {
			now = t.period
		}
		o := i.in(now.before(), false)
		t.value(i, o, from, unit)
		t.bind(i, o, from)
	case targetRole:
		o := i.in(period, true)
		t.value(i, o, from, unit)
	case yoyRole, popRole:
		text, ok := changeText(from, c, unit)
		if !ok {
			return
		}
		from.taken = true
		if r == yoyRole {
			current().yoy = text
		} else {
			current().pop = text
		}
	case shareRole:
		if from.number() {
			// Of which whole is not said by the column.
			t.remark("%s 的占比 %s 没有写明占谁的比重，记在备注里", "of the share in %s, %s, the whole is not said; it stands in a note", i.sheet.address(from), percentText(from))
			current().note = joined(current().note, c.title+percentText(from))
			from.taken = true
		}
	case rankRole:
		if from.number() && !strings.ContainsAny(from.Shown.Figure, ".-") {
			current().rank, from.taken = from.Shown.Figure, true
		}
	case noteRole:
		if from.Kind == foreign.Text {
			current().note, from.taken = joined(current().note, from.text()), true
		}
	case workedRole:
		from.taken = from.Kind == foreign.Text
	}
}

// settle decides what one cell alone does not say. The change of a rate under a
// head in % may be one in %, or in 百分点, as most mean it: the rate of a year
// earlier tells. A figure whose note says 目标 is a target.
func (t *transcript) settle(i *indicator) {
	for _, o := range i.observations {
		if rest, is := strings.CutPrefix(o.note, "目标"); is && (rest == "" || strings.HasPrefix(rest, "；")) {
			o.target, o.note = true, strings.TrimPrefix(rest, "；")
		}
		number, inPercent := strings.CutSuffix(o.yoy, "%")
		rate, isRate := strings.CutSuffix(o.value, "%")
		if !inPercent || !isRate || strings.ContainsFunc(number, func(r rune) bool { return !strings.ContainsRune("0123456789.-+", r) }) {
			continue
		}
		now := o.period
		if now == "" {
			now = t.period
		}
		points := true
		for _, b := range i.observations {
			base, ok := strings.CutSuffix(b.value, "%")
			if ok && b != o && b.period == now.before() {
				points = differ(rate, base, number)
			}
		}
		if points {
			o.yoy = "+" + strings.TrimPrefix(number, "+") + "个百分点"
			if strings.HasPrefix(number, "-") {
				o.yoy = number + "个百分点"
			}
			t.remark("%s（%s）的同比按百分点写入", "the change of %s in %s is taken to be in 百分点", i.name, now)
		}
	}
}

// differ reports whether two rates are as far apart as a number says, but for
// rounding.
func differ(now, then, by string) bool {
	a, okA := new(big.Rat).SetString(now)
	b, okB := new(big.Rat).SetString(then)
	c, okC := new(big.Rat).SetString(by)
	if !okA || !okB || !okC {
		return false
	}
	a.Sub(a, b).Sub(a, c)
	return a.Abs(a).Cmp(big.NewRat(2, 10)) <= 0
}

// asShare takes the rate of a part as its share of the whole.
func (i *indicator) asShare(whole *indicator) {
	if len(i.observations) != 1 || len(whole.observations) == 0 {
		return
	}
	o := i.observations[0]
	if strings.HasSuffix(o.value, "%") && !strings.HasSuffix(whole.observations[0].value, "%") {
		i.share, o.value, o.hasFigure = o.value, "", false
	}
}

func joined(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "；" + b
}

// in is the observation of a period, which is made if there is none.
func (i *indicator) in(p reference, target bool) *observation {
	for _, o := range i.observations {
		if o.period == p && o.target == target {
			return o
		}
	}
	o := &observation{period: p, target: target}
	i.observations = append(i.observations, o)
	return o
}

// value takes a cell as a figure.
func (t *transcript) value(i *indicator, o *observation, from *cell, unit string) {
	text, u, ok := figureText(from, unit)
	o.hasFigure = true
	if !ok {
		o.missing = true
		if from.Kind == foreign.Text {
			o.note, from.taken = joined(o.note, from.text()), true
			t.remark("%s 的“%s”不是数，记在备注里", "%s holds %q, which is no figure; it stands in a note", i.sheet.address(from), from.text())
		}
		return
	}
	o.value, o.unit, from.taken = text, u, true
}

// figureText is a cell as a figure of the data file, with its unit if that does not
// stand in it.
func figureText(from *cell, unit string) (text, apart string, ok bool) {
	written := from.text()
	switch {
	case from.number() && from.Shown.Percent:
		return from.Shown.Figure + "%", "", true
	case from.number() && (from.Shown.Literal == "" || !figureReads(written, unit)):
		written = from.Shown.Figure
	case from.number():
	case from.Kind != foreign.Text || !figureReads(written, unit):
		return "", "", false
	}
	if f, problem := figure.Parse(written+unit, figure.Options{}); problem == nil && f.Unit.Symbol == unitOf(unit) && f.Absent == figure.Present {
		return written + unit, "", true
	}
	if figureReads(written, unit) {
		return written, unit, true
	}
	return written, "", true
}

func unitOf(symbol string) string {
	u, err := figure.ParseUnit(symbol)
	if err != nil {
		return ""
	}
	return u.Symbol
}

func figureReads(text, unit string) bool {
	_, problem := figure.Parse(text, figure.Options{Unit: unit})
	return problem == nil
}

// changeText is a cell as a change: in 百分点 for rates, else in %.
func changeText(from *cell, c column, unit string) (string, bool) {
	text := from.text()
	if from.number() {
		literal := from.Shown.Text
		if _, problem := figure.ParseChange(literal, figure.Nearest); problem == nil && from.Shown.Literal != "" {
			return literal, true
		}
		text = from.Shown.Figure
		switch {
		case c.unit == "百分点" || c.unit == "个百分点" || unit == "%" && c.unit != "%" && !from.Shown.Percent:
			text += "个百分点"
			if !strings.HasPrefix(text, "-") {
				text = "+" + text
			}
		default:
			text += "%"
		}
	}
	_, problem := figure.ParseChange(text, figure.Nearest)
	return text, problem == nil
}

func percentText(from *cell) string {
	return from.Shown.Figure + "%"
}
