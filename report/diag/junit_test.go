package diag

import (
	"encoding/xml"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// junitShape is what Jenkins' schema for JUnit reports (junit-10.xsd of its
// xunit plugin) lets an element have, as far as it is used: required
// attributes, others, and children.
var junitShape = map[string]struct{ required, optional, children []string }{
	"testsuites": {nil, []string{"name", "tests", "failures", "errors"}, []string{"testsuite"}},
	"testsuite":  {[]string{"name", "tests", "failures", "errors"}, []string{"skipped"}, []string{"testcase"}},
	"testcase":   {[]string{"name"}, []string{"classname"}, []string{"skipped", "error", "failure", "system-out"}},
	"skipped":    {nil, []string{"message", "type"}, nil},
	"error":      {nil, []string{"message", "type"}, nil},
	"failure":    {nil, []string{"message", "type"}, nil},
	"system-out": {nil, nil, nil},
}

func TestJUnitHasTheShapeItsReadersTake(t *testing.T) {
	d := xml.NewDecoder(strings.NewReader(inFormat(t, "junit", ZH)))
	var open []string
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			name := e.Name.Local
			shape, known := junitShape[name]
			if len(open) > 0 {
				known = known && slices.Contains(junitShape[open[len(open)-1]].children, name)
			} else {
				known = known && name == "testsuites"
			}
			if !known {
				t.Errorf("element %s in %v", name, open)
			}
			var given []string
			for _, a := range e.Attr {
				given = append(given, a.Name.Local)
				if !slices.Contains(shape.required, a.Name.Local) && !slices.Contains(shape.optional, a.Name.Local) {
					t.Errorf("%s has the attribute %s", name, a.Name.Local)
				}
			}
			for _, r := range shape.required {
				if !slices.Contains(given, r) {
					t.Errorf("%s lacks the attribute %s", name, r)
				}
			}
			open = append(open, name)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 && len(junitShape[open[len(open)-1]].children) > 0 && strings.TrimSpace(string(e)) != "" {
				t.Errorf("text in %s: %q", open[len(open)-1], e)
			}
		}
	}
}

// junitTree is a report as a reader sees it.
type junitTree struct {
	Tests    string `xml:"tests,attr"`
	Failures string `xml:"failures,attr"`
	Errors   string `xml:"errors,attr"`
	Suites   []struct {
		Name  string `xml:"name,attr"`
		Tests string `xml:"tests,attr"`
		Cases []struct {
			Name    string    `xml:"name,attr"`
			Skipped *struct{} `xml:"skipped"`
			Error   *struct{} `xml:"error"`
			Failure *struct{} `xml:"failure"`
		} `xml:"testcase"`
	} `xml:"testsuite"`
}

func TestJUnitHasACaseForEachCheck(t *testing.T) {
	var r junitTree
	if err := xml.Unmarshal([]byte(inFormat(t, "junit", EN)), &r); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range r.Suites {
		if s.Tests != strconv.Itoa(len(s.Cases)) {
			t.Errorf("%s says it has %s cases and has %d", s.Name, s.Tests, len(s.Cases))
		}
		for _, c := range s.Cases {
			verdict := "passes"
			switch {
			case c.Error != nil:
				verdict = "error"
			case c.Failure != nil:
				verdict = "fails"
			case c.Skipped != nil:
				verdict = "skipped"
			}
			got = append(got, s.Name+" "+c.Name+" "+verdict)
		}
	}
	want := []string{
		"各区/甲 区.yaml input error",
		"各区/甲 区.yaml revenue.formula fails",
		"各区/甲 区.yaml tax.share passes",
		"各区/甲 区.yaml other.yoy skipped",
		"各区/甲 区.yaml air.yoy@2020 skipped",
		"各区/甲 区.yaml projects.total[合计].investment passes",
		"乙区.yaml input passes",
		"乙区.yaml all.digits passes",
		"- input error",
		"丙区.yaml input passes",
		"丙区.yaml a.of passes",
	}
	if !slices.Equal(got, want) {
		t.Errorf("the cases are\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if r.Tests != "11" || r.Failures != "1" || r.Errors != "2" {
		t.Errorf("the run counts %s, %s and %s", r.Tests, r.Failures, r.Errors)
	}
}

// A finding of a check that is not in the list (all relations together) fails
// a case of its own, and an inconsistent check whose finding another's speaks
// for fails all the same.
func TestJUnitPassesNothingThatFails(t *testing.T) {
	run := &Run{Files: []File{{Name: "d.yaml",
		Checks:   []Check{{ID: "a.formula", Verdict: Inconsistent, Reported: "1", Derived: "2"}},
		Findings: []Finding{{Code: TotalMismatch, Severity: Error, Check: "joint", Message: Say("合起来不成立", "not all together")}}}}}
	var r junitTree
	if err := xml.Unmarshal([]byte(written(t, "junit", run, ZH)), &r); err != nil {
		t.Fatal(err)
	}
	if r.Tests != "3" || r.Failures != "2" {
		t.Errorf("%s cases of which %s fail, want 3 and 2", r.Tests, r.Failures)
	}
}
