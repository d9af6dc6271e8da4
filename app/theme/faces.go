package theme

import (
	"fmt"
	"io/fs"

	"fyne.io/fyne/v2"
)

// faces are the families of the program: sans for controls, serif for the page.
type faces struct {
	sans, sansBold    fyne.Resource
	serif, serifBlack fyne.Resource
	fangsong          *Face
}

func loadFaces(files fs.FS, fangsong *Face) (faces, error) {
	loaded := faces{fangsong: fangsong}
	for name, face := range map[string]*fyne.Resource{
		"NotoSansSC-Regular.ttf":  &loaded.sans,
		"NotoSansSC-Bold.ttf":     &loaded.sansBold,
		"NotoSerifSC-Regular.ttf": &loaded.serif,
		"NotoSerifSC-Black.ttf":   &loaded.serifBlack,
	} {
		content, err := fs.ReadFile(files, name)
		if err != nil {
			return faces{}, fmt.Errorf("font: %w", err)
		}
		*face = fyne.NewStaticResource(name, content)
	}
	return loaded, nil
}

// Serif returns the face of pages on the screen.
func (t *Theme) Serif() fyne.Resource { return t.faces.serif }

// Masthead returns the face of mastheads and article titles, in place of 小标宋.
func (t *Theme) Masthead() fyne.Resource { return t.faces.serifBlack }

// Heading returns the face of first-level headings in the body, 黑体.
func (t *Theme) Heading() fyne.Resource { return t.faces.sansBold }

// Body returns the face in which the page shows r: 仿宋 where one was found and
// has the character, otherwise the bundled serif.
func (t *Theme) Body(r rune) fyne.Resource {
	if t.faces.fangsong != nil && t.faces.fangsong.Covers(r) {
		return t.faces.fangsong.Resource()
	}
	return t.faces.serif
}
