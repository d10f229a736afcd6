package report

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/load"
	"jianbao/report/manifest"
)

// unchanged reports whether a district's outputs need not be made again: they
// stand there as they were written, by the same version with the same options, and
// every input is what it was. All of that is held by digests, never by times. A
// district with errors, which --draft and --fail-on can let pass, is always made
// again: a file it wants may have come.
func (b *batch) unchanged(in input, d manifest.District) bool {
	if b.opt.Force || in.path == "-" || d.State != manifest.Current || d.Told == nil || d.Errors > 0 ||
		d.Source != in.source || d.Settings != b.settings.Key() || len(d.Outputs) == 0 {
		return false
	}
	for _, f := range d.Inputs {
		// All that load reads lies below the data file's folder; a manifest that says
		// otherwise was not written by us.
		if !filepath.IsLocal(filepath.FromSlash(f.Path)) || digestAt(prefixOf(in.path)+f.Path) != f.SHA256 {
			return false
		}
	}
	if d.Below != "" && d.Below != namesBelow(filepath.Dir(in.path)) {
		return false
	}
	for _, f := range d.Outputs {
		if !b.folder.Has(f) {
			return false
		}
	}
	return d.Told.Findings.IsZero() || b.folder.CanTell(d.Told.Findings)
}

// digestAt is the digest of a plain file as the manifest records it; empty if there
// is none that can be read.
func digestAt(path string) string {
	if meta, err := os.Stat(path); err != nil || !meta.Mode().IsRegular() {
		return ""
	}
	f, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer f.Close()
	digest, err := manifest.DigestOf(f)
	if err != nil {
		return ""
	}
	return digest
}

// prefixOf is what stands before the names of a data file's folder in findings.
func prefixOf(path string) string { return strings.TrimSuffix(path, filepath.Base(path)) }

// below is the digest of the data files around one that has members.
func below(in input, data *dataset.Dataset) string {
	if data.Members.Value == "" {
		return ""
	}
	return namesBelow(filepath.Dir(in.path))
}

// namesBelow is the digest of the names of all data files in a folder and below,
// which is all that members can name, at any depth.
func namesBelow(folder string) string {
	var names strings.Builder
	_ = fs.WalkDir(os.DirFS(folder), ".", func(below string, _ fs.DirEntry, err error) error { // also of a folder that is a link
		if err == nil && load.IsDataFile(below) {
			names.WriteString(below + "\n")
		}
		return nil // what cannot be read is for load to say
	})
	return manifest.Digest([]byte(names.String()))
}
