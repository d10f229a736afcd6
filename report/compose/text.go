package compose

import (
	"fmt"
	"strconv"
	"strings"
	"text/template"
	"text/template/parse"

	"jianbao/report/dataset"
	"jianbao/report/diag"
)

// Section texts are Go templates that reach nothing but figures: they get no
// data, only the functions of words.go, and of the template language only
// conditions and variables. Loops and nested templates are refused, so that a
// text from other hands always ends.

// paragraphs fills a section's text in and cuts it at blank lines.
func (c *composer) paragraphs(s *dataset.Section) []string {
	if s.Text == nil {
		return nil
	}
	w := words{c}
	p := prose{composer: c, section: s, functions: w.functions()}
	filled, ok := p.fill()
	if !ok {
		return nil
	}
	var out []string
	for _, block := range strings.Split(filled, "\n\n") {
		// Lines of one paragraph are joined without a space: Chinese needs none.
		var b strings.Builder
		for _, line := range strings.Split(block, "\n") {
			b.WriteString(strings.TrimSpace(line))
		}
		if b.Len() > 0 {
			out = append(out, b.String())
		}
	}
	return out
}

// prose is one section's text being filled in.
type prose struct {
	*composer
	section   *dataset.Section
	functions map[string]function
}

// function is a function of the templates; all take texts and give a text.
type function func(args []string) (string, *problem)

// problem is why a function has no answer.
type problem struct {
	say  diag.Text
	hint diag.Text
}

func (p *problem) Error() string { return p.say.Error() }

func (p *prose) fill() (string, bool) {
	text := p.section.Text.Value
	funcs := template.FuncMap{}
	for name, f := range p.functions {
		funcs[name] = func(args ...string) (string, error) {
			s, err := f(args)
			if err != nil {
				return "", err
			}
			return s, nil
		}
	}
	t, err := template.New("text").Funcs(funcs).Parse(text)
	if err != nil {
		p.syntaxError(err)
		return "", false
	}
	before := len(p.findings)
	if t.Tree != nil {
		p.visit(t.Root)
	}
	if len(p.findings) > before {
		return "", false
	}
	var b strings.Builder
	if err := t.Execute(&b, nil); err != nil {
		p.report(0, diag.Say("文字无法填写：%s", "the text cannot be filled in: %s", err.Error()), diag.Text{})
		return "", false
	}
	return b.String(), true
}

// visit calls every function that has constant arguments once, so that all
// mistakes of a text are found in one run and each at its place.
func (p *prose) visit(n parse.Node) {
	switch n := n.(type) {
	case *parse.ListNode:
		if n == nil {
			return
		}
		for _, x := range n.Nodes {
			p.visit(x)
		}
	case *parse.TextNode, *parse.CommentNode:
	case *parse.ActionNode:
		p.visitPipe(n.Pipe)
	case *parse.IfNode:
		p.visitPipe(n.Pipe)
		p.visit(n.List)
		p.visit(n.ElseList)
	default:
		p.refuse(n)
	}
}

func (p *prose) visitPipe(pipe *parse.PipeNode) {
	for _, cmd := range pipe.Cmds {
		p.visitCommand(cmd)
	}
}

// visitCommand visits one call, or one value standing alone.
func (p *prose) visitCommand(cmd *parse.CommandNode) {
	var args []string
	constant := true
	for _, a := range cmd.Args {
		text, isText := a.(*parse.StringNode)
		if isText {
			args = append(args, text.Text)
		}
		_, isName := a.(*parse.IdentifierNode)
		constant = constant && (isText || isName)
		p.visitArgument(a)
	}
	name, ok := cmd.Args[0].(*parse.IdentifierNode)
	if !ok {
		return
	}
	f, ours := p.functions[name.Ident]
	switch {
	case ours && constant:
		if _, err := f(args); err != nil {
			p.report(cmd.Position(), err.say, err.hint)
		}
	case !ours && !comparisons[name.Ident]:
		p.report(name.Position(),
			diag.Say("文字模板里没有函数 %s", "section texts have no function %s", name.Ident), diag.Text{})
	}
}

// visitArgument lets texts, numbers, variables, functions and what stands in
// parentheses through; a dot or a field would reach for data there is not.
func (p *prose) visitArgument(n parse.Node) {
	switch n := n.(type) {
	case *parse.StringNode, *parse.NumberNode, *parse.BoolNode, *parse.VariableNode, *parse.IdentifierNode:
	case *parse.PipeNode:
		p.visitPipe(n)
	default:
		p.refuse(n)
	}
}

// refuse says that the template language has more than section texts may use.
func (p *prose) refuse(n parse.Node) {
	p.report(n.Position(),
		diag.Say("文字模板里不能用这种写法：%s", "section texts cannot use %s", n.String()),
		diag.Say("只用 {{fig \"id\"}} 一类的函数、{{if}} 和变量", "use functions such as {{fig \"id\"}}, {{if}} and variables only"))
}

// comparisons are the template language's own functions that a text may use.
var comparisons = map[string]bool{"eq": true, "ne": true, "and": true, "or": true, "not": true}

// report adds a finding at a byte offset of the text.
func (p *prose) report(at parse.Pos, say, hint diag.Text) {
	f := diag.Finding{
		Code: diag.BadText, Severity: diag.Error, Message: say, Place: p.place(int(at)),
	}
	if !hint.IsZero() {
		f.Hints = []diag.Hint{{Kind: "text", Message: hint}}
	}
	p.findings = append(p.findings, f)
}

// place is where the byte offset of the text stands in the data file.
func (p *prose) place(at int) diag.Place {
	text := p.section.Text.Value
	at = min(at, len(text))
	line := strings.Count(text[:at], "\n")
	start := strings.LastIndexByte(text[:at], '\n') + 1
	lines := p.section.Text.Lines
	if len(lines) == 0 {
		return p.section.Title.Place
	}
	place := lines[min(line, len(lines)-1)]
	place.Column += len([]rune(text[start:at]))
	place.EndColumn = place.Column + 1
	if end := strings.Index(text[at:], "}}"); end >= 0 && !strings.Contains(text[at:at+end], "\n") {
		place.EndColumn = place.Column + len([]rune(text[at:at+end]))
	}
	return place
}

// syntaxError reports what text/template says of a text it cannot read, which
// names the line: "template: text:3: unclosed action".
func (p *prose) syntaxError(err error) {
	message := strings.TrimPrefix(err.Error(), "template: text:")
	number, rest, ok := strings.Cut(message, ":")
	line, convErr := strconv.Atoi(number)
	if !ok || convErr != nil {
		line, rest = 1, message
	}
	at := 0
	for range line - 1 {
		at += strings.IndexByte(p.section.Text.Value[at:], '\n') + 1
	}
	p.report(parse.Pos(at),
		diag.Say("文字模板写法有误：%s", "the text is no valid template: %s", strings.TrimSpace(rest)),
		diag.Say("写作 {{fig \"id\"}}，花括号成对，引号用半角", "write {{fig \"id\"}}, with braces in pairs and straight quotes"))
}

// wanted says that a function was given the wrong number of arguments.
func wanted(usage string) *problem {
	return &problem{
		say:  diag.Say("参数个数不对", "wrong number of arguments"),
		hint: diag.Say("写作 {{%s}}", "write {{%s}}", usage),
	}
}

// absent says that a figure a text needs is not there.
func absent(what string) *problem {
	return &problem{
		say:  diag.Say("%s没有数值", "%s has no value", what),
		hint: diag.Say("在数据中给出它，或者从文字里去掉", "give it in the data, or take it out of the text"),
	}
}

func quoted(s string) string { return fmt.Sprintf("%q", s) }
