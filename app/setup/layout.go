package setup

import (
	"io/fs"
	"os"
	"sync"

	"jianbao/assets"
	"jianbao/editor/typeset/face"
	"jianbao/editor/typeset/page"
	"jianbao/storage/exchange"
)

// Layout is how pages look: the usual form, in the fonts of this computer and
// its user and, for what these lack, those of the program. The fonts are looked
// for when they are first needed. The error is face.ErrNone.
func Layout() (*exchange.Layout, error) {
	set, err := faces()
	if err != nil {
		return nil, err
	}
	return &exchange.Layout{Profile: page.Default(), Faces: set, Words: lexicon.WordEnds}, nil
}

var faces = sync.OnceValues(func() (*face.Set, error) {
	own := []fs.FS{assets.Fonts()}
	for _, folder := range face.ProgramFolders() {
		own = append(own, os.DirFS(folder))
	}
	return face.Resolve(face.NewLibrary(face.SystemFolders()...), own...)
})
