package report_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jianbao/report"
	"jianbao/report/manifest"
)

// TestTheCityExample builds the city and its districts, each by itself.
func TestTheCityExample(t *testing.T) {
	out := t.TempDir()
	o := report.Build(t.Context(), []string{"../testdata/city"}, strings.NewReader(""), report.Options{Out: out, Jobs: 2})
	defer o.Close()
	summary := o.Run().Summary()
	if summary.Files != 4 || summary.Checks != summary.Consistent || summary.Checks < 9 || summary.Errors+summary.Warnings > 0 {
		t.Errorf("%+v", summary)
	}
	if len(o.Written()) != 8 {
		t.Errorf("written are %v", o.Written())
	}
	record, err := os.ReadFile(filepath.Join(out, manifest.Name))
	if err != nil {
		t.Fatal(err)
	}
	m, err := manifest.Parse(record)
	if err != nil {
		t.Fatal(err)
	}
	city, _ := m.District("city")
	if len(city.Inputs) != 4 || city.Inputs[1].Path != "districts/binhe.yaml" {
		t.Errorf("the city's inputs are %v", city.Inputs)
	}
}

// TestEveryDamagedDistrictIsNamed damages one figure of one district at a time.
// The city's own figures and checks show it, and name the figure in its file.
func TestEveryDamagedDistrictIsNamed(t *testing.T) {
	for _, c := range []struct{ file, right, wrong, figure, suggestion string }{
		{"binhe", "268.35亿元", "286.35亿元", "members.gdp[滨河区]", "268.35"},
		{"binhe", "268.35亿元", "268.35万元", "members.gdp[滨河区]", "2683500"},
		{"gucheng", "231.08亿元", "2310.8亿元", "members.gdp[古城区]", "231.08"},
		{"shanqian", "1516400万元", "15116400万元", "members.gdp[山前县]", "1516400"},
		{"shanqian", "142.9亿元", "124.9亿元", "members_2025_H1.gdp[山前县]", "142.9"},
		{"gucheng", "402家", "420家", "members.firms[古城区]", "402"},
		{"shanqian", "314家", "3114家", "members.firms[山前县]", "314"},
	} {
		folder := t.TempDir()
		if err := os.CopyFS(folder, os.DirFS("../testdata/city")); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(folder, "districts", c.file+".yaml")
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		damaged := strings.Replace(string(text), c.right, c.wrong, 1)
		if damaged == string(text) {
			t.Fatalf("%s is not in %s", c.right, path)
		}
		if err := os.WriteFile(path, []byte(damaged), 0o666); err != nil {
			t.Fatal(err)
		}
		found := report.Check([]string{filepath.Join(folder, "city.yaml")}, strings.NewReader(""), false).Run().Files[0].Findings
		named := false
		for _, f := range found {
			for _, h := range f.Hints {
				named = named || h.Figure == c.figure && h.Suggestion == c.suggestion
			}
		}
		if !named {
			t.Errorf("%s for %s in %s: no hint of %d findings says so", c.wrong, c.right, c.file, len(found))
		}
	}
}
