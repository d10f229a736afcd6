package load

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"syscall"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"jianbao/report/diag"
)

const bom = "\ufeff"

// problem is a finding that does not yet know its place.
type problem struct {
	code  diag.Code
	say   diag.Text
	hints []diag.Hint
}

func (p *problem) finding(at diag.Place) diag.Finding {
	return diag.Finding{Code: p.code, Severity: diag.Error, Message: p.say, Place: at, Hints: p.hints}
}

// readOutside reads a file the user named, which may be a pipe.
func readOutside(name string, limit int64) ([]byte, *problem) {
	f, err := os.Open(name)
	if err != nil {
		return nil, unreadable(name, err)
	}
	defer f.Close()
	return readAll(f, name, limit)
}

// readInside reads a file that a data file names.
func readInside(files fs.FS, name string, limit int64) ([]byte, *problem) {
	f, problem := openInside(files, name)
	if problem != nil {
		return nil, problem
	}
	defer f.Close()
	return readAll(f, name, limit)
}

// openInside opens a file that a data file names. Only a regular file is read:
// a pipe would wait for a writer for ever.
func openInside(files fs.FS, name string) (fs.File, *problem) {
	if files == nil {
		return nil, unreadable(name, fs.ErrNotExist)
	}
	if meta, err := fs.Stat(files, name); err != nil {
		return nil, unreadable(name, err)
	} else if !meta.Mode().IsRegular() {
		return nil, &problem{code: diag.BadPath,
			say: diag.Say("“%s”不是普通文件", "%q is not a regular file", name)}
	}
	f, err := files.Open(name)
	if err != nil {
		return nil, unreadable(name, err)
	}
	return f, nil
}

func readAll(f fs.File, name string, limit int64) ([]byte, *problem) {
	var data bytes.Buffer
	if meta, err := f.Stat(); err == nil && meta.Mode().IsRegular() {
		data.Grow(int(min(meta.Size(), limit)) + bytes.MinRead)
	}
	if _, err := data.ReadFrom(io.LimitReader(f, limit+1)); err != nil {
		return nil, unreadable(name, err)
	}
	if int64(data.Len()) > limit {
		return nil, tooLarge(limit)
	}
	return data.Bytes(), nil
}

func tooLarge(limit int64) *problem {
	size := fmt.Sprintf("%d B", limit)
	if limit >= 1<<20 {
		size = fmt.Sprintf("%d MiB", limit>>20)
	}
	return &problem{code: diag.OverLimit,
		say: diag.Say("文件超过 %s 的上限", "the file is larger than the limit of %s", size)}
}

// unreadable puts the system's refusal into plain words.
func unreadable(name string, err error) *problem {
	p := &problem{code: diag.BadPath}
	var cause *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		p.say = diag.Say("没有文件“%s”", "there is no file %q", name)
	case errors.Is(err, syscall.EISDIR):
		p.say = diag.Say("“%s”是文件夹，不是文件", "%q is a folder, not a file", name)
	case errors.Is(err, fs.ErrPermission):
		p.say = diag.Say("没有权限读取“%s”", "no permission to read %q", name)
	case errors.As(err, &cause) && strings.Contains(cause.Err.Error(), "escapes"):
		p.say = diag.Say("“%s”是指到所在文件夹之外的链接", "%q is a link that leads outside its folder", name)
	case errors.As(err, &cause):
		p.say = diag.Say("读不了“%s”：%s", "%q cannot be read: %s", name, cause.Err)
	default:
		p.say = diag.Say("读不了“%s”：%s", "%q cannot be read: %s", name, err)
	}
	return p
}

// The files that name others, all inside their own folder.
var (
	dataFile  = diag.Say("数据文件", "data file")
	styleFile = diag.Say("版式文件", "style file")
)

// inside cleans a path written in a file, such as a data file, to the form fs.FS
// takes, or says why it is refused.
func inside(file diag.Text, written string) (string, *problem) {
	switch {
	case strings.ContainsRune(written, '\\'):
		return "", &problem{code: diag.BadPath,
			say: diag.Say("路径“%s”里有反斜线", "the path %q holds a backslash", written),
			hints: []diag.Hint{{Kind: "slash", Suggestion: strings.ReplaceAll(written, `\`, "/"),
				Message: diag.Say("改用 /，在各种系统上都一样", "write /, which is right on every system")}}}
	case path.IsAbs(written), filepath.IsAbs(written), len(written) > 1 && written[1] == ':':
		return "", &problem{code: diag.BadPath,
			say: diag.Say("“%s”是绝对路径；只能是%s所在文件夹内的相对路径",
				"%q is an absolute path; it must be relative, inside the %s's folder", written, file)}
	}
	clean := path.Clean(written)
	if !fs.ValidPath(clean) || clean == "." {
		return "", &problem{code: diag.BadPath,
			say: diag.Say("“%s”不在%s所在的文件夹内", "%q is not inside the %s's folder", written, file),
			hints: []diag.Hint{{Kind: "move",
				Message: diag.Say("把文件放到%s旁边，只写文件名", "put the file beside the %s and write its bare name", file)}}}
	}
	return clean, nil
}

// readText reads a file inside as it stands, with its sum. The text is as large
// as the file and is held once.
func readText(files fs.FS, name string, limit int64) (raw string, sum [sha256.Size]byte, _ *problem) {
	f, problem := openInside(files, name)
	if problem != nil {
		return "", sum, problem
	}
	defer f.Close()
	var text strings.Builder
	if meta, err := f.Stat(); err == nil && meta.Size() <= limit {
		text.Grow(int(meta.Size()))
	}
	hash := sha256.New()
	n, err := io.CopyBuffer(io.MultiWriter(&text, hash), io.LimitReader(f, limit+1), make([]byte, 1<<18))
	switch {
	case err != nil:
		return "", sum, unreadable(name, err)
	case n > limit:
		return "", sum, tooLarge(limit)
	}
	return text.String(), [sha256.Size]byte(hash.Sum(nil)), nil
}

// decode gives the text of a file as UTF-8 without byte order mark. GB 18030 is
// what Excel on a Chinese system writes as CSV; it is tried only where UTF-8
// fails, since nearly any bytes are some GB 18030.
func decode(raw string) (string, bool) {
	if utf8.ValidString(raw) {
		return strings.TrimPrefix(raw, bom), true
	}
	var b strings.Builder
	b.Grow(len(raw) * 3 / 2) // two bytes a character become three
	_, err := io.Copy(&b, simplifiedchinese.GB18030.NewDecoder().Reader(strings.NewReader(raw)))
	text := b.String()
	if err != nil || strings.ContainsRune(text, utf8.RuneError) || strings.ContainsRune(text, 0) {
		return "", false
	}
	return text, true
}

// source is the text of a data file, cut into lines as YAML counts them.
type source struct {
	name  string
	text  string
	start []int         // byte offset of each line
	marks map[int][]int // of long lines: byte offset of every markEvery-th character
	spot  spot          // room for the last one located
}

// markEvery is a trade: marks of a long line against steps from the nearest.
const markEvery = 256

func newSource(name, text string) *source {
	s := &source{name: name, text: text, start: []int{0}, marks: map[int][]int{}}
	for i := 0; i < len(text); i++ {
		if text[i] == '\n' {
			s.start = append(s.start, i+1)
		}
	}
	return s
}

// line is a line without its end; the first is 1. Beyond the text it is empty.
func (s *source) line(n int) string {
	if n < 1 || n > len(s.start) {
		return ""
	}
	from, to := s.start[n-1], len(s.text)
	if n < len(s.start) {
		to = s.start[n] - 1
	}
	return strings.TrimSuffix(s.text[from:to], "\r")
}

// from is what a line holds from a column on; columns count from 1.
func (s *source) from(line, column int) string {
	text := s.line(line)
	if len(text) < 4*markEvery {
		return text[offset(text, column-1):]
	}
	marks := s.marks[line]
	if marks == nil {
		n := 0
		for i := range text {
			if n%markEvery == 0 {
				marks = append(marks, i)
			}
			n++
		}
		s.marks[line] = marks
	}
	block := (column - 1) / markEvery
	if block >= len(marks) {
		return text[offset(text, column-1):]
	}
	rest := text[marks[block]:]
	return rest[offset(rest, (column-1)%markEvery):]
}

// offset is where the n-th character of a text begins, from 0, or its end.
func offset(text string, n int) int {
	for i := range text {
		if n <= 0 {
			return i
		}
		n--
	}
	return len(text)
}
