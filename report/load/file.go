package load

import (
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/expr"
	"jianbao/report/period"
)

func (r *reader) district(e entry, d *dataset.Dataset) {
	readMapping(r, e, diag.Say("district（地区）", "district"), districtKeys, &d.District)
}

// districtCode reads a code of GB/T 2260 (six digits), or of GB/T 10114 for a
// township (nine) or a village (twelve).
func (r *reader) districtCode(e entry, d *dataset.District) {
	t, ok := r.scalar(e)
	if !ok {
		return
	}
	d.Code = t
	digits := strings.Trim(t.Value, "0123456789") == ""
	if n := len(t.Value); digits && (n == 6 || n == 9 || n == 12) {
		return
	}
	r.report(diag.BadValue, t.Place,
		diag.Say("区划代码应为 6 位数字（乡级 9 位，村级 12 位），写的是“%s”",
			"a district's code has 6 digits (9 for a township, 12 for a village), not %q", shortened(t.Value)))
}

// period reads a reference period; ok is false if it is none.
func (r *reader) period(e entry) (p period.Period, ok bool) {
	t, ok := r.scalar(e)
	if !ok {
		return p, false
	}
	p, err := period.Parse(t.Value)
	if err == nil {
		return p, true
	}
	if problem, is := err.(*period.Error); is {
		r.report(diag.BadPeriod, t.Place, problem.Say, diag.Hint{Kind: "forms", Message: problem.Hint})
	} else {
		r.report(diag.BadPeriod, t.Place, diag.Say("“%s”不是报告期", "%q is no reference period", shortened(t.Value)))
	}
	return p, false
}

// date reads a calendar day; ok is false if it is none.
func (r *reader) date(e entry) (d dataset.Date, ok bool) {
	t, ok := r.scalar(e)
	if !ok {
		return d, false
	}
	day, err := time.Parse(time.DateOnly, t.Value)
	if err != nil {
		r.report(diag.BadValue, t.Place, diag.Say("“%s”不是日期", "%q is no date", shortened(t.Value)),
			diag.Hint{Kind: "date", Message: diag.Say("写作 2021-08-27，要有这一天", "write 2021-08-27, a day there is")})
		return d, false
	}
	return dataset.Date{Year: day.Year(), Month: int(day.Month()), Day: day.Day(), Place: t.Place}, true
}

// localPath reads a path for a later stage, which must lie inside the folder.
func localPath(of func(*dataset.Dataset) *dataset.Text) func(*reader, entry, *dataset.Dataset) {
	return func(r *reader, e entry, d *dataset.Dataset) {
		t, ok := r.scalar(e)
		if !ok {
			return
		}
		if _, problem := inside(dataFile, t.Value); problem != nil {
			r.found.add(problem.finding(t.Place))
			return
		}
		*of(d) = t
	}
}

func (r *reader) sources(e entry, d *dataset.Dataset) {
	seen := map[string]diag.Place{}
	for _, element := range r.list(e) {
		var s dataset.Source
		if readMapping(r, element, diag.Say("来源", "a source"), sourceKeys, &s) {
			r.unique(seen, s.ID)
			d.Sources = append(d.Sources, s)
		}
	}
}

// checkSources looks for ids that no source has. A source may also be said in free
// words, so only what is nearly an id, or looks like one, is a finding.
func (r *reader) checkSources() {
	var ids names
	for _, s := range r.ds.Sources {
		ids.add(s.ID.Value)
	}
	check := func(t dataset.Text) {
		if t.Value == "" || ids.set[t.Value] {
			return
		}
		hints := nearest(t.Value, ids.first)
		if hints == nil && looksLikeID(t.Value) {
			hints = []diag.Hint{{Kind: "sources", Message: diag.Say("在 sources 里加上它，或写出来源的名称", "add it to sources, or write what the source is called")}}
		}
		if hints != nil {
			r.found.add(diag.Finding{Code: diag.UnknownName, Severity: diag.Warning, Place: t.Place, Hints: hints,
				Message: diag.Say("sources 里没有“%s”", "sources has no %q", shortened(t.Value))})
		}
	}
	for _, s := range r.ds.Sections {
		for _, i := range s.Indicators {
			for _, o := range i.Observations {
				check(o.Source)
			}
		}
		for _, t := range s.Tables {
			check(t.Source)
		}
	}
}

// looksLikeID reports whether a text is made of small letters as ids are, press or
// yearbook_2020, so that it is no name of a source: 统计年鉴, NBS.
func looksLikeID(text string) bool {
	return strings.Trim(text, "abcdefghijklmnopqrstuvwxyz_-0123456789") == "" && strings.Trim(text, "_-0123456789") != ""
}

func (r *reader) readSections(e entry, d *dataset.Dataset) {
	for _, element := range r.list(e) {
		s := &dataset.Section{}
		if readMapping(r, element, diag.Say("一节", "a section"), sectionKeys, s) {
			r.unique(r.sections, s.ID)
			d.Sections = append(d.Sections, s)
		}
	}
}

// prose reads a section's text with the place of each of its lines.
func (r *reader) prose(e entry, s *dataset.Section) {
	if e.value.Kind != yaml.ScalarNode {
		r.wrongShape(e, diag.Say("文字，写在 | 之后的各行", "a text, on lines of its own after |"))
		return
	}
	p := &dataset.Prose{Value: e.value.Value}
	at := r.src.locate(e.value)
	next := 0
	for line := range strings.Lines(p.Value) {
		length := len([]rune(line))
		text := len([]rune(strings.TrimSuffix(line, "\n")))
		place := diag.Place{File: r.src.name, Line: at[next].line, Column: at[next].column, EndColumn: at[next].column + 1}
		if last := at[next+text]; last.line == place.Line {
			place.EndColumn = max(place.EndColumn, last.column)
		}
		p.Lines = append(p.Lines, place)
		next += length
	}
	s.Text = p
}

// formula reads an expression; what its names mean is not looked at. One that
// cannot be read is nil.
func (r *reader) formula(e entry) *dataset.Formula {
	t, ok := r.scalar(e)
	if !ok {
		return nil
	}
	_, problem := expr.Parse(t.Value)
	if problem == nil {
		return &dataset.Formula{Text: t.Value, Place: t.Place}
	}
	var hints []diag.Hint
	if !problem.Hint.IsZero() {
		hints = append(hints, diag.Hint{Kind: "expression", Message: problem.Hint})
	}
	if e.value.Style == 0 && strings.Count(t.Value, "(") > strings.Count(t.Value, ")") {
		hints = []diag.Hint{{Kind: "quote", Message: diag.Say("在 { } 里，有逗号的算式要加引号，否则在逗号处断开",
			"within { }, put an expression with a comma in quotes, or it ends at the comma")}}
	}
	start, end := problem.Span()
	r.report(diag.BadExpression, r.src.within(e.value, start, end), problem.Say(), hints...)
	return nil
}
