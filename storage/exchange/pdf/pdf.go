// Package pdf owns the writing of laid-out pages as PDF 1.7 with real text:
// embedded subsets of the fonts, a character code for every glyph, and tags
// that say which lines of type belong to one printed line. It does not lay out
// pages and does not read PDF.
//
// The parts that PDF/A-2u asks for are there (XMP, output intent, identifier,
// language, Unicode for every glyph), but the file does not claim to be one.
package pdf

import (
	"fmt"
	"io"
	"time"

	"jianbao/editor/typeset/page"
	"jianbao/storage/exchange/plate"
)

// Options are the properties of the file that the pages do not say.
type Options struct {
	Created time.Time // zero leaves it out
}

// Write writes d as a PDF. Equal documents and options are equal bytes.
func Write(w io.Writer, d page.Document, opts Options) error {
	p, err := plate.Make(d)
	if err != nil {
		return err
	}
	b := &book{plate: p, opts: opts, file: &file{}}
	if err := b.build(); err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	_, err = w.Write(b.file.bytes(b.catalogue, b.info))
	return err
}

// book is a document on its way into a file.
type book struct {
	plate *plate.Plate
	opts  Options
	file  *file

	tree      ref // of pages
	pages     []ref
	fonts     []ref
	catalogue ref
	info      ref
	tags      tags
}

func (b *book) build() error {
	b.tree = b.file.reserve()
	b.tags = newTags(b.file, len(b.plate.Pages))
	for range b.plate.Pages {
		b.pages = append(b.pages, b.file.reserve())
	}
	for _, s := range b.plate.Fonts {
		f, err := b.addFont(s)
		if err != nil {
			return err
		}
		b.fonts = append(b.fonts, f)
	}
	resources := b.addResources()
	for i, p := range b.plate.Pages {
		b.addPage(i, p, resources)
	}
	b.file.set(b.tree, fmt.Sprintf("<</Type/Pages/Count %d/Kids%s>>", len(b.pages), refs(b.pages)))
	b.info = b.addInfo()
	b.catalogue = b.addCatalogue()
	return nil
}

func (b *book) addResources() ref {
	fonts := ""
	for i, f := range b.fonts {
		fonts += fmt.Sprintf("/F%d %s", i, f)
	}
	return b.file.add("<</Font<<" + fonts + ">>>>")
}

func (b *book) addPage(i int, p plate.Page, resources ref) {
	content := b.file.addStream("", b.content(i, p))
	b.file.set(b.pages[i], fmt.Sprintf("<</Type/Page/Parent %s/MediaBox[0 0 %s %s]/Resources %s/Contents %s/StructParents %d/Tabs/S>>",
		b.tree, length(p.Width), length(p.Height), resources, content, i))
}

func (b *book) addCatalogue() ref {
	entries := fmt.Sprintf("/Type/Catalog/Pages %s/Lang(zh-CN)/MarkInfo<</Marked true>>/StructTreeRoot %s/Metadata %s/OutputIntents[%s]",
		b.tree, b.tags.add(b.pages), b.addXMP(), b.addOutputIntent())
	if outline, ok := b.addOutline(); ok {
		entries += fmt.Sprintf("/Outlines %s", outline)
	}
	if b.plate.Title != "" {
		entries += "/ViewerPreferences<</DisplayDocTitle true>>"
	}
	return b.file.add("<<" + entries + ">>")
}
