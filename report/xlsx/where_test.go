package xlsx

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"jianbao/report/dataset"
	"jianbao/report/document"
	"jianbao/report/exact"
	"jianbao/report/relation"
)

// randomWhere is a condition on the example's projects, or several joined.
func randomWhere(random *rand.Rand, depth int) relation.Where {
	one := func() relation.Where {
		if random.IntN(5) == 0 {
			return relation.Condition{Column: investColumn, Op: []string{"==", "!=", "<", "<=", ">", ">="}[random.IntN(6)], Other: rateColumn}
		}
		if random.IntN(2) == 0 {
			return relation.Condition{Column: levelColumn, Op: []string{"==", "!="}[random.IntN(2)], Text: []string{"省级", "市级", "区级"}[random.IntN(3)]}
		}
		column, bound := investColumn, []string{"2080000000", "5000000000", "303000000"}[random.IntN(3)]
		if random.IntN(2) == 0 {
			column, bound = rateColumn, []string{"0.5", "1", "0.342"}[random.IntN(3)] // some projects have no rate
		}
		return relation.Condition{Column: column, Op: []string{"==", "!=", "<", "<=", ">", ">="}[random.IntN(6)], Number: rat(bound)}
	}
	if depth == 0 {
		return one()
	}
	if random.IntN(3) == 0 {
		return relation.AllOf{relation.AnyOf{level("省级"), level("市级")}, one()}
	}
	parts := []relation.Where{randomWhere(random, depth-1), one(), randomWhere(random, depth-1)}[:2+random.IntN(2)]
	if random.IntN(2) == 0 {
		return relation.AllOf(parts)
	}
	return relation.AnyOf(parts)
}

// Whatever the condition, in whichever way it is written, LibreOffice computes what
// the rows come to.
func TestLibreOfficeComputesAggregatesOverAnyCondition(t *testing.T) {
	random := rand.New(rand.NewPCG(2, 9))
	doc := exampleDocument()
	x := newBook(doc).index
	var cells []document.Cell
	for len(cells) < 220 {
		a := relation.Aggregate{Table: projects, Column: investColumn, Where: randomWhere(random, random.IntN(4)),
			Func: []relation.Func{relation.Sum, relation.Mean, relation.Min, relation.Max, relation.Count, relation.Count}[random.IntN(6)]}
		unit := yiyuan
		if a.Func == relation.Count {
			unit, a.Column = ge, nil
			if random.IntN(2) == 0 {
				a.Column = rateColumn
			}
		}
		if value, ok := x.eval(a); ok { // of no rows there is no mean
			text := rounded(exact.Quo(value, factor(unit)), 2).FloatString(2)
			cells = append(cells, computed(num(fmt.Sprintf("x%d", len(cells)), text, unit), a))
		}
	}
	doc.Sections = append(doc.Sections, cellsOf(cells...).Sections...)
	x = newBook(doc).index
	ways := map[string]int{}
	for i := range cells {
		text := x.live(&cells[i], "")
		if text == "" {
			t.Errorf("no formula for %v", cells[i].Formula)
		}
		for _, way := range []string{"IFS(", "+SUMIFS(", "+COUNTIFS(", "SUMPRODUCT(", "AGGREGATE(15,", "AGGREGATE(14,"} {
			ways[way] += strings.Count(text, way)
		}
	}
	for way, n := range ways {
		if n < 2 {
			t.Errorf("%d formulas with %s are too few to show anything", n, way)
		}
	}
	recomputes(t, doc)
}

func TestAlternativesAreDisjoint(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 4))
	table := exampleDocument().Sections[0].Blocks[2].(document.Table)
	columns := map[string]int{"level": 1, "investment": 2, "rate": 4}
	apart := 0
	for range 2000 {
		w := randomWhere(random, 1+random.IntN(3))
		all, ok := disjoint(w)
		if !ok {
			continue
		}
		apart++
		for n := range table.Len() {
			cells := table.Rows.Row(n, nil).Cells
			cell := func(column *dataset.Column) *document.Cell { return &cells[columns[column.ID.Value]] }
			met := func(c relation.Condition) bool { return meets(c, cell) }
			under := 0
			for _, conditions := range all {
				holds := true
				for _, c := range conditions {
					holds = holds && met(c)
				}
				if holds {
					under++
				}
			}
			if want := relation.Holds(w, met); under > 1 || (under == 1) != want {
				t.Fatalf("row %d falls under %d of %v, want it: %v, by %v", n, under, all, want, w)
			}
		}
	}
	if apart < 300 {
		t.Errorf("%d conditions that fall apart are too few to show anything", apart)
	}
}
