package pdf

import (
	"bytes"
	"sync"

	"github.com/klauspost/compress/zlib"

	"jianbao/report/typeface"
)

// press is what is kept from file to file, because it is large: writers that compress, and room to work in. It serves one
// file at a time, and nothing of a file may outlive its writing.
type press struct {
	zip      *zlib.Writer
	outlines *zlib.Writer // for what repeats little
	zipped   bytes.Buffer // what they write

	objects  [][]byte // see file
	entries  []entry  // likewise
	fonts    fontSet
	cut      typeface.Room
	ops      []byte       // see writer
	pieces   []int        // likewise
	painted  bytes.Buffer // what gofpdf writes
	drawn    []byte       // what one page draws
	elements []element    // see structure
	kids     []kid        // likewise
	parents  []byte       // likewise
	small    []byte       // the objects that are to be packed, one after the other
	packed   []byte       // those packed into one stream
	out      []byte       // the file
}

// compression makes files a twentieth larger than the smallest, in half of the time those take. The search for what
// repeats wins but an eighth of the outlines in a font and takes more than half of the time they cost: there it is left out.
const (
	compression        = zlib.BestSpeed
	outlineCompression = zlib.HuffmanOnly
)

var presses = sync.Pool{New: func() any {
	p := new(press)
	p.zip, _ = zlib.NewWriterLevel(&p.zipped, compression) // an error is a level that there is not
	p.outlines, _ = zlib.NewWriterLevel(&p.zipped, outlineCompression)
	return p
}}

// compressed is data as the writer compresses them, until something else is. It depends on nothing but them.
func (p *press) compressed(with *zlib.Writer, data []byte) []byte {
	p.zipped.Reset()
	with.Reset(&p.zipped)
	with.Write(data) // a bytes.Buffer takes everything
	with.Close()
	return p.zipped.Bytes()
}
