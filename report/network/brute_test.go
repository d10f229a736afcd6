package network_test

import (
	"math/big"
	"math/rand/v2"

	"jianbao/report/figure"
	"jianbao/report/network"
)

// someSystem is a random system of constraints of any form over few variables.
func someSystem(random *rand.Rand) network.System {
	s := network.System{}
	for range 1 + random.IntN(3) {
		s.Domains = append(s.Domains, someInterval(random))
		s.Whole = append(s.Whole, random.IntN(4) == 0)
	}
	for range 1 + random.IntN(3) {
		s.Constraints = append(s.Constraints, network.Constraint{Op: network.Op(random.IntN(6)),
			X: someExpr(random, len(s.Domains), 3), Y: someExpr(random, len(s.Domains), 1)})
	}
	return s
}

func someExpr(random *rand.Rand, variables, depth int) network.Expr {
	if depth == 0 || random.IntN(4) == 0 {
		if random.IntN(4) == 0 {
			return network.Constant{Value: big.NewRat(random.Int64N(9)-4, 2)}
		}
		return network.Var(random.IntN(variables))
	}
	x, y := someExpr(random, variables, depth-1), someExpr(random, variables, depth-1)
	switch random.IntN(8) {
	case 0:
		return network.Product{X: x, Y: y}
	case 1:
		return network.Quotient{X: x, Y: y}
	case 2:
		return network.Abs{X: x}
	case 3:
		return network.Min{Of: []network.Expr{x, y}}
	case 4:
		return network.Max{Of: []network.Expr{x, y}}
	case 5:
		return network.Round{X: x, Decimals: random.IntN(2), TiesEven: random.IntN(2) == 0}
	}
	return network.Sum{Constant: number(random.Int64N(3) - 1), Terms: []network.Weighted{{Weight: number(random.Int64N(5) - 2), X: x}, {X: y}}}
}

// someSolution is halves in the domains that satisfy all constraints, if some are
// found.
func someSolution(random *rand.Rand, s network.System) ([]*big.Rat, bool) {
	for range 30 {
		point := make([]*big.Rat, len(s.Domains))
		inside := true
		for v, d := range s.Domains {
			point[v] = big.NewRat(random.Int64N(21)-10, 2)
			inside = inside && d.Contains(point[v]) && (!s.Whole[v] || point[v].IsInt())
		}
		if inside && solves(point, s) {
			return point, true
		}
	}
	return nil, false
}

func solves(point []*big.Rat, s network.System) bool {
	for _, c := range s.Constraints {
		x, okX := evaluate(point, c.X)
		y, okY := evaluate(point, c.Y)
		if !okX || !okY {
			return false
		}
		order := x.Cmp(y)
		switch c.Op {
		case network.Equal:
			okX = order == 0
		case network.Differ:
			okX = order != 0
		case network.Less:
			okX = order < 0
		case network.AtMost:
			okX = order <= 0
		case network.More:
			okX = order > 0
		case network.AtLeast:
			okX = order >= 0
		}
		if !okX {
			return false
		}
	}
	return true
}

// evaluate is the value of an expression; ok is false where it has none.
func evaluate(point []*big.Rat, x network.Expr) (value *big.Rat, ok bool) {
	value, ok = new(big.Rat), true
	of := func(x network.Expr) *big.Rat {
		v, known := evaluate(point, x)
		ok = ok && known
		return v
	}
	switch x := x.(type) {
	case network.Var:
		return point[x], true
	case network.Constant:
		return x.Value, true
	case network.Sum:
		value.Set(x.Constant)
		for _, t := range x.Terms {
			v := of(t.X)
			if t.Weight != nil {
				v = new(big.Rat).Mul(v, t.Weight)
			}
			value.Add(value, v)
		}
	case network.Product:
		value.Mul(of(x.X), of(x.Y))
	case network.Quotient:
		p, q := of(x.X), of(x.Y)
		if q.Sign() == 0 {
			return value, false
		}
		value.Quo(p, q)
	case network.Abs:
		value.Abs(of(x.X))
	case network.Min:
		value = extreme(of, x.Of, -1)
	case network.Max:
		value = extreme(of, x.Of, 1)
	case network.Round:
		value = figure.Round(of(x.X), x.Decimals, x.TiesEven)
	}
	return value, ok
}

func extreme(of func(network.Expr) *big.Rat, xs []network.Expr, side int) *big.Rat {
	value := of(xs[0])
	for _, x := range xs[1:] {
		if v := of(x); v.Cmp(value)*side > 0 {
			value = v
		}
	}
	return value
}
