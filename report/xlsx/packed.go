package xlsx

import (
	"bytes"
	"hash/crc32"
	"sync"

	"github.com/klauspost/compress/flate"
)

// packed is a part and what it is compressed.
type packed struct {
	part, compressed []byte
	crc              uint32
}

// packedParts are parts as they were compressed last, by their names. From one
// workbook of a batch to the next, those that say what it consists of and how it
// looks are mostly the same: half of all parts, though not of their bytes, and a
// small part costs more to compress than its length would tell.
type packedParts struct {
	mutex sync.Mutex
	last  map[string]packed
}

var lastParts = packedParts{last: map[string]packed{}}

// Bounds of what is kept: longer parts are not, nor more.
const (
	packedLength = 32 << 10
	packedCount  = 100
)

// pack is a part compressed.
func (p *packedParts) pack(name string, part []byte) (packed, error) {
	p.mutex.Lock()
	known := p.last[name]
	p.mutex.Unlock()
	if known.compressed != nil && bytes.Equal(known.part, part) {
		return known, nil
	}
	made := packed{crc: crc32.ChecksumIEEE(part)}
	var compressed bytes.Buffer
	w := deflaters.Get().(*flate.Writer)
	defer deflaters.Put(w)
	w.Reset(&compressed)
	if err := write(w, part); err != nil {
		return made, err
	}
	if err := w.Close(); err != nil {
		return made, err
	}
	made.compressed = compressed.Bytes()
	if len(part) <= packedLength {
		made.part = bytes.Clone(part)
		p.mutex.Lock()
		if len(p.last) < packedCount || known.compressed != nil {
			p.last[name] = made
		}
		p.mutex.Unlock()
	}
	return made, nil
}
