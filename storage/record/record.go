// Package record owns the stored form of every noun of package review: one
// JSON object per record, equal bytes for equal records. It does not know
// where the bytes are kept, nor who may write them.
package record

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"time"
	"unicode/utf8"

	"jianbao/editor/doc"
	"jianbao/review"
)

// Codec turns values of one noun into bytes and back.
type Codec[T any] struct {
	// Encode brings times to UTC and whole milliseconds and returns the stored
	// form, or doc.ErrFormat for a value that JSON cannot carry unchanged.
	Encode func(T) ([]byte, error)
	// Decode returns review.ErrDamaged for anything that Encode did not write.
	Decode func([]byte) (T, error)
}

// codec builds a Codec from the two conversions between a noun and its wire
// form. They are struct conversions: a field added to the noun and forgotten
// here does not compile.
func codec[T, W any](toWire func(T) W, fromWire func(W) T) Codec[T] {
	return Codec[T]{
		Encode: func(v T) ([]byte, error) {
			w := toWire(v)
			return encode(&w)
		},
		Decode: func(data []byte) (T, error) {
			var w W
			if err := decode(data, &w); err != nil {
				var none T
				return none, err
			}
			return fromWire(w), nil
		},
	}
}

// Time is t as every store keeps it: UTC, cut to whole milliseconds.
func Time(t time.Time) time.Time { return t.UTC().Truncate(time.Millisecond) }

func encode(wire any) ([]byte, error) {
	if err := settle(reflect.ValueOf(wire).Elem()); err != nil {
		return nil, err
	}
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(wire); err != nil {
		return nil, fmt.Errorf("%w: %v", doc.ErrFormat, err)
	}
	return bytes.TrimSuffix(buf.Bytes(), []byte("\n")), nil
}

func decode(data []byte, wire any) error {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(wire); err != nil {
		return fmt.Errorf("%w: %v", review.ErrDamaged, err)
	}
	if dec.More() {
		return fmt.Errorf("%w: more than one value", review.ErrDamaged)
	}
	return nil
}

// settle refuses strings that JSON would change without a word and brings the
// times of the struct v to their stored form. Slices and maps are the caller's
// own memory: they are read, never written.
func settle(v reflect.Value) error {
	for i := range v.NumField() {
		field := v.Field(i)
		if t, ok := field.Addr().Interface().(*time.Time); ok {
			*t = Time(*t)
			continue
		}
		if err := checkText(field); err != nil {
			return err
		}
	}
	return nil
}

func checkText(v reflect.Value) error {
	switch v.Kind() {
	case reflect.String:
		if !utf8.ValidString(v.String()) {
			return fmt.Errorf("%w: invalid UTF-8 in %q", doc.ErrFormat, v.String())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if err := checkText(v.Field(i)); err != nil {
				return err
			}
		}
	case reflect.Slice:
		return checkItems(v)
	case reflect.Map:
		for entries := v.MapRange(); entries.Next(); {
			if err := checkText(entries.Key()); err != nil {
				return err
			}
			if err := checkText(entries.Value()); err != nil {
				return err
			}
		}
	}
	return nil
}

func checkItems(list reflect.Value) error {
	if list.Type().Elem().Kind() == reflect.Uint8 {
		return nil // bytes that are JSON already
	}
	for i := range list.Len() {
		if err := checkText(list.Index(i)); err != nil {
			return err
		}
	}
	return nil
}
