package check

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/load"
	"jianbao/report/relation"
)

// rowByRow is an aggregate reckoned cell by cell, each as an interval of
// rationals: what the machine sums of plain numbers must come to.
func rowByRow(e evaluator, a relation.Aggregate) reading {
	t := newTally(a.Func)
	index := -1
	if a.Column != nil {
		index = a.Table.ColumnIndex(a.Column.ID.Value)
	}
	for row := range a.Table.Rows() {
		if !relation.Holds(a.Where, func(w relation.Condition) bool {
			return e.c.meets(a.Table, row, a.Table.ColumnIndex(w.Column.ID.Value), w)
		}) {
			continue
		}
		if index < 0 {
			t.rows++
			continue
		}
		f := row.Figure(index)
		switch {
		case a.Func == relation.Count:
			if f.Absent == figure.Present || f.Absent == figure.BelowUnit {
				t.rows++
			}
		case f.Absent != figure.None:
			cell := e.c.cell(a.Table, row, index, e.printed)
			if !cell.why.IsZero() {
				return cell
			}
			t.add(cell)
		}
	}
	return t.reading()
}

// randomTable is a data file with a table of words and figures in many forms.
func randomTable(random *rand.Rand) string {
	pick := func(texts ...string) string { return texts[random.IntN(len(texts))] }
	var b strings.Builder
	b.WriteString("version: 1\ndistrict: {name: 测试区}\ntitle: 测试\nperiod: 2021\npublished: 2022-01-31\n")
	b.WriteString("rounding: " + pick("nearest", "truncate") + "\n")
	fmt.Fprintf(&b, "sections: [{id: s, title: 节, tables: [{id: t, title: 表, columns: [{id: name, title: 名称}, {id: level, title: 级别}, {id: v, title: 量%s%s}], rows: [\n",
		pick(", unit: 万元", ", unit: 个", `, unit: "%"`), pick("", ", decimals: 2", ", decimals: 0", ", decimals: -1", ", decimals: exact"))
	rare := 2 + random.IntN(40)
	for n := range 1 + random.IntN(150) {
		text := fmt.Sprintf("%d.%0*d", random.IntN(2000)-1000, 1+random.IntN(3), random.IntN(10))
		switch random.IntN(rare) {
		case 0:
			text = pick(`"-"`, "…", "约5", "突破100", `"1,526.5"`, "0", "-0.4", "99999999999999999", "三分之一")
		case 1:
			text = pick("7", "-3", "0.00")
		}
		if random.IntN(300) == 0 {
			text = "~"
		}
		fmt.Fprintf(&b, "[行%d, %s, %s],\n", n, pick("省级", "市级", "区级"), text)
	}
	b.WriteString("]}]}]\n")
	return b.String()
}

func TestAggregatesAreWhatTheirRowsComeTo(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 5))
	known, unknown := 0, 0
	for range 60 {
		text := randomTable(random)
		d, _ := load.Bytes("d.yaml", []byte(text), nil, load.Options{}) // 三分之一 is no figure in %
		if d == nil {
			t.Fatalf("not read:\n%s", text)
		}
		table := d.Table("t")
		v := table.Columns[2]
		for range 30 {
			a := relation.Aggregate{Table: table, Column: v,
				Func: []relation.Func{relation.Sum, relation.Mean, relation.Min, relation.Max, relation.Count}[random.IntN(5)]}
			if random.IntN(4) > 0 {
				a.Where = randomWhere(random, table, 2)
			}
			e := evaluator{c: newChecker(d), printed: random.IntN(2) == 0}
			got, want := e.aggregate(a), rowByRow(e, a)
			if got.why.In(diag.EN) != want.why.In(diag.EN) || got.hedged != want.hedged || got.why.IsZero() && !got.values.Equal(want.values) {
				t.Fatalf("%s over %v (printed %v) is %v %s, row by row %v %s\n%s", a.Func, a.Where, e.printed, got.values, got.why.In(diag.EN), want.values, want.why.In(diag.EN), text)
			}
			if got.why.IsZero() {
				known++
			} else {
				unknown++
			}
		}
	}
	if known < 600 || unknown < 50 {
		t.Errorf("%d aggregates with a value and %d without one are too few to show anything", known, unknown)
	}
}

// randomWhere is a condition on a table's words or figures, or several joined.
func randomWhere(random *rand.Rand, t *dataset.Table, depth int) relation.Where {
	var parts []relation.Where
	for range 2 + random.IntN(2) {
		if depth > 0 && random.IntN(3) == 0 {
			parts = append(parts, randomWhere(random, t, depth-1))
		} else if random.IntN(2) == 0 {
			parts = append(parts, relation.Condition{Column: t.Columns[1], Op: []string{"==", "!="}[random.IntN(2)], Text: []string{"省级", "市级"}[random.IntN(2)]})
		} else {
			parts = append(parts, relation.Condition{Column: t.Columns[2], Op: []string{"==", "!=", "<", "<=", ">", ">="}[random.IntN(6)],
				Number: aCellOrNear(random, t)})
		}
	}
	return []relation.Where{parts[0], relation.AllOf(parts), relation.AnyOf(parts)}[random.IntN(3)]
}

// aCellOrNear is the number of a cell, or one close by, in base units.
func aCellOrNear(random *rand.Rand, t *dataset.Table) *big.Rat {
	f := t.Row(random.IntN(t.Len())).Figure(2)
	if f.Number == nil {
		return new(big.Rat)
	}
	near := []*big.Rat{new(big.Rat), big.NewRat(1, 1000), big.NewRat(-1, 7), big.NewRat(1, 1)}[random.IntN(4)]
	return new(big.Rat).Add(f.Value(), near)
}
