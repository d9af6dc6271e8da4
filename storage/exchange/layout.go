package exchange

import (
	"io"
	"slices"

	"jianbao/editor/doc"
	"jianbao/editor/typeset/face"
	"jianbao/editor/typeset/page"
	"jianbao/storage/exchange/form"
	"jianbao/storage/exchange/html"
	"jianbao/storage/exchange/ofd"
	"jianbao/storage/exchange/paged"
	"jianbao/storage/exchange/pdf"
	"jianbao/storage/exchange/pdfread"
	"jianbao/storage/exchange/sheet"
)

// Layout is how pages look, for the formats that have pages.
type Layout struct {
	Profile    page.Profile
	Faces      *face.Set
	Words      page.WordEnds // where titles turn; may be nil
	Sentences  bool          // of a draft: number them in the margin
	WideMargin bool          // of a draft: room for corrections by hand
}

// Lay makes the pages that Export writes for b. What they could not do as the
// profile asks stands in the document's notices. meta.Layout must not be nil.
func Lay(b doc.Bulletin, meta Meta) *page.Document {
	l := meta.Layout
	return page.Lay(sheet.Blocks(form.Lines(b)), l.Profile, l.Faces, l.Words, PageOptions(b, meta))
}

// PageOptions is what the pages of b bear beyond its text, as Export writes them:
// the stamp of a draft and what its layout asks for it.
func PageOptions(b doc.Bulletin, meta Meta) page.Options {
	o := sheet.Options(b)
	o.Stamp = meta.Stamp
	if l := meta.Layout; l != nil && !meta.Final {
		o.Sentences, o.WideMargin = l.Sentences, l.WideMargin
	}
	return o
}

// job is one bulletin on its way into files. Its pages are laid once.
type job struct {
	bulletin doc.Bulletin
	meta     Meta
	laid     *page.Document
}

func (j *job) pages() page.Document {
	if j.laid == nil {
		j.laid = Lay(j.bulletin, j.meta)
	}
	return *j.laid
}

func writePDF(w io.Writer, j *job) error {
	return pdf.Write(w, j.pages(), pdf.Options{Created: j.meta.Created})
}

func writeOFD(w io.Writer, j *job) error {
	return ofd.Write(w, j.pages(), ofd.Options{Created: j.meta.Created})
}

func writeHTML(w io.Writer, j *job) error {
	return html.Write(w, j.pages(), html.Options{Created: j.meta.Created})
}

func readPDF(data []byte, _ Meta) (words, error)  { return pagedWords(pdfread.Read(data)) }
func readOFD(data []byte, _ Meta) (words, error)  { return pagedWords(ofd.Read(data)) }
func readHTML(data []byte, _ Meta) (words, error) { return pagedWords(html.Read(data)) }

func pagedWords(w paged.Words, err error) (words, error) { return words{w.Blocks, w.Furniture}, err }

func expectPaged(j *job) words { return words{pagedLines(j.bulletin), furniture(j.pages())} }

// pagedLines leaves out empty lines, which no page shows.
func pagedLines(b doc.Bulletin) []string {
	return slices.DeleteFunc(printed(b), func(line string) bool { return line == "" })
}

// furniture is what the pages hold beside the text: numbers, stamps, contents.
func furniture(d page.Document) []string {
	var list []string
	for _, p := range d.Pages {
		for i, r := range p.Runs {
			if r.Block >= 0 {
				continue
			}
			if i == 0 || p.Runs[i-1].Block >= 0 || p.Runs[i-1].Baseline != r.Baseline {
				list = append(list, "")
			}
			for _, g := range r.Glyphs {
				list[len(list)-1] += g.Text
			}
		}
	}
	return list
}
