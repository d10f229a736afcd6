package report

import (
	"maps"
	"slices"
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/manifest"
)

// sourceLines picks the lines that findings show from the files read, so that
// the files themselves need not be kept.
func sourceLines(inputs []dataset.Input, findings []diag.Finding) []manifest.Line {
	wanted := map[string]map[int]bool{}
	want := func(at diag.Place) {
		if wanted[at.File] == nil {
			wanted[at.File] = map[int]bool{}
		}
		wanted[at.File][at.Line] = true
	}
	for _, f := range findings {
		want(f.Place)
		for _, r := range f.Related {
			if r.Shown {
				want(r.Place)
			}
		}
	}
	var lines []manifest.Line
	for _, in := range inputs {
		numbers := wanted[in.Name]
		for _, n := range slices.Sorted(maps.Keys(numbers)) {
			if line, kept := in.Lines[n]; kept {
				lines = append(lines, manifest.Line{File: in.Name, Number: n, Text: line})
			}
		}
		rest := in.Text
		for n := 1; len(numbers) > 0 && len(rest) > 0; n++ {
			line, after, _ := strings.Cut(rest, "\n")
			if numbers[n] {
				lines = append(lines, manifest.Line{File: in.Name, Number: n, Text: strings.TrimSuffix(line, "\r")})
				delete(numbers, n)
			}
			rest = after
		}
	}
	return lines
}
