package paper

import (
	"fyne.io/fyne/v2"

	jtheme "jianbao/app/theme"
)

// Faces are what a page is set in: the bundled serif, which is clear at screen
// sizes, the masthead's and that of headings, each asked for a character. A character that a face
// lacks, such as one found only in a name, is left to the system's fonts.
type Faces struct{ Body, Title, Heading func(rune) fyne.Resource }

// NewFaces returns the faces of a look. With the error of a font that cannot be
// read come faces that leave everything to the system's fonts.
func NewFaces(look *jtheme.Theme) (Faces, error) {
	body, err := parse(look.Serif())
	if err != nil {
		return Faces{of(nil), of(nil), of(nil)}, err
	}
	title, err := parse(look.Masthead())
	if err != nil {
		return Faces{of(body), of(nil), of(nil)}, err
	}
	heading, err := parse(look.Heading())
	return Faces{of(body), of(title), of(heading)}, err
}

func parse(r fyne.Resource) (*jtheme.Face, error) { return jtheme.ParseFace(r.Name(), r.Content()) }

func of(face *jtheme.Face) func(rune) fyne.Resource {
	return func(r rune) fyne.Resource {
		if face == nil || !face.Covers(r) {
			return nil
		}
		return face.Resource()
	}
}
