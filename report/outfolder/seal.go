package outfolder

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"

	"jianbao/report/manifest"
)

// sealLength is how much stands before what a line seals: its digest and a space.
const sealLength = 2*sha256.Size + 1

// sealed is a line that begins with the digest of the rest, so that one that is torn
// or spoilt is known. b has no line break.
func sealed(b []byte) []byte {
	line := make([]byte, 0, sealLength+len(b)+1)
	line = append(append(line, manifest.Digest(b)...), ' ')
	return append(append(line, b...), '\n')
}

// span is where in a file something stands.
type span struct{ from, size int64 }

// sealedIn finds what whole lines seal, and passes over all other lines. It gives
// the end of the last line: what follows is torn. Lines may be longer than should be
// in memory: they may be of any file.
func sealedIn(r io.Reader, found func(digest string, at span)) (end int64, err error) {
	in := bufio.NewReaderSize(r, 1<<16)
	h := sha256.New()
	var sum [sha256.Size]byte
	for {
		piece, err := in.ReadSlice('\n')
		size := int64(len(piece))
		fits := len(piece) > sealLength && piece[sealLength-1] == ' '
		digest := ""
		if fits {
			digest = string(piece[:sealLength-1])
			piece = piece[sealLength:]
		}
		h.Reset()
		for errors.Is(err, bufio.ErrBufferFull) {
			h.Write(piece)
			piece, err = in.ReadSlice('\n')
			size += int64(len(piece))
		}
		if err == io.EOF {
			return end, nil
		}
		if err != nil {
			return end, err
		}
		h.Write(piece[:len(piece)-1])
		if fits && hex.EncodeToString(h.Sum(sum[:0])) == digest {
			found(digest, span{end + sealLength, size - sealLength - 1})
		}
		end += size
	}
}
