package load

import (
	"bytes"
	"encoding/json"
	"slices"

	"jianbao/report/diag"
)

// Schema gives the JSON Schema (draft 2020-12) of the data format, for editors
// that offer keys and show what they are for. It is made of the tables by which
// files are read, so that the two cannot differ in their keys.
//
// It holds less than the reader does: that a figure, an expression or a name
// can be read is beyond it. Beside `$defs` it keeps to keywords that older
// editors know too.
func Schema() []byte {
	d := &definitions{}
	root := mappingNode(d, fileKeys)
	root.Schema = "https://json-schema.org/draft/2020-12/schema"
	root.Title = "简报数据文件 jianbao data file"
	root.Defs = d.made
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	_ = e.Encode(root) // cannot fail: a tree of texts and whole numbers into memory
	return b.Bytes()
}

// definitions are the mappings that the schema names, in the order in which
// the format comes to them.
type definitions struct {
	names []string
	made  properties
}

// begun reports whether a mapping is defined already, and that it now is.
func (d *definitions) begun(name string) bool {
	if slices.Contains(d.names, name) {
		return true
	}
	d.names = append(d.names, name)
	return false
}

func (d *definitions) finish(name string, n *schemaNode) {
	d.made = append(d.made, property{name, n})
}

// schemaNode is a schema, with the keywords in use.
type schemaNode struct {
	Schema            string              `json:"$schema,omitempty"`
	Title             string              `json:"title,omitempty"`
	Description       string              `json:"description,omitempty"`
	Ref               string              `json:"$ref,omitempty"`
	Type              types               `json:"type,omitempty"`
	Enum              []any               `json:"enum,omitempty"`
	Not               *schemaNode         `json:"not,omitempty"`
	Pattern           string              `json:"pattern,omitempty"`
	Minimum           *int                `json:"minimum,omitempty"`
	Maximum           *int                `json:"maximum,omitempty"`
	Items             *schemaNode         `json:"items,omitempty"`
	Properties        properties          `json:"properties,omitempty"`
	Required          []string            `json:"required,omitempty"`
	DependentRequired map[string][]string `json:"dependentRequired,omitempty"`
	AnyOf             []*schemaNode       `json:"anyOf,omitempty"`
	OneOf             []*schemaNode       `json:"oneOf,omitempty"`
	// AdditionalProperties is false, or the schema of keys not listed.
	AdditionalProperties any        `json:"additionalProperties,omitempty"`
	Examples             []any      `json:"examples,omitempty"`
	Defs                 properties `json:"$defs,omitempty"`
}

// allowNull lets the value be left empty, which is reading as if the key were
// not there, or says that a figure is missing.
func (n *schemaNode) allowNull() {
	if n.Enum != nil {
		n.Enum = append(slices.Clone(n.Enum), nil)
	} else {
		n.Type = append(slices.Clone(n.Type), "null")
	}
}

// types are those that a value may have.
type types []string

// MarshalJSON writes a single type as a word, as people do.
func (t types) MarshalJSON() ([]byte, error) {
	if len(t) == 1 {
		return json.Marshal(t[0])
	}
	return json.Marshal([]string(t))
}

// properties are named schemas in an order of their own.
type properties []property

type property struct {
	name string
	node *schemaNode
}

// MarshalJSON writes an object in the order of its properties.
func (p properties) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, x := range p {
		if i > 0 {
			b.WriteByte(',')
		}
		name, err := plainJSON(x.name)
		if err != nil {
			return nil, err
		}
		node, err := plainJSON(x.node)
		if err != nil {
			return nil, err
		}
		b.Write(name)
		b.WriteByte(':')
		b.Write(node)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// plainJSON writes JSON with < > and & as they are.
func plainJSON(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSpace(b.Bytes()), err
}

// bilingual is a description for readers of either language.
func bilingual(t diag.Text) string {
	return t.In(diag.ZH) + "\n" + t.In(diag.EN)
}
