// Command cut makes the embedded faces out of the fonts they come from. fonts/make.sh fetches those and runs it.
//
//	cut SOURCE OUT
//
// SOURCE is a folder with the unpacked packages, OUT the folder for the faces.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"jianbao/fonts/repertoire"
	"jianbao/report/typeface"
)

// recipe says how one face is made.
type recipe struct {
	out    string // file to write
	source string // file within the folder of sources
	family string
	style  string
	holds  func() []rune
}

// The family of the Kai face is a new one: its source reserves its own names (OFL condition 3). Noto reserves none.
var recipes = []recipe{
	{"sans.ttf", "noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf", "Noto Sans SC", "Regular", repertoire.Fallback},
	{"sans-bold.ttf", "noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf", "Noto Sans SC", "Bold", repertoire.Text},
	{"serif.ttf", "noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf", "Noto Serif SC", "Regular", repertoire.Text},
	{"serif-bold.ttf", "noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf", "Noto Serif SC", "Bold", repertoire.Text},
	{"kai.ttf", "lxgw-wenkai/LXGWWenKai-Regular.ttf", "Jianbao Kai", "Regular", repertoire.Text},
}

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "cut:", err)
		os.Exit(1)
	}
}

func run(args []string, out io.Writer) error {
	if len(args) != 2 {
		return errors.New("usage: cut SOURCE OUT")
	}
	for _, r := range recipes {
		if err := r.make(args[0], args[1], out); err != nil {
			return fmt.Errorf("%s: %w", r.out, err)
		}
	}
	return nil
}

func (r recipe) make(source, folder string, out io.Writer) error {
	data, err := os.ReadFile(filepath.Join(source, filepath.FromSlash(r.source)))
	if err != nil {
		return err
	}
	face, err := typeface.Parse(data)
	if err != nil {
		return err
	}
	// No source has all the signs of the blocks; what every face must have, the tests of package fonts demand.
	ttf, missing, err := face.Reduce(r.holds(), r.family, r.style)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "%s: %d bytes, %d characters of the repertoire not in the source\n", r.out, len(ttf), len(missing))
	return os.WriteFile(filepath.Join(folder, r.out), ttf, 0o644)
}
