package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"os"
)

// javaStream reads arrays, of numbers or of arrays, that Java wrote as objects.
type javaStream struct {
	*bytes.Reader
	known []any // classes by name and arrays, in the order in which they came
	err   error
}

// Codes of the stream: no object, one that came before, an array, and
// the first number that stands for one that came before.
const (
	javaNull      = 0x70
	javaReference = 0x71
	javaArray     = 0x75
	javaFirst     = 0x7e0000
)

func openStream(path string) (*javaStream, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if !bytes.HasPrefix(data, []byte{0xac, 0xed, 0, 5}) {
		return nil, fmt.Errorf("%s: not written by Java", path)
	}
	return &javaStream{Reader: bytes.NewReader(data[4:])}, nil
}

func (s *javaStream) read(v any) {
	if s.err == nil {
		s.err = binary.Read(s, binary.BigEndian, v)
	}
}

func (s *javaStream) code() (code uint8) {
	s.read(&code)
	return code
}

func (s *javaStream) earlier() any {
	var number uint32
	s.read(&number)
	if number -= javaFirst; s.err == nil && int(number) < len(s.known) {
		return s.known[number]
	}
	return nil
}

// value reads the next array: []int64, []int32, []int16, []uint16 or []any; nil
// where there is none.
func (s *javaStream) value() any {
	switch code := s.code(); code {
	case javaNull:
		return nil
	case javaReference:
		return s.earlier()
	case javaArray:
		return s.array()
	default:
		if s.err == nil {
			s.err = fmt.Errorf("code %#x where an array should be", code)
		}
		return nil
	}
}

func (s *javaStream) array() any {
	name := s.class()
	at := len(s.known)
	s.known = append(s.known, nil)
	var size int32
	s.read(&size)
	if s.err != nil || size < 0 || len(name) < 2 {
		return nil
	}
	v := s.items(name[1], int(size))
	s.known[at] = v
	return v
}

func (s *javaStream) items(kind byte, size int) any {
	switch kind {
	case 'J':
		return numbers[int64](s, size)
	case 'I':
		return numbers[int32](s, size)
	case 'S':
		return numbers[int16](s, size)
	case 'C':
		return numbers[uint16](s, size)
	}
	list := make([]any, size)
	for i := range list {
		list[i] = s.value()
	}
	return list
}

func numbers[T any](s *javaStream, size int) []T {
	list := make([]T, size)
	s.read(list)
	return list
}

// class reads the description of a class of arrays and returns its name, which
// tells by its second letter what an array holds.
func (s *javaStream) class() string {
	if s.code() == javaReference {
		name, _ := s.earlier().(string)
		return name
	}
	var size uint16
	s.read(&size)
	name := make([]byte, size)
	s.read(name)
	s.known = append(s.known, string(name))
	const rest = 8 + 1 + 2 + 1 + 1 // version, flags, no fields, the end, no parent
	if _, err := s.Seek(rest, io.SeekCurrent); err != nil {
		s.err = err
	}
	return string(name)
}
