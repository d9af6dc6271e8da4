package ofd

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"

	"jianbao/storage/exchange/paged"
)

var errForeign = errors.New("not as this program writes it")

func foreign(format string, args ...any) error {
	return fmt.Errorf("ofd: %s: %w", fmt.Sprintf(format, args...), errForeign)
}

// Is reports whether data, which begins as a package does, is one of OFD.
func Is(data []byte) bool { return bytes.Contains(data, []byte("OFD.xml")) }

// Read returns the words of an OFD that this program wrote, taken from the
// finished bytes alone. It is strict: a part or an element that it does not
// know, and a character that the embedded font cannot draw, are errors.
func Read(data []byte) (paged.Words, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return paged.Words{}, fmt.Errorf("ofd: %w", err)
	}
	r := &reader{parts: map[string][]byte{}, fonts: map[string]*readFont{}}
	if err := r.unpack(z); err != nil {
		return paged.Words{}, err
	}
	if err := r.document(); err != nil {
		return paged.Words{}, err
	}
	if len(r.parts) > 0 {
		return paged.Words{}, foreign("%d parts that nothing refers to", len(r.parts))
	}
	return r.found.Words(), nil
}

type reader struct {
	parts map[string][]byte // taken away as they are read
	fonts map[string]*readFont
	found paged.Found
}

type readFont struct {
	*paged.Font
	checked map[rune]bool
}

// most is how much all parts may hold, against a bomb.
const most = 256 << 20

func (r *reader) unpack(z *zip.Reader) error {
	left := int64(most)
	for _, f := range z.File {
		if _, twice := r.parts[f.Name]; twice {
			return foreign("%s twice", f.Name)
		}
		stream, err := f.Open()
		if err != nil {
			return fmt.Errorf("ofd: %w", err)
		}
		data, err := io.ReadAll(io.LimitReader(stream, left+1))
		if err := errors.Join(err, stream.Close()); err != nil {
			return fmt.Errorf("ofd: %s: %w", f.Name, err)
		}
		if left -= int64(len(data)); left < 0 {
			return foreign("too much in the package")
		}
		r.parts[f.Name] = data
	}
	return nil
}

// part decodes a part into v and takes it away.
func (r *reader) part(name string, v any) error {
	data, ok := r.parts[name]
	if !ok {
		return foreign("no part %s", name)
	}
	delete(r.parts, name)
	if err := xml.Unmarshal(data, v); err != nil {
		return fmt.Errorf("ofd: %s: %w", name, err)
	}
	return nil
}

func (r *reader) document() error {
	var entrance struct {
		Root string `xml:"DocBody>DocRoot"`
	}
	if err := r.part("OFD.xml", &entrance); err != nil {
		return err
	}
	var document struct {
		Resources string `xml:"CommonData>PublicRes"`
		Pages     []struct {
			Place string `xml:"BaseLoc,attr"`
		} `xml:"Pages>Page"`
	}
	if err := r.part(entrance.Root, &document); err != nil {
		return err
	}
	folder := path.Dir(entrance.Root)
	if err := r.resources(folder, document.Resources); err != nil {
		return err
	}
	for i, p := range document.Pages {
		if err := r.page(path.Join(folder, p.Place)); err != nil {
			return fmt.Errorf("page %d: %w", i+1, err)
		}
	}
	return nil
}

func (r *reader) resources(folder, name string) error {
	var resources struct {
		Base  string `xml:"BaseLoc,attr"`
		Fonts []struct {
			ID   string `xml:"ID,attr"`
			File string `xml:"FontFile"`
		} `xml:"Fonts>Font"`
	}
	if err := r.part(path.Join(folder, name), &resources); err != nil {
		return err
	}
	for _, f := range resources.Fonts {
		file := path.Join(folder, resources.Base, f.File)
		font, err := paged.ParseFont(r.parts[file])
		if err != nil {
			return fmt.Errorf("ofd: %s: %w", file, err)
		}
		delete(r.parts, file)
		r.fonts[f.ID] = &readFont{font, map[rune]bool{}}
	}
	return nil
}

// object is a text or a line; whatever else a page may hold is Other.
type object struct {
	XMLName xml.Name
	Name    string `xml:"Name,attr"`
	Font    string `xml:"Font,attr"`
	Code    []struct {
		Text string `xml:",chardata"`
	} `xml:"TextCode"`
}

func (r *reader) page(name string) error {
	var sheet struct {
		Layers []struct {
			Objects []object `xml:",any"`
		} `xml:"Content>Layer"`
	}
	if err := r.part(name, &sheet); err != nil {
		return err
	}
	furniture := ""
	var text strings.Builder
	flush := func() {
		if furniture != "" {
			r.found.AddFurniture(text.String())
			text.Reset()
		}
		furniture = ""
	}
	for _, layer := range sheet.Layers {
		for _, o := range layer.Objects {
			block, s, err := r.object(o)
			if err != nil {
				return err
			}
			if o.Name != furniture {
				flush()
			}
			if block >= 0 {
				r.found.Add(block, s)
			} else if s != "" {
				furniture = o.Name
				text.WriteString(s)
			}
		}
	}
	flush()
	return nil
}

// object returns the text of a text object and its block, -1 for none.
func (r *reader) object(o object) (block int, text string, err error) {
	if o.XMLName.Local == "PathObject" && len(o.Code) == 0 {
		return -1, "", nil
	}
	if o.XMLName.Local != "TextObject" || len(o.Code) != 1 {
		return 0, "", foreign("an object %s", o.XMLName.Local)
	}
	font, ok := r.fonts[o.Font]
	if !ok {
		return 0, "", foreign("a font %q", o.Font)
	}
	text = o.Code[0].Text
	for _, char := range text {
		if font.checked[char] {
			continue
		}
		if err := font.Has(char); err != nil {
			return 0, "", err
		}
		font.checked[char] = true
	}
	if number, ok := strings.CutPrefix(o.Name, blockName); ok {
		block, err = strconv.Atoi(number)
		if err != nil || block < 0 {
			return 0, "", foreign("an object called %q", o.Name)
		}
		return block, text, nil
	}
	if !strings.HasPrefix(o.Name, furnitureName) {
		return 0, "", foreign("an object called %q", o.Name)
	}
	return -1, text, nil
}
