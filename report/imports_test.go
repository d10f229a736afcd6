package report_test

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// mayImport says for each package which of the module's others it may import,
// and which libraries it alone may know. A line of code knows its room by this.
var mayImport = map[string][]string{
	"cmd/jianbao":                {"report", "report/diag", "report/manifest", "report/metrics"},
	"report":                     {"report/check", "report/compose", "report/dataset", "report/diag", "report/document", "report/figure", "report/load", "report/manifest", "report/outfolder", "report/pdf", "report/period", "report/prose", "report/style", "report/transcribe", "report/typeface", "report/typeset", "report/xlsx", "report/xlsx/form", "fonts", "templates"},
	"report/check":               {"report/dataset", "report/diag", "report/exact", "report/expr", "report/figure", "report/network", "report/period", "report/relation"},
	"report/compose":             {"report/check", "report/dataset", "report/diag", "report/document", "report/exact", "report/figure", "report/period", "report/relation"},
	"report/dataset":             {"report/diag", "report/figure", "report/period"},
	"report/diag":                {},
	"report/document":            {"report/dataset", "report/diag", "report/figure", "report/relation"},
	"report/expr":                {"report/diag"},
	"report/exact":               {},
	"report/figure":              {"report/diag", "report/exact"},
	"report/load":                {"report/dataset", "report/diag", "report/expr", "report/figure", "report/pattern", "report/period", "report/style"},
	"report/manifest":            {"report/diag"},
	"report/metrics":             {},
	"report/outfolder":           {"report/diag", "report/manifest"},
	"report/network":             {"report/exact", "report/figure"},
	"report/pdf":                 {"report/style", "report/typeface", "report/typeset"},
	"report/pdf/pdftest":         {}, // for tests
	"report/pattern":             {},
	"report/period":              {"report/diag"},
	"report/prose":               {"report/diag", "report/exact", "report/figure", "report/pattern", "report/period"},
	"report/relation":            {"report/dataset", "report/diag", "report/exact", "report/expr", "report/figure", "report/period"},
	"report/style":               {"report/diag"},
	"report/typeface":            {},
	"report/typeset/typesettest": {"fonts", "report/dataset", "report/diag", "report/document", "report/figure", "report/load", "report/style", "report/typeface", "report/typeset", "templates"}, // for tests
	"report/typeset":             {"report/dataset", "report/diag", "report/document", "report/exact", "report/figure", "report/style", "report/typeface"},
	"report/transcribe":          {"report/diag", "report/figure", "report/load", "report/pattern", "report/period", "report/xlsx/foreign"},
	"report/xlsx/foreign":        {"report/diag", "report/figure", "report/pattern"},
	"report/xlsx/form":           {"report/dataset", "report/diag", "report/exact", "report/figure", "report/xlsx/foreign"},
	"report/xlsx/xlsxtest":       {}, // for tests
	"report/xlsx":                {"report/dataset", "report/diag", "report/document", "report/exact", "report/figure", "report/relation"},
	"fonts":                      {"report/typeface"},
	"fonts/cut":                  {"fonts/repertoire", "report/typeface"},
	"fonts/repertoire":           {},
	"templates":                  {},
	"report/internal/golden":     {},
}

// onlyIn names libraries that one package alone may import, or a few.
var onlyIn = map[string]string{
	"github.com/xuri/excelize":    "report/xlsx report/xlsx/form", // to write workbooks, and to work out the formulas of forms
	"github.com/jung-kurt/gofpdf": "report/pdf",
	"go.yaml.in/yaml":             "report/load",
	"github.com/urfave/cli":       "cmd/jianbao",
	"encoding/csv":                "report/load",
	"text/template":               "report/compose",
	"github.com/gofrs/flock":      "report/outfolder",
	"github.com/schollz":          "cmd/jianbao",
}

func TestPackagesKnowOnlyWhatTheyMay(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}}: {{join .Imports " "}}`, "jianbao/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		path, imports, _ := strings.Cut(line, ": ")
		name := strings.TrimPrefix(path, "jianbao/")
		allowed, known := mayImport[name]
		if !known {
			t.Errorf("package %s has no rule; say in mayImport what it may know", name)
			continue
		}
		for _, imported := range strings.Fields(imports) {
			if inner, ours := strings.CutPrefix(imported, "jianbao/"); ours && !slices.Contains(allowed, inner) {
				t.Errorf("%s imports %s, which it may not know", name, inner)
			}
			for library, owner := range onlyIn {
				if strings.HasPrefix(imported, library) && !slices.Contains(strings.Fields(owner), name) {
					t.Errorf("%s imports %s, which only %s may know", name, imported, owner)
				}
			}
			if slices.Contains([]string{"os", "time"}, imported) && clockless[name] {
				t.Errorf("%s imports %s: clock and environment live in cmd, files in report, load and fonts", name, imported)
			}
		}
	}
}

// clockless packages are plain functions of values: no clock, no environment,
// no files.
var clockless = map[string]bool{
	"report/check": true, "report/compose": true, "report/dataset": true, "report/diag": true,
	"report/document": true, "report/exact": true, "report/expr": true, "report/figure": true, "report/manifest": true, "report/metrics": true,
	"report/network": true, "report/period": true,
	"report/prose": true, "report/relation": true, "report/style": true, "report/transcribe": true, "report/typeface": true, "report/typeset": true,
}
