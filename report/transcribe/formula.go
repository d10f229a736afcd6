package transcribe

import (
	"fmt"
	"regexp"
	"strings"

	"jianbao/report/pattern"
	"jianbao/report/xlsx/foreign"
)

// bind says which expression stands for a cell.
func (t *transcript) bind(i *indicator, o *observation, c *cell) {
	expression := i.id
	if o.period != "" && o.period != t.period {
		expression = fmt.Sprintf("at(%s, %q)", i.id, string(o.period))
	}
	t.figures[i.sheet.address(c)] = expression
}

// bindTable says which expressions stand for the columns of a table: its cells one
// by one have none.
func (t *transcript) bindTable(m *table) {
	for _, c := range m.columns {
		if c.n > 0 {
			t.figures[m.sheet.name+"!"+m.areaOf(c.n).String()] = m.id + "." + c.id
		}
	}
}

// bindTotal says that a total of all rows is the sum of its column.
func (m *table) bindTotal(t *transcript, made *total) {
	for id, c := range made.cells {
		if made.where == nil {
			t.figures[m.sheet.address(c)] = "sum(" + m.id + "." + id + ")"
		}
	}
}

func (m *table) areaOf(column int) foreign.Area {
	return foreign.Area{Left: column, Right: column, Top: m.rows[0].n, Bottom: m.rows[len(m.rows)-1].n}
}

// bindFormulas puts the formulas of indicators into the data format's words. One
// that cannot be is told.
func (t *transcript) bindFormulas() {
	for _, sec := range t.sections {
		for _, i := range sec.indicators {
			c := i.formulaOf
			if c == nil {
				continue
			}
			expression, ok := t.expression(i.sheet, c.Formula, c.Shown.Percent || endsInPercent(i))
			if !ok || expression == i.id {
				t.remark("公式没有照搬，只取了数：%s =%s", "a formula is not taken over, but its value is: %s =%s", i.sheet.address(c), c.Formula)
				continue
			}
			i.formula = expression
		}
	}
}

func endsInPercent(i *indicator) bool {
	for _, o := range i.observations {
		if strings.HasSuffix(o.value, "%") || o.unit == "%" {
			return true
		}
	}
	return false
}

// Formulas whose outer function does not change what they are about.
var (
	rounding  = pattern.Of(`(?i)^\s*ROUND\s*\((.*),\s*-?[0-9]+\s*\)\s*$`)
	guarding  = pattern.Of(`(?i)^\s*IFERROR\s*\((.*),\s*[^,()]*\)\s*$`)
	deciding  = pattern.Of(`(?i)^\s*IF\s*\(\s*[^,()]*(?:=\s*0|<>\s*0|=\s*"")\s*,\s*(?:0|"[^"]*"|)\s*,(.*)\)\s*$`)
	hundred   = pattern.Of(`^(.*)\*\s*100\s*%?\s*$`)
	operators = pattern.Of(`^[\p{L}\p{N}_.,"()+\-*/ ]*$`)
	leftCalls = pattern.Of(`[A-Z]{2,}\s*\(`)
)

// bare is a formula without what rounds it or guards it against a zero.
func bare(formula string, percent bool) string {
	for {
		inner := formula
		for _, outer := range []func() *regexp.Regexp{rounding, guarding, deciding} {
			if m := outer().FindStringSubmatch(inner); m != nil && balanced(m[1]) {
				inner = m[1]
			}
		}
		if m := hundred().FindStringSubmatch(inner); m != nil && percent {
			inner = m[1]
		}
		if inner == formula {
			return strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(formula), "+"))
		}
		formula = inner
	}
}

func balanced(s string) bool {
	open := 0
	for _, r := range s {
		switch r {
		case '(':
			open++
		case ')':
			if open--; open < 0 {
				return false
			}
		}
	}
	return open == 0
}

// mostAdded is how many indicators a sum spells out.
const mostAdded = 200

// expression is a formula over indicators and tables.
func (t *transcript) expression(s *sheet, formula string, percent bool) (string, bool) {
	ok := true
	made := foreign.Rewrite(bare(formula, percent), func(r foreign.Reference) string {
		name := s.name
		if r.Sheet != "" {
			name = r.Sheet
		}
		if known := t.figures[name+"!"+r.Area.String()]; known != "" {
			return known
		}
		at := t.sheetNamed(name)
		if at == nil || (r.Area.Right-r.Area.Left+1)*(r.Area.Bottom-r.Area.Top+1) > mostAdded || r.Call != "SUM" && r.Area != (foreign.Area{Left: r.Area.Left, Top: r.Area.Top, Right: r.Area.Left, Bottom: r.Area.Top}) {
			ok = false
			return ""
		}
		var parts []string
		for row := r.Area.Top; row <= r.Area.Bottom; row++ {
			for col := r.Area.Left; col <= r.Area.Right; col++ {
				c := at.at[[2]int{row, col}]
				if c == nil || !c.number() {
					continue
				}
				known := t.figures[at.address(c)]
				ok = ok && known != ""
				parts = append(parts, known)
			}
		}
		ok = ok && len(parts) > 0
		return strings.Join(parts, " + ")
	})
	made, known := written(made)
	return made, ok && known
}

// written is a formula in the data format's notation; known is false if it has a
// function or an operator that the format has not.
func written(formula string) (made string, known bool) {
	made = spaced(inWords(formula))
	return made, operators().MatchString(made) && !leftCalls().MatchString(made)
}

var operator = pattern.Of(`([\p{L}\p{N}_)])\s*([-+*/])\s*([\p{L}\p{N}_(])`)

// spaced is an expression with blanks around its operators, but for what stands in
// quotes: at(a, "2020-H1").
func spaced(s string) string {
	parts := strings.Split(s, `"`)
	for i := 0; i < len(parts); i += 2 {
		for again := ""; again != parts[i]; {
			again = parts[i]
			parts[i] = operator().ReplaceAllString(parts[i], "$1 $2 $3")
		}
	}
	return strings.Join(parts, `"`)
}

// sumOf is a sum whose parts are spelt out or is of a column.
var sumOf = pattern.Of(`(?i)\b(SUM|AVERAGE|MAX|MIN|COUNTA|COUNT|ROWS)\(([^()]*(?:at\([^()]*\)[^()]*)*)\)`)

var columnName = pattern.Of(`^[\p{L}\p{N}_]+\.[\p{L}\p{N}_]+$`)

// inWords puts Excel's functions into the data format's.
func inWords(formula string) string {
	return sumOf().ReplaceAllStringFunc(formula, func(call string) string {
		m := sumOf().FindStringSubmatch(call)
		inner := strings.TrimSpace(m[2])
		table, _, _ := strings.Cut(inner, ".")
		switch name := strings.ToUpper(m[1]); {
		case columnName().MatchString(inner) && (name == "COUNTA" || name == "COUNT" || name == "ROWS"):
			return "count(" + table + ")"
		case columnName().MatchString(inner):
			return map[string]string{"SUM": "sum", "AVERAGE": "mean", "MAX": "max", "MIN": "min"}[name] + "(" + inner + ")"
		case name == "SUM" && !strings.Contains(inner, ".") && (call == formula || !strings.Contains(inner, "+")):
			return strings.ReplaceAll(commasAsPlus(inner), "  ", " ")
		case name == "SUM" && !strings.Contains(inner, "."):
			return "(" + commasAsPlus(inner) + ")"
		}
		return call
	})
}

// commasAsPlus adds up what a call lists, but for the commas of at(id, "2020").
func commasAsPlus(s string) string {
	var b strings.Builder
	open := 0
	for _, r := range s {
		switch r {
		case '(':
			open++
		case ')':
			open--
		case ',':
			if open == 0 {
				b.WriteString(" +")
				continue
			}
		}
		b.WriteRune(r)
	}
	return b.String()
}

func (t *transcript) sheetNamed(name string) *sheet {
	for _, s := range t.sheets {
		if s.name == name {
			return s
		}
	}
	return nil
}

// columnFormulas finds columns that are worked out row by row in one way.
func (m *table) columnFormulas(t *transcript) {
	for _, c := range m.columns {
		if !c.numeric || c.n == 0 {
			continue
		}
		way, some, alike := "", 0, true
		for _, r := range m.rows {
			at := m.sheet.at[[2]int{r.n, c.n}]
			if at == nil || at.Formula == "" {
				alike = alike && at == nil
				continue
			}
			some++
			expression, ok := m.rowExpression(at, r, c)
			if way == "" {
				way = expression
			}
			alike = alike && ok && expression == way
		}
		switch {
		case some > 0 && alike:
			c.formula = way
		case some > 0:
			t.remark("%s 的“%s”列各行公式不一样，或者不能照搬，只取了数", "the formulas of the column %[2]q of %[1]s differ, or cannot be taken over; their values are", m.sheet.name, c.title)
		}
	}
}

// rowExpression is a formula over the cells of its own row.
func (m *table) rowExpression(at *cell, r *row, of *tableColumn) (string, bool) {
	ok := true
	made := foreign.Rewrite(bare(at.Formula, of.unit == "%"), func(ref foreign.Reference) string {
		if ref.Sheet != "" || ref.Area.Top != r.n || ref.Area.Bottom != r.n {
			ok = false
			return ""
		}
		var ids []string
		for _, c := range m.columns {
			if c.n >= ref.Area.Left && c.n <= ref.Area.Right {
				ok = ok && c.numeric && c != of
				ids = append(ids, c.id)
			}
		}
		ok = ok && len(ids) > 0 && (ref.Area.One() || ref.Call == "SUM")
		return strings.Join(ids, " + ")
	})
	made, known := written(made)
	return made, ok && known
}
