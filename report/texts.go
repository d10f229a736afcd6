package report

import (
	"strings"

	"jianbao/report/check"
	"jianbao/report/compose"
	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/prose"
)

// texts fills the texts of the sections in and holds the numbers that were typed
// into them against the data, as an article's are. Numbers that functions gave
// need no holding.
func (d *District) texts(data *dataset.Dataset, result check.Result, phrasing *compose.Phrasing) []compose.Text {
	texts, findings := compose.Texts(data, result, phrasing)
	var facts *prose.Facts
	for i := range texts {
		if !texts[i].HasTyped(0, len(texts[i].String()), isNumeral) {
			continue
		}
		if facts == nil {
			known := factsOf(data, result)
			facts = &known
		}
		if len(facts.All) == 0 {
			findings = append(findings, nothingToHoldAgainst(&texts[i])...)
			continue
		}
		findings = append(findings, typedFindings(&texts[i], facts)...)
	}
	d.add(data.Inputs, findings)
	return texts
}

// nothingToHoldAgainst says once of a text what would be said of every number that
// is typed into it, where a data file has no figures that a text could repeat.
func nothingToHoldAgainst(t *compose.Text) []diag.Finding {
	typed, first := 0, diag.Place{}
	for _, q := range prose.Find(t.String()) {
		if !t.HasTyped(q.Start, q.End, isNumeral) {
			continue
		}
		if typed++; typed == 1 {
			first, _ = t.Typed(q.Start, q.End, isNumeral)
		}
	}
	if typed == 0 {
		return nil
	}
	return []diag.Finding{{Code: diag.ClaimUnknown, Severity: diag.Warning, Place: first,
		Message: diag.Say("正文里直接写了 %d 个数，而数据文件没有指标，都没有核对",
			"%d numbers are typed into this text, and the data file has no indicators to hold them against", typed),
		Hints: []diag.Hint{{Kind: "add", Message: diag.Say("把这些数作为指标给出，正文用 {{fig \"id\"}} 填入",
			"give them as indicators and let {{fig \"id\"}} fill them in")}}}}
}

// isNumeral reports whether a number may have r in it. A unit behind a number that
// was filled in is not enough to make it typed: {{count "projects"}}个.
func isNumeral(r rune) bool {
	return r >= '0' && r <= '9' || r >= '０' && r <= '９' ||
		strings.ContainsRune("零〇一二两三四五六七八九十廿卅百千万亿几半成%％‰", r)
}

// typedFindings are what the data say of the typed numbers of a text, each at its
// place in the data file.
func typedFindings(t *compose.Text, facts *prose.Facts) []diag.Finding {
	const here = "" // the text, as long as places count its characters
	result := prose.Verify(here, t.String(), facts)
	typed := map[diag.Place]diag.Place{}
	for _, c := range result.Claims {
		if at, ok := t.Typed(c.Start, c.End, isNumeral); ok {
			typed[c.Place] = at
		}
	}
	var all []diag.Finding
	for _, f := range result.Findings {
		at, ok := typed[f.Place]
		if !ok {
			continue
		}
		f.Place = at
		var related []diag.Related
		for _, r := range f.Related {
			if r.Place.File == here {
				if r.Place, ok = typed[r.Place]; !ok {
					continue // filled in: its own place is the figure's
				}
			}
			related = append(related, r)
		}
		f.Related = related
		all = append(all, f)
	}
	return all
}
