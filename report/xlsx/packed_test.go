package xlsx

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/klauspost/compress/flate"
)

// A part is compressed anew when it has changed, and only so many are kept.
func TestPartsAreCompressedAsTheyAre(t *testing.T) {
	known := packedParts{last: map[string]packed{}}
	long := strings.Repeat("长", packedLength)
	for i, part := range []string{"甲", "甲", "乙", "", long, "甲"} {
		made, err := known.pack("part", []byte(part))
		if err != nil {
			t.Fatal(err)
		}
		back, err := io.ReadAll(flate.NewReader(bytes.NewReader(made.compressed)))
		if err != nil || string(back) != part {
			t.Errorf("%d: %d bytes came back of %d, %v", i, len(back), len(part), err)
		}
		if string(known.last["part"].part) == long {
			t.Error("a long part is kept")
		}
	}
	for n := range 2 * packedCount {
		if _, err := known.pack(strings.Repeat("n", n), []byte("甲")); err != nil {
			t.Fatal(err)
		}
	}
	if len(known.last) != packedCount {
		t.Errorf("%d parts are kept, want %d", len(known.last), packedCount)
	}
}
