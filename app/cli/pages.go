package cli

import (
	"bufio"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"

	"jianbao/app/setup"
	sheets "jianbao/editor/typeset/page"
	"jianbao/editor/typeset/raster"
	"jianbao/review"
	"jianbao/storage/exchange"
)

// pageDPI is how fine the pictures of pages are: enough to read them on a screen.
const pageDPI = 110

// pictured is the answer to "pages".
type pictured struct {
	ID      string          `json:"id"`
	Pages   int             `json:"pages"`
	Spare   int             `json:"spare"`   // lines left on the last page
	OddLast bool            `json:"oddlast"` // the imprint falls on an odd page
	Files   []string        `json:"files,omitempty"`
	Notices []sheets.Notice `json:"notices,omitempty"`
}

// pages lays a draft and draws its pages where a folder is named.
func pages(c *call) (result, error) {
	f, _, err := c.file(c.word(0))
	if err != nil {
		return nil, err
	}
	d, err := c.lay(f)
	if err != nil {
		return nil, err
	}
	r := pictured{ID: string(f.Draft.ID), Pages: len(d.Pages), Spare: d.Spare, OddLast: d.ImprintOdd(), Notices: d.Notices}
	if dir := c.in.first("png"); dir != "" {
		r.Files, err = draw(d, dir)
	}
	return r, err
}

// layout is how the pages of a draft's series look.
func (c *call) layout(f *review.File) (*exchange.Layout, error) {
	s, err := c.series(string(f.Draft.Series))
	if err != nil {
		return nil, err
	}
	l, err := setup.LayoutOf(s)
	if err != nil {
		return nil, fail(err, "cli.pages.layout", "detail", err.Error())
	}
	return l, nil
}

// lay makes the pages that an export of the draft has.
func (c *call) lay(f *review.File) (*sheets.Document, error) {
	layout, err := c.layout(f)
	if err != nil {
		return nil, err
	}
	layout.Sentences, layout.WideMargin = c.in.has("sentences"), c.in.has("wide-margin")
	meta := exchange.Meta{Final: true, Layout: layout}
	if key, marked := stamp(f.Draft); marked {
		meta.Final, meta.Stamp = false, c.words.T(key, "hash", f.Head.TextHash.Short())
	}
	return exchange.Lay(f.Head.Text, meta), nil
}

// missing returns the characters of a draft that no font shows, or "".
func (c *call) missing(f *review.File) (string, error) {
	d, err := c.lay(f)
	if err != nil {
		return "", err
	}
	lost := ""
	for _, n := range d.Notices {
		if n.Code == sheets.CodeMissing {
			lost += n.Args["characters"]
		}
	}
	return lost, nil
}

// draw writes a picture of every page into a folder, which it makes.
func draw(d *sheets.Document, dir string) ([]string, error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, fail(err, "cli.folder.unmade", "folder", dir)
	}
	painter := raster.NewPainter(pageDPI)
	var files []string
	for i, sheet := range d.Pages {
		path := filepath.Join(dir, fmt.Sprintf("%03d.png", i+1))
		if err := writePNG(path, painter.Draw(sheet)); err != nil {
			return files, fail(err, "cli.pages.unwritten", "path", path, "detail", err.Error())
		}
		files = append(files, path)
	}
	return files, nil
}

func writePNG(path string, img image.Image) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(file)
	if err = png.Encode(out, img); err == nil {
		err = out.Flush()
	}
	if closed := file.Close(); err == nil {
		err = closed
	}
	return err
}

func (r pictured) print(p *page) {
	p.say("cli.pages.count", "pages", r.Pages, "spare", r.Spare)
	if r.OddLast {
		p.say("cli.pages.oddlast")
	}
	for _, n := range r.Notices {
		p.item(p.words.With(n.Code, n.Args))
	}
	for _, f := range r.Files {
		p.item(f)
	}
}
