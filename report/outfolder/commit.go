package outfolder

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"io"
	"os"
	"path"
	"path/filepath"

	"jianbao/report/diag"
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

// drop removes outputs that will not be committed.
func (f *Folder) drop(staged []Staged) {
	for _, s := range staged {
		_ = f.own.Remove(s.Aside) // Finish clears what is left
	}
}

// Commit puts a district's outputs in place, all or none, and records them: d is
// its record but for Outputs. Nearly all of its time it waits for the disk. On an
// error nothing has changed, or, if some outputs were in place before one could not
// be renamed, the next run finishes.
func (f *Folder) Commit(d manifest.District, s manifest.Settings, staged []Staged) error {
	for _, one := range staged {
		if err := f.last(one.Aside); err != nil {
			f.drop(staged)
			return err
		}
	}
	f.syncOwn()
	f.commit.Lock()
	defer f.commit.Unlock()
	line := committed{District: d, Settings: s}
	for _, one := range staged {
		line.Aside = append(line.Aside, one.Aside)
		line.District.Outputs = append(line.District.Outputs, one.File)
	}
	if err := f.prepare(line.District); err != nil {
		f.drop(staged)
		return err
	}
	start := f.journal.end
	if err := f.journal.add(line); err != nil {
		f.drop(staged)
		return err
	}
	for i, one := range staged {
		err := f.settle(one.Aside, one.File.Path, f.touched)
		switch {
		case err != nil && i == 0:
			f.drop(staged)
			return errors.Join(err, f.journal.retract(start))
		case err != nil:
			f.pending = true
			return err
		}
	}
	return nil
}

// prepare makes what a commit needs: the folder of the outputs and the journal. It
// looks for what would keep the second output from its name when the first is in
// place.
func (f *Folder) prepare(d manifest.District) error {
	if folder := path.Dir(d.Output); !f.touched[folder] {
		if err := f.root.MkdirAll(folder, 0o777); err != nil {
			return err
		}
	}
	for _, out := range d.Outputs {
		if stat, err := f.root.Lstat(out.Path); err == nil && stat.IsDir() {
			return diag.Say("%s 是一个文件夹：请移走", "%s is a folder: move it away", out.Path)
		}
	}
	if f.journal != nil {
		return nil
	}
	file, err := f.own.OpenFile(journalName, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o666)
	if err != nil {
		return err
	}
	f.journal = &journal{file: file}
	f.syncOwn()
	return nil
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
