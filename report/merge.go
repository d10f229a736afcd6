package report

import (
	"errors"
	"os"

	"jianbao/report/diag"
	"jianbao/report/manifest"
	"jianbao/report/outfolder"
)

// Merge makes one manifest of those that the shards of a run left in an output
// folder, and gives the number of districts in it. If they are unfit, or an output
// that they name is not there as recorded, it says so and writes nothing. The
// shards' manifests stay, so that a shard can be run and merged again.
func Merge(out string) (districts int, unfit diag.Text, err error) {
	if meta, err := os.Stat(out); err != nil || !meta.IsDir() {
		return 0, diag.Say("没有文件夹 %s", "there is no folder %s", out), nil
	}
	folder, err := outfolder.Open(out, manifest.Shard{})
	if err != nil {
		return 0, diag.Text{}, err
	}
	defer func() { err = errors.Join(err, folder.Close()) }()
	shards, err := folder.Shards()
	if err != nil {
		return 0, diag.Text{}, err
	}
	whole, unfit := manifest.Unite(folder.Manifest, shards)
	if !unfit.IsZero() {
		return 0, unfit, nil
	}
	for _, d := range whole.Districts {
		for _, f := range d.Outputs {
			if !folder.Has(f) {
				return 0, diag.Say("%s 不在，或与清单不符：重做它所在的一份", "%s is not there, or is not as its manifest says: run its shard again", f.Path), nil
			}
		}
	}
	return len(whole.Districts), diag.Text{}, folder.Finish(whole, nil)
}
