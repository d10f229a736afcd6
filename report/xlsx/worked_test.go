package xlsx

import (
	"testing"

	"jianbao/report/check"
	"jianbao/report/compose"
	"jianbao/report/document"
	"jianbao/report/load"
)

// workedExample is the document of testdata/gangcheng.
func workedExample(t testing.TB) *document.Document {
	t.Helper()
	return composed(t, "../../testdata/gangcheng/gangcheng-2021.yaml")
}

// composed is the document of a data file that must load without findings, with
// what the checks found.
func composed(t testing.TB, path string) *document.Document {
	t.Helper()
	d, findings := load.File(path, load.Options{})
	for _, f := range findings {
		t.Fatal(f.Message)
	}
	result := check.Check(d)
	texts, findings := compose.Texts(d, result, nil)
	for _, f := range findings {
		t.Fatal(f.Message)
	}
	doc := compose.Compose(d, result, texts)
	doc.Findings = result.Findings
	return doc
}

func TestLibreOfficeComputesTheWorkedExample(t *testing.T) {
	recomputes(t, workedExample(t))
}

func TestLibreOfficeComputesConditionsOnWordsDatesAndFigures(t *testing.T) {
	recomputes(t, composed(t, "testdata/conditions.yaml"))
}

func TestLibreOfficeComputesTheDraft(t *testing.T) {
	recomputes(t, composed(t, "testdata/draft.yaml"))
}
