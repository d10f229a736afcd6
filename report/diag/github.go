package diag

import (
	"bufio"
	"fmt"
	"io"
	"path/filepath"
	"strings"
)

// The form for GitHub Actions: a workflow command for each finding, which makes
// an annotation at its line, then the summary as a plain line of the log.
//
//	::error file=d.yaml,line=12,col=30,endColumn=36,title=JB201 …::message
//
// endColumn is exclusive. An annotation has one text, so the places involved
// and the hints are lines of it.

func writeGitHub(w io.Writer, r *Run, o Options) error {
	b := bufio.NewWriter(w)
	for _, f := range r.files() {
		for _, x := range f.Findings {
			fmt.Fprintf(b, "::%s %s::%s\n", x.Severity, annotation(x, o.Lang), commandData(whole(x, o.Lang)))
		}
	}
	fmt.Fprintln(b, r.Summary().Text().In(o.Lang))
	return b.Flush()
}

// annotation is the properties of a finding's command.
func annotation(x Finding, l Lang) string {
	p := x.Place
	properties := []string{"file=" + commandProperty(filepath.ToSlash(p.File))}
	if p.Line > 0 {
		properties = append(properties, fmt.Sprintf("line=%d", p.Line))
		if p.Column > 0 {
			properties = append(properties, fmt.Sprintf("col=%d", p.Column))
		}
		if p.EndColumn > p.Column {
			properties = append(properties, fmt.Sprintf("endColumn=%d", p.EndColumn))
		}
	}
	title := strings.TrimSpace(string(x.Code) + " " + Title(x.Code, l))
	return strings.Join(append(properties, "title="+commandProperty(title)), ",")
}

// The runner cuts commands at line ends, and properties at commas; both, and
// the percent sign that escapes them, are written by their codes.
var (
	dataEscapes     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	propertyEscapes = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func commandData(s string) string     { return printable(dataEscapes.Replace(s)) }
func commandProperty(s string) string { return printable(propertyEscapes.Replace(s)) }
