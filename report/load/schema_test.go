package load

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"

	"jianbao/report/diag"
	"jianbao/report/internal/golden"
)

func TestSchemaIsAsKept(t *testing.T) {
	golden.Check(t, "../../testdata/golden/briefing.schema.json", Schema())
}

// TestSchemaPatternsAreReadEverywhere keeps to what Go's, Python's and
// JavaScript's regular expressions share.
func TestSchemaPatternsAreReadEverywhere(t *testing.T) {
	for _, pattern := range regexp.MustCompile(`"pattern": "[^"]*"`).FindAllString(string(Schema()), -1) {
		for _, escape := range regexp.MustCompile(`\\\\.`).FindAllString(pattern, -1) {
			if !strings.Contains(`\\s\\.\\x`, escape) {
				t.Errorf("%s holds %s", pattern, escape)
			}
		}
	}
}

// compiled is the schema, held against its metaschema by the compiler.
func compiled(t *testing.T) *jsonschema.Schema {
	t.Helper()
	tree, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("briefing.schema.json", tree); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("briefing.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// shaped are the codes of findings that a schema can make as well; the others
// are about what stands in a text.
var shaped = []diag.Code{diag.UnknownKey, diag.MissingKey, diag.WrongShape, diag.BadValue}

func TestSchemaAcceptsWhatTheLoaderAccepts(t *testing.T) {
	schema := compiled(t)
	for _, pattern := range []string{"rules/*/ok.yaml", "gangcheng/*.yaml", "minimal/*.yaml"} {
		files, err := filepath.Glob("../../testdata/" + pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: no file, %v", pattern, err)
		}
		for _, file := range files {
			if err := schema.Validate(editorsView(t, file)); err != nil {
				t.Errorf("%s: %v", file, err)
			}
		}
	}
	for _, code := range shaped {
		if schema.Validate(editorsView(t, "../../testdata/rules/"+string(code)+"/bad.yaml")) == nil {
			t.Errorf("the schema finds nothing in the bad file of %s", code)
		}
	}
}

func editorsView(t *testing.T, file string) any {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return asEditorsSee(t, string(text))
}

// asEditorsSee decodes YAML as a program does that knows nothing of the format:
// scalars have the types of YAML 1.2's core schema.
func asEditorsSee(t *testing.T, text string) any {
	t.Helper()
	var document yaml.Node
	if err := yaml.Unmarshal([]byte(text), &document); err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	return coreValue(document.Content[0])
}

var coreNumber = regexp.MustCompile(`^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$`)

func coreValue(n *yaml.Node) any {
	switch n.Kind {
	case yaml.MappingNode:
		m := map[string]any{}
		for i := 0; i < len(n.Content); i += 2 {
			if _, again := m[n.Content[i].Value]; !again { // as the loader, which takes the first
				m[n.Content[i].Value] = coreValue(n.Content[i+1])
			}
		}
		return m
	case yaml.SequenceNode:
		all := []any{}
		for _, c := range n.Content {
			all = append(all, coreValue(c))
		}
		return all
	case yaml.AliasNode:
		return coreValue(n.Alias)
	}
	switch {
	case n.Style != 0:
		return n.Value
	case isNull(n):
		return nil
	case slices.Contains([]string{"true", "True", "TRUE", "false", "False", "FALSE"}, n.Value):
		return strings.EqualFold(n.Value, "true")
	case coreNumber.MatchString(n.Value):
		v, _ := strconv.ParseFloat(n.Value, 64)
		return v
	}
	return n.Value
}

// mappings are the mappings of the format by their names in the schema, each
// as a file that has one with a place (%s) for more keys at its beginning.
var mappings = map[string]string{
	"":            "%sversion: 1\n" + fileRest,
	"district":    probe("{%sname: 甲区}", "[]", ""),
	"source":      probe("{name: 甲区}", "[]", "sources: [{%sid: a, title: b}]"),
	"section":     probe("{name: 甲区}", "[{%sid: a, title: b}]", ""),
	"check":       probe("{name: 甲区}", "[]", "checks: [{%sid: a, assert: 1 < 2}]"),
	"exception":   probe("{name: 甲区}", "[]", "exceptions: [{%scheck: a, reason: b, until: 2021-12-31}]"),
	"indicator":   probe("{name: 甲区}", "[{id: a, title: b, indicators: [{%sid: c, name: d, value: 1个}]}]", ""),
	"observation": probe("{name: 甲区}", "[{id: a, title: b, indicators: [{id: c, name: d, observations: [{%svalue: 1个}]}]}]", ""),
	"table":       probe("{name: 甲区}", "[{id: a, title: b, tables: [{%sid: c, title: d, columns: [{id: e, title: f}], rows: []}]}]", ""),
	"column":      probe("{name: 甲区}", "[{id: a, title: b, tables: [{id: c, title: d, columns: [{%sid: e, title: f}], rows: []}]}]", ""),
	"total":       probe("{name: 甲区}", "[{id: a, title: b, tables: [{id: c, title: d, columns: [{id: e, title: f, unit: 个}], rows: [[1]], totals: [{%slabel: g}]}]}]", ""),
	"chart":       probe("{name: 甲区}", "[{id: a, title: b, charts: [{%stype: bar, of: []}]}]", ""),
}

const fileRest = "district: {name: 甲区}\ntitle: 测试\nperiod: 2021\npublished: 2021-08-27\nsections: []\n"

func probe(district, sections, more string) string {
	return fmt.Sprintf("version: 1\ndistrict: %s\ntitle: 测试\nperiod: 2021\npublished: 2021-08-27\nsections: %s\n%s\n", district, sections, more)
}

// with gives the mapping's file with one more key, before all others; where it
// is there already, the first is the one that counts.
func with(mapping, key, value string) string {
	ending := ", "
	if mapping == "" {
		ending = "\n"
	}
	return strings.Replace(mappings[mapping], "%s", key+": "+value+ending, 1)
}

// The loader says which keys it knows, and which words, when it is given one
// that is like none of them.
const unlike = "ⱦⱦⱦⱦ"

func hinted(t *testing.T, text, key string, code diag.Code) string {
	t.Helper()
	_, found := Bytes("d.yaml", []byte(text), nil, Options{})
	for _, f := range found {
		if f.Code != code || !strings.Contains(f.Message.In(diag.EN), strconv.Quote(unlike)) {
			continue
		}
		if code == diag.BadValue {
			_, words, _ := strings.Cut(f.Message.In(diag.EN), ", only ")
			return words
		}
		return strings.TrimPrefix(f.Hints[0].Message.In(diag.EN), "the keys are: ")
	}
	t.Errorf("the loader says nothing of %s in\n%s", key, text)
	return ""
}

// tree is the schema as any reader of JSON sees it.
type tree struct {
	Properties map[string]struct {
		Enum        []any  `json:"enum"`
		Description string `json:"description"`
	} `json:"properties"`
	Additional any              `json:"additionalProperties"`
	Defs       map[string]*tree `json:"$defs"`
}

func TestSchemaHasTheKeysAndWordsOfTheLoader(t *testing.T) {
	var root tree
	if err := json.Unmarshal(Schema(), &root); err != nil {
		t.Fatal(err)
	}
	nodes := maps.Clone(root.Defs)
	nodes[""] = &root
	if got, want := slices.Sorted(maps.Keys(nodes)), slices.Sorted(maps.Keys(mappings)); !slices.Equal(got, want) {
		t.Fatalf("the schema has the mappings %q, the test knows %q", got, want)
	}
	for name, node := range nodes {
		known := strings.Split(hinted(t, with(name, unlike, "1"), unlike, diag.UnknownKey), ", ")
		if name == "total" { // which takes its table's columns as well
			known = slices.DeleteFunc(known, func(k string) bool { return k == "e" })
		} else if node.Additional != false {
			t.Errorf("%q takes unknown keys", name)
		}
		slices.Sort(known)
		if got := slices.Sorted(maps.Keys(node.Properties)); !slices.Equal(got, known) {
			t.Errorf("%q: the schema has the keys %q, the loader %q", name, got, known)
		}
		for key, property := range node.Properties {
			if zh, en, ok := strings.Cut(property.Description, "\n"); !ok || zh == "" || en == "" {
				t.Errorf("%q: %s is described as %q", name, key, property.Description)
			}
			if property.Enum == nil || key == "version" {
				continue
			}
			words := strings.Split(hinted(t, with(name, key, unlike), key, diag.BadValue), " | ")
			var listed []string
			for _, w := range property.Enum {
				if text, ok := w.(string); ok {
					listed = append(listed, text)
				}
			}
			if !slices.Equal(listed, words) {
				t.Errorf("%q: the schema has the words %q for %s, the loader %q", name, listed, key, words)
			}
		}
	}
}

// Values an editor takes for numbers, truth or nothing are texts to the loader.
func TestSchemaJudgesValuesAsTheLoaderDoes(t *testing.T) {
	schema := compiled(t)
	for _, test := range []struct{ mapping, key, value string }{
		{"", "period", "2021"}, {"", "period", "2021-06"}, {"", "period", "2021-01..2021-06"}, {"", "period", "2021H1"},
		{"", "period", "2021-Q5"}, {"", "issuer", "2021"}, {"", "issuer", "true"}, {"", "issuer", ""},
		{"", "issuer", "[a]"}, {"", "published", "2021-8-27"}, {"", "title", ""}, {"", "sources", ""}, {"", "sources", "press"},
		{"", "rounding", "up"}, {"", "version", `"1"`}, {"", "version", "2"},
		{"district", "code", "370117"}, {"district", "code", `"370117"`}, {"district", "code", `"3701"`},
		{"district", "parent", "{a: b}"},
		{"section", "id", "一-2.3"}, {"section", "id", "a b"}, {"section", "id", "2021"}, {"section", "text", "[a]"},
		{"indicator", "id", "x2"}, {"indicator", "id", "2x"}, {"indicator", "id", "村"}, {"indicator", "id", "and"}, {"indicator", "id", "a-b"},
		{"indicator", "id", "ｘ２"}, {"indicator", "id", "_é2"}, {"indicator", "id", "a×b"}, {"section", "id", "甲/乙"},
		{"indicator", "value", "33"}, {"indicator", "value", "3.30"}, {"indicator", "value", ""}, {"indicator", "value", "[1]"},
		{"indicator", "decimals", "2"}, {"indicator", "decimals", "-3"}, {"indicator", "decimals", "exact"}, {"indicator", "decimals", "two"},
		{"indicator", "decimals", "16"}, {"indicator", "rank", "1"}, {"indicator", "rank", "0"}, {"indicator", "rank", `"3"`},
		{"indicator", "names", "[甲, 2]"}, {"indicator", "names", "[甲, null]"}, {"indicator", "names", "甲"},
		{"indicator", "share", "70"}, {"indicator", "formula", "5"}, {"indicator", "formula", "[a]"},
		{"observation", "status", "target"}, {"observation", "status", "planned"}, {"observation", "status", ""},
		{"indicator", "flow", "true"}, {"table", "sample", "true"}, {"table", "sample", `"false"`}, {"table", "sample", "yes"},
		{"total", "where", "{e: 1}"}, {"total", "where", "[e]"}, {"total", "count", "1"}, {"total", "count", ""}, {"total", "e", "1"}, {"total", "e", "[1]"},
		{"chart", "type", "line"}, {"chart", "type", "pie"},
	} {
		text := with(test.mapping, test.key, test.value)
		_, found := Bytes("d.yaml", []byte(text), nil, Options{})
		found = slices.DeleteFunc(found, func(f diag.Finding) bool { return f.Code == diag.DuplicateKey })
		err := schema.Validate(asEditorsSee(t, text))
		if (len(found) == 0) != (err == nil) {
			t.Errorf("%s of %q as %s: the loader finds %v, the schema %v in\n%s", test.key, test.mapping, test.value, found, err, text)
		}
	}
}
