package report

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"jianbao/report/manifest"
)

// shardOf are the inputs that fall to a shard. One that names no outputs, such as
// a folder that cannot be read, falls to all, since none may pass over it.
func shardOf(s manifest.Shard, inputs []input) []input {
	var own []input
	for _, in := range inputs {
		if in.output == "" && in.problem != nil || s.Has(in.output) {
			own = append(own, in)
		}
	}
	return own
}

// listing is the digest of the districts of all shards, by which they are known
// to have seen the same list.
func listing(inputs []input) string {
	var names []string
	for _, in := range inputs {
		names = append(names, in.output)
	}
	slices.Sort(names)
	return manifest.Digest([]byte(strings.Join(names, "\n")))
}

// orphans marks the records of data files that are gone from a folder that was
// given, and gives their outputs. A record without outputs is dropped. Nothing on
// disk is touched: whether the last good briefing of a district that no longer
// reports is still wanted, only the user knows.
func orphans(records *manifest.Manifest, data []string, inputs []input) []string {
	worked := map[string]bool{}
	for _, in := range inputs {
		worked[in.source] = true
	}
	folders := slices.DeleteFunc(slices.Clone(data), func(name string) bool {
		meta, err := os.Stat(name)
		return err != nil || !meta.IsDir()
	})
	var outputs []string
	for _, d := range slices.Clone(records.Districts) {
		if worked[d.Source] || !slices.ContainsFunc(folders, func(folder string) bool { return gone(folder, d.Source) }) {
			continue
		}
		if len(d.Outputs) == 0 {
			records.Remove(d.Output)
			continue
		}
		d.State, d.Told = manifest.Orphaned, nil
		records.Put(d)
		for _, f := range d.Outputs {
			outputs = append(outputs, f.Path)
		}
	}
	return outputs
}

// gone reports whether a data file was below a folder that was given, and is no
// longer.
func gone(folder, source string) bool {
	below, ok := strings.CutPrefix(source, folderName(folder))
	if !ok || !strings.Contains(source, "/") {
		return false
	}
	_, err := os.Lstat(filepath.Join(folder, filepath.FromSlash(below)))
	return os.IsNotExist(err)
}
