package outfolder

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"io"
	"os"
	"path/filepath"

	"jianbao/report/manifest"
)

// Staged is an output that has been written aside. It is synced by Commit.
type Staged struct {
	Aside string        // its name there
	File  manifest.File // what it will be
}

// Stage writes an output aside: what write gives it. An error of write's own is
// returned as it is.
func (p place) Stage(name string, write func(io.Writer) error) (Staged, error) {
	seen := tally{digest: sha256.New()}
	aside, err := p.stage(func(w io.Writer) error { return write(io.MultiWriter(w, &seen)) })
	return Staged{aside, manifest.File{Path: name, SHA256: hex.EncodeToString(seen.digest.Sum(nil)), Size: seen.size}}, err
}

// tally reckons what the manifest says of a file as it is written.
type tally struct {
	digest hash.Hash
	size   int64
}

func (t *tally) Write(b []byte) (int, error) {
	t.size += int64(len(b))
	return t.digest.Write(b)
}

// Scratch is where what makes an output may keep files meanwhile. Those it leaves
// there go when the run is finished, or with the next one after a crash.
func (p place) Scratch() string {
	return filepath.Join(p.root.Name(), StateFolder, p.shard.String())
}

// Workshop is the part of an output folder that a helper process of the run may
// use: it can write aside, and nothing else.
type Workshop struct{ place }

// OpenWorkshop opens the folder that a run of shard owns.
func OpenWorkshop(folder string, shard manifest.Shard) (*Workshop, error) {
	w := &Workshop{place{shard: shard}}
	var err error
	if w.root, err = os.OpenRoot(folder); err != nil {
		return nil, err
	}
	if w.own, err = w.root.OpenRoot(w.aside(".")); err != nil {
		return nil, errors.Join(err, w.root.Close())
	}
	return w, nil
}

// Close ends the use.
func (w *Workshop) Close() error { return w.close() }
