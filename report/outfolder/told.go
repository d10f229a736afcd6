package outfolder

import (
	"os"
	"path"

	"jianbao/report/manifest"
)

// Tell keeps what was told of a district, which has no line break.
func (f *Folder) Tell(b []byte) (manifest.Telling, error) {
	digest, err := f.findings.add(b)
	return manifest.Telling{SHA256: digest}, err
}

// Told gives back what Tell kept, in this run or an earlier one.
func (f *Folder) Told(t manifest.Telling) ([]byte, error) { return f.findings.get(t.SHA256) }

// CanTell reports whether Told gives something back. What a run of another kind
// kept (a shard before they were merged, the whole before it was split) is copied.
func (f *Folder) CanTell(t manifest.Telling) bool {
	if f.findings.has(t.SHA256) {
		return true
	}
	b, ok := f.toldElsewhere(t.SHA256)
	if !ok {
		return false
	}
	_, err := f.findings.add(b)
	return err == nil
}

// kept is something told in another place.
type kept struct {
	file string // from the output folder
	at   span
}

// toldElsewhere gives what was told in a place that is not this run's.
func (f *Folder) toldElsewhere(digest string) ([]byte, bool) {
	at, ok := f.elsewhere()[digest]
	if !ok {
		return nil, false
	}
	file, err := plainFile(f.root, at.file, os.O_RDONLY)
	if err != nil {
		return nil, false
	}
	defer file.Close()
	b, err := readSealed(file, digest, at.at)
	return b, err == nil
}

// othersFindings finds what was told in other places. Shards at work in them may add
// to it meanwhile; what they do is their own.
func (f *Folder) othersFindings() map[string]kept {
	all := map[string]kept{}
	names, err := f.names(StateFolder)
	if err != nil {
		return all
	}
	for _, name := range names {
		if name == f.shard.String() {
			continue
		}
		name := path.Join(StateFolder, name, findingsName)
		file, err := plainFile(f.root, name, os.O_RDONLY)
		if err != nil {
			continue // a place without any, or no place
		}
		// Of one that cannot be read to its end, what was read is as good.
		_, _ = sealedIn(file, func(digest string, at span) { all[digest] = kept{name, at} })
		_ = file.Close()
	}
	return all
}

// forget leaves out of what was told all that neither a manifest nor the run itself
// needs.
func (f *Folder) forget(m *manifest.Manifest, needed []manifest.Telling) {
	digests := map[string]bool{}
	for _, t := range needed {
		digests[t.SHA256] = true
	}
	for _, d := range m.Districts {
		if d.Told != nil {
			digests[d.Told.Findings.SHA256] = true
		}
	}
	f.findings.keepOnly(digests)
}
