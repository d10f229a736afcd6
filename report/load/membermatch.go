package load

import (
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"jianbao/report/dataset"
	"jianbao/report/diag"
)

// memberPaths are the files that a pattern names, in order.
func (r *reader) memberPaths(written dataset.Text) []string {
	pattern, problem := inside(dataFile, written.Value)
	if problem != nil {
		return nil // reported where the path was read
	}
	paths, problem := matching(r.files, pattern)
	switch {
	case problem != nil:
		r.found.add(problem.finding(written.Place))
		return nil
	case len(paths) > r.limits.Members:
		r.report(diag.OverLimit, written.Place, diag.Say("members 指的文件有%d个，超过%d个的上限",
			"members names %d files, more than the limit of %d", len(paths), r.limits.Members))
		return nil
	case slices.ContainsFunc(paths, r.isAbove):
		again := r.prefix + paths[slices.IndexFunc(paths, r.isAbove)]
		say := diag.Say("members 绕了回来：又包括了上级 %s", "members go in a circle: %s, above this file, is among them", again)
		if again == r.src.name {
			say = diag.Say("members 包括了这个文件自己", "this very file is among its members")
		}
		r.report(diag.MembersCircle, written.Place, say, apart...)
		return nil
	case len(r.chain) >= r.limits.Levels:
		r.report(diag.OverLimit, written.Place, diag.Say("members 套了 %d 层以上", "members of members go deeper than %d levels", r.limits.Levels))
		return nil
	}
	return paths
}

// isAbove reports whether a file is this one, or one of which it is a member.
func (r *reader) isAbove(at string) bool {
	name := r.prefix + at
	return name == r.src.name || slices.Contains(r.chain, name)
}

// IsDataFile reports whether a file's name is that of a data file.
func IsDataFile(name string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	return ext == ".yaml" || ext == ".yml"
}

// said is the member as messages name it.
func (m *memberFile) said() diag.Text { return diag.Say("%s（%s）", "%s (%s)", m.Name, m.File) }

// matching are the data files that a pattern names, by name. None is a problem.
func matching(files fs.FS, pattern string) ([]string, *problem) {
	if files == nil {
		return nil, unreadable(pattern, fs.ErrNotExist)
	}
	found, err := doublestar.Glob(files, pattern, doublestar.WithFilesOnly())
	if err != nil {
		return nil, &problem{code: diag.BadPath, say: diag.Say("“%s”不是文件名的式样", "%q is no pattern of file names", pattern),
			hints: []diag.Hint{{Kind: "pattern", Message: diag.Say("写作 districts/*.yaml", "write districts/*.yaml")}}}
	}
	var paths []string
	for _, name := range found {
		if IsDataFile(name) {
			paths = append(paths, name)
		}
	}
	if len(paths) > 0 {
		slices.Sort(paths)
		return paths, nil
	}
	p := &problem{code: diag.BadPath, say: diag.Say("没有数据文件合乎“%s”", "no data file matches %q", pattern)}
	if near, ok := nearPattern(files, pattern); ok {
		p.hints = []diag.Hint{{Kind: "nearest-name", Suggestion: near, Message: diag.Say("是不是“%s”？", "did you mean %q?", near)}}
	}
	return nil, p
}

// nearPattern is a pattern that names something where the given one does not:
// with the other ending, or with a folder or file there is in place of a
// misspelt one.
func nearPattern(files fs.FS, pattern string) (string, bool) {
	ext := path.Ext(pattern)
	for _, other := range []string{".yaml", ".yml"} {
		try := strings.TrimSuffix(pattern, ext) + other
		if found, err := doublestar.Glob(files, try, doublestar.WithFilesOnly()); err == nil && len(found) > 0 {
			return try, true
		}
	}
	first, rest, below := strings.Cut(pattern, "/")
	entries, err := fs.ReadDir(files, ".")
	if err != nil {
		return "", false
	}
	var known []string
	for _, e := range entries {
		if e.IsDir() == below && (below || IsDataFile(e.Name())) {
			known = append(known, e.Name())
		}
	}
	near, ok := diag.Nearest(first, known)
	if !ok || near == first {
		return "", false
	}
	if below {
		near += "/" + rest
	}
	return near, true
}
