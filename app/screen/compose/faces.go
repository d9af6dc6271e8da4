package compose

import (
	"fyne.io/fyne/v2"

	jtheme "jianbao/app/theme"
)

// faces are what the page is set in: the bundled serif, which is clear at
// screen sizes, and the masthead's. A character that a face lacks, such as one
// found only in a name, is left to the system's fonts.
type faces struct{ serif, masthead *jtheme.Face }

func newFaces(look *jtheme.Theme) (faces, error) {
	serif, err := parse(jtheme.Page(look, 1).Font(fyne.TextStyle{}))
	if err != nil {
		return faces{}, err
	}
	masthead, err := parse(look.Masthead())
	return faces{serif, masthead}, err
}

func parse(r fyne.Resource) (*jtheme.Face, error) { return jtheme.ParseFace(r.Name(), r.Content()) }

// of returns the way a field picks a face for a character; nil is the system's.
func of(face *jtheme.Face) func(rune) fyne.Resource {
	return func(r rune) fyne.Resource {
		if face == nil || !face.Covers(r) {
			return nil
		}
		return face.Resource()
	}
}
