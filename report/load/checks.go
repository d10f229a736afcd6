package load

import (
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/diag"
)

// rules reads the file's own assertions (`checks`). One without an expression
// that can be read is left out.
func (r *reader) rules(e entry, d *dataset.Dataset) {
	seen := map[string]diag.Place{}
	for _, element := range r.list(e) {
		x := &dataset.Rule{}
		if readMapping(r, element, diag.Say("一条 checks", "a check"), ruleKeys, x) {
			r.unique(seen, x.ID)
			if x.Assert.Text != "" {
				d.Rules = append(d.Rules, x)
			}
		}
	}
}

// exceptions reads what silences findings. One without check, reason or date is
// left out: it must not silence more than was meant.
func (r *reader) exceptions(e entry, d *dataset.Dataset) {
	for _, element := range r.list(e) {
		x := &dataset.Exception{Place: r.place(element.value)}
		if !readMapping(r, element, diag.Say("一条例外", "an exception"), exceptionKeys, x) {
			continue
		}
		if x.Reason.Place.Line > 0 && strings.TrimSpace(x.Reason.Value) == "" {
			r.report(diag.MissingKey, x.Reason.Place, diag.Say("例外没有写明理由", "the exception gives no reason"))
			x.Reason.Value = ""
		}
		if x.Check.Value != "" && x.Reason.Value != "" && x.Until.Year != 0 {
			d.Exceptions = append(d.Exceptions, x)
		}
	}
}
