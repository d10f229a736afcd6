package load

import (
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"jianbao/report/dataset"
	"jianbao/report/diag"
)

// reader reads one data file.
type reader struct {
	limits Limits
	raw    []byte  // the data file as it stands on disk
	src    *source // its text
	files  fs.FS   // its folder
	prefix string  // what findings put before the names of files in it
	alone  bool    // no file beside it is read: it is itself the issue before another
	found  collector

	judge       Judge         // of members
	chain       []string      // the files of which it is a member, the outermost first
	membersRead *atomic.Int64 // how many members were read for the outermost of them

	ds       *dataset.Dataset
	ids      map[string]diag.Place // of indicators and tables
	sections map[string]diag.Place
	charts   []chartDraft // waiting until all they may name is read
}

func newReader(name string, data []byte, files fs.FS, limits Limits) *reader {
	return &reader{
		limits: limits, raw: data, files: files, judge: unjudged, membersRead: new(atomic.Int64),
		src:   newSource(name, ""),
		found: collector{limit: limits.Findings},
		ids:   map[string]diag.Place{}, sections: map[string]diag.Place{},
	}
}

// load runs all stages; each refuses what the next could not stand.
func (r *reader) load() (*dataset.Dataset, []diag.Finding) {
	name := r.src.name
	if root := r.parse(); root != nil && r.prepare(root) && r.version(root) {
		base := filepath.Base(name)
		r.ds = &dataset.Dataset{File: name, Name: strings.TrimSuffix(base, filepath.Ext(base)),
			Inputs: []dataset.Input{{Name: name, Text: r.src.text, SHA256: sha256.Sum256(r.raw)}}}
		readMapping(r, entry{value: root}, theFile, fileKeys, r.ds)
		if !r.alone {
			r.members()
		}
		r.bindCharts()
		r.checkSources()
		if !r.alone {
			r.previousIssue()
			r.form()
		}
	}
	return r.ds, r.found.sorted(name)
}

var theFile = diag.Say("数据文件", "the data file")

// parse gives the root of the only document, or nil.
func (r *reader) parse() *yaml.Node {
	whole := diag.Place{File: r.src.name}
	if int64(len(r.raw)) > r.limits.YAMLBytes {
		r.found.add(tooLarge(r.limits.YAMLBytes).finding(whole))
		return nil
	}
	if !utf8.Valid(r.raw) {
		var hints []diag.Hint
		if _, ok := decode(string(r.raw)); ok {
			hints = append(hints, diag.Hint{Kind: "encoding", Message: diag.Say(
				"看来是 GB 18030（GBK）编码；用编辑器另存为 UTF-8", "it looks like GB 18030 (GBK); save it as UTF-8")})
		}
		r.report(diag.BadYAML, whole, diag.Say("文件不是 UTF-8 编码", "the file is not UTF-8"), hints...)
		return nil
	}
	r.src = newSource(r.src.name, r.scrub(strings.TrimPrefix(string(r.raw), bom)))
	root, err := parseYAML(r.src.text)
	switch {
	case errors.Is(err, errNoDocument):
		r.report(diag.BadYAML, whole, diag.Say("文件里没有内容", "the file is empty"))
		return nil
	case errors.Is(err, errMoreDocuments):
		r.report(diag.BadYAML, r.secondDocument(), diag.Say("一个文件里只能有一份数据，这里由 --- 开始了另一份",
			"a file holds one document; another begins here with ---"))
		return nil
	case err != nil:
		r.found.add(r.yamlFinding(err))
		return nil
	}
	return root
}

// scrub reports characters that have no business in a data file and replaces
// each by U+FFFD, so that every other keeps its place. Among them are those
// that YAML takes for line ends and editors do not.
func (r *reader) scrub(text string) string {
	if !hasStray(text) {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	at := mark{1, 1}
	for i, c := range text {
		if c == '\r' && strings.HasPrefix(text[i+1:], "\n") {
			b.WriteByte('\r')
			continue
		}
		if isStray(c) || c == '\r' {
			r.report(diag.BadValue, diag.Place{File: r.src.name, Line: at.line, Column: at.column, EndColumn: at.column + 1},
				diag.Say("控制字符 %U 不能出现在数据里", "the control character %U cannot stand in data", c),
				diag.Hint{Kind: "delete", Message: diag.Say("删去这个看不见的字符", "delete this invisible character")})
			c = unicode.ReplacementChar
		}
		b.WriteRune(c)
		at.column++
		if c == '\n' {
			at = mark{at.line + 1, 1}
		}
	}
	return b.String()
}

// isStray reports control characters other than tab and line end, those that turn
// the direction of text, so that it reads otherwise than it is written, the line and
// paragraph separators, and a byte order mark within the text.
func isStray(c rune) bool {
	switch {
	case ' ' <= c && c < 0x7f, '\u3000' <= c && c < '\ufe00': // as nearly all are
		return false
	}
	switch c {
	case '\t', '\n', '\r':
		return false
	case '\u2028', '\u2029', '\ufeff', '\ufffe', '\uffff':
		return true
	}
	return unicode.IsControl(c) || unicode.Is(unicode.Bidi_Control, c)
}

var (
	errNoDocument    = errors.New("no document")
	errMoreDocuments = errors.New("more than one document")
)

// fault is a panic of the YAML library.
type fault struct{ cause any }

func (fault) Error() string { return "fault in the YAML library" }

// parseYAML gives the root node of the only document in text.
func parseYAML(text string) (root *yaml.Node, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			root, err = nil, fault{cause}
		}
	}()
	if strings.HasPrefix(text, "%YAML 1.2") { // which the library refuses, though it reads it
		text = "#" + text[1:]
	}
	decoder := yaml.NewDecoder(strings.NewReader(text))
	var document, next yaml.Node
	switch err := decoder.Decode(&document); {
	case errors.Is(err, io.EOF):
		return nil, errNoDocument
	case err != nil:
		return nil, err
	}
	if len(document.Content) != 1 {
		return nil, errNoDocument
	}
	switch err := decoder.Decode(&next); {
	case err == nil:
		return nil, errMoreDocuments
	case !errors.Is(err, io.EOF):
		return nil, err
	}
	return document.Content[0], nil
}

// secondDocument is where the second --- stands, or the only one after content.
func (r *reader) secondDocument() diag.Place {
	content := false
	for n := 1; n <= len(r.src.start); n++ {
		line := r.src.line(n)
		if content && strings.HasPrefix(line, "---") {
			return r.src.at(mark{n, 1}, 3)
		}
		line = strings.TrimSpace(line)
		content = content || line != "" && line[0] != '#' && line[0] != '%' && line != "---"
	}
	return diag.Place{File: r.src.name}
}

// version refuses a file of a format this tool does not know.
func (r *reader) version(root *yaml.Node) bool {
	if root.Kind != yaml.MappingNode {
		r.report(diag.WrongShape, r.place(root), diag.Say("数据文件应为一组“键: 值”，写的是%s",
			"a data file should be a mapping but is %s", shape(root)), colonHint(root)...)
		return false
	}
	for i := 0; i+1 < len(root.Content); i += 2 {
		if root.Content[i].Value != "version" {
			continue
		}
		if v := root.Content[i+1]; v.Kind != yaml.ScalarNode || v.Value != "1" {
			r.report(diag.BadValue, r.place(v), diag.Say("不认识版本%s，只认识 1", "unknown version: %s; only 1 is known", shape(v)))
			return false
		}
		return true
	}
	r.report(diag.MissingKey, r.place(root), diag.Say("数据文件缺少“version”", "the data file lacks \"version\""),
		diag.Hint{Kind: "add", Suggestion: "version: 1", Message: diag.Say("在开头加一行 version: 1", "add a line version: 1 at the top")})
	return false
}
