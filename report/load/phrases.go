package load

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"jianbao/report/dataset"
	"jianbao/report/diag"
)

// TextFolder is the folder inside a template that holds its own texts, a file for
// the sections of one id: text/economy.txt.
const TextFolder = "text"

// textEnding is how the names of such files end.
const textEnding = ".txt"

// Phrases reads the texts of the template in the folder files, in the order of
// their names. A template need not have any.
func Phrases(files fs.FS) ([]dataset.Input, []diag.Finding) {
	entries, err := fs.ReadDir(files, TextFolder)
	if err != nil {
		return nil, nil // it has none
	}
	limits := DefaultLimits()
	var texts []dataset.Input
	var findings []diag.Finding
	for _, e := range entries {
		name := path.Join(TextFolder, e.Name())
		if strings.HasPrefix(e.Name(), ".") || !strings.HasSuffix(e.Name(), textEnding) {
			continue
		}
		at := diag.Place{File: name}
		raw, problem := readInside(files, name, limits.YAMLBytes)
		switch {
		case problem != nil:
			findings = append(findings, problem.finding(at))
			continue
		case !utf8.Valid(raw):
			findings = append(findings, diag.Finding{Code: diag.BadYAML, Severity: diag.Error, Place: at,
				Message: diag.Say("文件不是 UTF-8 编码", "the file is not in UTF-8")})
			continue
		}
		text := strings.ReplaceAll(strings.TrimPrefix(string(raw), bom), "\r\n", "\n")
		texts = append(texts, dataset.Input{Name: name, Text: text})
	}
	return slices.Clip(texts), findings
}

// PhraseOf is the id of the sections that a template's text is for.
func PhraseOf(text dataset.Input) string {
	return strings.TrimSuffix(path.Base(text.Name), textEnding)
}
