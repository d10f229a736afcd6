package xlsx

import (
	"archive/zip"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/klauspost/compress/flate"
	"github.com/xuri/excelize/v2"

	"jianbao/report/dataset"
)

// archive is a zip file whose bytes depend on its parts only: excelize hands
// over streamed sheets in no fixed order and dates nothing. Parts are kept
// compressed until all are there, then written in order of their names, which
// puts [Content_Types].xml first as readers expect.
type archive struct {
	to     *zip.Writer
	folder string           // for parts too long to be held
	sheets map[string]*body // by their parts' names
	day    time.Time
	parts  []*part
	flate  *flate.Writer // of the last part, which is open until the next begins
}

// part is one file of the archive while it is being compressed.
type part struct {
	name  string
	kept  spill
	sheet *body         // nil: the part is none
	flate *flate.Writer // the archive's
	size  uint64
	crc   uint32
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
		sheets: map[string]*body{},
		day:    time.Date(year, time.Month(day.Month), day.Day, 0, 0, 0, 0, time.UTC),
	}
}

// nextSheet keeps the body of the next sheet, by the name that excelize gives its part.
func (a *archive) nextSheet() *body {
	next := &body{rows: spill{folder: a.folder}}
	a.sheets["xl/worksheets/sheet"+strconv.Itoa(len(a.sheets)+1)+".xml"] = next
	return next
}

// Create begins a part and ends the one before.
func (a *archive) Create(name string) (io.Writer, error) {
	p := &part{name: name, kept: spill{folder: a.folder}, sheet: a.sheets[name]}
	if a.flate == nil {
		a.flate = deflaters.Get().(*flate.Writer)
	} else if err := a.flate.Close(); err != nil {
		return nil, err
	}
	a.flate.Reset(&p.kept)
	p.flate = a.flate
	a.parts = append(a.parts, p)
	return p, nil
}

// Write compresses what excelize hands over, of a sheet with its body.
func (p *part) Write(b []byte) (int, error) {
	if p.sheet == nil {
		return p.compress(b)
	}
	if err := p.sheet.into(writerFunc(p.compress), b); err != nil {
		return 0, fmt.Errorf("%s: %w", p.name, err)
	}
	return len(b), nil
}

// writerFunc is a function that writes.
type writerFunc func(b []byte) (int, error)

func (f writerFunc) Write(b []byte) (int, error) { return f(b) }

func (p *part) compress(b []byte) (int, error) {
	p.size += uint64(len(b))
	p.crc = crc32.Update(p.crc, crc32.IEEETable, b)
	return p.flate.Write(b)
}

// AddFS is asked for by excelize's interface and never called.
func (a *archive) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close writes all parts.
func (a *archive) Close() error {
	if a.flate != nil {
		if err := a.flate.Close(); err != nil {
			return err
		}
		deflaters.Put(a.flate)
	}
	slices.SortFunc(a.parts, func(p, q *part) int { return strings.Compare(p.name, q.name) })
	for _, p := range a.parts {
		entry := &zip.FileHeader{
			Name: p.name, Method: zip.Deflate, CRC32: p.crc,
			CompressedSize64: uint64(p.kept.size), UncompressedSize64: p.size,
		}
		//lint:ignore SA1019 Modified would add a field with a time zone
		entry.SetModTime(a.day)
		w, err := a.to.CreateRaw(entry)
		if err != nil {
			return err
		}
		if _, err := p.kept.WriteTo(w); err != nil {
			return err
		}
	}
	return a.to.Close()
}

// remove removes what rows and parts left on the disk.
func (a *archive) remove() {
	for _, sheet := range a.sheets {
		sheet.rows.remove()
	}
	for _, p := range a.parts {
		p.kept.remove()
	}
}

// sortContentTypes orders what excelize keeps in a map.
func sortContentTypes(f *excelize.File) {
	if types := f.ContentTypes; types != nil {
		sort.Slice(types.Defaults, func(i, j int) bool {
			return types.Defaults[i].Extension < types.Defaults[j].Extension
		})
	}
}
