package report_test

import (
	"archive/zip"
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"jianbao/report"
	"jianbao/report/diag"
)

// What a briefing and a workbook say is held against the data that they were made
// of, as an article would be: nothing printed may disagree with them.

// ownDocuments are data files with every kind of text: written, filled in, drafted.
var ownDocuments = []string{
	"../testdata/gangcheng/gangcheng-2021.yaml",
	"../testdata/minimal/minimal.yaml",
	"testdata/own/economy.yaml",
	"testdata/own/projects.yaml",
}

// ownUnknown are the lines of which outputs say what data files do not. Nothing
// else may be unknown there.
var ownUnknown = []*regexp.Regexp{
	regexp.MustCompile(`^本简报的数据共核对`), // how many checks were made
	regexp.MustCompile(`共\d+项：一致`),   // and in the workbook
	regexp.MustCompile(`^合计（\d+个）$`), // a table's number of rows
	// a figure or a range that stands alone in a cell
	regexp.MustCompile(`^(达到|突破)?-?[\d.]+(%|\p{Han}{0,3})(～-?[\d.]+(%|\p{Han}{0,3}))?$`),
	regexp.MustCompile(`^占.*的[\d.]+%$`), // remarks in a cell, beside the name
	regexp.MustCompile(`第[一二三]位$`),
	regexp.MustCompile(`^按.*推算$`),
	regexp.MustCompile(`^上一期的`),
	regexp.MustCompile(`[快慢]于时序进度`), // reckoned by the months gone
}

func TestNothingPrintedDisagreesWithTheData(t *testing.T) {
	for _, template := range []string{"briefing", "official"} {
		for _, data := range ownDocuments {
			t.Run(template+"/"+filepath.Base(data), func(t *testing.T) {
				out := t.TempDir()
				o := report.Build(t.Context(), []string{data}, strings.NewReader(""), report.Options{Out: out, Jobs: 1, Template: template})
				t.Cleanup(func() { _ = o.Close() })
				if len(o.Written()) != 2 {
					t.Fatalf("not built:\n%s", text(t, o, diag.EN))
				}
				name := filepath.Join(out, strings.TrimSuffix(filepath.Base(data), ".yaml"))
				matched := heldAgainst(t, data, pdfLines(t, name+".pdf"))
				if matched < 5 {
					t.Errorf("only %d figures of the briefing are found in the data", matched)
				}
				if template == "briefing" { // the workbook is the same
					heldAgainst(t, data, sheetStrings(t, name+".xlsx"))
				}
			})
		}
	}
}

// heldAgainst verifies lines and gives how many figures agree. Those that name no
// period are of the one that was named last, as in any text.
func heldAgainst(t *testing.T, data string, lines []string) (matched int) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "own.txt")
	if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")), 0o666); err != nil {
		t.Fatal(err)
	}
	o := report.Verify([]string{path}, data, nil)
	t.Cleanup(func() { _ = o.Close() })
	for _, f := range o.Findings(0) {
		line := lines[f.Place.Line-1]
		if f.Severity == diag.Error || f.Code != diag.ClaimUnknown {
			t.Errorf("%s\n\tin %s", f.Message.In(diag.ZH), line)
		} else if !slices.ContainsFunc(ownUnknown, func(r *regexp.Regexp) bool { return r.MatchString(line) }) {
			t.Errorf("%s is not in the data\n\tin %s", f.Reported, line)
		}
	}
	for _, c := range o.Run().Files[0].Claims {
		if c.Verdict == diag.Matched {
			matched++
		}
	}
	return matched
}

// pdfLines are the texts of a PDF by its structure, in reading order: paragraphs
// and headings whole, and the rows of a table of indicators as a person reads
// them: period, name, figure, 同比 and change. The numbers of other tables and of charts
// say nothing by themselves; those of contents are pages.
func pdfLines(t *testing.T, path string) []string {
	t.Helper()
	var lines []string
	var head, row, texts []string
	var key []string                    // a key figure: its name, itself, its period and change
	element, table, box := "", false, 0 // box is how deep a key figure stands
	endCell := func() {
		said := strings.Join(texts, "")
		texts = nil
		switch {
		case said == "":
		case element == "TH" && table && len(row) == 0 && !slices.Contains(head, "数值"):
			head = append(head, said)
		case element == "TD" || element == "TH":
			row = append(row, said)
		case box > 0 && element == "P":
			key = append(key, said)
		case slices.Contains([]string{"TOCI", "Reference", "Link", "Figure"}, element):
		default:
			lines = append(lines, said)
		}
	}
	endRow := func() {
		if len(key) > 1 {
			lines = append(lines, key[0]+strings.Join(key[1:], "，"))
		}
		key = nil
		if line := indicatorRow(head, row); line != "" {
			lines = append(lines, line)
		}
		row = nil
	}
	for _, n := range structure(t, path) {
		if n.role == "" {
			texts = append(texts, n.text)
			continue
		}
		endCell()
		if box > 0 && n.depth <= box {
			endRow()
			box = 0
		}
		switch element = n.role; element {
		case "Div":
			box = n.depth
		case "Table":
			endRow()
			head, table = nil, true
		case "TR":
			endRow()
		}
	}
	endCell()
	endRow()
	return lines
}

// indicatorRow is a row of a table whose heads are 指标 and 数值.
func indicatorRow(head, row []string) string {
	name, value := slices.Index(head, "指标"), slices.Index(head, "数值")
	if name < 0 || value < 0 || len(row) <= value {
		return ""
	}
	said := row[name] + row[value]
	if at := slices.Index(head, "报告期"); at >= 0 {
		said = row[at] + "，" + said
	}
	if at := slices.Index(head, "同比"); at >= 0 && at < len(row) {
		said += "，同比" + row[at]
	}
	return said
}

// sheetStrings are the strings of a workbook, each once.
func sheetStrings(t *testing.T, path string) []string {
	t.Helper()
	book, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	var all []string
	for _, part := range book.File {
		if !strings.HasPrefix(part.Name, "xl/sharedStrings") && !strings.HasPrefix(part.Name, "xl/worksheets/") {
			continue
		}
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, stringsIn(t, r)...)
		_ = r.Close()
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// stringsIn are the texts of the elements si and is, of runs together.
func stringsIn(t *testing.T, r io.Reader) []string {
	t.Helper()
	var all []string
	var said strings.Builder
	inside := false
	for d := xml.NewDecoder(r); ; {
		token, err := d.Token()
		if err == io.EOF {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			inside = token.Name.Local == "t"
		case xml.CharData:
			if inside {
				said.Write(token)
			}
		case xml.EndElement:
			inside = false
			if name := token.Name.Local; name == "si" || name == "is" {
				all = append(all, said.String())
				said.Reset()
			}
		}
	}
}
