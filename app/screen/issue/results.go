package issue

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"jianbao/app/element"
	"jianbao/app/theme"
	"jianbao/storage/exchange"
)

// paintResults lists what was written, each with its light: read back and equal.
func (s *Screen) paintResults() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	if len(s.results) > 0 {
		base := filepath.Base(s.results[0].Path)
		stack := element.Stack(5, element.NewProse(strings.TrimSuffix(base, filepath.Ext(base)), theme.ColorInk))
		for _, r := range s.results {
			stack.Add(s.paintResult(r))
		}
		objects = append(objects, element.NewCard(stack, nil))
	}
	if s.differs != nil {
		objects = append(objects, element.NewCard(s.paintDiffers(), nil))
	}
	if len(s.results) > 0 {
		objects = append(objects, s.button("issue.reveal"))
	}
	return objects
}

func (s *Screen) paintResult(r exchange.Result) fyne.CanvasObject {
	light := element.NewColoured(s.t("issue.readback"), theme.ColorOK)
	if !r.ReadBack {
		light = element.NewColoured(s.t("issue.notreadback"), theme.ColorRed)
	}
	head := element.Line(8, element.NewStrong(s.short(r.Format)), light)
	stack := element.Stack(0, head, element.NewSoft(s.t("issue.size", "kb", (r.Bytes+1023)/1024, "sha", r.SHA256[:12])))
	if r.Renamed {
		stack.Add(element.NewNote(s.t("issue.renamed", "name", filepath.Base(r.Path)), theme.ColorInk))
	}
	return stack
}

// short names a format in a word.
func (s *Screen) short(f exchange.Format) string {
	if f == exchange.Archive {
		return s.t("issue.archive.short")
	}
	return strings.ToUpper(string(f))
}

// paintDiffers shows the place where a file that was written did not say what was
// signed; the file is not left there.
func (s *Screen) paintDiffers() fyne.CanvasObject {
	args := s.differs.Args
	return element.Stack(2, element.NewColoured(s.t("issue.differs"), theme.ColorRed),
		element.NewProse(args["name"], theme.ColorInk),
		s.paintPair(args["wanted"], args["found"], args["line"], args["column"]))
}

// paintPair sets what was signed above what a file has in its place.
func (s *Screen) paintPair(wanted, found, line, column string) fyne.CanvasObject {
	return element.Stack(2, element.NewSoft(s.t("issue.differs.at", "line", line, "column", column)),
		tinted(s.t("issue.differs.signed", "text", wanted), theme.ColorInsertTint),
		tinted(s.t("issue.differs.file", "text", found), theme.ColorDeleteTint))
}

func tinted(text string, fill fyne.ThemeColorName) fyne.CanvasObject {
	surface := element.NewSurface(fill, element.NewProse(text, theme.ColorInk))
	surface.Inset = fyne.NewSize(6, 2)
	return surface
}
