package check

import (
	"cmp"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/relation"
)

// Excepted is an exception with what it silenced.
type Excepted struct {
	Exception *dataset.Exception
	Findings  []diag.Finding // none if it only says why a rate cannot be checked
}

// except applies the file's exceptions, when all findings are made. An exception
// silences the findings of its check until its date, held against the date of
// publication; the verdict stays what it is. One whose reason is a comparable
// basis says of a rate that it cannot be checked at all. An exception past its
// date silences nothing; it and one that has nothing to silence are findings.
func (c *checker) except() {
	if len(c.d.Exceptions) == 0 {
		return
	}
	asked := map[string]bool{}
	for _, x := range c.d.Exceptions {
		asked[x.Check.Value] = true
	}
	checks, n := map[string]int{}, 0
	for known := range c.result.Judged.each {
		if id := known.id(); asked[id] {
			checks[id] = n
		}
		n++
	}
	for _, x := range c.d.Exceptions {
		at, known := checks[x.Check.Value]
		if !known {
			c.find(c.unknownCheck(x))
			continue
		}
		if c.d.Published.Year != 0 && precedes(x.Until, c.d.Published) {
			c.find(diag.Finding{Code: diag.Expired, Severity: diag.Warning, Check: x.Check.Value, Place: x.Until.Place,
				Message: diag.Say("对 %s 的例外到 %s 为止，本期 %s 发布，已经过期", "the exception for %s ended on %s, before this issue of %s",
					x.Check.Value, x.Until, c.d.Published),
				Hints: []diag.Hint{{Kind: "expired", Message: diag.Say("改正数据后删去这条例外；理由仍然成立的，改写 until",
					"mend the data and take the exception out, or set a later until if its reason still holds")}}})
			continue
		}
		if !c.silence(x, at) {
			c.find(diag.Finding{Code: diag.Unused, Severity: diag.Warning, Check: x.Check.Value, Place: x.Check.Place,
				Message: diag.Say("对 %s 的例外没有用处：这项核对没有问题", "the exception for %s is of no use: nothing is wrong with that check", x.Check.Value),
				Hints:   []diag.Hint{{Kind: "unused", Message: diag.Say("删去这条例外", "take it out")}}})
		}
	}
}

// precedes reports whether a day comes before another.
func precedes(a, b dataset.Date) bool {
	return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Month, b.Month), cmp.Compare(a.Day, b.Day)) < 0
}

// silence takes the findings of a check out; it reports whether there was
// anything to say of that check.
func (c *checker) silence(x *dataset.Exception, check int) bool {
	applied := Excepted{Exception: x}
	var rest []diag.Finding
	for _, f := range c.result.Findings {
		if f.Check == x.Check.Value && f.Code != diag.Unused && f.Code != diag.Expired {
			applied.Findings = append(applied.Findings, f)
		} else {
			rest = append(rest, f)
		}
	}
	j := c.result.Judged.At(check)
	basis := relation.ComparableBasis(x.Reason.Value)
	if onRate := j.Relation.Change != nil && !basis.IsZero(); onRate && j.Verdict != diag.Consistent {
		j.Verdict, j.Reason = diag.Unchecked, basis
	} else if len(applied.Findings) == 0 {
		return false
	}
	c.result.Findings = rest
	c.result.Judged.except(check, x.Reason.Value)
	c.result.Exceptions = append(c.result.Exceptions, applied)
	return true
}

func (c *checker) unknownCheck(x *dataset.Exception) diag.Finding {
	f := diag.Finding{Code: diag.Unused, Severity: diag.Warning, Check: x.Check.Value, Place: x.Check.Place,
		Message: diag.Say("例外所说的核对 %s 不存在", "there is no check %s for this exception", x.Check.Value)}
	known := make([]string, 0, c.result.Judged.Len())
	for check := range c.result.Judged.each {
		known = append(known, check.id())
	}
	if near, ok := diag.Nearest(x.Check.Value, known); ok {
		f.Hints = []diag.Hint{{Kind: "nearest-name", Suggestion: near, Message: diag.Say("是不是 %s？", "did you mean %s?", near)}}
	}
	return f
}
