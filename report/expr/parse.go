package expr

import (
	"math/big"

	"jianbao/report/diag"
)

// Limits of what is read. An expression written by hand stays far below them.
const (
	maxLength = 10_000 // characters of an expression
	maxDepth  = 100    // nested parentheses, calls and signs
	maxDigits = 60     // characters of a number
)

// Parse reads an expression. It accepts letters of any script in names and only
// half-width signs; a full-width one is an error that names its counterpart.
func Parse(text string) (Node, *SyntaxError) {
	runes := []rune(text)
	if len(runes) > maxLength {
		return nil, &SyntaxError{span: span{maxLength, len(runes)},
			say: diag.Say("算式太长，有%d个字符，最多%d个", "the expression has %d characters, more than %d", len(runes), maxLength)}
	}
	tokens, fault := lex(runes)
	if fault != nil {
		return nil, fault
	}
	p := &parser{tokens: tokens}
	n, fault := p.expression(loosest)
	if fault != nil {
		return nil, fault
	}
	if t := p.peek(); t.kind != endToken {
		return nil, unexpected(t, diag.Say("运算符或算式结束", "an operator or the end"))
	}
	return n, nil
}

// parser reads tokens from left to right by the strength of operators (Pratt).
type parser struct {
	tokens []token
	depth  int
}

func (p *parser) peek() token { return p.tokens[0] }

func (p *parser) next() token {
	t := p.tokens[0]
	if t.kind != endToken {
		p.tokens = p.tokens[1:]
	}
	return t
}

func (p *parser) at(sign string) bool {
	t := p.peek()
	return t.kind == signToken && t.text == sign
}

// expression reads as much as holds together more tightly than least.
func (p *parser) expression(least int) (Node, *SyntaxError) {
	if p.depth++; p.depth > maxDepth {
		t := p.peek()
		return nil, &SyntaxError{span: t.span, Found: t.text,
			say: diag.Say("算式嵌套太深，最多%d层", "the expression is nested more than %d deep", maxDepth)}
	}
	defer func() { p.depth-- }()

	x, fault := p.operand()
	for fault == nil {
		t := p.peek()
		op := Op(t.text)
		strength := binding(op)
		if t.kind != signToken || strength <= least {
			return x, nil
		}
		if b, ok := x.(*Binary); ok && op.Compares() && b.Op.Compares() && p.isBare(b) {
			return nil, &SyntaxError{span: t.span, Found: t.text,
				say:  diag.Say("比较不能连写", "comparisons do not chain"),
				Hint: diag.Say("分成两个比较，用 and 连接：a <= b and b <= c", "join two comparisons by and: a <= b and b <= c")}
		}
		p.next()
		x, fault = p.operation(x, op, strength)
	}
	return nil, fault
}

// isBare reports whether a comparison just read ends where its right operand
// does, that is, stands in no parentheses of its own.
func (p *parser) isBare(b *Binary) bool {
	_, end := b.Y.Span()
	return b.end == end
}

func (p *parser) operation(x Node, op Op, strength int) (Node, *SyntaxError) {
	y, fault := p.expression(strength)
	if fault != nil {
		return nil, fault
	}
	start, _ := x.Span()
	_, end := y.Span()
	return &Binary{span: span{start, end}, Op: op, X: x, Y: y}, nil
}

// operand reads what can stand beside an operator.
func (p *parser) operand() (Node, *SyntaxError) {
	t := p.next()
	switch t.kind {
	case numberToken:
		value, _ := new(big.Rat).SetString(t.text)
		return &Number{span: t.span, Value: value}, nil
	case textToken:
		return &Text{span: t.span, Value: t.text}, nil
	case nameToken:
		return p.named(t)
	}
	switch t.text {
	case "(":
		return p.parenthesised(t)
	case string(Sub):
		return p.unary(t, Sub, signBinding-1)
	case string(Not):
		return p.unary(t, Not, notBinding-1)
	}
	return nil, unexpected(t, diag.Say("数、名称或括号", "a number, a name or a parenthesis"))
}

func (p *parser) unary(sign token, op Op, least int) (Node, *SyntaxError) {
	x, fault := p.expression(least)
	if fault != nil {
		return nil, fault
	}
	_, end := x.Span()
	return &Unary{span: span{sign.start, end}, Op: op, X: x}, nil
}

func (p *parser) parenthesised(open token) (Node, *SyntaxError) {
	n, fault := p.expression(loosest)
	if fault != nil {
		return nil, fault
	}
	if !p.at(")") {
		return nil, unclosed(open, p.peek())
	}
	n.widen(span{open.start, p.next().end})
	return n, nil
}

// named reads what a name begins: a call, a column of a table, or the name.
func (p *parser) named(name token) (Node, *SyntaxError) {
	switch {
	case p.at("("):
		return p.call(name)
	case p.at("."):
		p.next()
		column := p.next()
		if column.kind != nameToken {
			return nil, unexpected(column, diag.Say("“%s.”后面的列名", "a column's name after “%s.”", name.text))
		}
		return &Member{span: span{name.start, column.end}, Table: name.text, Column: column.text}, nil
	}
	return &Name{span: name.span, ID: name.text}, nil
}

func (p *parser) call(name token) (Node, *SyntaxError) {
	open := p.next()
	c := &Call{Func: name.text}
	for !p.at(")") {
		arg, fault := p.expression(loosest)
		if fault != nil {
			return nil, fault
		}
		c.Args = append(c.Args, arg)
		if p.at(")") {
			break
		}
		if !p.at(",") {
			return nil, unclosed(open, p.peek())
		}
		if p.next(); p.at(")") {
			return nil, unexpected(p.peek(), diag.Say("逗号后面的算式", "an expression after the comma"))
		}
	}
	c.span = span{name.start, p.next().end}
	return c, nil
}
