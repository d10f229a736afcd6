package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// TestCuttingAgainGivesTheSameBytes lets the embedded faces stand in for the fonts they were cut from: to cut a face to
// what it already holds changes nothing. It shows that the recipes, the repertoire and the way of cutting are still
// those the faces were made with, so that fonts/make.sh gives the same files.
func TestCuttingAgainGivesTheSameBytes(t *testing.T) {
	source, out := t.TempDir(), t.TempDir()
	for _, r := range recipes {
		data, err := os.ReadFile(filepath.Join("..", r.out))
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(source, filepath.FromSlash(r.source))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := run([]string{source, out}, io.Discard); err != nil {
		t.Fatal(err)
	}
	for _, r := range recipes {
		want, err := os.ReadFile(filepath.Join("..", r.out))
		if err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(filepath.Join(out, r.out))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s came out differently: run fonts/make.sh", r.out)
		}
	}
}

func TestMissingSourceIsAnError(t *testing.T) {
	if err := run([]string{t.TempDir(), t.TempDir()}, io.Discard); err == nil {
		t.Error("no error")
	}
	if err := run(nil, io.Discard); err == nil {
		t.Error("no error without arguments")
	}
}
