package diag

import (
	"bufio"
	"encoding/xml"
	"io"
	"slices"
	"strconv"
	"strings"
)

// The form for test reports, as Jenkins and GitLab read JUnit's: a suite for
// each data file and a case for each check. A check that holds passes, one that
// does not fails with its findings as the text form prints them, one that was
// not made or is excepted is skipped with the reason. What was found about the
// file itself, by no check, is the error of a case of its own. Warnings fail
// nothing; they are what the case printed.

type junitSuite struct {
	XMLName xml.Name `xml:"testsuite"`
	Name    string   `xml:"name,attr"`
	junitCounts
	Skipped int          `xml:"skipped,attr"`
	Cases   []*junitCase `xml:"testcase"`
}

type junitCounts struct {
	Tests    int `xml:"tests,attr"`
	Failures int `xml:"failures,attr"`
	Errors   int `xml:"errors,attr"`
}

type junitCase struct {
	Name    string       `xml:"name,attr"`
	Class   string       `xml:"classname,attr"`
	Skipped *junitReason `xml:"skipped"`
	Error   *junitReason `xml:"error"`
	Failure *junitReason `xml:"failure"`
	Said    *junitText   `xml:"system-out"`
}

type junitReason struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr,omitempty"`
	Text    string `xml:",cdata"`
}

type junitText struct {
	Text string `xml:",cdata"`
}

func writeJUnit(w io.Writer, r *Run, o Options) error {
	var all junitCounts // which stand before the suites
	for _, f := range r.files() {
		s := junitSuiteOf(f, o)
		all.Tests += s.Tests
		all.Failures += s.Failures
		all.Errors += s.Errors
	}
	b := bufio.NewWriter(w)
	b.WriteString(xml.Header)
	e := xml.NewEncoder(b)
	e.Indent("", "  ")
	run := xml.StartElement{Name: xml.Name{Local: "testsuites"}, Attr: []xml.Attr{
		attribute("name", "jianbao"),
		attribute("tests", strconv.Itoa(all.Tests)), attribute("failures", strconv.Itoa(all.Failures)), attribute("errors", strconv.Itoa(all.Errors)),
	}}
	if err := e.EncodeToken(run); err != nil {
		return err
	}
	for _, f := range r.files() {
		if err := e.Encode(junitSuiteOf(f, o)); err != nil {
			return err
		}
	}
	if err := e.EncodeToken(run.End()); err != nil {
		return err
	}
	if err := e.Close(); err != nil {
		return err
	}
	b.WriteByte('\n')
	return b.Flush()
}

func attribute(name, value string) xml.Attr {
	return xml.Attr{Name: xml.Name{Local: name}, Value: value}
}

func junitSuiteOf(f File, o Options) *junitSuite {
	s := &junitSuite{Name: printable(f.Name)}
	by := map[string][]Finding{} // by check
	listed := map[string]bool{"": true}
	for _, c := range f.Checks {
		listed[c.ID] = true
	}
	checks := slices.Clip(f.Checks)
	for _, x := range f.Findings {
		if !listed[x.Check] {
			listed[x.Check] = true
			checks = append(checks, Check{ID: x.Check, Verdict: Inconsistent})
		}
		by[x.Check] = append(by[x.Check], x)
	}
	s.add(junitInput(by[""], o))
	for _, c := range checks {
		s.add(junitCheck(c, by[c.ID], o))
	}
	return s
}

func (s *junitSuite) add(c *junitCase) {
	c.Class = s.Name
	s.Cases = append(s.Cases, c)
	s.Tests++
	switch {
	case c.Error != nil:
		s.Errors++
	case c.Failure != nil:
		s.Failures++
	case c.Skipped != nil:
		s.Skipped++
	}
}

// junitInput is the case of the data file itself: whether it could be read and
// printed.
func junitInput(found []Finding, o Options) *junitCase {
	c := &junitCase{Name: "input"}
	c.tell(found, o, func(reason *junitReason) { c.Error = reason })
	return c
}

func junitCheck(check Check, found []Finding, o Options) *junitCase {
	c := &junitCase{Name: printable(check.ID)}
	switch {
	case check.Exception != "":
		c.Skipped = &junitReason{Message: printable(Say("例外：%s", "an exception: %s", check.Exception).In(o.Lang))}
		c.print(found, o)
	case check.Verdict == Unchecked:
		c.Skipped = &junitReason{Message: printable(check.Reason.In(o.Lang))}
		c.print(found, o)
	case check.Verdict == Inconsistent && len(found) == 0: // another check's finding speaks for it
		c.Failure = &junitReason{Message: printable(Say("不一致：写的是 %s，按其他数为 %s",
			"inconsistent: %s is given, the others make it %s", check.Reported, check.Derived).In(o.Lang))}
	default:
		c.tell(found, o, func(reason *junitReason) { c.Failure = reason })
	}
	return c
}

// tell gives the findings to a case: to fail it if there is an error among
// them, else to be read.
func (c *junitCase) tell(found []Finding, o Options, fail func(*junitReason)) {
	i := slices.IndexFunc(found, func(x Finding) bool { return x.Severity == Error })
	if i < 0 {
		c.print(found, o)
		return
	}
	fail(&junitReason{Message: printable(found[i].Message.In(o.Lang)), Type: string(found[i].Code), Text: findingsText(found, o)})
}

// print gives findings to a case that they do not fail.
func (c *junitCase) print(found []Finding, o Options) {
	if len(found) > 0 {
		c.Said = &junitText{findingsText(found, o)}
	}
}

// findingsText is findings as the text form prints them.
func findingsText(found []Finding, o Options) string {
	var text strings.Builder
	b := bufio.NewWriter(&text)
	b.WriteByte('\n')
	for _, x := range found {
		writeFinding(b, x, o.Lang, o.Line)
	}
	b.Flush()
	return text.String()
}
