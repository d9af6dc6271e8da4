// Package ofd owns OFD, the format of GB/T 33190—2016 for files with fixed
// pages: it writes laid-out pages with real text and embedded subsets of the
// fonts, and reads such a file again to see what it says. It does not lay out
// pages, and does not read the OFD of other programs.
package ofd

import (
	"archive/zip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
	"time"

	"jianbao/editor/typeset/page"
	"jianbao/storage/exchange/plate"
)

// Options are the properties of the file that the pages do not say.
type Options struct {
	Created time.Time // zero leaves it out
}

const (
	header    = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"
	namespace = `xmlns:ofd="http://www.ofdspec.org/2016"`
	creator   = "Jianbao"
)

// Write writes d as an OFD. Equal documents and options are equal bytes.
func Write(w io.Writer, d page.Document, opts Options) error {
	p, err := plate.Make(d)
	if err != nil {
		return err
	}
	b := &book{plate: p, opts: opts, last: colorSpace}
	if err := b.build(); err != nil {
		return fmt.Errorf("ofd: %w", err)
	}
	return b.pack(w)
}

// colorSpace is the number of the only one, RGB; all objects of a document are
// numbered in one row.
const colorSpace = 1

// book is a document on its way into a file.
type book struct {
	plate *plate.Plate
	opts  Options
	parts []part
	last  int   // the highest number that an object has
	fonts []int // their numbers
	pages []int
}

// part is a file in the package.
type part struct {
	name string
	data []byte
}

func (b *book) number() int {
	b.last++
	return b.last
}

func (b *book) add(name, xml string) {
	b.parts = append(b.parts, part{name, []byte(header + xml)})
}

func (b *book) build() error {
	for range b.plate.Fonts {
		b.fonts = append(b.fonts, b.number())
	}
	for range b.plate.Pages {
		b.pages = append(b.pages, b.number())
	}
	for i, p := range b.plate.Pages {
		b.add(fmt.Sprintf("Doc_0/Pages/Page_%d/Content.xml", i), b.content(p))
	}
	if err := b.addFonts(); err != nil {
		return err
	}
	b.add("Doc_0/Document.xml", b.document())
	b.parts = append([]part{{"OFD.xml", []byte(header + b.entrance())}}, b.parts...)
	return nil
}

func (b *book) addFonts() error {
	var list strings.Builder
	for i, s := range b.plate.Fonts {
		data, err := s.File()
		if err != nil {
			return err
		}
		file := fmt.Sprintf("font_%d.ttf", b.fonts[i])
		fmt.Fprintf(&list, `<ofd:Font ID="%d" FontName="%s" FamilyName="%s"><ofd:FontFile>%s</ofd:FontFile></ofd:Font>`,
			b.fonts[i], escaped(s.Font().Name), escaped(s.Font().Name), file)
		b.parts = append(b.parts, part{"Doc_0/Res/" + file, data})
	}
	b.add("Doc_0/PublicRes.xml", fmt.Sprintf(`<ofd:Res %s BaseLoc="Res"><ofd:ColorSpaces><ofd:ColorSpace ID="%d" Type="RGB" BitsPerComponent="8"/></ofd:ColorSpaces><ofd:Fonts>%s</ofd:Fonts></ofd:Res>`,
		namespace, colorSpace, list.String()))
	return nil
}

// entrance is the part where a reader begins: the properties of the document
// and where it is. The identifier is taken from the content.
func (b *book) entrance() string {
	sum := sha256.New()
	for _, p := range b.parts {
		sum.Write(p.data)
	}
	day := ""
	if !b.opts.Created.IsZero() {
		date := b.opts.Created.UTC().Format(time.DateOnly)
		day = fmt.Sprintf("<ofd:CreationDate>%s</ofd:CreationDate><ofd:ModDate>%s</ofd:ModDate>", date, date)
	}
	return fmt.Sprintf(`<ofd:OFD %s Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>%s</ofd:DocID><ofd:Title>%s</ofd:Title><ofd:Author>%s</ofd:Author>%s<ofd:DocUsage>Normal</ofd:DocUsage><ofd:Creator>%s</ofd:Creator></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
		namespace, hex.EncodeToString(sum.Sum(nil)[:16]), escaped(b.plate.Title), escaped(b.plate.Author), day, creator)
}

// document is the root part: sheets, resources, pages, outline.
func (b *book) document() string {
	var pages strings.Builder
	for i, n := range b.pages {
		fmt.Fprintf(&pages, `<ofd:Page ID="%d" BaseLoc="Pages/Page_%d/Content.xml"/>`, n, i)
	}
	width, height := page.MM(210), page.MM(297)
	if len(b.plate.Pages) > 0 {
		width, height = b.plate.Pages[0].Width, b.plate.Pages[0].Height
	}
	return fmt.Sprintf(`<ofd:Document %s><ofd:CommonData><ofd:MaxUnitID>%d</ofd:MaxUnitID>%s<ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>%s</ofd:Pages>%s</ofd:Document>`,
		namespace, b.last, sheet("PageArea", width, height), pages.String(), b.outline())
}

func sheet(element string, width, height page.MM) string {
	return fmt.Sprintf("<ofd:%s><ofd:PhysicalBox>0 0 %s %s</ofd:PhysicalBox></ofd:%s>", element, number(width), number(height), element)
}

// noTime is the earliest that ZIP can say: equal documents are equal bytes.
var noTime = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// pack writes the parts into one ZIP.
func (b *book) pack(w io.Writer) error {
	z := zip.NewWriter(w)
	for _, p := range b.parts {
		f, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: noTime})
		if err != nil {
			return err
		}
		if _, err := f.Write(p.data); err != nil {
			return err
		}
	}
	return z.Close()
}
