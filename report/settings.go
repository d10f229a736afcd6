package report

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"jianbao/report/manifest"
	"jianbao/templates"
)

// settingsOf is what decides about outputs besides the inputs of a district.
func settingsOf(opt Options) (manifest.Settings, error) {
	s := manifest.Settings{Tool: opt.Version, Template: opt.Template, Draft: opt.Draft, FailOn: opt.FailOn.String()}
	if s.Template == "" {
		s.Template = templates.Default
	}
	if slices.Contains(templates.Names(), s.Template) {
		return s, nil // it is part of the tool
	}
	root, err := os.OpenRoot(opt.Template)
	if err != nil {
		return s, err
	}
	files := root.FS()
	err = fs.WalkDir(files, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		f, err := files.Open(path)
		if err != nil {
			return err
		}
		defer f.Close()
		digest, err := manifest.DigestOf(f)
		s.Files = append(s.Files, manifest.File{Path: path, SHA256: digest})
		return err
	})
	// The folder's own name is not its place: no path of this machine is kept.
	s.Template = filepath.Base(filepath.Clean(opt.Template))
	return s, errors.Join(err, root.Close())
}
