package face

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/go-text/typesetting/font/opentype"
)

// Library is the fonts in some folders of a computer. They are looked through
// when the first one is asked for, and only once.
type Library struct {
	folders []string
	look    sync.Once
	places  []place

	guard  sync.Mutex
	loaded map[string][]*Font
	broken []string
}

// place is where a font lies, and under which plain names.
type place struct {
	file  string
	index int
	names []string
}

// NewLibrary returns the fonts in some folders and the folders below them. A
// folder that does not exist is empty.
func NewLibrary(folders ...string) *Library {
	return &Library{folders: folders, loaded: map[string][]*Font{}}
}

// Find returns the font of a name, in whatever language, without regard to
// capitals, blanks and hyphens. A file found under the name that is no usable font is
// passed over.
func (l *Library) Find(name string) (*Font, bool) {
	l.look.Do(l.walk)
	wanted := plainName(name)
	for _, p := range l.places {
		if slices.Contains(p.names, wanted) {
			if f, ok := l.load(p); ok {
				return f, true
			}
		}
	}
	return nil, false
}

// Broken returns the files that look like fonts but cannot be used, as far as
// they were read.
func (l *Library) Broken() []string {
	l.guard.Lock()
	defer l.guard.Unlock()
	return slices.Clone(l.broken)
}

var unmarked = strings.NewReplacer(" ", "", "-", "", "_", "")

// plainName is a name without what people leave out when they write it.
func plainName(s string) string { return strings.ToLower(unmarked.Replace(s)) }

func (l *Library) walk() {
	for _, folder := range l.folders {
		// A folder that cannot be read holds no font that could be used.
		_ = filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			if err == nil && !entry.IsDir() && isFontFile(path) {
				l.list(path)
			}
			return nil
		})
	}
}

func isFontFile(path string) bool {
	return slices.Contains([]string{".ttf", ".otf", ".ttc", ".otc"}, strings.ToLower(filepath.Ext(path)))
}

// list notes the faces of a file, of which it reads no more than their names.
func (l *Library) list(path string) {
	faces, err := namesOf(path)
	if err != nil {
		l.fail(path)
		return
	}
	for i, names := range faces {
		for n := range names {
			names[n] = plainName(names[n])
		}
		l.places = append(l.places, place{path, i, names})
	}
}

// namesOf returns the names of every face in a file.
func namesOf(path string) (faces [][]string, err error) {
	defer func() {
		if p := recover(); p != nil { // a damaged table can trip the parser
			err = fmt.Errorf("%w: %s: %v", ErrBroken, path, p)
		}
	}()
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	loaders, err := opentype.NewLoaders(file)
	if err != nil {
		return nil, fmt.Errorf("%w: %s: %v", ErrBroken, path, err)
	}
	for _, loader := range loaders {
		faces = append(faces, names(loader))
	}
	return faces, nil
}

// load returns a face, the same pointer every time.
func (l *Library) load(p place) (*Font, bool) {
	l.guard.Lock()
	defer l.guard.Unlock()
	fonts, known := l.loaded[p.file]
	if !known {
		source, err := os.ReadFile(p.file)
		if err == nil {
			fonts, err = Parse(p.file, source)
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			l.broken = append(l.broken, p.file)
		}
		l.loaded[p.file] = fonts
	}
	if p.index >= len(fonts) {
		return nil, false
	}
	return fonts[p.index], true
}

func (l *Library) fail(path string) {
	l.guard.Lock()
	defer l.guard.Unlock()
	l.broken = append(l.broken, path)
}
