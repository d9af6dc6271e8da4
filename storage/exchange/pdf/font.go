package pdf

import (
	"bytes"
	"fmt"
	"math"
	"unicode/utf16"

	"jianbao/storage/exchange/subset"
)

// addFont embeds a subset. The codes in the text are the glyphs' numbers.
func (b *book) addFont(s *subset.Set) (ref, error) {
	data, err := s.File()
	if err != nil {
		return 0, err
	}
	name := s.Tag() + "+" + s.PostScriptName()
	file := b.file.addStream(fmt.Sprintf("/Length1 %d", len(data)), data)
	m, box := s.Metrics(), s.Box()
	descriptor := b.file.add(fmt.Sprintf("<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[%d %d %d %d]/ItalicAngle 0"+
		"/Ascent %d/Descent %d/CapHeight %d/StemV 80/FontFile2 %s>>",
		name, box[0], box[1], box[2], box[3], m.Ascent(), m.Descent(), m.Ascent(), file))
	descendant := b.file.add(fmt.Sprintf("<</Type/Font/Subtype/CIDFontType2/BaseFont/%s"+
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %s/CIDToGIDMap/Identity/DW 1000/W[0[%s]]>>",
		name, descriptor, widths(s)))
	unicode := b.file.addStream("", toUnicode(s))
	return b.file.add(fmt.Sprintf("<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%s]/ToUnicode %s>>",
		name, descendant, unicode)), nil
}

func widths(s *subset.Set) string {
	var b bytes.Buffer
	for n := range s.Len() {
		fmt.Fprintf(&b, "%d ", int(math.Round(s.Advance(n))))
	}
	return b.String()
}

const (
	cmapHead = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
`
	cmapTail = `endcmap
CMapName currentdict /CMap defineresource pop
end
end
`
	mostInSection = 100 // that is the format's limit
)

// toUnicode says which character each code stands for.
func toUnicode(s *subset.Set) []byte {
	var b bytes.Buffer
	b.WriteString(cmapHead)
	for first := 1; first < s.Len(); first += mostInSection {
		end := min(first+mostInSection, s.Len())
		fmt.Fprintf(&b, "%d beginbfchar\n", end-first)
		for n := first; n < end; n++ {
			fmt.Fprintf(&b, "<%04X> <%s>\n", n, hex16(utf16.Encode([]rune{s.Char(n)})))
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString(cmapTail)
	return b.Bytes()
}
