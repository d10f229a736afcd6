package xlsx

import (
	"archive/zip"
	"hash/crc32"
	"io"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/klauspost/compress/flate"

	"jianbao/report/dataset"
)

// archive is a zip file whose bytes depend on its parts only. Parts are kept
// compressed until all are there, then written in order of their names, which puts
// [Content_Types].xml first as readers expect.
type archive struct {
	to     *zip.Writer
	folder string // for parts too long to be held
	day    time.Time
	parts  []*part
}

// part is one file of the archive.
type part struct {
	name   string
	size   uint64
	crc    uint32
	packed []byte        // compressed, if it was put there in one go
	kept   spill         // compressed, if not
	flate  *flate.Writer // while it is being written; nil if put there in one go
}

// compression makes files a tenth larger than the smallest, in half of the time
// those take.
const compression = flate.BestSpeed

// deflaters are kept from workbook to workbook: they are large.
var deflaters = sync.Pool{New: func() any {
	w, _ := flate.NewWriter(nil, compression) // an error is a level that there is not
	return w
}}

// Zip dates begin in 1980 and end in 2107.
const (
	firstZipYear = 1980
	lastZipYear  = 2107
)

func newArchive(to io.Writer, folder string, day dataset.Date) *archive {
	year := min(max(day.Year, firstZipYear), lastZipYear)
	return &archive{
		to:     zip.NewWriter(to),
		folder: folder,
		day:    time.Date(year, time.Month(day.Month), day.Day, 0, 0, 0, 0, time.UTC),
	}
}

// put puts down a part.
func (a *archive) put(name string, whole []byte) error {
	made, err := lastParts.pack(name, whole)
	a.parts = append(a.parts, &part{name: name, size: uint64(len(whole)), crc: made.crc, packed: made.compressed})
	return err
}

// long begins a part that is written piece by piece and closed then.
func (a *archive) long(name string) *part {
	p := &part{name: name, kept: spill{folder: a.folder}, flate: deflaters.Get().(*flate.Writer)}
	p.flate.Reset(&p.kept)
	a.parts = append(a.parts, p)
	return p
}

// Write compresses what is written.
func (p *part) Write(b []byte) (int, error) {
	p.size += uint64(len(b))
	p.crc = crc32.Update(p.crc, crc32.IEEETable, b)
	return p.flate.Write(b)
}

// Close ends a part that was written piece by piece.
func (p *part) Close() error {
	err := p.flate.Close()
	deflaters.Put(p.flate)
	return err
}

// writeTo writes the part as it is compressed.
func (p *part) writeTo(w io.Writer) error {
	if p.flate == nil {
		return write(w, p.packed)
	}
	_, err := p.kept.WriteTo(w)
	return err
}

// close writes all parts.
func (a *archive) close() error {
	slices.SortFunc(a.parts, func(p, q *part) int { return strings.Compare(p.name, q.name) })
	for _, p := range a.parts {
		entry := &zip.FileHeader{
			Name: p.name, Method: zip.Deflate, CRC32: p.crc,
			CompressedSize64: uint64(len(p.packed)) + uint64(p.kept.size), UncompressedSize64: p.size,
		}
		//lint:ignore SA1019 Modified would add a field with a time zone
		entry.SetModTime(a.day)
		w, err := a.to.CreateRaw(entry)
		if err != nil {
			return err
		}
		if err := p.writeTo(w); err != nil {
			return err
		}
	}
	return a.to.Close()
}

// remove removes what parts left on the disk.
func (a *archive) remove() {
	for _, p := range a.parts {
		p.kept.remove()
	}
}
