package diag

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// sarifSchemaOf compiles the schema that OASIS gives for SARIF 2.1.0.
func sarifSchemaOf(t *testing.T) *jsonschema.Schema {
	t.Helper()
	f, err := os.Open("../../testdata/schemas/sarif-2.1.0.json")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	tree, err := jsonschema.UnmarshalJSON(f)
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource(sarifSchema, tree); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(sarifSchema)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSARIFIsValid(t *testing.T) {
	schema := sarifSchemaOf(t)
	for name, run := range map[string]*Run{"sample": sample(), "empty": {}} {
		for _, l := range []Lang{ZH, EN} {
			tree, err := jsonschema.UnmarshalJSON(strings.NewReader(written(t, "sarif", run, l)))
			if err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(tree); err != nil {
				t.Errorf("%s, %s: %v", name, l, err)
			}
		}
	}
}

func TestSARIFRulesHaveTheirPages(t *testing.T) {
	var log sarifLog
	if err := json.Unmarshal([]byte(inFormat(t, "sarif", ZH)), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	for _, rule := range run.Tool.Driver.Rules {
		if rule.Help.Markdown != Page(rule.ID, ZH) || rule.Help.Markdown == "" || rule.ShortDescription.Text == "" || rule.Name == "" {
			t.Errorf("the rule %+v lacks something", rule)
		}
	}
	for _, x := range run.Results {
		if run.Tool.Driver.Rules[x.RuleIndex].ID != x.RuleID {
			t.Errorf("%s points to the rule of %s", x.RuleID, run.Tool.Driver.Rules[x.RuleIndex].ID)
		}
	}
}

func TestFilesAreURIs(t *testing.T) {
	for file, want := range map[string]string{
		"d.yaml":         "d.yaml",
		"各区/甲 区.yaml":    "%E5%90%84%E5%8C%BA/%E7%94%B2%20%E5%8C%BA.yaml",
		"a:b.yaml":       "./a:b.yaml",
		"50%#?.csv":      "50%25%23%3F.csv",
		"../d.yaml":      "../d.yaml",
		"/srv/数据/d.yaml": "file:///srv/%E6%95%B0%E6%8D%AE/d.yaml",
		"-":              "-",
	} {
		if got := uri(file); got != want {
			t.Errorf("uri(%q) = %q, want %q", file, got, want)
		}
	}
}

func TestIdentifierIsOneWord(t *testing.T) {
	for title, want := range map[string]string{
		"A total or formula disagrees with its parts": "ATotalOrFormulaDisagreesWithItsParts",
		"A fault of the tool's own":                   "AFaultOfTheToolsOwn",
		"A fall said in 倍":                            "AFallSaidIn",
	} {
		if got := identifier(title); got != want {
			t.Errorf("identifier(%q) = %q, want %q", title, got, want)
		}
	}
}
