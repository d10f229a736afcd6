package expr

import (
	"math/big"
	"strings"
)

func (n *Number) String() string { return decimal(n.Value) }

// decimal writes a number that has a finite decimal expansion, as every
// literal has.
func decimal(v *big.Rat) string {
	digits, _ := v.FloatPrec()
	return v.FloatString(digits)
}

func (n *Text) String() string {
	if strings.Contains(n.Value, `"`) {
		return "'" + n.Value + "'"
	}
	return `"` + n.Value + `"`
}

func (n *Name) String() string { return n.ID }

func (n *Member) String() string { return n.Table + "." + n.Column }

func (n *Unary) String() string {
	if n.Op == Not {
		return "not " + wrapped(n.X, notBinding)
	}
	return "-" + wrapped(n.X, signBinding)
}

func (n *Binary) String() string {
	strength := binding(n.Op)
	left := strength
	if n.Op.Compares() {
		left++
	}
	return wrapped(n.X, left) + " " + string(n.Op) + " " + wrapped(n.Y, strength+1)
}

func (n *Call) String() string {
	args := make([]string, len(n.Args))
	for i, arg := range n.Args {
		args[i] = arg.String()
	}
	return n.Func + "(" + strings.Join(args, ", ") + ")"
}

// wrapped writes an operand, in parentheses if it holds less tightly than its
// place asks for.
func wrapped(n Node, least int) string {
	strength := tightest
	switch n := n.(type) {
	case *Binary:
		strength = binding(n.Op)
	case *Unary:
		strength = signBinding
		if n.Op == Not {
			strength = notBinding
		}
	}
	if strength < least {
		return "(" + n.String() + ")"
	}
	return n.String()
}
