package outfolder

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"path"

	"jianbao/report/manifest"
)

const toldName = "told"

// Tell keeps what was told of a district, in a file named by its digest. It is
// whole or not there, but need not last: what is lost is found again by building
// the district.
func (f *Folder) Tell(b []byte) (manifest.File, error) {
	told := manifest.File{SHA256: manifest.Digest(b), Size: int64(len(b))}
	name := path.Join(toldName, told.SHA256)
	told.Path = f.aside(name)
	if isAt(f.own, name, told) {
		return told, nil
	}
	if err := f.tellable(); err != nil {
		return told, err
	}
	aside := rand.Text()
	err := f.own.WriteFile(aside, b, 0o666)
	if err == nil {
		err = f.own.Rename(aside, name)
	}
	if err != nil {
		_ = f.own.Remove(aside) // Finish clears what is left
	}
	return told, err
}

// Told gives back what Tell kept.
func (f *Folder) Told(told manifest.File) ([]byte, error) { return f.root.ReadFile(told.Path) }

// forget removes what was told that is not needed any more.
func (f *Folder) forget(m *manifest.Manifest, needed map[string]bool) error {
	names, err := f.names(f.aside(toldName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	kept := map[string]bool{}
	for _, d := range m.Districts {
		if d.Told != nil {
			kept[d.Told.Findings.Path] = true
		}
	}
	for _, name := range names {
		if told := path.Join(f.aside(toldName), name); !kept[told] && !needed[told] {
			err = errors.Join(err, f.root.Remove(told))
		}
	}
	return err
}
