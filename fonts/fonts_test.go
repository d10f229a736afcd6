package fonts_test

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf16"

	"jianbao/fonts"
	"jianbao/fonts/repertoire"
	"jianbao/report/typeface"
)

func load(t *testing.T, name string) *typeface.Face {
	t.Helper()
	f, err := fonts.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func lacking(f *typeface.Face, runes []rune) string {
	return string(slices.DeleteFunc(slices.Clone(runes), f.Has))
}

func TestEveryFaceHasWhatABriefingNeeds(t *testing.T) {
	for _, name := range fonts.Names() {
		t.Run(name, func(t *testing.T) {
			f := load(t, name)
			var ascii []rune
			for r := ' '; r <= '~'; r++ {
				ascii = append(ascii, r)
			}
			for what, runes := range map[string][]rune{
				"通用规范汉字表": repertoire.Tongyong(),
				"GB 2312": slices.DeleteFunc(repertoire.GB2312(), func(r rune) bool { return r < 0x3000 || r > 0x9FA5 }),
				"ASCII":   ascii,
				"signs":   []rune(repertoire.Signs),
			} {
				if missing := lacking(f, runes); missing != "" {
					t.Errorf("%s: without %s", what, missing)
				}
			}
		})
	}
}

// TestFallbackHasAllOfGBK: Noto has every hanzi and sign of GBK but ≒ (U+2252), an old sign for "nearly equal".
func TestFallbackHasAllOfGBK(t *testing.T) {
	if missing := lacking(load(t, fonts.Fallback), repertoire.GBK()); missing != "≒" {
		t.Errorf("without %s", missing)
	}
}

func TestHanziAreOneEmWide(t *testing.T) {
	for _, name := range fonts.Names() {
		f := load(t, name)
		for _, r := range repertoire.Tongyong() {
			if f.Advance(r) != 1 {
				t.Fatalf("%s: %c is %v em wide", name, r, f.Advance(r))
			}
		}
	}
}

// TestFilesAreThoseMade holds the files to the checksums that make.sh wrote, and their size to what a program may carry.
func TestFilesAreThoseMade(t *testing.T) {
	sums, err := os.ReadFile("SHA256SUMS")
	if err != nil {
		t.Fatal(err)
	}
	var listed []string
	total := 0
	for line := range strings.Lines(string(sums)) {
		sum, file, _ := strings.Cut(strings.TrimSpace(line), "  ")
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got := sha256.Sum256(data); hex.EncodeToString(got[:]) != sum {
			t.Errorf("%s is not the file that make.sh made", file)
		}
		listed = append(listed, strings.TrimSuffix(file, ".ttf"))
		total += len(data)
	}
	names := fonts.Names()
	slices.Sort(names)
	if !slices.Equal(listed, names) {
		t.Errorf("checksums of %v, faces are %v", listed, names)
	}
	if total > 25_000_000 {
		t.Errorf("the faces take %d bytes, at most 25 million are wanted", total)
	}
}

// TestKaiBearsNoReservedName: the source reserves "霞鹜" and "LXGW". They may stand only in the notice of copyright,
// which must name the makers (OFL conditions 2 and 3).
func TestKaiBearsNoReservedName(t *testing.T) {
	if got := load(t, fonts.Kai).PostScriptName(); got != "JianbaoKai-Regular" {
		t.Errorf("the face is called %q", got)
	}
	data, err := os.ReadFile("kai.ttf")
	if err != nil {
		t.Fatal(err)
	}
	notice := "Copyright 2021-2023 LXGW (https://github.com/lxgw/LxgwWenKai)"
	rest := strings.Replace(string(data), bigEndian(notice), "", 1)
	if len(rest) == len(data) {
		t.Errorf("the notice of copyright %q is missing", notice)
	}
	for _, reserved := range []string{"LXGW", "lxgw", "Lxgw", "WenKai", "霞鹜", "文楷"} {
		if strings.Contains(rest, bigEndian(reserved)) || strings.Contains(rest, reserved) {
			t.Errorf("the file still says %q", reserved)
		}
	}
}

// bigEndian is s as table name writes it, UTF-16.
func bigEndian(s string) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u>>8), byte(u))
	}
	return string(b)
}

func TestLicencesAreThere(t *testing.T) {
	for file, holder := range map[string]string{
		"LICENSE-noto-sans-sc.txt":  "Copyright 2014-2021 Adobe",
		"LICENSE-noto-serif-sc.txt": "(c) 2017-2024 Adobe",
		"LICENSE-jianbao-kai.txt":   "Copyright 2020 The Klee Project Authors",
	} {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Error(err)
			continue
		}
		for _, want := range []string{holder, "SIL OPEN FONT LICENSE Version 1.1", "PERMISSION & CONDITIONS", "DISCLAIMER"} {
			if !strings.Contains(string(text), want) {
				t.Errorf("%s lacks %q", file, want)
			}
		}
	}
	found, err := filepath.Glob("LICENSE-*.txt")
	if err != nil || len(found) != 3 {
		t.Errorf("licences: %v, %v", found, err)
	}
}

func TestLoadGivesOneFaceToAll(t *testing.T) {
	var wait sync.WaitGroup
	faces := make([]*typeface.Face, 8)
	for i := range faces {
		wait.Go(func() {
			f, err := fonts.Load(fonts.Serif)
			if err != nil {
				t.Error(err)
				return
			}
			if _, err := f.Cut([]typeface.Char{{Rune: '简'}, {Rune: '报'}}, new(typeface.Room)); err != nil {
				t.Error(err)
			}
			faces[i] = f
		})
	}
	wait.Wait()
	for _, f := range faces {
		if f != faces[0] {
			t.Error("two calls gave different faces")
		}
	}
}

func TestUnknownNameIsAnError(t *testing.T) {
	if f, err := fonts.Load("fangsong"); f != nil || err == nil || !strings.Contains(err.Error(), "fangsong") {
		t.Errorf("got %v, %v", f, err)
	}
}
