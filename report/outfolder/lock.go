package outfolder

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"

	"jianbao/report/diag"
	"jianbao/report/manifest"
)

const lockName = "lock"

// patience is how long a shard waits for its own place, which another shard may
// hold for the moment in which it clears up there.
const patience = 2 * time.Second

var inUse = diag.Say(
	"另一次运行正在写这个文件夹：等它结束，或换一个输出文件夹（-o）",
	"another run is writing into this folder: wait for it to end, or choose another output folder (-o)")

// lock takes the folder: for a run over everything alone, for a shard together
// with other shards.
func (f *Folder) lock(folder string) error {
	base, err := f.lockFile(folder, StateFolder)
	if err != nil {
		return err
	}
	take := base.TryLock
	if !f.shard.IsZero() {
		take = base.TryRLock
	}
	if err := f.held(base, take); err != nil {
		return err
	}
	own, err := f.lockFile(folder, path.Join(StateFolder, f.shard.String()))
	if err != nil {
		return err
	}
	return f.held(own, func() (bool, error) { return patiently(own) })
}

// patiently tries for some time to take a lock.
func patiently(l *flock.Flock) (bool, error) {
	waiting, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	ok, err := l.TryLockContext(waiting, patience/100)
	if errors.Is(err, context.DeadlineExceeded) {
		return false, nil
	}
	return ok, err
}

// held takes a lock and keeps it until Close.
func (f *Folder) held(l *flock.Flock, take func() (bool, error)) error {
	ok, err := take()
	if err != nil {
		return err
	}
	if !ok {
		return inUse
	}
	f.locks = append(f.locks, l)
	return nil
}

// lockFile makes the file of a lock. It is made through the root, which refuses
// links that lead outside, since flock opens it by its path.
func (f *Folder) lockFile(folder, below string) (*flock.Flock, error) {
	if err := f.root.MkdirAll(below, 0o777); err != nil {
		return nil, err
	}
	name := path.Join(below, lockName)
	stat, err := f.root.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		made, err := f.root.OpenFile(name, os.O_CREATE, 0o666)
		if err != nil {
			return nil, err
		}
		if err := made.Close(); err != nil {
			return nil, err
		}
	case err != nil:
		return nil, err
	case !stat.Mode().IsRegular():
		return nil, diag.Say("%s 应当是普通文件：请移走", "%s should be a plain file: move it away", name)
	}
	return flock.New(filepath.Join(folder, filepath.FromSlash(name))), nil
}

// recoverOthers finishes what interrupted runs of other kinds left: the whole's
// before a shard, the shards' before a whole, those of an earlier split. Shards of
// the same split clear up for themselves, and may be at work; one of another split
// that is at work would write the same districts.
func (f *Folder) recoverOthers(folder string) error {
	names, err := f.names(StateFolder)
	if err != nil {
		return err
	}
	for _, name := range names {
		other, ok := manifest.ParseShardName(name)
		if !ok && name != (manifest.Shard{}).String() || other == f.shard || ok && other.Of == f.shard.Of {
			continue
		}
		if err := f.recoverOther(folder, other); err != nil {
			return err
		}
	}
	return nil
}

func (f *Folder) recoverOther(folder string, other manifest.Shard) error {
	l, err := f.lockFile(folder, path.Join(StateFolder, other.String()))
	if err != nil {
		return err
	}
	ok, err := patiently(l)
	if err != nil {
		return err
	}
	if !ok {
		return inUse
	}
	p := place{root: f.root, shard: other}
	if p.own, err = f.root.OpenRoot(p.aside(".")); err != nil {
		return errors.Join(err, l.Close())
	}
	done, err := p.recover()
	f.Recovered += done
	return errors.Join(err, p.own.Close(), l.Close())
}
