package compose

import (
	"text/template/parse"

	"jianbao/report/diag"
)

// pipe evaluates a pipeline; nil is a value that could not be had, of which the
// reason has been reported.
func (f *filler) pipe(p *parse.PipeNode) value {
	var v value
	for i, cmd := range p.Cmds {
		if i == 0 {
			v = f.command(cmd, nil)
		} else {
			v = f.command(cmd, []value{v})
		}
	}
	for _, d := range p.Decl {
		if _, list := v.([]string); list {
			break // of {{range $id := …}}, which sets it itself
		}
		if p.IsAssign {
			f.assign(d, v)
		} else {
			f.set(d.Ident[0], v)
		}
	}
	return v
}

func (f *filler) set(name string, v value) { f.variables = append(f.variables, variable{name, v}) }

// assign changes a variable. Go's parser takes an assignment to one that there is
// not for its declaration.
func (f *filler) assign(n *parse.VariableNode, v value) {
	for i := len(f.variables) - 1; i >= 0; i-- {
		if f.variables[i].name == n.Ident[0] {
			f.variables[i].value = v
			return
		}
	}
	if !f.dry { // else it may stand in an action that is read by itself
		f.problem(n, &problem{kind: mistaken, say: diag.Say("没有变量 %s", "there is no variable %s", n.Ident[0]),
			hint: diag.Say("先写 {{%s := …}}", "write {{%s := …}} before it", n.Ident[0])})
	}
}

// command evaluates one call, or one value standing alone; piped is the value
// that comes through a pipe, the last argument.
func (f *filler) command(cmd *parse.CommandNode, piped []value) value {
	name, isCall := cmd.Args[0].(*parse.IdentifierNode)
	if !isCall {
		v := f.argument(cmd.Args[0])
		if len(cmd.Args) > 1 || piped != nil {
			f.problem(cmd, &problem{kind: mistaken, say: diag.Say("%s 不是函数", "%s is no function", cmd.Args[0].String())})
			return nil
		}
		return v
	}
	if name.Ident == "and" || name.Ident == "or" {
		return f.decide(name.Ident == "or", cmd.Args[1:])
	}
	var args []value
	whole := true
	for _, a := range cmd.Args[1:] {
		v := f.argument(a)
		args, whole = append(args, v), whole && v != nil
	}
	for _, v := range piped {
		args, whole = append(args, v), whole && v != nil
	}
	fn, names, known := f.words.function(name.Ident)
	switch {
	case !known:
		f.problem(name, unknown(diag.Say("文字模板里没有函数 %s", "section texts have no function %s", name.Ident), name.Ident, names))
		return nil
	case !whole:
		return nil
	}
	v, p := fn.call(f.words, args)
	if p != nil {
		f.problem(cmd, p)
		return nil
	}
	return v
}

// decide goes through conditions until one decides: a true one for or, a false one
// for and. What follows need not hold: and (has "id") (gt (fig "id") …).
func (f *filler) decide(by bool, conditions []parse.Node) value {
	outer := f.dry
	decided := false
	for _, n := range conditions {
		if v := f.argument(n); !decided && truth(v) == by {
			decided, f.dry = true, true
		}
	}
	f.dry = outer
	return decided == by
}

func (f *filler) argument(n parse.Node) value {
	switch n := n.(type) {
	case *parse.StringNode:
		return textValue{s: n.Text, at: int(n.Pos) + 1}
	case *parse.NumberNode:
		if n.IsInt {
			return int(n.Int64)
		}
	case *parse.BoolNode:
		return n.True
	case *parse.VariableNode:
		if len(n.Ident) == 1 && n.Ident[0] != "$" { // which is data, of which a text has none
			return f.variable(n.Ident[0])
		}
	case *parse.DotNode:
		if f.dot != nil || f.dry {
			return f.dot
		}
	case *parse.IdentifierNode:
		return f.command(&parse.CommandNode{NodeType: parse.NodeCommand, Pos: n.Pos, Args: []parse.Node{n}}, nil)
	case *parse.PipeNode:
		return f.pipe(n)
	}
	f.refuse(n)
	return nil
}

func (f *filler) variable(name string) value {
	for i := len(f.variables) - 1; i >= 0; i-- {
		if f.variables[i].name == name {
			return f.variables[i].value
		}
	}
	return nil // of an action that is read by itself
}
