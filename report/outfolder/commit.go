package outfolder

import (
	"os"
	"path"
	"sync"

	"jianbao/report/diag"
	"jianbao/report/manifest"
)

// Change is what a run made of a district, to be committed.
type Change struct {
	District manifest.District // its record but for Outputs
	Settings manifest.Settings // which the record names
	Staged   []Staged
}

// line is what the journal says of it.
func (c Change) line() committed {
	line := committed{District: c.District, Settings: c.Settings}
	for _, one := range c.Staged {
		line.Aside = append(line.Aside, one.Aside)
		line.District.Outputs = append(line.District.Outputs, one.File)
	}
	return line
}

// Commit puts the outputs of districts in place, of each all or none, and records
// them. It gives an error for each, nil where it is done. Nearly all of its time it
// waits for the disk, for many districts not much longer than for one. On an error
// nothing of that district has changed, or, if some outputs were in place before one
// could not be renamed, the next run finishes.
func (f *Folder) Commit(changes []Change) []error {
	f.commit.Lock()
	defer f.commit.Unlock()
	errs := make([]error, len(changes))
	f.syncStaged(changes, errs)
	f.enter(changes, errs)
	var undone []int
	for i, c := range changes {
		if errs[i] != nil {
			continue
		}
		var done int
		if done, errs[i] = f.settleAll(c); errs[i] != nil && done == 0 {
			undone = append(undone, i)
		} else if errs[i] != nil {
			f.pending = true
		}
	}
	f.retract(changes, undone)
	return errs
}

// drop removes outputs that will not be committed.
func (f *Folder) drop(c Change) {
	for _, s := range c.Staged {
		_ = f.own.Remove(s.Aside) // Finish clears what is left
	}
}

// syncStaged makes what was written aside last, of many districts at once: the disk
// has then less to do for each.
func (f *Folder) syncStaged(changes []Change, errs []error) {
	var syncing sync.WaitGroup
	for i, c := range changes {
		syncing.Go(func() {
			for _, one := range c.Staged {
				if errs[i] = f.last(one.Aside); errs[i] != nil {
					f.drop(c)
					return
				}
			}
		})
	}
	syncing.Wait()
}

// enter writes those of the changes that have no error yet into the journal.
func (f *Folder) enter(changes []Change, errs []error) {
	var lines []committed
	var entered []int
	for i, c := range changes {
		if errs[i] != nil {
			continue
		}
		line := c.line()
		if errs[i] = f.prepare(line.District); errs[i] != nil {
			f.drop(c)
			continue
		}
		lines, entered = append(lines, line), append(entered, i)
	}
	if len(lines) == 0 {
		return
	}
	err := f.openJournal()
	if err == nil {
		f.syncOwn()
		err = f.journal.add(lines)
	}
	if err != nil {
		for _, i := range entered {
			errs[i] = err
			f.drop(changes[i])
		}
	}
}

// prepare makes the folder of a district's outputs, and looks for what would keep the
// second of them from its name when the first is in place.
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
	return nil
}

func (f *Folder) openJournal() error {
	if f.journal != nil {
		return nil
	}
	file, err := f.own.OpenFile(journalName, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o666)
	if err != nil {
		return err
	}
	f.journal = &journal{file: file}
	return nil
}

// settleAll renames a district's outputs to their own names, and gives how many were.
func (f *Folder) settleAll(c Change) (done int, err error) {
	for _, one := range c.Staged {
		if err := f.settle(one.Aside, one.File.Path, f.touched); err != nil {
			return done, err
		}
		done++
	}
	return done, nil
}

// retract takes back what is in the journal of changes that came to nothing.
func (f *Folder) retract(changes []Change, undone []int) {
	var lines []committed
	for _, i := range undone {
		lines = append(lines, committed{District: manifest.District{Output: changes[i].District.Output}, Retracted: true})
	}
	if len(lines) > 0 && f.journal.add(lines) != nil {
		f.pending = true // the next run tries again to rename them
		return
	}
	for _, i := range undone {
		f.drop(changes[i])
	}
}
