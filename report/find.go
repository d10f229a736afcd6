package report

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/bmatcuk/doublestar/v4"

	"jianbao/report/diag"
	"jianbao/report/load"
)

// input is one data file to work on.
type input struct {
	path    string // as findings name it
	output  string // the outputs' path below OUT with slashes, without an ending
	source  string // as the manifest names it
	missing bool   // nothing is there under that path
	problem *diag.Finding
}

func inputOf(path string) input {
	base := filepath.Base(path)
	return input{path: path, output: stem(base), source: base}
}

// find expands what the user gave: files, folders (every .yaml and .yml below)
// and globs. Below a folder the outputs keep its subfolders. The order is that
// given, and by name within a folder. A file given twice, say by itself and by a
// glob, is one file.
func find(data []string) []input {
	var all []input
	taken := map[string]bool{}
	for _, d := range data {
		for _, in := range expand(d) {
			if at := whereabouts(in.path); !taken[at] {
				taken[at] = true
				if !utf8.ValidString(in.output) {
					in.problem = unusable(in.path, diag.BadPath, diag.Say("文件名不是 UTF-8（或许是 GBK），清单记不下：请改名",
						"its name is not UTF-8 (GBK perhaps), so no manifest can hold it: rename the file"))
				}
				all = append(all, in)
			}
		}
	}
	return all
}

// whereabouts is the same for all ways of writing a path.
func whereabouts(path string) string {
	if path == "-" {
		return path
	}
	whole, err := filepath.Abs(path)
	if err != nil {
		return path
	}
	return whole
}

// tellClashes makes findings of inputs whose outputs would have one name. None of
// them is built: which one was meant, only the user knows. A file that is not there
// has no outputs.
func tellClashes(all []input) {
	first := map[string]*input{}
	for i := range all {
		in := &all[i]
		if in.missing || in.output == "" && in.problem != nil {
			continue
		}
		name := strings.ToLower(in.output) // many file systems do not tell them apart
		other, taken := first[name]
		if !taken {
			first[name] = in
			continue
		}
		in.problem = clash(in, other)
		if other.problem == nil {
			other.problem = clash(other, in)
		}
	}
}

func clash(in, other *input) *diag.Finding {
	return unusable(in.path, diag.OutputClash, diag.Say(
		"与 %s 的输出同名（%s）：一次运行里两个数据文件不能写同一份输出", "its outputs would have the name of those of %s (%s): two data files of one run cannot write the same outputs",
		other.path, in.output))
}

func expand(name string) []input {
	if name == "-" {
		return []input{{path: name, output: "stdin", source: name}}
	}
	info, err := os.Stat(name)
	switch {
	case err == nil && info.IsDir():
		return folder(name)
	case err == nil:
		return []input{inputOf(name)}
	case strings.ContainsAny(name, "*?[{"):
		return glob(name)
	}
	// What is wrong with it is for load to say, as of any file.
	in := inputOf(name)
	in.missing = errors.Is(err, fs.ErrNotExist)
	return []input{in}
}

func folder(name string) []input {
	var all []input
	unfit := func(path string, say diag.Text) {
		all = append(all, input{path: path, problem: unusable(path, diag.BadPath, say)})
	}
	// Unlike filepath's, this walk begins in the folder that name leads to if it is
	// a link, such as the one that is turned from month to month.
	_ = fs.WalkDir(os.DirFS(name), ".", func(below string, entry fs.DirEntry, err error) error {
		path := filepath.Join(name, filepath.FromSlash(below))
		if err != nil {
			unfit(path, diag.Say("读不了：%s", "cannot be read: %s", plainError(err)))
			return nil
		}
		// Hidden files are no data: schedules and pipelines that lie beside it, and
		// the folder that an output folder keeps for itself. Nor is what a file system
		// keeps at the top of a volume, which none but root may read.
		if below != "." && (strings.HasPrefix(entry.Name(), ".") || entry.Name() == "lost+found") {
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		switch kind := typeOf(path, entry); {
		case entry.IsDir():
		case kind.IsDir():
			if !walked(name, path) {
				unfit(path, diag.Say("是链接，指到别处的文件夹，里面的数据文件没有读：请把那个文件夹也写在命令里",
					"is a link to a folder elsewhere, whose data files are not read: give that folder as well"))
			}
		case !load.IsDataFile(path):
		case !kind.IsRegular():
			// A pipe would wait for a writer for ever.
			unfit(path, diag.Say("不是普通文件", "is not a regular file"))
		default:
			all = append(all, input{path: path, output: stem(below), source: folderName(name) + below})
		}
		return nil
	})
	if len(all) == 0 {
		unfit(name, diag.Say("文件夹里没有 .yaml 或 .yml 文件", "the folder holds no .yaml or .yml file"))
	}
	return all
}

// typeOf is the type of what a name leads to. That a link leads nowhere is for
// load to say, as of any file.
func typeOf(path string, entry fs.DirEntry) fs.FileMode {
	if entry.Type()&(fs.ModeSymlink|fs.ModeIrregular) == 0 {
		return entry.Type()
	}
	meta, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return meta.Mode().Type()
}

// walked reports whether the folder that a link leads to is itself found on the
// walk through a folder: it lies below, and is not hidden.
func walked(folder, link string) bool {
	from, err := filepath.EvalSymlinks(folder)
	if err != nil {
		return false
	}
	to, err := filepath.EvalSymlinks(link)
	if err != nil {
		return false
	}
	below, err := filepath.Rel(from, to)
	return err == nil && (below == "." || !strings.HasPrefix(below, ".") && !strings.Contains(below, string(filepath.Separator)+"."))
}

// folderName is a folder's own name with a slash, empty for the root of a file
// system: what the manifest's names of the data files below it begin with.
func folderName(folder string) string {
	whole, err := filepath.Abs(folder)
	base := filepath.Base(whole)
	if err != nil || base == filepath.Dir(whole) {
		return ""
	}
	return base + "/"
}

func glob(pattern string) []input {
	names, _ := doublestar.FilepathGlob(pattern) // a bad pattern matches nothing
	sort.Strings(names)
	var all []input
	for _, n := range names {
		if load.IsDataFile(n) {
			all = append(all, inputOf(n))
		}
	}
	if len(all) == 0 {
		return []input{{path: pattern, problem: unusable(pattern, diag.BadPath, diag.Say("没有数据文件合乎这个式样", "no data file matches this pattern"))}}
	}
	return all
}

func stem(path string) string { return strings.TrimSuffix(path, filepath.Ext(path)) }

// plainError is what the system says, without the operation and the path.
func plainError(err error) string { return cause(err).Error() }

func cause(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}

func unusable(path string, code diag.Code, say diag.Text) *diag.Finding {
	return &diag.Finding{Code: code, Severity: diag.Error, Message: say, Place: diag.Place{File: path}}
}
