package report

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"jianbao/templates"
)

// A Started file is one that Start wrote, or left alone because it was there.
type Started struct {
	Path string
	Kept bool
}

// schemaFile is where the starting data file's first line says its schema lies.
const schemaFile = "data/briefing.schema.json"

// StartChoices are what Start can write beside the data file, in order.
func StartChoices() []string {
	var names []string
	for _, e := range templates.Examples() {
		if e.With != "" && (len(names) == 0 || names[len(names)-1] != e.With) {
			names = append(names, e.With)
		}
	}
	return names
}

// Start writes a starting data file, its JSON Schema and the chosen examples of
// CI and schedules into a folder. What is already there is never touched.
func Start(folder string, with map[string]bool) ([]Started, error) {
	var files []Started
	var outputs []output
	add := func(path string, content []byte) error {
		path = filepath.Join(folder, filepath.FromSlash(path))
		_, err := os.Lstat(path)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		files = append(files, Started{Path: path, Kept: err == nil})
		if err != nil {
			outputs = append(outputs, output{path, content})
		}
		return nil
	}
	for _, e := range templates.Examples() {
		if e.With == "" || with[e.With] {
			if err := add(e.Path, e.Content()); err != nil {
				return nil, err
			}
		}
		if e.With == "" {
			if err := add(schemaFile, Schema()); err != nil {
				return nil, err
			}
		}
	}
	return files, writeAll(outputs)
}
