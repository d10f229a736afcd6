package compose

import (
	"slices"
	"strconv"
	"text/template/parse"
	"unicode/utf8"

	"jianbao/report/diag"
	"jianbao/report/figure"
)

// Texts are Go templates that reach nothing but figures: they get no data, only
// the functions of functions.go, and of the template language conditions,
// variables, and loops over lists of indicators. They are evaluated here, not by
// text/template, so that every mistake is found at its place in one run, so that
// each character is known to be typed or filled in, and so that a text from other
// hands always ends.

// Bounds on what a text may take and make.
const (
	mostSteps      = 20_000
	mostCharacters = 100_000
)

// gap stands in a text for what could not be filled in. Outputs are made with
// one only if findings do not fail the run.
const gap = "【缺】"

// filler fills one text in.
type filler struct {
	words
	source    *source
	out       []character
	found     []diag.Finding
	variables []variable
	dot       value
	steps     int
	stopped   bool // a bound was passed
	// dry is set in a branch that is not taken: mistakes count there too, but what
	// it would fill in need not be there.
	dry bool
}

type variable struct {
	name  string
	value value
}

func (f *filler) fill(s *source) {
	f.source = s
	for _, m := range s.wrong {
		f.report(f.source.action(m.at), &problem{say: m.say, hint: m.hint})
	}
	if s.root != nil {
		f.list(s.root)
		return
	}
	for _, piece := range s.pieces { // to find what else is wrong
		f.dry = true
		f.list(piece)
	}
	f.out = nil
}

func (f *filler) list(l *parse.ListNode) {
	if l == nil {
		return
	}
	inner := len(f.variables)
	for _, n := range l.Nodes {
		f.node(n)
	}
	f.variables = f.variables[:inner]
}

func (f *filler) node(n parse.Node) {
	if f.steps++; f.steps > mostSteps || len(f.out) > mostCharacters {
		f.stop(n)
	}
	if f.stopped {
		return
	}
	switch n := n.(type) {
	case *parse.TextNode:
		f.typed(string(n.Text), int(n.Pos))
	case *parse.CommentNode:
	case *parse.ActionNode:
		v := f.pipe(n.Pipe)
		if len(n.Pipe.Decl) == 0 {
			f.print(v, n.Pipe)
		}
	case *parse.IfNode:
		f.either(n)
	case *parse.RangeNode:
		f.loop(n)
	default:
		f.refuse(n)
	}
}

func (f *filler) stop(n parse.Node) {
	if !f.stopped {
		f.problem(n, &problem{say: diag.Say("文字太长，或者循环太多", "the text is too long, or loops too often")})
	}
	f.stopped = true
}

// either takes one branch of a condition, and reads the other.
func (f *filler) either(n *parse.IfNode) {
	inner := len(f.variables)
	is := truth(f.pipe(n.Pipe))
	f.branch(n.List, is)
	f.branch(n.ElseList, !is)
	f.variables = f.variables[:inner]
}

func (f *filler) branch(l *parse.ListNode, taken bool) {
	outer, length := f.dry, len(f.out)
	f.dry = outer || !taken
	f.list(l)
	if f.dry {
		f.out = f.out[:length]
	}
	f.dry = outer
}

// loop goes through a list of indicators; a list of none still has its body read.
func (f *filler) loop(n *parse.RangeNode) {
	inner, outer := len(f.variables), f.dot
	list, isList := f.pipe(n.Pipe).([]string)
	if !isList {
		f.problem(n.Pipe, &problem{kind: mistaken, say: diag.Say("这里应是指标的列表", "this should be a list of indicators"),
			hint: diag.Say("写作 {{range indicators}}…{{end}}", "write {{range indicators}}…{{end}}")})
	}
	for k, id := range list {
		f.dot = textValue{s: id, at: filledIn}
		for i, d := range n.Pipe.Decl {
			v := f.dot
			if len(n.Pipe.Decl) == 2 && i == 0 {
				v = k + 1
			}
			f.set(d.Ident[0], v)
		}
		f.list(n.List)
		f.variables = f.variables[:inner]
	}
	f.dot = nil
	if len(list) == 0 {
		for _, d := range n.Pipe.Decl {
			f.set(d.Ident[0], nil)
		}
		f.branch(n.List, false)
		f.variables = f.variables[:inner]
	}
	f.dot = outer
	f.branch(n.ElseList, len(list) == 0)
}

// print puts a value into the text. Constants are typed by hand, though in braces.
func (f *filler) print(v value, n *parse.PipeNode) {
	switch v := v.(type) {
	case nil:
		f.filled(gap)
	case textValue:
		if v.at != filledIn {
			f.typed(v.s, v.at)
			return
		}
		f.filled(v.s)
	case figure.Figure:
		f.filled(v.String())
	case int:
		f.typed(strconv.Itoa(v), int(n.Position()))
	default:
		f.problem(n, &problem{kind: mistaken, say: diag.Say("%s 不能填进文字", "%s cannot be put into a text", n.String()),
			hint: diag.Say("条件写作 {{if …}}，列表写作 {{range …}}", "use a condition in {{if …}}, a list in {{range …}}")})
	}
}

func (f *filler) typed(text string, at int) {
	f.out = slices.Grow(f.out, utf8.RuneCountInString(text))
	for i, r := range text {
		f.out = append(f.out, character{r, at + i})
	}
}

func (f *filler) filled(text string) {
	for _, r := range text {
		f.out = append(f.out, character{r, filledIn})
	}
}

// refuse says that the template language has more than texts may use.
func (f *filler) refuse(n parse.Node) {
	f.problem(n, &problem{kind: mistaken,
		say:  diag.Say("文字模板里不能用这种写法：%s", "section texts cannot use %s", shortened(n.String())),
		hint: diag.Say("只用 {{fig \"id\"}} 一类的函数、{{if}}、{{range}} 和变量", "use functions such as {{fig \"id\"}}, {{if}}, {{range}} and variables only")})
}

// shortened is the beginning of a text that a message quotes.
func shortened(text string) string {
	const longest = 40
	if utf8.RuneCountInString(text) <= longest {
		return text
	}
	return string([]rune(text)[:longest]) + "…"
}

// problem reports what keeps a piece of the text from being filled in.
func (f *filler) problem(n parse.Node, p *problem) {
	if p.kind == missing && f.dry {
		return
	}
	f.report(f.source.action(int(n.Position())), p)
}

// report adds a finding; a loop that meets the same twice says it once.
func (f *filler) report(at diag.Place, p *problem) {
	found := diag.Finding{Code: diag.BadText, Severity: diag.Error, Message: p.say, Place: at}
	if !p.hint.IsZero() {
		found.Hints = []diag.Hint{{Kind: "text", Suggestion: p.nearest, Message: p.hint}}
	}
	for _, known := range f.found {
		if known.Place == at && known.Message.In(diag.ZH) == p.say.In(diag.ZH) {
			return
		}
	}
	f.found = append(f.found, found)
}
