package outfolder

import (
	"cmp"
	"io"
	"io/fs"
	"os"
	"slices"
	"sync"

	"jianbao/report/diag"
	"jianbao/report/manifest"
)

const findingsName = "findings"

// findings is the file of what was told of districts: a sealed line each, which is
// found again by its digest. Lines are only ever added, by one run after another.
// They need not last, and may be spoilt by anybody: what is lost is found again by
// building the district.
type findings struct {
	in place

	mu   sync.Mutex
	read bool     // whether the fields below are those of the file
	file *os.File // nil if there is none
	end  int64    // where the next line goes
	at   map[string]span
}

// plainFile opens a plain file; one of another kind is none, since to read it may
// take for ever.
func plainFile(root *os.Root, name string, flag int) (*os.File, error) {
	stat, err := root.Lstat(name)
	if err == nil && !stat.Mode().IsRegular() {
		err = &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	if err != nil {
		return nil, err
	}
	return root.OpenFile(name, flag, 0)
}

// look reads the file, once.
func (l *findings) look() {
	if l.read {
		return
	}
	l.read, l.at = true, map[string]span{}
	file, err := plainFile(l.in.own, findingsName, os.O_RDWR)
	if err != nil {
		return // what hinders it is told when something is added
	}
	l.file = file
	// What cannot be read is lost, and cut off lest it stand behind what is added.
	l.end, _ = sealedIn(file, func(digest string, at span) { l.at[digest] = at })
	_ = file.Truncate(l.end)
}

// has reports whether something was told.
func (l *findings) has(digest string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.look()
	_, ok := l.at[digest]
	return ok
}

// add tells something.
func (l *findings) add(b []byte) (digest string, err error) {
	line := sealed(b)
	digest = string(line[:sealLength-1])
	l.mu.Lock()
	defer l.mu.Unlock()
	l.look()
	if _, known := l.at[digest]; known {
		return digest, nil
	}
	if l.file == nil {
		file, err := l.in.own.OpenFile(findingsName, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666)
		if err != nil {
			return digest, err
		}
		l.file = file
	}
	if _, err := l.file.WriteAt(line, l.end); err != nil {
		return digest, err
	}
	l.at[digest] = span{l.end + sealLength, int64(len(b))}
	l.end += int64(len(line))
	return digest, nil
}

// get gives back what was told.
func (l *findings) get(digest string) ([]byte, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.look()
	at, ok := l.at[digest]
	if !ok {
		return nil, &fs.PathError{Op: "read", Path: findingsName, Err: fs.ErrNotExist}
	}
	return readSealed(l.file, digest, at)
}

// readSealed reads what a line seals.
func readSealed(file io.ReaderAt, digest string, at span) ([]byte, error) {
	b := make([]byte, at.size)
	if _, err := file.ReadAt(b, at.from); err != nil {
		return nil, err
	}
	if manifest.Digest(b) != digest {
		return nil, diag.Say("内容被改动了", "it was altered")
	}
	return b, nil
}

// keepOnly leaves out what is not needed, if that is the greater part: so the file
// is at most twice as long as it need be, and is seldom written anew. That it cannot
// be is no trouble of the run's.
func (l *findings) keepOnly(needed map[string]bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.look()
	var lines []span
	var size int64
	for digest, at := range l.at {
		if needed[digest] {
			line := span{at.from - sealLength, sealLength + at.size + 1}
			lines, size = append(lines, line), size+line.size
		}
	}
	if l.end <= 2*size {
		return
	}
	slices.SortFunc(lines, func(a, b span) int { return cmp.Compare(a.from, b.from) })
	aside, err := l.in.stage(func(w io.Writer) error {
		for _, line := range lines {
			if _, err := io.Copy(w, io.NewSectionReader(l.file, line.from, line.size)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil || l.in.last(aside) != nil {
		return // it stays as it is; what is left aside, Finish clears
	}
	_ = l.let() // all of it was written by WriteAt
	_ = l.in.own.Rename(aside, findingsName)
}

// close lets the file go.
func (l *findings) close() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.let()
}

// let lets the file go, to be read anew when it is asked for.
func (l *findings) let() error {
	file := l.file
	l.read, l.file, l.end = false, nil, 0
	if file == nil {
		return nil
	}
	return file.Close()
}
