package outfolder

import (
	"encoding/json"
	"errors"
	"os"
	"path"
	"slices"
	"strings"

	"jianbao/report/manifest"
)

const journalName = "journal"

// committed is a line of the journal: a district's new record, and under which
// names its outputs stand aside, in the order of the record's.
type committed struct {
	District manifest.District `json:"district"`
	Settings manifest.Settings `json:"settings"`
	Aside    []string          `json:"aside"`

	// Retracted takes the line of the same output before this one back.
	Retracted bool `json:"retracted,omitzero"`
}

// journal is the file of what was committed, a sealed line for each district.
type journal struct {
	file *os.File
	end  int64 // of the last whole line
}

// add writes lines and makes them last. If that fails, the journal is as before.
func (j *journal) add(lines []committed) error {
	var all []byte
	for _, c := range lines {
		b, err := json.Marshal(c)
		if err != nil {
			return err
		}
		all = append(all, sealed(b)...)
	}
	_, err := j.file.WriteAt(all, j.end)
	if err := errors.Join(err, j.file.Sync()); err != nil {
		return errors.Join(err, j.file.Truncate(j.end), j.file.Sync())
	}
	j.end += int64(len(all))
	return nil
}

func (j *journal) close() error {
	if j == nil || j.file == nil {
		return nil
	}
	file := j.file
	j.file = nil
	return file.Close()
}

// readJournal gives what stands in the lines up to the first that is torn, and was
// not retracted.
func readJournal(text string) []committed {
	var all []committed
	for line := range strings.Lines(text) {
		digest, rest, _ := strings.Cut(line, " ")
		body, whole := strings.CutSuffix(rest, "\n")
		var c committed
		if !whole || manifest.Digest([]byte(body)) != digest || json.Unmarshal([]byte(body), &c) != nil || len(c.Aside) != len(c.District.Outputs) {
			break
		}
		if c.Retracted {
			all = slices.DeleteFunc(all, func(before committed) bool { return before.District.Output == c.District.Output })
			continue
		}
		all = append(all, c)
	}
	return all
}

// recover puts in place what the journal of an interrupted run names, records it
// in the manifest, and clears up. It can itself be interrupted and done again. It
// gives the number of districts that were committed.
func (p place) recover() (int, error) {
	text, err := p.own.ReadFile(journalName)
	if errors.Is(err, os.ErrNotExist) {
		return 0, p.clear(nil)
	}
	if err != nil {
		return 0, err
	}
	lines := readJournal(string(text))
	m, err := p.readManifest()
	if err != nil {
		return 0, err
	}
	folders := map[string]bool{".": true}
	for _, c := range lines {
		for i, out := range c.District.Outputs {
			if _, err := p.own.Lstat(c.Aside[i]); errors.Is(err, os.ErrNotExist) {
				continue // it is in place
			}
			if err := p.root.MkdirAll(path.Dir(out.Path), 0o777); err != nil {
				return 0, err
			}
			if err := p.settle(c.Aside[i], out.Path, folders); err != nil {
				return 0, err
			}
		}
		m.Put(c.District, c.Settings)
	}
	for folder := range folders {
		p.sync(folder)
	}
	if err := p.sweep(); err != nil { // makes room on a full disk
		return 0, err
	}
	if len(lines) > 0 {
		if err := p.replace(p.shard.File(), m.Write); err != nil {
			return 0, err
		}
	}
	return len(lines), p.clear(nil)
}

// settle renames an output from where it stands aside to its own name.
func (p place) settle(aside, name string, touched map[string]bool) error {
	if err := p.root.Rename(p.aside(aside), name); err != nil {
		return err
	}
	for folder := path.Dir(name); !touched[folder]; folder = path.Dir(folder) {
		touched[folder] = true
	}
	return nil
}
