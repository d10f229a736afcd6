package check_test

import (
	"testing"

	"jianbao/report/check"
	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/load"
)

// FuzzRule judges any text as a rule, and as the formula of an indicator: it is
// judged, or there is a finding that says why not.
func FuzzRule(f *testing.F) {
	for _, seed := range []string{
		"invest >= sum(p.investment)", `count(p, level == "省级" and investment > 1) / 2 == big`, "growth(invest, prev(city)) < 0.1",
		"round(abs(-invest), -2) != max(invest, city, 1)", `at(big, "2020") == share(big, big - big)`, "not (invest < 1 or mean(p.rate) > 2)", "1 / 0 == 2",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, _ := load.Bytes("d.yaml", []byte(head+projects), nil, load.Options{})
		d.Rules = append(d.Rules, &dataset.Rule{ID: dataset.Text{Value: "fuzzed"}, Assert: dataset.Formula{Text: text}})
		d.Indicators()[1].Formula = &dataset.Formula{Text: text}
		r := check.Check(d)
		for _, c := range r.Judged.All() {
			if c.ID != "fuzzed" {
				continue
			}
			if c.Verdict == diag.Unchecked && c.Reason.IsZero() {
				t.Fatalf("%q is unchecked without a reason", text)
			}
			if c.Verdict != diag.Unchecked && c.Relation.Claim == nil {
				t.Fatalf("%q is judged without a claim", text)
			}
		}
		for _, finding := range r.Findings {
			finding.Message.In(diag.ZH)
			finding.Message.In(diag.EN)
		}
	})
}
