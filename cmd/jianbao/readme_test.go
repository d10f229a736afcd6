package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestReadmeShowsWhatTheCommandSays runs every command of README's console
// blocks, at the top of the project, and holds what it prints against the block;
// with -update the blocks are written anew.
func TestReadmeShowsWhatTheCommandSays(t *testing.T) {
	top, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile(top + "/README.md")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir+"/testdata", os.DirFS("../../testdata")); err != nil {
		t.Fatal(err)
	}
	files := blocks(string(readme), "yaml")
	if len(files) == 0 {
		t.Fatal("README shows no data file")
	}
	for _, f := range files {
		name, rest, _ := strings.Cut(strings.TrimPrefix(f, "# "), "\n")
		if whole, is := strings.CutPrefix(name, "part of "); is {
			holdsLines(t, dir+"/"+whole, rest)
			continue
		}
		if err := os.WriteFile(dir+"/"+name, []byte("# "+name+"\n"+rest), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	ran, said := 0, string(readme)
	for _, block := range blocks(string(readme), "console") {
		for _, step := range strings.Split("\n"+block, "\n$ ")[1:] {
			command, want, _ := strings.Cut(step, "\n")
			got := strings.TrimSpace(say(t, command))
			said = strings.Replace(said, "$ "+step, "$ "+command+"\n"+got, 1)
			if got != strings.TrimSpace(want) && !*update {
				t.Errorf("README shows of %s:\n%s\nit says:\n%s", command, want, got)
			}
			ran++
		}
	}
	if ran == 0 {
		t.Error("README runs no command")
	}
	if *update && os.Getenv("CI") == "" {
		if err := os.WriteFile(top+"/README.md", []byte(said), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// holdsLines tells whether a file has the lines that README shows of it.
func holdsLines(t *testing.T, file, shown string) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(shown) {
		if !strings.Contains(string(text), strings.TrimSpace(line)) {
			t.Errorf("README shows of %s a line that it does not have: %s", file, line)
		}
	}
}

// say runs a command of the README and gives all that it prints.
func say(t *testing.T, command string) string {
	t.Helper()
	words := strings.Fields(strings.Replace(command, "go run ./cmd/jianbao", "jianbao", 1))
	if words[0] != "jianbao" {
		t.Fatalf("README runs %q, which no test can", command)
	}
	var out bytes.Buffer
	run(words, streams{strings.NewReader(""), &out, &out}, func(string) string { return "" })
	return out.String()
}

// blocks are the fenced blocks of a language.
func blocks(markdown, language string) []string {
	var all []string
	for _, part := range strings.Split(markdown, "\n```"+language+"\n")[1:] {
		block, _, _ := strings.Cut(part, "\n```")
		all = append(all, block)
	}
	return all
}

// TestReadmeNamesTestsThatThereAre holds the tests and benchmarks by which README
// has its numbers measured against those that there are: go test passes where a
// pattern matches nothing.
func TestReadmeNamesTestsThatThereAre(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile("`go test (\\./\\S+) -run '?([^' `]+)'?(?: -bench ([^` ]+))?").FindAllStringSubmatch(string(readme), -1)
	if len(named) == 0 {
		t.Fatal("README names no test")
	}
	for _, n := range named {
		kind, pattern := "Test", n[2]
		if n[3] != "" {
			kind, pattern = "Benchmark", n[3]
		}
		files, err := filepath.Glob("../../" + n[1] + "/*_test.go")
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, f := range files {
			for _, function := range regexp.MustCompile(`(?m)^func (`+kind+`\w+)`).FindAllStringSubmatch(readFile(t, f), -1) {
				found = found || regexp.MustCompile(pattern).MatchString(function[1])
			}
		}
		if !found {
			t.Errorf("README runs %s, but %s has none such", n[0][1:], n[1])
		}
	}
}
