package pattern_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"jianbao/report/pattern"
)

func TestItIsCompiledOnce(t *testing.T) {
	year := pattern.Of(`^[12]\d{3}$`)
	if !year().MatchString("2021") || year().MatchString("21") {
		t.Error("it does not match what its text says")
	}
	if first, again := year(), year(); first != again {
		t.Error("it is compiled again at each call")
	}
}

// TestEveryPatternOfTheProgramCanBeCompiled reads the program's source: what is
// compiled late would fail late.
func TestEveryPatternOfTheProgramCanBeCompiled(t *testing.T) {
	found := 0
	err := filepath.WalkDir("../..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.IsDir() {
			return err
		}
		if name := entry.Name(); name != ".." && strings.HasPrefix(name, ".") {
			return fs.SkipDir
		}
		for at, text := range patternsIn(t, path) {
			found++
			if _, err := regexp.Compile(text); err != nil {
				t.Errorf("%s: %v", at, err)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if found < 50 {
		t.Errorf("only %d patterns were found", found)
	}
}

// patternsIn are the texts given to Of in a folder's files, by where.
func patternsIn(t *testing.T, folder string) map[string]string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	set := token.NewFileSet()
	constants, calls := map[string]ast.Expr{}, map[string]ast.Expr{}
	for _, name := range names {
		file, err := parser.ParseFile(set, name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ValueSpec:
				for i, value := range n.Values {
					constants[n.Names[i].Name] = value
				}
			case *ast.CallExpr:
				if isOf(n.Fun) {
					calls[set.Position(n.Pos()).String()] = n.Args[0]
				}
			}
			return true
		})
	}
	texts := map[string]string{}
	for at, argument := range calls {
		text, ok := textOf(argument, constants)
		if !ok {
			t.Errorf("%s: a pattern should be a constant", at)
		}
		texts[at] = text
	}
	return texts
}

func isOf(called ast.Expr) bool {
	of, ok := called.(*ast.SelectorExpr)
	if !ok || of.Sel.Name != "Of" {
		return false
	}
	from, ok := of.X.(*ast.Ident)
	return ok && from.Name == "pattern"
}

// textOf works out strings put together of literals and constants.
func textOf(e ast.Expr, constants map[string]ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		text, err := strconv.Unquote(e.Value)
		return text, err == nil
	case *ast.Ident:
		value, known := constants[e.Name]
		if !known {
			return "", false
		}
		return textOf(value, constants)
	case *ast.BinaryExpr:
		left, ok1 := textOf(e.X, constants)
		right, ok2 := textOf(e.Y, constants)
		return left + right, ok1 && ok2
	}
	return "", false
}
