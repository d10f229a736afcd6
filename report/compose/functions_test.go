package compose_test

import (
	"os"
	"strings"
	"testing"

	"jianbao/report/check"
	"jianbao/report/compose"
	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/load"
)

// documented is templates/README.md and the data of its examples.
func documented(t testing.TB) (page string, d *dataset.Dataset) {
	t.Helper()
	raw, err := os.ReadFile("../../templates/README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(raw), "```yaml data\n")
	data, _, ok := strings.Cut(rest, "```\n")
	if !ok {
		t.Fatal("the page has no data")
	}
	d, findings := load.Bytes("d.yaml", []byte(data), nil, load.Options{})
	if d == nil || len(findings) > 0 {
		t.Fatalf("its data do not load: %v", findings)
	}
	if broken := check.Check(d).Findings; len(broken) > 0 {
		t.Fatalf("its data are inconsistent: %s", broken[0].Message)
	}
	return string(raw), d
}

// phrased fills a text in for the last section.
func phrased(d *dataset.Dataset, text string) (string, []diag.Finding) {
	last := d.Sections[len(d.Sections)-1]
	texts, findings := compose.Texts(d, check.Check(d), compose.ReadPhrasing([]compose.TextFile{
		{Section: last.ID.Value, Name: "text.txt", Text: text}}))
	return texts[len(texts)-1].String(), findings
}

func TestFunctionsGiveWhatTheirPageSays(t *testing.T) {
	page, d := documented(t)
	rows := 0
	for line := range strings.Lines(page) {
		cells := strings.Split(strings.ReplaceAll(line, `\|`, "\x00"), "|")
		if len(cells) != 5 || !strings.Contains(cells[1], "`{{") {
			continue
		}
		rows++
		text := strings.ReplaceAll(strings.Trim(cells[1], " `"), "\x00", "|")
		got, findings := phrased(d, text)
		for _, f := range findings {
			t.Errorf("%s: %s", text, f.Message)
		}
		if want := strings.TrimSpace(cells[2]); got != want {
			t.Errorf("%s gives %s, the page says %s", text, got, want)
		}
	}
	if rows < 40 {
		t.Errorf("the page has only %d examples", rows)
	}
}

// TestThePageHasEveryFunction: each function stands in an example.
func TestThePageHasEveryFunction(t *testing.T) {
	page, _ := documented(t)
	for _, name := range compose.FunctionNames() {
		if !strings.Contains(page, name) {
			t.Errorf("templates/README.md does not tell of %s", name)
		}
	}
}
