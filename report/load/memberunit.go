package load

import (
	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
)

// unitUse is a unit that members give an indicator in.
type unitUse struct {
	unit  figure.Unit
	first memberFigure
	times int
}

// memberUnit is the unit of a column of members: that of the file's own
// indicator if it has the same measure, else that of most members. Other units
// of the measure are converted. A figure of another measure is reported, and
// kept out of the table: it may be a slip, or the id may mean another thing
// there.
func (r *reader) memberUnit(c *dataset.Column, own *dataset.Indicator, read []*memberFile) string {
	var uses []*unitUse
	for _, m := range read {
		if kept, ok := m.sample(c.ID.Value); ok {
			uses = counted(uses, kept)
		}
	}
	if len(uses) == 0 && own != nil {
		return unitOf(own)
	} else if len(uses) == 0 {
		return c.Unit
	}
	most := mostOf(uses, func(*unitUse) bool { return true })
	for _, m := range read {
		kept, ok := m.sample(c.ID.Value)
		if !ok || kept.figure.Unit.Like(most.unit) {
			continue
		}
		m.Unlike = append(m.Unlike, c.ID.Value)
		r.found.add(diag.Finding{Code: diag.UnlikeUnits, Severity: diag.Error, Place: kept.place,
			Message: diag.Say("%s的“%s”写的是%s，与其他下辖地区的计量单位（%s）不能相加",
				"%q of %[1]s is given as %[3]s, which cannot be added to those of the other members, in %[4]s", m.said(), c.Title.Value, kept.figure, orPlain(most.unit)),
			Related: []diag.Related{{Place: most.first.place, Note: diag.Say("这里写的是%s", "it is %s here", most.first.figure)}},
			Hints:   []diag.Hint{{Kind: "unit", Message: diag.Say("改正单位；若是另一个指标，换一个 id", "mend the unit, or give it another id if it is another indicator")}}})
	}
	if own != nil {
		symbol := unitOf(own)
		if u, err := figure.ParseUnit(symbol); err == nil && symbol != "" && u.Like(most.unit) {
			return symbol
		}
	}
	return mostOf(uses, func(u *unitUse) bool { return u.unit.Like(most.unit) }).unit.Symbol
}

// sample is a figure of an indicator that is there, in any period asked for; a
// member that has errors has none.
func (m *memberFile) sample(id string) (memberFigure, bool) {
	if m.count > 0 {
		return memberFigure{}, false
	}
	for _, key := range m.kept {
		if kept := m.figures[key]; key.id == id && kept.figure.Absent == figure.Present {
			return kept, true
		}
	}
	return memberFigure{}, false
}

// counted adds one use of a figure's unit.
func counted(uses []*unitUse, kept memberFigure) []*unitUse {
	for _, u := range uses {
		if u.unit.Symbol == kept.figure.Unit.Symbol {
			u.times++
			return uses
		}
	}
	return append(uses, &unitUse{unit: kept.figure.Unit, first: kept, times: 1})
}

// mostOf is the first of the uses that are wanted whose measure most figures
// have.
func mostOf(uses []*unitUse, wanted func(*unitUse) bool) *unitUse {
	var most *unitUse
	weight := func(u *unitUse) (measure, symbol int) {
		for _, v := range uses {
			if v.unit.Like(u.unit) {
				measure += v.times
			}
		}
		return measure, u.times
	}
	for _, u := range uses {
		if !wanted(u) {
			continue
		}
		if most == nil {
			most = u
			continue
		}
		m, s := weight(u)
		if bestM, bestS := weight(most); m > bestM || m == bestM && s > bestS {
			most = u
		}
	}
	return most
}

func orPlain(u figure.Unit) diag.Text {
	if u.Symbol == "" {
		return diag.Say("无单位", "plain numbers")
	}
	return diag.Say("%s", "%s", u.Symbol)
}
