package manifest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"jianbao/report/diag"
)

func sample(shard Shard, outputs ...string) *Manifest {
	m := New(shard)
	s := Settings{Tool: "v1", Template: "briefing", FailOn: "error"}
	m.Last, m.Listed = s.Key(), "list"
	m.Settings[s.Key()] = s
	for _, name := range outputs {
		m.Put(District{Output: name, Source: name + ".yaml", State: Current, Settings: s.Key(),
			Outputs: []File{{Path: name + ".pdf", SHA256: Digest([]byte(name)), Size: 3}}}, s)
	}
	return m
}

// written is the manifest's file.
func written(m *Manifest) []byte {
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// The file is what JSON makes of the whole, though it is written in pieces.
func TestManifestIsWrittenInPieces(t *testing.T) {
	for _, m := range []*Manifest{sample(Shard{}), sample(Shard{1, 2}, "a[]"), sample(Shard{}, "乙", "<甲>", "[]\n")} {
		var want bytes.Buffer
		e := json.NewEncoder(&want)
		e.SetEscapeHTML(false)
		e.SetIndent("", " ")
		m.sort()
		if m.Districts == nil {
			m.Districts = []District{}
		}
		if err := e.Encode(m); err != nil {
			t.Fatal(err)
		}
		if got := written(m); !bytes.Equal(got, want.Bytes()) {
			t.Errorf("got\n%s\nwant\n%s", got, &want)
		}
	}
}

func TestManifestDoesNotDependOnTheOrderOfWork(t *testing.T) {
	one, other := sample(Shard{}, "乙", "甲/一", "a"), sample(Shard{}, "a", "甲/一", "乙")
	if !bytes.Equal(written(one), written(other)) {
		t.Errorf("%s\nand\n%s", written(one), written(other))
	}
	back, err := Parse(written(one))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(written(back), written(one)) {
		t.Errorf("read back: %s", written(back))
	}
}

func TestSettingsThatNothingNamesAreLeftOut(t *testing.T) {
	m := sample(Shard{}, "a")
	old := Settings{Tool: "v0"}
	m.Put(District{Output: "b", Settings: old.Key()}, old)
	m.Put(District{Output: "b", Settings: m.Last})
	if strings.Contains(string(written(m)), "v0") {
		t.Errorf("%s", written(m))
	}
}

func TestWhatIsNoManifestIsRefused(t *testing.T) {
	for _, text := range []string{``, `[]`, `{"name": "an app", "icons": []}`, `{"jianbao_manifest": 2}`} {
		if _, err := Parse([]byte(text)); err == nil {
			t.Errorf("%q is taken for a manifest", text)
		}
	}
}

func TestShardsShareOutEveryDistrictOnce(t *testing.T) {
	const districts, of = 2844, 8
	counts := make([]int, of)
	for i := range districts {
		name := fmt.Sprintf("省%d/市%d/区%d", i%31, i%333, i)
		owners := 0
		for k := range of {
			if (Shard{k + 1, of}).Has(name) {
				owners++
				counts[k]++
			}
		}
		if owners != 1 {
			t.Fatalf("%s falls to %d shards", name, owners)
		}
	}
	for k, n := range counts {
		if n < districts/of*3/4 || n > districts/of*5/4 {
			t.Errorf("shard %d has %d of %d", k+1, n, districts)
		}
	}
	// A district stays where it is whatever else there is: jobs of one split may
	// run on different machines and versions.
	if !(Shard{5, 8}).Has("南芬区") {
		t.Error("南芬区 has moved to another shard")
	}
}

func TestShardNames(t *testing.T) {
	for text, want := range map[string]bool{"1/1": true, "8/8": true, "0/8": false, "9/8": false, "1": false, "a/b": false, "-1/2": false, "": false} {
		s, ok := ParseShard(text)
		if ok != want {
			t.Errorf("%q: %v", text, ok)
		}
		if back, isShard := ParseShardFile(s.File()); ok && (!isShard || back != s) {
			t.Errorf("%s is read back as %v", s.File(), back)
		}
	}
	if _, ok := ParseShardFile(Name); ok {
		t.Error("the whole's manifest is taken for a shard's")
	}
}

func TestUniteRefusesWhatIsNotOneWholeRun(t *testing.T) {
	half := func(k int, outputs ...string) *Manifest { return sample(Shard{k, 2}, outputs...) }
	change := func(m *Manifest, f func(*Manifest)) *Manifest { f(m); return m }
	for name, c := range map[string]struct {
		shards []*Manifest
		want   string
	}{
		"none":            {nil, "no shard"},
		"one missing":     {[]*Manifest{half(2, "b")}, "manifest.1-of-2.json is missing"},
		"nearly all":      {[]*Manifest{sample(Shard{1, 1_000_000_000}, "a")}, "manifest.21-of-1000000000.json is missing"}, // the first of them, and soon
		"another split":   {[]*Manifest{half(1, "a"), half(2, "b"), sample(Shard{3, 3})}, "different splits"},
		"another list":    {[]*Manifest{half(1, "a"), change(half(2, "b"), func(m *Manifest) { m.Listed = "other" })}, "different data files"},
		"another version": {[]*Manifest{half(1, "a"), change(half(2, "b"), func(m *Manifest) { m.Last = "x"; m.Settings["x"] = Settings{Tool: "v2"} })}, "(v1, briefing, fail-on error; v2"},
		"an overlap":      {[]*Manifest{half(1, "a"), half(2, "a")}, "a stands in the manifests of two shards"},
	} {
		if _, unfit := Unite(New(Shard{}), c.shards); !strings.Contains(unfit.In(diag.EN), c.want) {
			t.Errorf("%s: %q, want %q", name, unfit.In(diag.EN), c.want)
		}
	}
}

func TestUniteKeepsDistrictsOfEarlierRuns(t *testing.T) {
	whole, unfit := Unite(sample(Shard{}, "a", "earlier"), []*Manifest{sample(Shard{2, 2}, "b"), sample(Shard{1, 2}, "a")})
	if !unfit.IsZero() {
		t.Fatal(unfit)
	}
	want := sample(Shard{}, "a", "b", "earlier")
	want.Listed = ""
	if !bytes.Equal(written(whole), written(want)) {
		t.Errorf("%s", written(whole))
	}
}

func FuzzParse(f *testing.F) {
	f.Add(written(sample(Shard{1, 2}, "a", "b")))
	f.Fuzz(func(t *testing.T, b []byte) {
		m, err := Parse(b)
		if err != nil {
			return
		}
		if back, err := Parse(written(m)); err != nil || !bytes.Equal(written(back), written(m)) {
			t.Errorf("%q is not read back alike: %v", b, err)
		}
	})
}
