package compose

import (
	"fmt"
	"maps"
	"slices"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/period"
)

// words are the functions of texts, for one section. What each gives is told
// with examples in templates/README.md, which tests hold to them.
//
// They say what was published or computed, as it was printed. A figure that is
// missing is a problem, and so is one whose hedge (突破, 近) leaves open what is
// reckoned with it. A figure that no check covers is said like any other: that it
// is unchecked stands in the annex.
type words struct {
	*composer
	section *dataset.Section
	row     *formRow // of a form's cell; nil in a section's text
}

// value is what an expression of a template comes to: a textValue, a
// figure.Figure, a bool, an int, or a list of indicators' ids; nil is one that
// could not be had.
type value any

// textValue is a text with the byte of the template at which it stands as a
// constant, or filledIn.
type textValue struct {
	s  string
	at int
}

// function is a function of the templates.
type function struct {
	usage string // fig "id" "2020"
	call  func(w words, args []value) (value, *problem)
}

// functions are all functions, by name; functionNames their names in order.
var (
	functions     map[string]function
	functionNames []string
)

func init() { // has calls others, so that the table cannot be a plain variable
	functions = map[string]function{
		"fig":        {`fig "id" "2020"`, ofFigure(words.fig)},
		"name":       {`name "id"`, ofIndicator(words.name)},
		"list":       {`list "id" "id"`, words.list},
		"names":      {`names "id"`, ofIndicator(words.names)},
		"in":         {`in "万元" (fig "id")`, words.in},
		"chinese":    {`chinese (fig "id")`, words.chinese},
		"sum":        {`sum "table" "column" "column" "text"`, words.sum},
		"difference": {`difference "id" "id"`, words.difference},
		"count":      {`count "table" "column" "text"`, words.count},
		"share":      {`share "id" "whole"`, words.share},
		"rank":       {`rank "id" "2020"`, ofFigure(words.rank)},
		"change":     {`change "id" "2020"`, ofFigure(words.change)},
		"yoy":        {`yoy "id" "2020"`, ofFigure(words.yoy)},
		"pop":        {`pop "id" "2020"`, ofFigure(words.pop)},
		"compare":    {`compare "id" "2020"`, words.compare},
		"progress":   {`progress "id"`, ofIndicator(words.completion)},
		"period":     {`period "id"`, words.period},
		"district":   {`district`, constant(func(w words) string { return w.d.District.Name.Value })},
		"region":     {`region`, constant(words.region)},
		"published":  {`published`, constant(func(w words) string { return w.d.Published.Chinese() })},
		"title":      {`title`, constant(func(w words) string { return w.section.Title.Value })},
		"has":        {`has "id" "2020"`, words.has},
		"indicators": {`indicators`, words.indicators},
		"parts":      {`parts "id"`, ofIndicator(words.parts)},
		"eq":         {`eq (fig "id") "text"`, compared(func(c int) bool { return c == 0 })},
		"ne":         {`ne (fig "id") "text"`, compared(func(c int) bool { return c != 0 })},
		"lt":         {`lt (fig "id") (fig "id")`, compared(func(c int) bool { return c < 0 })},
		"le":         {`le (fig "id") (fig "id")`, compared(func(c int) bool { return c <= 0 })},
		"gt":         {`gt (fig "id") (fig "id")`, compared(func(c int) bool { return c > 0 })},
		"ge":         {`ge (fig "id") (fig "id")`, compared(func(c int) bool { return c >= 0 })},
		"not":        {`not (has "id")`, words.not},
	}
	functionNames = append(slices.Sorted(maps.Keys(functions)), "and", "or") // which evaluate what they need
}

// problemKind tells what is wrong with a template from what the data lack.
type problemKind int

const (
	mistaken problemKind = iota // a name there is not, a wrong argument
	missing                     // a figure that is not there, or does not bear the question
)

// problem is why a function has no answer.
type problem struct {
	kind      problemKind
	say, hint diag.Text
	nearest   string // the name that was likely meant
}

// wanted says that a function was given the wrong arguments.
func wanted(name string) *problem {
	return &problem{
		say:  diag.Say("%s 的参数不对", "wrong arguments for %s", name),
		hint: diag.Say("写作 {{%s}}", "write {{%s}}", functions[name].usage),
	}
}

// absent says that a figure a text needs is not there.
func absent(what diag.Text) *problem {
	return &problem{kind: missing,
		say:  diag.Say("%s没有给出", "%s is not given", what),
		hint: diag.Say("在数据中给出它，或者从文字里去掉，或者放在 {{if has …}} 里", "give it in the data, take it out of the text, or put it into {{if has …}}"),
	}
}

// unsaid says that the figures do not bear what a text would say of them.
func unsaid(say diag.Text) *problem {
	return &problem{kind: missing, say: say, hint: diag.Say("改用 {{fig \"id\"}} 照公布时的说法写", "use {{fig \"id\"}}, as it was published")}
}

func unknown(say diag.Text, word string, known []string) *problem {
	p := &problem{say: say}
	if near, ok := diag.Nearest(word, known); ok {
		p.nearest, p.hint = near, diag.Say("是不是 %s？", "did you mean %s?", near)
	}
	return p
}

func quoted(s string) string { return fmt.Sprintf("%q", s) }

func filled(s string) value { return textValue{s: s, at: filledIn} }

// textsOf are arguments that are all texts.
func textsOf(args []value) ([]string, bool) {
	var all []string
	for _, a := range args {
		t, ok := a.(textValue)
		if !ok {
			return nil, false
		}
		all = append(all, t.s)
	}
	return all, true
}

// constant is a function without arguments.
func constant(say func(words) string) func(words, []value) (value, *problem) {
	return func(w words, args []value) (value, *problem) {
		if len(args) > 0 {
			return nil, &problem{say: diag.Say("这个函数没有参数", "this function takes no arguments")}
		}
		return filled(say(w)), nil
	}
}

// ofIndicator is a function of one indicator.
func ofIndicator(of func(words, *dataset.Indicator) (value, *problem)) func(words, []value) (value, *problem) {
	return func(w words, args []value) (value, *problem) {
		ids, ok := textsOf(args)
		if !ok || len(ids) != 1 {
			return nil, &problem{say: diag.Say("参数应是一个指标的 id", "the argument should be the id of one indicator")}
		}
		i, p := w.indicator(ids[0])
		if p != nil {
			return nil, p
		}
		return of(w, i)
	}
}

// ofFigure is a function of one indicator in one period.
func ofFigure(of func(words, *dataset.Observation) (value, *problem)) func(words, []value) (value, *problem) {
	return func(w words, args []value) (value, *problem) {
		o, p := w.observation(args)
		if p != nil {
			return nil, p
		}
		return of(w, o)
	}
}

func (w words) indicator(id string) (*dataset.Indicator, *problem) {
	if i := w.byID[id]; i != nil {
		return i, nil
	}
	var known []string
	for _, i := range w.d.Indicators() {
		known = append(known, i.ID.Value)
	}
	return nil, unknown(diag.Say("没有指标 %s", "no indicator %s", quoted(id)), id, known)
}

// Words that stand in the place of a period.
const (
	yearEarlier = "prev"   // the same span a year earlier
	ofTarget    = "target" // the target that the result works towards
)

// observation finds what `"id"` or `"id" "period"` names.
func (w words) observation(args []value) (*dataset.Observation, *problem) {
	texts, ok := textsOf(args)
	if !ok || len(texts) != 1 && len(texts) != 2 {
		return nil, &problem{
			say:  diag.Say("参数应是指标的 id，后面可以有报告期", "the arguments should be an indicator's id and, if need be, a period"),
			hint: diag.Say("写作 \"id\" 或 \"id\" \"2020\"", "write \"id\" or \"id\" \"2020\"")}
	}
	i, p := w.indicator(texts[0])
	if p != nil {
		return nil, p
	}
	if len(texts) == 1 {
		if o := i.Current(w.d.Period); o != nil {
			return o, nil
		}
		return nil, absent(named(i.Name.Value))
	}
	return w.observed(i, texts[1])
}

// observed is the observation of a period, which may be said in a word.
func (w words) observed(i *dataset.Indicator, when string) (*dataset.Observation, *problem) {
	current := i.Current(w.d.Period)
	switch when {
	case ofTarget:
		if o := w.target(i); o != nil {
			return o, nil
		}
		return nil, absent(diag.Say("%s的目标", "the target of %s", i.Name.Value))
	case yearEarlier:
		at := w.d.Period
		if current != nil {
			at = current.Period
		}
		return w.givenIn(i, at.YearEarlier())
	}
	p, err := period.Parse(when)
	if err != nil {
		return nil, &problem{
			say: diag.Say("%s 不是报告期", "%s is no reference period", quoted(when)),
			hint: diag.Say("写作 \"2020\"、\"2021-H1\"，或 \"%s\"（上年同期）、\"%s\"（目标）",
				"write \"2020\", \"2021-H1\", or \"%s\" (a year earlier), \"%s\"", yearEarlier, ofTarget)}
	}
	return w.givenIn(i, p)
}

func (w words) givenIn(i *dataset.Indicator, p period.Period) (*dataset.Observation, *problem) {
	if o := i.In(p); o != nil {
		return o, nil
	}
	return nil, absent(named(i.Name.Value + "（" + p.Chinese() + "）"))
}

// target is the target that the current result works towards, or else the one of
// the latest period.
func (w words) target(i *dataset.Indicator) *dataset.Observation {
	if o := i.Current(w.d.Period); o != nil {
		if p, ok := w.reached[o]; ok {
			return p.Target
		}
	}
	var latest *dataset.Observation
	for _, o := range i.Observations {
		if o.Status == dataset.Target && (latest == nil || o.Period.Compare(latest.Period) > 0) {
			latest = o
		}
	}
	return latest
}

// named is a name, which is the same in both languages.
func named(name string) diag.Text { return diag.Say("%s", "%s", name) }

// present is the figure of an observation that has one.
func (w words) present(o *dataset.Observation) (figure.Figure, *problem) {
	f := w.figure(o.Ref(), o.Figure)
	if f.Absent != figure.Present {
		return f, absent(named(w.figureName(string(o.Ref()))))
	}
	return f, nil
}

// plain is a figure whose number can be reckoned with.
func (w words) plain(o *dataset.Observation) (figure.Figure, *problem) {
	f, p := w.present(o)
	if p == nil && f.Hedge != figure.Plain && f.Hedge != figure.Reached {
		p = unsaid(diag.Say("%s是“%s”，不是确数，不能用来计算", "%s is %s, which is no exact number to reckon with", w.figureName(string(o.Ref())), f))
	}
	return f, p
}
