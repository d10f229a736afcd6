// Package outfolder is the output folder as a run owns it: locked against other
// runs, with every district's outputs and the manifest in place together or not
// at all, also when the process is killed at any moment or the disk is full.
//
// It knows files, not what is in them. Everything is reached through an os.Root,
// so that no name and no symbolic link leads outside the folder.
//
// Beside the outputs it keeps a folder, .jianbao:
//
//	.jianbao/lock            held by a run: alone, or shared by the shards of one split
//	.jianbao/whole/          of a run over everything; .jianbao/2-of-8/ of a shard
//	.jianbao/whole/lock      held by the run, or by one that clears up after it
//	.jianbao/whole/journal   what has been committed and is not yet in the manifest
//	.jianbao/whole/…         outputs written aside
//	.jianbao/whole/findings  what was told of districts, for reports and later runs
//
// Outputs are written aside. Commit syncs those of some districts, writes a line for
// each to the journal and syncs that: from there on the districts are done. Renaming
// follows, and can be made up for by the next run, since the line names what goes
// where. What was told is added to its file and never synced, as it can be found
// again: each line of it has a digest, by which the manifest names it. The manifest
// is written last, and the journal removed. The locks are the system's, so a crash
// releases them; the lock files themselves are never removed, as that would be a race.
package outfolder

import (
	"errors"
	"io"
	"os"
	"sync"

	"jianbao/report/diag"
	"jianbao/report/manifest"
)

// StateFolder is the folder of the package's own in an output folder. No output
// may go below it.
const StateFolder = ".jianbao"

// Folder is an output folder that a run owns, from Open to Close. Its methods
// may be called from several goroutines.
type Folder struct {
	// Manifest is the record as it stood when the folder was opened.
	Manifest *manifest.Manifest
	// Recovered is how many districts of an interrupted run were put in place.
	Recovered int

	place
	locks []io.Closer

	commit  sync.Mutex // held while a district's outputs change place
	journal *journal
	pending bool            // some output could not be renamed: the journal stays
	touched map[string]bool // folders with new names in them

	findings  findings
	elsewhere func() map[string]kept // what was told in other places, by its digest
}

// Open takes an output folder for a run, makes it if there is none, and finishes
// what an interrupted run left. An error is a diag.Text where the user is to be
// told what to do: another run has the folder, or its manifest is not ours.
func Open(folder string, shard manifest.Shard) (_ *Folder, err error) {
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return nil, err
	}
	f := &Folder{place: place{shard: shard}, touched: map[string]bool{}}
	if f.root, err = os.OpenRoot(folder); err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, f.Close())
		}
	}()
	if err := f.lock(folder); err != nil {
		return nil, err
	}
	if f.own, err = f.root.OpenRoot(f.aside(".")); err != nil {
		return nil, err
	}
	f.findings.in, f.elsewhere = f.place, sync.OnceValue(f.othersFindings)
	if err := f.recoverOthers(folder); err != nil {
		return nil, err
	}
	done, err := f.recover()
	f.Recovered += done
	if err != nil {
		return nil, err
	}
	f.Manifest, err = f.readManifest()
	return f, err
}

// Close releases the folder. What was committed and is not in the manifest yet
// is finished by the next run.
func (f *Folder) Close() error {
	var err error
	if f.journal != nil {
		err = f.journal.close()
	}
	err = errors.Join(err, f.findings.close())
	for i := len(f.locks) - 1; i >= 0; i-- {
		err = errors.Join(err, f.locks[i].Close())
	}
	return errors.Join(err, f.place.close())
}

// readManifest gives the record of this run's part. A shard that has none yet
// takes its part of the whole's, so that nothing is done again when districts
// are shared out anew.
func (p place) readManifest() (*manifest.Manifest, error) {
	m, err := p.parse(p.shard.File())
	if err == nil || !errors.Is(err, os.ErrNotExist) {
		return m, err
	}
	part := manifest.New(p.shard)
	if p.shard.IsZero() {
		return part, nil
	}
	whole, err := p.parse(manifest.Name)
	if errors.Is(err, os.ErrNotExist) {
		return part, nil
	}
	if err != nil {
		return nil, err
	}
	for _, d := range whole.Districts {
		if p.shard.Has(d.Output) {
			part.Put(d, whole.Settings[d.Settings])
		}
	}
	return part, nil
}

func (p place) parse(name string) (*manifest.Manifest, error) {
	b, err := p.root.ReadFile(name)
	if err != nil {
		return nil, err
	}
	m, err := manifest.Parse(b)
	if err != nil {
		return nil, diag.Say("%s 不是本程序的清单（%s）：换一个输出文件夹，或移走这个文件",
			"%s is no manifest of jianbao's (%s): choose another output folder, or move the file away", name, err.Error())
	}
	return m, nil
}

// Shards are the manifests that shards left in the folder.
func (f *Folder) Shards() ([]*manifest.Manifest, error) {
	names, err := f.names(".")
	if err != nil {
		return nil, err
	}
	var all []*manifest.Manifest
	for _, name := range names {
		if _, ok := manifest.ParseShardFile(name); !ok {
			continue
		}
		m, err := f.parse(name)
		if err != nil {
			return nil, err
		}
		all = append(all, m)
	}
	return all, nil
}

// Has reports whether an output stands in the folder as it was recorded.
func (f *Folder) Has(recorded manifest.File) bool {
	stat, err := f.root.Lstat(recorded.Path)
	if err != nil || !stat.Mode().IsRegular() || stat.Size() != recorded.Size {
		return false
	}
	file, err := f.root.Open(recorded.Path)
	if err != nil {
		return false
	}
	defer file.Close()
	digest, err := manifest.DigestOf(file)
	return err == nil && digest == recorded.SHA256
}

// stands reports whether the manifest's file is the manifest already.
func (f *Folder) stands(m *manifest.Manifest) bool {
	old, err := f.root.Open(f.shard.File())
	if err != nil {
		return false // what hinders it is told where it is replaced
	}
	defer old.Close()
	digest, err := manifest.DigestOf(old)
	return err == nil && digest == m.Digest()
}

// Finish makes the manifest the record of the folder and clears up: what was told
// and neither the manifest names nor the run itself still needs goes as well. A
// manifest that stands there with these bytes is left as it is.
func (f *Folder) Finish(m *manifest.Manifest, needed []manifest.Telling) error {
	f.commit.Lock()
	defer f.commit.Unlock()
	if !f.stands(m) {
		if err := f.replace(f.shard.File(), m.Write); err != nil {
			return err
		}
		delete(f.touched, ".") // it was synced for the manifest
	}
	for folder := range f.touched { // while the journal stands, that may come last
		f.sync(folder)
	}
	if f.pending {
		return nil
	}
	f.forget(m, needed)
	return f.clear(f.journal)
}
