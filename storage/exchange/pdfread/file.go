package pdfread

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"io"
	"regexp"
	"strconv"
)

// file gives the objects of a PDF by number.
type file struct {
	data    []byte
	trailer dict
	objects map[reference]any
	streams map[reference][]byte // decoded
	end     int                  // of the object that was read last
}

// ending is where every PDF of ours ends: there is one table, and nothing was
// put behind it.
var ending = regexp.MustCompile(`\nstartxref\n(\d+)\n%%EOF\n$`)

func open(data []byte) (*file, error) {
	tail := data[max(0, len(data)-64):]
	found := ending.FindSubmatch(tail)
	if found == nil || !bytes.HasPrefix(data, []byte("%PDF-1.7\n")) {
		return nil, foreign("the beginning or the end of the file")
	}
	f := &file{data: data, objects: map[reference]any{}, streams: map[reference][]byte{}}
	start, err := strconv.Atoi(string(found[1]))
	if err != nil {
		return nil, foreign("where the table is")
	}
	at, err := f.readAt(start)
	if err != nil {
		return nil, err
	}
	if f.end != len(data)-len(found[0])+1 {
		return nil, foreign("something behind the table")
	}
	f.trailer = f.dict(at)
	return f, f.load(f.streams[at])
}

// load reads every object that the table names.
func (f *file) load(table []byte) error {
	const row = 7 // W[1 4 2]
	if len(table)%row != 0 || f.trailer["Prev"] != nil || f.trailer["Encrypt"] != nil {
		return foreign("the table")
	}
	for n := 1; n < len(table)/row; n++ {
		entry := table[n*row:][:row]
		where := int(binary.BigEndian.Uint32(entry[1:]))
		switch entry[0] {
		case 1:
			at, err := f.readAt(where)
			if err != nil || at != reference(n) {
				return foreign("object %d: it is %d: %v", n, at, err)
			}
		case 2: // comes with its stream
		default:
			return foreign("object %d", n)
		}
	}
	for n := range len(table) / row {
		if f.dict(reference(n))["Type"] == name("ObjStm") {
			if err := f.unpack(reference(n)); err != nil {
				return err
			}
		}
	}
	if len(f.objects) != len(table)/row-1 {
		return foreign("%d objects of %d", len(f.objects), len(table)/row-1)
	}
	return nil
}

var beginning = regexp.MustCompile(`^(\d+) 0 obj\n`)

// readAt reads the stream that begins at an offset.
func (f *file) readAt(offset int) (reference, error) {
	if offset < 0 || offset >= len(f.data) {
		return 0, foreign("an offset %d", offset)
	}
	head := beginning.FindSubmatch(f.data[offset:min(offset+32, len(f.data))])
	if head == nil {
		return 0, foreign("no object at %d", offset)
	}
	number, err := strconv.Atoi(string(head[1]))
	if err != nil {
		return 0, foreign("no number at %d", offset)
	}
	l := &lexer{f.data, offset + len(head[0])}
	value, err := l.value(0)
	if err != nil {
		return 0, err
	}
	entries, _ := value.(dict)
	length, _ := entries["Length"].(float64)
	if !l.take("\nstream\n") || length < 0 || length > float64(len(f.data)-l.at) {
		return 0, foreign("object %d is no stream", number)
	}
	raw := f.data[l.at : l.at+int(length)]
	l.at += int(length)
	if !l.take("\nendstream\nendobj\n") {
		return 0, foreign("object %d does not end", number)
	}
	f.end = l.at
	at := reference(number)
	f.objects[at] = entries
	f.streams[at], err = decode(entries, raw)
	return at, err
}

// most is how long a decoded stream may be, against a bomb.
const most = 64 << 20

func decode(entries dict, raw []byte) ([]byte, error) {
	switch entries["Filter"] {
	case nil:
		return raw, nil
	case name("FlateDecode"):
	default:
		return nil, foreign("a filter %v", entries["Filter"])
	}
	z, err := zlib.NewReader(bytes.NewReader(raw))
	if err != nil {
		return nil, fmt.Errorf("pdfread: %w", err)
	}
	data, err := io.ReadAll(io.LimitReader(z, most+1))
	if err != nil {
		return nil, fmt.Errorf("pdfread: %w", err)
	}
	if len(data) > most {
		return nil, foreign("a stream too long")
	}
	return data, nil
}

// unpack reads the objects that are packed into a stream.
func (f *file) unpack(in reference) error {
	entries, data := f.dict(in), f.streams[in]
	count, _ := entries["N"].(float64)
	first, _ := entries["First"].(float64)
	if first < 0 || first > float64(len(data)) {
		return foreign("packed objects")
	}
	index := &lexer{data: data[:int(first)]}
	for range int(count) {
		number, errN := index.value(0)
		offset, errO := index.value(0)
		n, isN := number.(float64)
		o, isO := offset.(float64)
		if errN != nil || errO != nil || !isN || !isO || o < 0 || first+o > float64(len(data)) {
			return foreign("packed objects")
		}
		l := &lexer{data, int(first + o)}
		value, err := l.value(0)
		if err != nil {
			return err
		}
		if _, twice := f.objects[reference(n)]; twice {
			return foreign("object %v twice", n)
		}
		f.objects[reference(n)] = value
	}
	return nil
}

// dict returns the dictionary that v is or refers to, nil if it is none.
func (f *file) dict(v any) dict {
	if at, ok := v.(reference); ok {
		v = f.objects[at]
	}
	d, _ := v.(dict)
	return d
}

func (f *file) list(v any) list {
	if at, ok := v.(reference); ok {
		v = f.objects[at]
	}
	l, _ := v.(list)
	return l
}

func (f *file) stream(v any) ([]byte, error) {
	at, _ := v.(reference)
	data, ok := f.streams[at]
	if !ok {
		return nil, foreign("no stream: %v", v)
	}
	return data, nil
}
