package compose

import (
	"math/big"

	"jianbao/report/check"
	"jianbao/report/dataset"
	"jianbao/report/document"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// progress says how much of its target a result is, beside how much of the
// target's period has gone by: 完成年度目标的45.2%，时序进度50%. It is empty
// where there is no target.
func (c *composer) progress(o *dataset.Observation) string {
	if p, ok := c.reached[o]; ok {
		said := "完成" + targetName(p) + "的" + c.percent(p.Printed)
		if p.Elapsed.Cmp(big.NewRat(1, 1)) < 0 {
			said += "，时序进度" + c.percent(p.Elapsed)
		}
		return said
	}
	return ""
}

func targetName(p check.Progress) string {
	switch of := p.Target.Period; {
	case of == p.Result.Period:
		return "目标"
	case of.Months() == 12:
		return "年度目标"
	default:
		return of.Chinese() + "目标"
	}
}

// percent is a part of one in %, to a tenth, as texts have it: 50%.
func (c *composer) percent(part *big.Rat) string { return figure.Decimal(c.inPercent(part)) + "%" }

// inPercent is a part of one in %, rounded to a tenth.
func (c *composer) inPercent(part *big.Rat) *big.Rat {
	return figure.Round(new(big.Rat).Mul(part, big.NewRat(100, 1)), 1, c.d.TiesEven)
}

// goal is the target of an observation and what part of it is done, as cells.
func (c *composer) goal(o *dataset.Observation) *document.Goal {
	p, ok := c.reached[o]
	if !ok {
		return nil
	}
	target := c.valueCell(p.Target)
	target.Formula = relation.Figure{Ref: target.Ref, Unit: target.Unit}
	rate := c.percentCell(p.Printed)
	rate.Formula = relation.Apply{Func: relation.Share, Args: []relation.Term{
		relation.Figure{Ref: o.Ref()}, relation.Figure{Ref: target.Ref},
	}}
	return &document.Goal{Target: target, Rate: rate, Elapsed: c.percentCell(p.Elapsed), Said: c.progress(o)}
}

// percentCell is a part of one in %, to a tenth, as columns have it: 50.0%.
func (c *composer) percentCell(part *big.Rat) document.Cell {
	rounded := c.inPercent(part)
	return document.Cell{Text: figure.Format(rounded, 1, c.d.TiesEven) + "%", Number: rounded, Unit: unitOf("%"), Decimals: 1}
}
