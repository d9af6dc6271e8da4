package theme

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	typeface "jianbao/editor/typeset/face"
)

// ErrNoFangsong means that no 仿宋 file lies in any of the places looked in. The
// page is then set in the bundled serif.
var ErrNoFangsong = errors.New("theme: no 仿宋 font file found")

// fangsongFiles are the names looked for in each place, best first: the face of
// the user's own system before the free one.
var fangsongFiles = []string{"simfang.ttf", "FandolFang-Regular.otf"}

// FindFangsong loads 仿宋 from the first place that has it: dir (may be empty),
// then the folders of fonts that the program brings along. A file that is no usable font is
// passed over and named in the error if nothing better is found; otherwise the
// error is ErrNoFangsong.
func FindFangsong(dir string) (*Face, error) {
	failure := ErrNoFangsong
	for _, place := range fangsongPlaces(dir) {
		for _, name := range fangsongFiles {
			face, err := readFace(filepath.Join(place, name))
			if err == nil {
				return face, nil
			}
			if !errors.Is(err, fs.ErrNotExist) {
				failure = errors.Join(failure, err)
			}
		}
	}
	return nil, failure
}

func fangsongPlaces(dir string) []string {
	if dir == "" {
		return typeface.ProgramFolders()
	}
	return append([]string{dir}, typeface.ProgramFolders()...)
}

func readFace(path string) (*Face, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return ParseFace(filepath.Base(path), content)
}
