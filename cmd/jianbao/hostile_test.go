//go:build unix

package main

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestNothingIsWrittenOutsideTheOutputFolder builds data files of hostile names
// into a folder with links that lead out of it, and holds all around it against
// what was there.
func TestNothingIsWrittenOutsideTheOutputFolder(t *testing.T) {
	const small = "version: 1\ndistrict: {name: 区}\ntitle: 简报\nperiod: 2021\npublished: 2022-01-31\nsections: []\n"
	top := t.TempDir()
	for _, name := range []string{"-x.yaml", "a b.yaml", "换\n行.yaml", "manifest.json.yaml", "C:\\x.yaml", "~.yaml", "$HOME.yaml"} {
		writeFile(t, filepath.Join(top, "data/deep", name), small)
	}
	dots := []string{top + "/data/...yaml", top + "/data/..yaml", top + "/data/.yaml"} // hidden: not found in folders
	for _, name := range dots {
		writeFile(t, name, small)
	}
	writeFile(t, top+"/data/link/y.yaml", small)
	writeFile(t, top+"/data/.jianbao/whole/z.yaml", small)
	writeFile(t, top+"/data/file.yaml", small)
	writeFile(t, top+"/elsewhere/kept.txt", "kept")
	writeFile(t, top+"/elsewhere/file.pdf", "kept")
	if err := os.MkdirAll(top+"/out", 0o777); err != nil {
		t.Fatal(err)
	}
	link := func(to, name string) {
		t.Helper()
		if err := os.Symlink(to, filepath.Join(top, "out", name)); err != nil {
			t.Fatal(err)
		}
	}
	link("../elsewhere", "link")
	link("../elsewhere/file.pdf", "file.pdf")
	outside := func() map[string]string {
		all := filesIn(t, top)
		maps.DeleteFunc(all, func(name, _ string) bool { return strings.HasPrefix(name, "out/") })
		return all
	}
	before := outside()
	mustRun(t, jianbao(append([]string{"build", top + "/data", "-o", top + "/out"}, dots...)...), 3) // link/ cannot be written
	if !maps.Equal(before, outside()) {
		t.Errorf("outside stands %v", outside())
	}
	for _, name := range []string{"...pdf", "..pdf", ".pdf", "deep/换\n行.pdf", "deep/C:\\x.pdf", "file.pdf"} {
		if meta, err := os.Lstat(filepath.Join(top, "out", name)); err != nil || !meta.Mode().IsRegular() {
			t.Errorf("%q is not a file of the output folder: %v", name, err)
		}
	}

	// Links in place of the program's own files are refused as well.
	for _, name := range []string{".jianbao", "manifest.json"} {
		out := filepath.Join(t.TempDir(), "out")
		if err := os.MkdirAll(out, 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(top+"/elsewhere", filepath.Join(out, name)); err != nil {
			t.Fatal(err)
		}
		mustRun(t, jianbao("build", top+"/data/file.yaml", "-o", out), 3)
		if !maps.Equal(before, outside()) {
			t.Errorf("%s: outside stands %v", name, outside())
		}
	}
}

// TestForeignManifestIsNotOverwritten builds into the folder of something else.
func TestForeignManifestIsNotOverwritten(t *testing.T) {
	d := newDistricts(t, 1)
	d.write(t, 0)
	out := t.TempDir()
	const foreign = `{"name": "an app", "icons": []}`
	writeFile(t, filepath.Join(out, "manifest.json"), foreign)
	mustRun(t, jianbao("build", d.dir, "-o", out), 3)
	if b, err := os.ReadFile(filepath.Join(out, "manifest.json")); err != nil || string(b) != foreign {
		t.Errorf("it is %q, %v", b, err)
	}
}
