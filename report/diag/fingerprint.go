package diag

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"strings"
)

// fingerprints name the findings of a run, file by file, so that a service that
// compares runs knows one again. A name does not change when lines move or a
// language does, nor when a wrong figure becomes another wrong one: it is made
// of the code, the files, and the check and figure in question. Findings without
// a check are told apart by their message. Where that is not enough, their
// order tells.
func fingerprints(r *Run) [][]string {
	seen := map[string]int{}
	all := make([][]string, len(r.Files))
	for i, f := range r.files() {
		for _, x := range f.Findings {
			parts := []string{string(x.Code), filepath.ToSlash(f.Name), filepath.ToSlash(x.Place.File), x.Check, x.Figure}
			if x.Check == "" {
				parts = append(parts, x.Message.In(EN))
			}
			key := strings.Join(parts, "\x00")
			seen[key]++
			sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", key, seen[key]))
			all[i] = append(all[i], hex.EncodeToString(sum[:16]))
		}
	}
	return all
}
