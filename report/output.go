package report

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
)

// output is a finished file, not yet written.
type output struct {
	path  string
	bytes []byte
}

// WriteFile writes a file whole or not at all: aside, synced, renamed. It makes
// the folder if there is none.
func WriteFile(path string, data []byte) error {
	return writeAll([]output{{path, data}})
}

// writeAll writes several files aside and renames them only when all are safely
// on disk, so that a full disk or a crash leaves the old ones.
//
// It is our own because the libraries for it neither hold several files back
// nor build on Windows, where many offices work.
func writeAll(outputs []output) (err error) {
	var aside []string
	defer func() {
		for _, name := range aside {
			err = errors.Join(err, ignoreMissing(os.Remove(name)))
		}
	}()
	for _, o := range outputs {
		dir := filepath.Dir(o.path)
		if err := os.MkdirAll(dir, 0o777); err != nil {
			return err
		}
		name := filepath.Join(dir, "."+filepath.Base(o.path)+"."+randomName())
		aside = append(aside, name)
		if err := writeSynced(name, o.bytes); err != nil {
			return err
		}
	}
	for i, o := range outputs {
		if err := os.Rename(aside[i], o.path); err != nil {
			return err
		}
	}
	for _, o := range outputs {
		syncFolder(filepath.Dir(o.path))
	}
	return nil
}

func writeSynced(name string, data []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Sync(), f.Close())
}

// syncFolder makes the renames last. Some systems cannot sync a folder; then
// the rename is as lasting as they make it.
func syncFolder(name string) {
	if f, err := os.Open(name); err == nil {
		_ = f.Sync()
		_ = f.Close()
	}
}

func ignoreMissing(err error) error {
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return err
}

func randomName() string {
	var b [8]byte
	_, _ = rand.Read(b[:]) // never fails (crypto/rand)
	return hex.EncodeToString(b[:])
}
