package load

import (
	"strings"
	"testing"

	"jianbao/report/diag"
)

const withPrevious = head + "previous: before/issue.yaml\nsections: [{id: s, title: 一, indicators: [{id: a, name: 甲, value: 1}]}]\n"

func TestPreviousIssueIsRead(t *testing.T) {
	ds := sound(t, withPrevious, map[string]string{
		"before/issue.yaml": head + "previous: issue.yaml\nsections:\n  - id: s\n    title: 一\n    indicators: [{id: a, name: 甲, value: 2, wrong: 3}]\n" +
			"    tables: [{id: t, title: 表, columns: [{id: x, title: 名, key: true}], file: none.csv}]\n",
	})
	before := ds.PreviousIssue
	if before == nil || before.Indicator("a") == nil || before.PreviousIssue != nil {
		t.Fatalf("the issue before is %+v", before)
	}
	if got := before.Indicator("a").Observations[0].Place.File; got != "before/issue.yaml" {
		t.Errorf("its figures stand in %q", got)
	}
	if len(ds.Inputs) != 2 || ds.Inputs[1].Name != "before/issue.yaml" {
		t.Errorf("%d inputs", len(ds.Inputs))
	}
}

func TestPreviousIssueThatCannotBeRead(t *testing.T) {
	for name, c := range map[string]struct {
		text  string
		files map[string]string
		want  string
	}{
		"no such file":     {withPrevious, nil, "there is no file"},
		"no data file":     {withPrevious, map[string]string{"before/issue.yaml": "version: 9\n"}, "cannot be understood"},
		"outside":          {strings.Replace(withPrevious, "before/issue", "../issue", 1), nil, "not inside"},
		"the file itself":  {strings.Replace(withPrevious, "before/issue", "d", 1), nil, "this very file"},
		"without a reason": {head + "exceptions: [{check: a, reason: ' ', until: 2030-01-01}]\nsections: []\n", nil, "gives no reason"},
	} {
		t.Run(name, func(t *testing.T) {
			ds, findings := read(c.text, c.files)
			if ds == nil || ds.PreviousIssue != nil || len(ds.Exceptions) != 0 {
				t.Fatalf("%+v", ds)
			}
			if len(findings) != 1 || !strings.Contains(findings[0].Message.In(diag.EN), c.want) {
				t.Errorf("got %v, want a finding that says %q", findings, c.want)
			}
		})
	}
}
