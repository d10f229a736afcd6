package report

import (
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// WriteFile writes a file whole or not at all: aside, synced, renamed. It makes
// the folder if there is none. It is for single files such as reports; a
// district's outputs go through package outfolder.
//
// A link stays, and the file that it leads to is written. A pipe or a device, such
// as /dev/stdout, is written to: a file in its place would break it for all.
//
// It is our own because the libraries for it do not build on Windows, where many
// offices work.
func WriteFile(path string, write func(io.Writer) error) error {
	if meta, err := os.Stat(path); err == nil && !meta.IsDir() {
		file, err := filepath.EvalSymlinks(path)
		if err != nil || !meta.Mode().IsRegular() {
			return writeInto(path, write)
		}
		path = file
	}
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	aside := filepath.Join(dir, "."+filepath.Base(path)+"."+rand.Text())
	err := writeSynced(aside, write)
	if err == nil {
		err = os.Rename(aside, path)
	}
	if err != nil {
		_ = os.Remove(aside) // it may not have been made
		return &fs.PathError{Op: "write", Path: path, Err: cause(err)}
	}
	syncFolder(dir)
	return nil
}

// writeInto writes to what stands there and cannot be replaced.
func writeInto(path string, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return errors.Join(write(f), f.Close())
}

// output is a finished file, not yet written.
type output struct {
	name  string
	bytes []byte
}

func (o output) write(w io.Writer) error {
	_, err := w.Write(o.bytes)
	return err
}

// writeAll writes several files, each whole.
func writeAll(outputs []output) error {
	for _, out := range outputs {
		if err := WriteFile(out.name, out.write); err != nil {
			return err
		}
	}
	return nil
}

func writeSynced(name string, write func(io.Writer) error) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	return errors.Join(write(f), f.Sync(), f.Close())
}

// syncFolder makes the rename last. Some systems cannot sync a folder; then
// the rename is as lasting as they make it.
func syncFolder(name string) {
	if f, err := os.Open(name); err == nil {
		_ = f.Sync()
		_ = f.Close()
	}
}
