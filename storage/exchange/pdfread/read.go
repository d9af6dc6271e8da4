// Package pdfread owns the second look at a PDF that this program wrote: it
// takes the finished bytes apart again and reports the words that a reader of
// the file gets. It shares nothing with the writer, and is strict on purpose:
// whatever it does not know, from an image to an appended change, is an error,
// since it could show something else than the text says. It is no importer.
package pdfread

import (
	"errors"
	"fmt"

	"jianbao/storage/exchange/paged"
)

// errForeign is about a file that is sound perhaps, but not as we write it.
var errForeign = errors.New("not as this program writes it")

func foreign(format string, args ...any) error {
	return fmt.Errorf("pdfread: %s: %w", fmt.Sprintf(format, args...), errForeign)
}

// Read returns the words of a PDF. A font that draws another character than the
// text says is an error.
func Read(data []byte) (paged.Words, error) {
	f, err := open(data)
	if err != nil {
		return paged.Words{}, err
	}
	r := &reader{file: f, fonts: map[reference]*textFont{}, blocks: map[mark]int{}}
	if err := r.structure(); err != nil {
		return paged.Words{}, err
	}
	if err := r.pages(); err != nil {
		return paged.Words{}, err
	}
	if len(r.blocks) > 0 {
		return paged.Words{}, foreign("%d tagged pieces are on no page", len(r.blocks))
	}
	return r.found.Words(), nil
}

type reader struct {
	file   *file
	fonts  map[reference]*textFont
	blocks map[mark]int // taken away as they are met
	found  paged.Found
}

// mark is a piece of tagged content on a page.
type mark struct {
	page reference
	id   int
}

// structure notes which printed line each piece of the pages belongs to.
func (r *reader) structure() error {
	root := r.file.dict(r.file.dict(r.file.trailer["Root"])["StructTreeRoot"])
	document := r.file.dict(root["K"])
	for block, kid := range r.file.list(document["K"]) {
		element := r.file.dict(kid)
		if element["S"] != name("P") {
			return foreign("a tag %v", element["S"])
		}
		for _, k := range r.file.list(element["K"]) {
			piece := r.file.dict(k)
			page, isRef := piece["Pg"].(reference)
			id, isNumber := piece["MCID"].(float64)
			if _, twice := r.blocks[mark{page, int(id)}]; !isRef || !isNumber || twice {
				return foreign("a tagged piece %v", piece)
			}
			r.blocks[mark{page, int(id)}] = block
		}
	}
	return nil
}

func (r *reader) pages() error {
	tree := r.file.dict(r.file.dict(r.file.trailer["Root"])["Pages"])
	kids := r.file.list(tree["Kids"])
	if count, _ := tree["Count"].(float64); len(kids) == 0 || int(count) != len(kids) {
		return foreign("%d pages of %v", len(kids), tree["Count"])
	}
	for i, kid := range kids {
		at, ok := kid.(reference)
		page := r.file.dict(kid)
		if !ok || page["Type"] != name("Page") || page["Annots"] != nil {
			return foreign("page %d", i+1)
		}
		if err := r.page(at, page); err != nil {
			return fmt.Errorf("page %d: %w", i+1, err)
		}
	}
	return nil
}

func (r *reader) page(at reference, page dict) error {
	content, err := r.file.stream(page["Contents"])
	if err != nil {
		return err
	}
	fonts := map[name]*textFont{}
	for key, value := range r.file.dict(r.file.dict(page["Resources"])["Font"]) {
		if fonts[key], err = r.font(value); err != nil {
			return err
		}
	}
	i := &interpreter{reader: r, page: at, fonts: fonts}
	return i.run(content)
}

// font reads a font once, however many pages use it.
func (r *reader) font(value any) (*textFont, error) {
	at, ok := value.(reference)
	if !ok {
		return nil, foreign("a font %v", value)
	}
	if r.fonts[at] == nil {
		f, err := r.file.openFont(r.file.dict(at))
		if err != nil {
			return nil, err
		}
		r.fonts[at] = f
	}
	return r.fonts[at], nil
}
