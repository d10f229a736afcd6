package xlsx

import (
	"bytes"
	"errors"
	"io"
	"os"
)

// spillAt is how many bytes of a part are held in memory: those of all but long
// sheets.
const spillAt = 1 << 20

// spill is bytes to be read back once: in memory while they are few, else in a
// file of the folder.
type spill struct {
	folder string
	held   bytes.Buffer // and not yet in the file
	file   *os.File     // nil while there is none
	size   int64
}

// Write adds to what is kept.
func (s *spill) Write(b []byte) (int, error) {
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

// remove removes the file.
func (s *spill) remove() {
	if s.file != nil {
		_ = errors.Join(s.file.Close(), os.Remove(s.file.Name())) // what stays is the caller's to remove
		s.file = nil
	}
}
