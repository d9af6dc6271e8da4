package worddoc

import (
	"encoding/binary"
	"errors"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

// piece is a stretch of text in the main stream.
type piece struct {
	at     int  // bytes from its beginning
	length int  // in characters
	narrow bool // one byte a character, else two
}

var errPieces = errors.New("the list of pieces is broken")

// pieces finds the list of pieces behind the properties that stand before it.
func (h head) pieces(table []byte) ([]piece, error) {
	if uint64(h.clx)+uint64(h.clxLen) > uint64(len(table)) {
		return nil, damaged(errCut)
	}
	clx := table[h.clx : h.clx+h.clxLen]
	const properties, list = 1, 2
	for len(clx) >= 5 && clx[0] == properties {
		length := 3 + int(binary.LittleEndian.Uint16(clx[1:]))
		if length > len(clx) {
			return nil, damaged(errPieces)
		}
		clx = clx[length:]
	}
	if len(clx) < 5 || clx[0] != list || uint64(binary.LittleEndian.Uint32(clx[1:])) > uint64(len(clx)-5) {
		return nil, damaged(errPieces)
	}
	return parsePieces(clx[5 : 5+binary.LittleEndian.Uint32(clx[1:])])
}

func parsePieces(list []byte) ([]piece, error) {
	const position, descriptor = 4, 8
	count := (len(list) - position) / (position + descriptor)
	if count < 1 {
		return nil, damaged(errPieces)
	}
	pieces := make([]piece, count)
	for i := range pieces {
		from, to := binary.LittleEndian.Uint32(list[position*i:]), binary.LittleEndian.Uint32(list[position*(i+1):])
		if to < from {
			return nil, damaged(errPieces)
		}
		where := binary.LittleEndian.Uint32(list[position*(count+1)+descriptor*i+2:])
		const narrow = 1 << 30
		p := piece{at: int(where &^ (3 << 30)), length: int(to - from), narrow: where&narrow != 0}
		if p.narrow {
			p.at /= 2
		}
		pieces[i] = p
	}
	return pieces, nil
}

// join returns the whole text in units of UTF-16.
func join(main []byte, pieces []piece) ([]uint16, error) {
	var units []uint16
	for _, p := range pieces {
		size := p.length
		if !p.narrow {
			size *= 2
		}
		if p.at+size > len(main) {
			return nil, damaged(errCut)
		}
		if len(units)+p.length > maxStream {
			return nil, &Error{Code: CodeTooLarge}
		}
		raw := main[p.at : p.at+size]
		for i := 0; i < p.length; i++ {
			if p.narrow {
				units = append(units, uint16(charmap.Windows1252.DecodeByte(raw[i])))
			} else {
				units = append(units, binary.LittleEndian.Uint16(raw[2*i:]))
			}
		}
	}
	return units, nil
}

// Characters that are marks of the layout.
const (
	cellEnd     = 0x07
	lineBreak   = 0x0B
	pageBreak   = 0x0C
	paraEnd     = 0x0D
	fieldBegin  = 0x13
	fieldMiddle = 0x14
	fieldEnd    = 0x15
	hardHyphen  = 0x1E
	softHyphen  = 0x1F
)

// plain turns marks into the characters that text files have for them. Of a
// field, such as a page number, what it shows is kept and what makes it is not.
func plain(units []uint16) string {
	var out strings.Builder
	var fields []bool // of the open ones: whether what it shows has begun
	row := false
	for _, r := range utf16.Decode(units) {
		switch r {
		case fieldBegin:
			fields = append(fields, false)
			continue
		case fieldMiddle:
			if n := len(fields); n > 0 {
				fields[n-1] = true
			}
			continue
		case fieldEnd:
			fields = fields[:max(0, len(fields)-1)]
			continue
		}
		if n := len(fields); n == 0 || fields[n-1] {
			row = mark(&out, r, row)
		}
	}
	return out.String()
}

// mark writes one character. The end of a cell is a tab, and right after it the
// end of the row is a line end; cell tells that a cell has just ended.
func mark(out *strings.Builder, r rune, cell bool) bool {
	switch {
	case r == cellEnd && cell:
		out.WriteByte('\n')
	case r == cellEnd:
		out.WriteByte('\t')
		return true
	case r == paraEnd, r == lineBreak:
		out.WriteByte('\n')
	case r == pageBreak:
		out.WriteByte('\f')
	case r == hardHyphen:
		out.WriteRune('\u2011')
	case r == softHyphen:
		out.WriteRune('\u00ad')
	case r >= ' ' || r == '\t':
		out.WriteRune(r)
	}
	return false
}
