package report

import (
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/diag"
)

// sourceLines picks the lines that findings show from the files read, so that
// the files themselves need not be kept.
func sourceLines(inputs []dataset.Input, findings []diag.Finding) map[lineKey]string {
	wanted := map[string]map[int]bool{}
	for _, f := range findings {
		if wanted[f.Place.File] == nil {
			wanted[f.Place.File] = map[int]bool{}
		}
		wanted[f.Place.File][f.Place.Line] = true
	}
	lines := map[lineKey]string{}
	for _, in := range inputs {
		numbers := wanted[in.Name]
		rest := in.Text
		for n := 1; len(numbers) > 0 && len(rest) > 0; n++ {
			line, after, _ := strings.Cut(rest, "\n")
			if numbers[n] {
				lines[lineKey{in.Name, n}] = strings.TrimSuffix(line, "\r")
				delete(numbers, n)
			}
			rest = after
		}
	}
	return lines
}
