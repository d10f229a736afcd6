package load

import (
	"strings"
	"unicode"
	"unicode/utf16"

	"go.yaml.in/yaml/v3"

	"jianbao/report/dataset"
	"jianbao/report/diag"
)

// entry is one key of a mapping with its value.
type entry struct{ key, value *yaml.Node }

// isNull reports whether nothing was written, or one of YAML's words for it.
// Every other word of YAML's (yes, 0x1F, 2021-06) is a text here.
func isNull(n *yaml.Node) bool {
	if n.Kind != yaml.ScalarNode || n.Style != 0 {
		return false
	}
	switch n.Value {
	case "", "~", "null", "Null", "NULL":
		return true
	}
	return false
}

// shape names what a node is, in plain words.
func shape(n *yaml.Node) diag.Text {
	switch {
	case n.Kind == yaml.MappingNode:
		return diag.Say("一组“键: 值”", "a mapping")
	case n.Kind == yaml.SequenceNode:
		return diag.Say("列表", "a list")
	case isNull(n):
		return diag.Say("空值", "nothing")
	}
	return diag.Say("“%s”", "the text %q", shortened(n.Value))
}

// shortened cuts a text for a message.
func shortened(s string) string {
	const most = 40
	if i := offset(s, most); i < len(s) {
		return s[:i] + "…"
	}
	return s
}

// report adds a finding of severity error.
func (r *reader) report(code diag.Code, at diag.Place, say diag.Text, hints ...diag.Hint) {
	r.found.add(diag.Finding{Code: code, Severity: diag.Error, Place: at, Message: say, Hints: hints})
}

func (r *reader) place(n *yaml.Node) diag.Place { return r.src.place(n) }

// wrongShape says that a key's value is not what the format wants there.
func (r *reader) wrongShape(e entry, wanted diag.Text, hints ...diag.Hint) {
	if e.key == nil {
		r.report(diag.WrongShape, r.place(e.value), diag.Say("这里应为%s，写的是%s", "this should be %s but is %s", wanted, shape(e.value)), hints...)
		return
	}
	r.report(diag.WrongShape, r.place(e.value),
		diag.Say("“%s”应为%s，写的是%s", "%q should be %s but is %s", e.key.Value, wanted, shape(e.value)), hints...)
}

// scalar is the text of a value as written.
func (r *reader) scalar(e entry) (dataset.Text, bool) {
	if e.value.Kind != yaml.ScalarNode {
		var hints []diag.Hint
		if e.value.Kind == yaml.MappingNode && e.value.Style&yaml.FlowStyle != 0 {
			hints = append(hints, diag.Hint{Kind: "quote", Message: diag.Say(
				"以 { 开头的文字要加引号，或写在 | 之后的各行", "put a text that begins with { in quotes, or on lines of its own after |")})
		}
		r.wrongShape(e, diag.Say("一个值", "a single value"), hints...)
		return dataset.Text{}, false
	}
	t := dataset.Text{Value: e.value.Value, Place: r.place(e.value)}
	r.fits(t)
	return t, true
}

// fits reports a text that no cell of a workbook holds.
func (r *reader) fits(t dataset.Text) {
	if len(t.Value) > r.limits.TextLength && utf16Length(t.Value) > r.limits.TextLength {
		r.report(diag.OverLimit, t.Place, diag.Say("文字有 %d 个字符，超过单元格能容纳的 %d 个",
			"the text has %d characters, more than the %d a cell holds", utf16Length(t.Value), r.limits.TextLength))
	}
}

func utf16Length(s string) int {
	n := 0
	for _, c := range s {
		n += max(utf16.RuneLen(c), 1)
	}
	return n
}

// list is the elements of a list; an entry for each, without a key.
func (r *reader) list(e entry) []entry {
	if e.value.Kind != yaml.SequenceNode {
		var hints []diag.Hint
		if e.value.Kind == yaml.ScalarNode {
			hints = append(hints, diag.Hint{Kind: "list", Suggestion: "[" + e.value.Value + "]",
				Message: diag.Say("只有一个也写成列表：[%s]", "write a list even of one: [%s]", shortened(e.value.Value))})
		}
		r.wrongShape(e, diag.Say("列表", "a list"), hints...)
		return nil
	}
	elements := make([]entry, len(e.value.Content))
	for i, n := range e.value.Content {
		elements[i].value = n
	}
	return elements
}

// texts is a list of single values, none of them empty.
func (r *reader) texts(e entry) []dataset.Text {
	var all []dataset.Text
	for _, element := range r.list(e) {
		if isNull(element.value) {
			r.wrongShape(element, diag.Say("一个值", "a single value"))
			continue
		}
		if t, ok := r.scalar(element); ok {
			all = append(all, t)
		}
	}
	return all
}

// word is a value that must be one of a few.
func (r *reader) word(e entry, known ...string) (string, bool) {
	t, ok := r.scalar(e)
	if !ok {
		return "", false
	}
	for _, k := range known {
		if t.Value == k {
			return k, true
		}
	}
	r.report(diag.BadValue, t.Place, diag.Say("“%s”不能是“%s”，只能是 %s", "%q cannot be %q, only %s",
		e.key.Value, shortened(t.Value), strings.Join(known, " | ")), nearest(t.Value, known)...)
	return "", false
}

// names are those that something may have.
type names struct {
	set   map[string]bool
	first []string // to guess from
}

func (n *names) add(name string) {
	const mostGuessed = 1000
	if n.set == nil {
		n.set = map[string]bool{}
	}
	if !n.set[name] && len(n.first) < mostGuessed {
		n.first = append(n.first, name)
	}
	n.set[name] = true
}

// nearest is the hint that a misspelt word was meant to be a known one. A short
// word is near to any other; only those that share a character are offered.
func nearest(word string, known []string) []diag.Hint {
	var alike []string
	for _, k := range known {
		if strings.ContainsAny(strings.ToLower(k), strings.ToLower(word)) {
			alike = append(alike, k)
		}
	}
	k, ok := diag.Nearest(word, alike)
	if !ok {
		return nil
	}
	return []diag.Hint{{Kind: "nearest", Suggestion: k, Message: diag.Say("是不是“%s”？", "did you mean %q?", k)}}
}

// idKind is a way of naming things.
type idKind struct {
	allowed func(string) bool
	rule    diag.Text
}

// nameID is what an expression can name: indicators, tables, columns.
var nameID = idKind{
	func(s string) bool {
		for i, c := range s {
			if c != '_' && !unicode.IsLetter(c) && (i == 0 || !unicode.IsDigit(c)) {
				return false
			}
		}
		return s != "" && s != "and" && s != "or" && s != "not"
	},
	diag.Say("只用字母、汉字、数字和 _，且不以数字开头；and、or、not 除外",
		"use letters of any script, digits and _, not a digit first; and, or, not are taken"),
}

// labelID is what no expression names: rules, sections, sources.
var labelID = idKind{
	func(s string) bool {
		for _, c := range s {
			if c != '_' && c != '-' && c != '.' && !unicode.IsLetter(c) && !unicode.IsDigit(c) {
				return false
			}
		}
		return s != ""
	},
	diag.Say("只用字母、汉字、数字和 _ - .", "use letters of any script, digits and _ - ."),
}

// id is a scalar that must be an id. One that is not is kept, so that what
// names it still finds it.
func (r *reader) id(e entry, kind idKind) dataset.Text {
	t, ok := r.scalar(e)
	if ok && !kind.allowed(t.Value) {
		r.report(diag.BadValue, t.Place, diag.Say("“%s”不能作 id", "%q cannot be an id", shortened(t.Value)),
			diag.Hint{Kind: "id", Message: kind.rule})
	}
	return t
}

// unique reports an id or label that was given before, with the first place.
func (r *reader) unique(seen map[string]diag.Place, t dataset.Text) {
	if t.Value == "" {
		return
	}
	first, again := seen[t.Value]
	if !again {
		seen[t.Value] = t.Place
		return
	}
	r.found.add(diag.Finding{Code: diag.DuplicateKey, Severity: diag.Error, Place: t.Place,
		Message: diag.Say("“%s”与前面的重复", "%q is taken already", t.Value),
		Related: []diag.Related{{Place: first, Note: diag.Say("先前用在这里", "first used here")}}})
}
