package outfolder

import (
	"crypto/rand"
	"errors"
	"io"
	"os"
	"path"

	"jianbao/report/manifest"
)

// place is where one run's files go.
type place struct {
	root  *os.Root
	shard manifest.Shard

	// own is .jianbao/whole, or the shard's. A root walks its paths folder by folder,
	// so what is written aside costs less from here; renames out of it go by root.
	own *os.Root
}

// aside is the path from the output folder of what is called name in own.
func (p place) aside(name string) string { return path.Join(StateFolder, p.shard.String(), name) }

func (p place) close() error {
	if p.own == nil {
		return p.root.Close()
	}
	return errors.Join(p.own.Close(), p.root.Close())
}

// replace writes a file whole.
func (p place) replace(name string, write func(io.Writer) error) error {
	staged, err := p.stage(write)
	if err != nil {
		return err
	}
	err = p.last(staged)
	if err == nil {
		err = p.root.Rename(p.aside(staged), name)
	}
	if err != nil {
		return errors.Join(err, p.own.Remove(staged))
	}
	p.sync(path.Dir(name))
	return nil
}

// stage writes a file aside and gives its name there.
func (p place) stage(write func(io.Writer) error) (string, error) {
	name := rand.Text()
	f, err := p.own.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return "", err
	}
	err = write(f)
	beginWriting(f)
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err != nil {
		_ = p.own.Remove(name) // what cannot be removed now is by the next run
		return "", err
	}
	return name, nil
}

// clear removes all that was written aside, and the journal last of all: while it
// stands, a crash costs nothing.
func (p place) clear(j *journal) error {
	if err := errors.Join(p.sweep(), j.close()); err != nil {
		return err
	}
	if err := p.own.Remove(journalName); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	p.syncOwn()
	return nil
}

// sweep removes what was written aside.
func (p place) sweep() error {
	names, err := p.names(p.aside("."))
	for _, name := range names {
		if !p.keeps(name) {
			err = errors.Join(err, p.own.RemoveAll(name))
		}
	}
	return err
}

// keeps reports whether what has a name in own is not aside.
func (p place) keeps(name string) bool {
	if name == findingsName {
		stat, err := p.own.Lstat(name)
		return err == nil && stat.Mode().IsRegular() // else it would be in the way
	}
	return name == lockName || name == journalName
}

// names are the entries of a folder.
func (p place) names(folder string) ([]string, error) {
	d, err := p.root.Open(folder)
	if err != nil {
		return nil, err
	}
	defer d.Close()
	return d.Readdirnames(-1)
}

// last makes a file that was written aside last. What went wrong with it since it
// was written is told whoever syncs it, so it need not be kept open till then.
func (p place) last(aside string) error {
	f, err := p.own.OpenFile(aside, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// syncOwn makes the names of what was written aside last.
func (p place) syncOwn() { syncIn(p.own, ".") }

// sync makes the names in a folder of the output folder last.
func (p place) sync(folder string) { syncIn(p.root, folder) }

// syncIn syncs a folder. Some systems cannot; then names last as well as the
// system makes them.
func syncIn(root *os.Root, folder string) {
	if d, err := root.Open(folder); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
}
