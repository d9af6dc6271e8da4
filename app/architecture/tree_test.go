package architecture

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
)

// source is what matters here of one Go file.
type source struct {
	file    string // from the repository's top, with slashes
	folder  string // "." for the top
	pkg     string
	doc     string
	test    bool
	imports []string
}

// read returns every Go file of the tree but those in testdata, in folders that
// building makes and in folders that begin with a dot.
func read(tree fs.FS) ([]source, error) {
	var all []source
	err := fs.WalkDir(tree, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && name != "." && skipped(name, entry.Name()):
			return fs.SkipDir
		case entry.IsDir() || !strings.HasSuffix(name, ".go"):
			return nil
		}
		s, err := readFile(tree, name)
		all = append(all, s)
		return err
	})
	return all, err
}

func skipped(name, base string) bool {
	return base == "testdata" || strings.HasPrefix(base, ".") || slices.Contains(made, name)
}

func readFile(tree fs.FS, name string) (source, error) {
	s := source{file: name, folder: path.Dir(name), test: strings.HasSuffix(name, "_test.go")}
	data, err := fs.ReadFile(tree, name)
	if err != nil {
		return s, err
	}
	f, err := parser.ParseFile(token.NewFileSet(), name, data, parser.ImportsOnly|parser.ParseComments)
	if err != nil {
		return s, err
	}
	s.pkg, s.doc = f.Name.Name, f.Doc.Text()
	s.imports, err = importsOf(f)
	return s, err
}

func importsOf(f *ast.File) ([]string, error) {
	var list []string
	for _, spec := range f.Imports {
		p, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return nil, err
		}
		list = append(list, p)
	}
	return list, nil
}
