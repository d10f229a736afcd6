package load

import "jianbao/report/diag"

// form is what a value of the format looks like to a program that knows only
// the types YAML gives to scalars: `2021` is a number to an editor, a text here.
// So a form allows every type that what can be written there may have.
type form func(*definitions) *schemaNode

// like adds values as they are written, for an editor to offer.
func (f form) like(examples ...any) form {
	return func(d *definitions) *schemaNode {
		n := *f(d)
		n.Examples = examples
		return &n
	}
}

func plain(n schemaNode) form {
	return func(*definitions) *schemaNode { return &n }
}

// oneOf is the form of what (*reader).word reads.
func oneOf(words []string) form {
	var values []any
	for _, w := range words {
		values = append(values, w)
	}
	return plain(schemaNode{Enum: values})
}

// listOf is a list of values of one form.
func listOf(element form) form {
	return func(d *definitions) *schemaNode {
		return &schemaNode{Type: []string{"array"}, Items: element(d)}
	}
}

// mapping is a mapping with the keys of a table and no others. The rules add
// what holds between keys.
func mapping[T any](name string, what diag.Text, fields []field[T], rules ...func(*schemaNode)) form {
	return func(d *definitions) *schemaNode {
		if !d.begun(name) {
			n := mappingNode(d, fields)
			n.Description = bilingual(what)
			for _, rule := range rules {
				rule(n)
			}
			d.finish(name, n)
		}
		return &schemaNode{Ref: "#/$defs/" + name}
	}
}

func mappingNode[T any](d *definitions, fields []field[T]) *schemaNode {
	n := &schemaNode{Type: []string{"object"}, AdditionalProperties: false}
	for _, f := range fields {
		value := *f.form(d)
		value.Description = bilingual(f.say)
		if f.need == required {
			n.Required = append(n.Required, f.key)
		} else {
			value.allowNull()
		}
		n.Properties = append(n.Properties, property{f.key, &value})
	}
	return n
}

// The rules between keys. In each list of them at least one must be there, or
// exactly one.

func atLeastOne(keys ...string) func(*schemaNode) {
	return func(n *schemaNode) { n.AnyOf = eachRequired(keys) }
}

func exactlyOne(keys ...string) func(*schemaNode) {
	return func(n *schemaNode) { n.OneOf = eachRequired(keys) }
}

func eachRequired(keys []string) []*schemaNode {
	var all []*schemaNode
	for _, k := range keys {
		all = append(all, &schemaNode{Required: []string{k}})
	}
	return all
}

// needs says that a key makes no sense without another.
func needs(key, other string) func(*schemaNode) {
	return func(n *schemaNode) { n.DependentRequired = map[string][]string{key: {other}} }
}

// columnsToo lets a mapping take the ids of its table's columns as keys, which
// no schema can know.
func columnsToo(say diag.Text, value form) func(*schemaNode) {
	return func(n *schemaNode) {
		v := *value(nil)
		v.Description = bilingual(say)
		v.allowNull()
		n.AdditionalProperties = &v
	}
}

// Letters of any script are told by what they are not, the signs of ASCII and
// Latin-1: a class such as \p{L} is read neither by Python's validators nor,
// without a flag, by JavaScript's. The loader itself asks Unicode, and so refuses
// the signs of other scripts too.
const signs = `\x5b-\x5e\x60\x7b-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\xd7\xf7`

// The forms of single values.
var (
	aText   = plain(schemaNode{Type: scalarTypes})
	aTruth  = plain(schemaNode{Type: []string{"boolean", "string"}, Pattern: `^(true|false)$`})
	aNameID = plain(schemaNode{Type: []string{"string"}, Pattern: `^[^\x00-\x40` + signs + `][^\x00-\x2f\x3a-\x40` + signs + `]*$`,
		Not: &schemaNode{Enum: []any{"and", "or", "not"}}})
	aLabelID = plain(schemaNode{Type: scalarTypes, Pattern: `^[^\x00-\x2c\x2f\x3a-\x40` + signs + `]+$`})
	aPeriod  = plain(schemaNode{Type: []string{"string", "integer"}, Minimum: bound(1900), Maximum: bound(2200),
		Pattern: `^\s*[0-9]{4}(-(H[12]|Q[1-4]|[01][0-9](-[0-3][0-9])?))?(\.\.[0-9]{4}(-(H[12]|Q[1-4]|[01][0-9]))?)?\s*$`}).
		like(2021, "2021-H1", "2021-Q2", "2021-06", "2021-01..2021-06", "2016..2020", "2021-06-30")
	aDate     = plain(schemaNode{Type: []string{"string"}, Pattern: `^[0-9]{4}-[01][0-9]-[0-3][0-9]$`}).like("2021-08-27")
	aFigure   = plain(schemaNode{Type: []string{"string", "number"}})
	aUnit     = plain(schemaNode{Type: []string{"string"}}).like("亿元", "家", "%", "万吨")
	aRank     = plain(schemaNode{Type: []string{"integer", "string"}, Minimum: bound(1), Pattern: `^[1-9][0-9]*$`})
	aPath     = plain(schemaNode{Type: []string{"string"}})
	aDecimals = plain(schemaNode{Type: []string{"integer", "string"}, Minimum: bound(-mostDecimals), Maximum: bound(mostDecimals), Pattern: `^(exact|[+-]?[0-9]+)$`}).like(2, 0, -3, "exact")
	someTexts = listOf(aText)
	someCells = listOf(listOf(plain(schemaNode{Type: scalarOrNull})))
	byColumn  = plain(schemaNode{Type: []string{"object"}, AdditionalProperties: &schemaNode{
		Type: scalarOrNull}})
)

// The types that an editor may see in a text.
var (
	scalarTypes  = []string{"string", "number", "boolean"}
	scalarOrNull = []string{"string", "number", "boolean", "null"}
)

func bound(n int) *int { return &n }
