package load

import (
	"crypto/sha256"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// folder writes files below a new folder and gives its path.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestFileIsNamedAsTheUserNamedIt(t *testing.T) {
	bom := "\ufeff项目名称,级别,总投资\n甲,省纫,1\n"
	t.Chdir(folder(t, map[string]string{"in/d.yaml": projects, "in/t.csv": bom}))
	ds, findings := File("./in/d.yaml", Options{})
	expect(t, findings, "./in/t.csv:2:3-5 JB112")
	if ds.File != "./in/d.yaml" || ds.Name != "d" || ds.Inputs[0].Name != "./in/d.yaml" || ds.Inputs[1].Name != "./in/t.csv" {
		t.Errorf("%q %q %q", ds.File, ds.Name, ds.Inputs[1].Name)
	}
	if ds.Inputs[1].SHA256 != sha256.Sum256([]byte(bom)) || strings.HasPrefix(ds.Inputs[1].Text, "\ufeff") {
		t.Error("the sum is of the file as it stands, the text without its byte order mark")
	}
	t.Chdir("in")
	_, findings = File("d.yaml", Options{})
	expect(t, findings, "t.csv:2:3-5 JB112")
}

func TestNoPathLeavesTheFolder(t *testing.T) {
	const csv = "项目名称,级别,总投资\n甲,省级,1\n"
	dir := folder(t, map[string]string{"out.csv": csv, "in/d.yaml": projects, "in/there.csv": csv, "in/deep/e.csv": csv})
	link := filepath.Join(dir, "in", "t.csv")
	for _, c := range []struct{ target, want string }{
		{"../out.csv", "JB113"},
		{filepath.Join(dir, "out.csv"), "JB113"},
		{"deep", "JB113"},
		{"there.csv", ""},
		{"deep/e.csv", ""},
	} {
		os.Remove(link)
		if err := os.Symlink(c.target, link); err != nil {
			t.Skip("no symbolic links here")
		}
		_, findings := File(filepath.Join(dir, "in", "d.yaml"), Options{})
		if c.want == "" && len(findings) > 0 || c.want != "" && (len(findings) != 1 || string(findings[0].Code) != c.want) {
			t.Errorf("through a link to %s: %v", c.target, findings)
		}
	}
	for _, path := range []string{"../out.csv", "deep/../../out.csv", "/etc/hosts", `C:\t.csv`, `deep\e.csv`, "C:/t.csv", ".", "deep/.."} {
		if _, problem := inside(dataFile, path); problem == nil {
			t.Errorf("%s is taken to be inside", path)
		}
	}
	for path, want := range map[string]string{"t.csv": "t.csv", "./t.csv": "t.csv", "deep/../t.csv": "t.csv", "深/表.csv": "深/表.csv"} {
		if got, problem := inside(dataFile, path); problem != nil || got != want {
			t.Errorf("%s: %q, %v", path, got, problem)
		}
	}
}

func TestNoSuchFile(t *testing.T) {
	dir := t.TempDir()
	for _, path := range []string{filepath.Join(dir, "none.yaml"), filepath.Join(dir, "none", "d.yaml"), dir} {
		ds, findings := File(path, Options{})
		if ds != nil || len(findings) != 1 || findings[0].Place.File != path || findings[0].Place.Line != 0 {
			t.Errorf("%s: %v", path, findings)
		}
	}
}

func TestControlCharactersAreRefusedWithTheirPlace(t *testing.T) {
	ds, findings := read(indicators+"      - {id: a, name: 甲\x00, value: 1, note: \"甲\\x07\", source: 乙\u2028, rank: 1}\r\n# \u202e家\r\n", nil)
	expect(t, findings, "10:24-25 JB116|U+0000", "10:45-49 JB116|U+0007", "10:61-62 JB116|U+2028", "11:3-4 JB116|U+202E")
	if ds == nil || ds.Indicator("a").Observations[0].Rank == nil {
		t.Error("what follows must be read all the same")
	}
}

func TestStrayCharactersAreFoundByTheirFirstByte(t *testing.T) {
	for r := range rune(1 << 16) {
		if utf8.ValidRune(r) && hasStray("甲"+string(r)+"乙") != isStrayInCell(r) {
			t.Errorf("%U is found: %v", r, !isStrayInCell(r))
		}
	}
}
