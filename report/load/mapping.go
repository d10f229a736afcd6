package load

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"jianbao/report/dataset"
	"jianbao/report/diag"
)

// need says whether a key must be there.
type need int

const (
	optional need = iota
	required      // and not empty
	nullable      // optional, and an empty value says something: read sees it
)

// field is one key of a mapping of the format: what it is called, what its
// value looks like and is for, and how it is taken into T.
type field[T any] struct {
	key  string
	need need
	form form
	say  diag.Text
	read func(r *reader, e entry, to *T)
}

// readMapping reads a mapping by its table of keys, in the table's order
// whatever the file's, so that a key may build on those before it. It reports
// whether there was a mapping; then to holds all that could be read.
func readMapping[T any](r *reader, e entry, what diag.Text, fields []field[T], to *T) bool {
	if e.value.Kind != yaml.MappingNode {
		r.wrongShape(e, diag.Say("%s的一组“键: 值”", "the keys of %s", what), colonHint(e.value)...)
		return false
	}
	known := make([]string, len(fields))
	for i, f := range fields {
		known[i] = f.key
	}
	given := r.keys(e.value, what, known)
	for _, f := range fields {
		got, ok := valueOf(given, f.key)
		if ok && (f.need == nullable || !isNull(got.value)) {
			f.read(r, got, to)
			continue
		}
		if f.need == required {
			at := r.place(e.value)
			if ok {
				at = r.place(got.key)
			}
			r.report(diag.MissingKey, at, diag.Say("%s缺少“%s”", "%s lacks %q", what, f.key))
		}
	}
	return true
}

// keys are a mapping's keys, each once; unknown ones and repeated ones are reported.
func (r *reader) keys(n *yaml.Node, what diag.Text, known []string) []entry {
	given := make([]entry, 0, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		e := entry{n.Content[i], n.Content[i+1]}
		if e.key.Kind != yaml.ScalarNode {
			r.report(diag.WrongShape, r.place(e.key), diag.Say("键应为一个词，写的是%s", "a key should be a word but is %s", shape(e.key)))
			continue
		}
		if first, again := valueOf(given, e.key.Value); again {
			r.found.add(diag.Finding{Code: diag.DuplicateKey, Severity: diag.Error, Place: r.place(e.key),
				Message: diag.Say("%s的“%s”写了两次", "%s has %q twice", what, shortened(e.key.Value)),
				Related: []diag.Related{{Place: r.place(first.key), Note: diag.Say("先前写在这里", "first given here")}}})
			continue
		}
		given = append(given, e)
		if !slices.Contains(known, e.key.Value) {
			hints := keyHints(e.key.Value, known)
			if n.Style&yaml.FlowStyle != 0 && i > 0 && isNull(e.value) && !strings.Contains(e.key.Value, "：") {
				hints = []diag.Hint{commaWithin}
			}
			r.report(diag.UnknownKey, r.place(e.key),
				diag.Say("%s没有“%s”这个键", "%s has no key %q", what, shortened(e.key.Value)), hints...)
		}
	}
	return given
}

// valueOf is the entry of a key among those of a mapping, which are few.
func valueOf(given []entry, key string) (entry, bool) {
	for _, e := range given {
		if e.key.Value == key {
			return e, true
		}
	}
	return entry{}, false
}

// keyHints offer the key that was likely meant, or else all there are.
func keyHints(word string, known []string) []diag.Hint {
	for _, k := range habits[word] {
		for _, have := range known {
			if k == have {
				return []diag.Hint{nearestKey(k)}
			}
		}
	}
	if strings.Contains(word, "：") {
		return []diag.Hint{fullWidthColon}
	}
	if k, ok := diag.Nearest(strings.TrimSpace(word), known); ok {
		return []diag.Hint{nearestKey(k)}
	}
	return []diag.Hint{{Kind: "known-keys", Message: diag.Say("可用的键：%s", "the keys are: %s", strings.Join(known, ", "))}}
}

func nearestKey(k string) diag.Hint {
	return diag.Hint{Kind: "nearest-key", Suggestion: k, Message: diag.Say("是不是“%s”？", "did you mean %q?", k)}
}

var fullWidthColon = diag.Hint{Kind: "full-width-colon", Suggestion: ": ",
	Message: diag.Say("键后面用半角冒号加一个空格（: ），不用全角冒号（：）",
		"after a key write an ASCII colon and a blank, not the full-width one (：)")}

// commaWithin is for what follows the comma of an unquoted 1,526户 in { }: it
// reads as a key without a value.
var commaWithin = diag.Hint{Kind: "quote", Message: diag.Say("在 { } 里，含逗号的值要加引号，如 \"1,526户\"",
	"within { }, put a value with a comma in quotes, as \"1,526户\"")}

// colonHint is for a text that stands where keys should and has the likely
// reason in it.
func colonHint(n *yaml.Node) []diag.Hint {
	if n.Kind != yaml.ScalarNode || n.Style != 0 {
		return nil
	}
	if strings.Contains(n.Value, "：") {
		return []diag.Hint{fullWidthColon}
	}
	if strings.Contains(n.Value, ":") {
		return []diag.Hint{colonBlank}
	}
	return nil
}

var colonBlank = diag.Hint{Kind: "colon-blank", Suggestion: ": ",
	Message: diag.Say("冒号后面要有一个空格", "a colon needs a blank after it")}

// text reads a key whose value is a plain text.
func text[T any](of func(*T) *dataset.Text) func(*reader, entry, *T) {
	return func(r *reader, e entry, to *T) { *of(to), _ = r.scalar(e) }
}

// texts reads a key whose value is a list of plain texts.
func texts[T any](of func(*T) *[]dataset.Text) func(*reader, entry, *T) {
	return func(r *reader, e entry, to *T) { *of(to) = r.texts(e) }
}

// truth reads a key whose value is true or false.
func truth[T any](of func(*T) *bool) func(*reader, entry, *T) {
	return func(r *reader, e entry, to *T) {
		w, _ := r.word(e, truths...)
		*of(to) = w == "true"
	}
}

// keep leaves the value for later, when all it depends on has been read.
func keep[T any](of func(*T) *entry) func(*reader, entry, *T) {
	return func(_ *reader, e entry, to *T) { *of(to) = e }
}
