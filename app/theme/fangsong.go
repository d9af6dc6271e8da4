package theme

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// ErrNoFangsong means that no 仿宋 file lies in any of the places looked in. The
// page is then set in the bundled serif.
var ErrNoFangsong = errors.New("theme: no 仿宋 font file found")

// fangsongFiles are the names looked for in each place, best first: the face of
// the user's own system before the free one.
var fangsongFiles = []string{"simfang.ttf", "FandolFang-Regular.otf"}

// FindFangsong loads 仿宋 from the first place that has it: dir (may be empty),
// fonts beside the program, assets/fonts/fandol in the working folder, and
// ../share/jianbao/fonts seen from the program. A file that is no usable font is
// passed over and named in the error if nothing better is found; otherwise the
// error is ErrNoFangsong.
func FindFangsong(dir string) (*Face, error) {
	failure := ErrNoFangsong
	for _, place := range fangsongPlaces(dir, programFolder()) {
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

func fangsongPlaces(dir, program string) []string {
	places := []string{}
	if dir != "" {
		places = append(places, dir)
	}
	if program != "" {
		places = append(places, filepath.Join(program, "fonts"))
	}
	places = append(places, filepath.Join("assets", "fonts", "fandol"))
	if program != "" {
		places = append(places, filepath.Join(program, "..", "share", "jianbao", "fonts"))
	}
	return places
}

// programFolder is empty where the system cannot say where the program lies.
func programFolder() string {
	program, err := os.Executable()
	if err != nil {
		return ""
	}
	return filepath.Dir(program)
}

func readFace(path string) (*Face, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return ParseFace(filepath.Base(path), content)
}
