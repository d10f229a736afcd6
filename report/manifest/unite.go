package manifest

import (
	"slices"
	"strings"

	"jianbao/report/diag"
)

// Unite makes one manifest of those of all shards of one run. It refuses shards
// that are missing, that were made of different lists or by different settings, or
// that hold one district twice, and says why. Districts that stand in before, of
// earlier runs, and in no shard, are kept.
func Unite(before *Manifest, shards []*Manifest) (_ *Manifest, unfit diag.Text) {
	if len(shards) == 0 {
		return nil, diag.Say("没有各份的清单（manifest.K-of-N.json）", "there is no shard's manifest (manifest.K-of-N.json)")
	}
	slices.SortFunc(shards, func(a, b *Manifest) int { return a.Shard.Number - b.Shard.Number })
	if unfit := sameRun(shards); !unfit.IsZero() {
		return nil, unfit
	}
	whole := New(Shard{})
	whole.Last = shards[0].Last
	// Districts are scattered over the shards: to put one after another into their
	// order would move all that stand behind it each time.
	known := map[string]bool{}
	for _, m := range shards {
		for _, d := range m.Districts {
			if known[d.Output] {
				return nil, diag.Say("%s 在两份清单里都有：各份应当是同一次划分", "%s stands in the manifests of two shards: all must be of one split", d.Output)
			}
			known[d.Output] = true
			whole.Districts = append(whole.Districts, d)
		}
		for _, s := range m.Settings {
			whole.Settings[s.Key()] = s
		}
	}
	for _, d := range before.Districts {
		if !known[d.Output] {
			s := before.Settings[d.Settings]
			whole.Settings[s.Key()] = s
			whole.Districts = append(whole.Districts, d)
		}
	}
	whole.sort()
	return whole, diag.Text{}
}

// sameRun holds the shards against the first.
func sameRun(shards []*Manifest) diag.Text {
	first := shards[0]
	done := map[int]bool{}
	for _, m := range shards {
		done[m.Shard.Number] = true
		if m.Shard.Of != first.Shard.Of {
			return diag.Say("%s 与 %s 不是同一种划分：删去旧的清单", "%s and %s are of different splits: remove the old manifests", first.Shard.File(), m.Shard.File())
		}
	}
	const named = 20 // of those that are missing: with 1/100000 in place of 1/10, nearly all are
	var missing []string
	for k := 1; k <= first.Shard.Of && len(missing) < named; k++ {
		if !done[k] {
			missing = append(missing, Shard{k, first.Shard.Of}.File())
		}
	}
	if len(missing) > 0 {
		return diag.Say("缺少 %s：等各份都做完，再合并", "%s is missing: unite when all shards are done", strings.Join(missing, ", "))
	}
	for _, m := range shards {
		if m.Listed != first.Listed {
			return diag.Say("%s 与 %s 看到的数据文件不同：用同样的数据文件重做各份", "%s and %s saw different data files: run all shards over the same ones", first.Shard.File(), m.Shard.File())
		}
		if one, other := first.Settings[first.Last], m.Settings[m.Last]; one.Key() != other.Key() {
			return diag.Say("%s 与 %s 的版本或选项不同（%s；%s）：用同样的程序和选项重做各份",
				"%s and %s are of different versions or options (%s; %s): run all shards with the same",
				first.Shard.File(), m.Shard.File(), one.say(), other.say())
		}
	}
	return diag.Text{}
}

func (s Settings) say() string {
	parts := []string{s.Tool, s.Template, "fail-on " + s.FailOn}
	if s.Draft {
		parts = append(parts, "draft")
	}
	return strings.Join(parts, ", ")
}
