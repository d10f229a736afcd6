package xlsx

import (
	"bytes"
	"errors"
	"io"
	"os"
	"sync"
)

// spillAt is how many bytes of a part are held in memory: those of all but long
// sheets.
const spillAt = 1 << 20

// spill is bytes to be read back once: in memory while they are few, else in a
// file of the folder.
type spill struct {
	folder string
	held   *bytes.Buffer // and not yet in the file; nil before the first
	file   *os.File      // nil while there is none
	size   int64
}

// buffers are kept from workbook to workbook: each grows as far as a sheet needs.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// Write adds to what is kept.
func (s *spill) Write(b []byte) (int, error) {
	if s.held == nil {
		s.held = buffers.Get().(*bytes.Buffer)
	}
	s.size += int64(len(b))
	_, _ = s.held.Write(b) // never fails
	if s.held.Len() < spillAt {
		return len(b), nil
	}
	if s.file == nil {
		var err error
		if s.file, err = os.CreateTemp(s.folder, "part-"); err != nil {
			return 0, err
		}
	}
	_, err := s.held.WriteTo(s.file)
	return len(b), err
}

// WriteTo gives back what was kept.
func (s *spill) WriteTo(w io.Writer) (int64, error) {
	if s.held == nil {
		return 0, nil
	}
	if s.file == nil {
		return s.held.WriteTo(w)
	}
	if _, err := s.file.Seek(0, io.SeekStart); err != nil {
		return 0, err
	}
	n, err := io.Copy(w, s.file)
	if err != nil {
		return n, err
	}
	m, err := s.held.WriteTo(w)
	return n + m, err
}

// remove lets go of what is kept and removes the file.
func (s *spill) remove() {
	if s.held != nil {
		s.held.Reset()
		buffers.Put(s.held)
		s.held = nil
	}
	if s.file != nil {
		_ = errors.Join(s.file.Close(), os.Remove(s.file.Name())) // what stays is the caller's to remove
		s.file = nil
	}
}
