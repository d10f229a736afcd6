package manifest

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"
)

// Name is the file of a manifest in its output folder.
const Name = "manifest.json"

// Shard is the Number-th (from 1) of Of parts into which districts are shared
// out. The zero value is the whole.
type Shard struct {
	Number int `json:"number"`
	Of     int `json:"of"`
}

// ParseShard reads K/N.
func ParseShard(s string) (Shard, bool) {
	number, of, ok := strings.Cut(s, "/")
	k, err1 := strconv.Atoi(number)
	n, err2 := strconv.Atoi(of)
	if !ok || err1 != nil || err2 != nil || k < 1 || k > n {
		return Shard{}, false
	}
	return Shard{k, n}, true
}

// IsZero reports whether it is the whole.
func (s Shard) IsZero() bool { return s == Shard{} }

// String is 2-of-8, or whole.
func (s Shard) String() string {
	if s.IsZero() {
		return "whole"
	}
	return fmt.Sprintf("%d-of-%d", s.Number, s.Of)
}

// File is the name of the shard's manifest.
func (s Shard) File() string {
	if s.IsZero() {
		return Name
	}
	return "manifest." + s.String() + ".json"
}

// ParseShardName reads what String gives.
func ParseShardName(s string) (Shard, bool) {
	number, of, _ := strings.Cut(s, "-of-")
	return ParseShard(number + "/" + of)
}

// ParseShardFile reads what File gives of a shard.
func ParseShardFile(name string) (Shard, bool) {
	name, ok := strings.CutPrefix(name, "manifest.")
	if !ok {
		return Shard{}, false
	}
	if name, ok = strings.CutSuffix(name, ".json"); !ok {
		return Shard{}, false
	}
	return ParseShardName(name)
}

// Has reports whether a district falls to the shard. That depends on its output
// alone, so that others joining or leaving the list move none.
func (s Shard) Has(output string) bool {
	if s.IsZero() {
		return true
	}
	sum := sha256.Sum256([]byte(output))
	return binary.BigEndian.Uint64(sum[:8])%uint64(s.Of) == uint64(s.Number-1)
}
