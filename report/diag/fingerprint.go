package diag

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"strings"
)

// fingerprints name the findings of a run, so that a service that compares runs
// knows one again. A name does not change when lines move or a language does, nor
// when a wrong figure becomes another wrong one: it is made of the code, the files,
// and the check and figure in question. Findings without a check are told apart by
// their message. Where that is not enough, their order tells.
type fingerprints map[[sha256.Size]byte]int // how often what is alike was named

// of names the next finding of the run's.
func (seen fingerprints) of(f *File, x *Finding) string {
	parts := []string{string(x.Code), filepath.ToSlash(f.Name), filepath.ToSlash(x.Place.File), x.Check, x.Figure}
	if x.Check == "" {
		parts = append(parts, x.Message.In(EN))
	}
	key := strings.Join(parts, "\x00")
	alike := sha256.Sum256([]byte(key))
	seen[alike]++
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", key, seen[alike]))
	return hex.EncodeToString(sum[:16])
}
