package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
)

// ref is the number of an object, counted from 1.
type ref int

func (r ref) String() string { return fmt.Sprintf("%d 0 R", int(r)) }

// file is a list of objects that becomes a PDF. Objects that are no streams
// are packed into streams of their own, many into one.
type file struct {
	objects []object
	packer  *zlib.Writer // used again and again, since a new one is large
}

type object struct {
	body   string // of a stream: the entries of its dictionary
	stream []byte // nil for what is no stream
	in     []ref  // the objects that are packed into it
}

func (f *file) reserve() ref {
	f.objects = append(f.objects, object{})
	return ref(len(f.objects))
}

func (f *file) set(r ref, body string) { f.objects[r-1].body = body }

func (f *file) add(body string) ref {
	r := f.reserve()
	f.set(r, body)
	return r
}

// addStream compresses data; entries are those of its dictionary beside length
// and filter.
func (f *file) addStream(entries string, data []byte) ref {
	return f.addPlainStream(entries+"/Filter/FlateDecode", f.compressed(data))
}

// addPlainStream is for what other programs look for without reading PDF.
func (f *file) addPlainStream(entries string, data []byte) ref {
	r := f.add(entries)
	f.objects[r-1].stream = data
	return r
}

// level packs nearly as small as the usual one, in half the time.
const level = 3

func (f *file) compressed(data []byte) []byte {
	var b bytes.Buffer
	if f.packer == nil {
		f.packer, _ = zlib.NewWriterLevel(&b, level) // no other error than a bad level
	}
	f.packer.Reset(&b)
	f.packer.Write(data) // a bytes.Buffer takes everything
	f.packer.Close()
	return b.Bytes()
}

// packed is how many objects one stream holds.
const packed = 200

// place is where an object is: at an offset of the file, or as the index-th
// object of the stream in.
type place struct {
	offset int
	in     ref
	index  int
}

// bytes returns the whole file.
func (f *file) bytes(catalogue, info ref) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	f.pack()
	places := make([]place, len(f.objects)+1) // the last is the table itself
	for i, o := range f.objects {
		if o.stream == nil {
			continue
		}
		places[i] = place{offset: b.Len()}
		for index, r := range o.in {
			places[r-1] = place{in: ref(i + 1), index: index}
		}
		writeStream(&b, ref(i+1), o.body, o.stream)
	}
	start := b.Len()
	places[len(f.objects)] = place{offset: start}
	id := sha256.Sum256(b.Bytes())
	entries := fmt.Sprintf("/Type/XRef/Size %d/W[1 4 2]/Root %s/Info %s/ID[<%X><%X>]/Filter/FlateDecode",
		len(places)+1, catalogue, info, id[:16], id[:16])
	writeStream(&b, ref(len(places)), entries, f.compressed(table(places)))
	fmt.Fprintf(&b, "startxref\n%d\n%%%%EOF\n", start)
	return b.Bytes()
}

func writeStream(b *bytes.Buffer, r ref, entries string, data []byte) {
	fmt.Fprintf(b, "%d 0 obj\n<<%s/Length %d>>\nstream\n", int(r), entries, len(data))
	b.Write(data)
	b.WriteString("\nendstream\nendobj\n")
}

// pack puts the objects that are no streams into streams.
func (f *file) pack() {
	var plain []ref
	for i, o := range f.objects {
		if o.stream == nil {
			plain = append(plain, ref(i+1))
		}
	}
	for len(plain) > 0 {
		n := min(packed, len(plain))
		f.packInto(plain[:n])
		plain = plain[n:]
	}
}

func (f *file) packInto(list []ref) {
	var index, bodies bytes.Buffer
	for _, r := range list {
		fmt.Fprintf(&index, "%d %d ", int(r), bodies.Len())
		bodies.WriteString(f.objects[r-1].body + "\n")
	}
	entries := fmt.Sprintf("/Type/ObjStm/N %d/First %d", len(list), index.Len())
	r := f.addStream(entries, append(index.Bytes(), bodies.Bytes()...))
	f.objects[r-1].in = list
}

// table is the list of places as the cross-reference stream holds it.
func table(places []place) []byte {
	b := []byte{0, 0, 0, 0, 0, 0xFF, 0xFF} // object 0 is free by definition
	for _, p := range places {
		kind, where := byte(1), p.offset
		if p.in != 0 {
			kind, where = 2, int(p.in)
		}
		b = append(b, kind)
		b = binary.BigEndian.AppendUint32(b, uint32(where))
		b = binary.BigEndian.AppendUint16(b, uint16(p.index))
	}
	return b
}
