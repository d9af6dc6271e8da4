// Package forest owns decision trees that together tell two kinds of things
// apart by numbers noted of them: how they are kept, asked and grown. It does
// not know what the numbers mean.
package forest

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// ErrForest says that some bytes are no forest.
var ErrForest = errors.New("forest: the trees cannot be used")

// Forest is a sum of trees.
type Forest struct {
	base  float32
	trees [][]node
}

// node is a question, or an answer if nothing is below it: nodes stand behind
// the one that leads to them, so that a walk always ends.
type node struct {
	Sign         int16
	Below, Above int16   // where to go on if the sign is below the cut, and if not
	Cut          float32 // of an answer: what it adds
}

// Score returns the natural logarithm of the odds that the answer is yes.
func (f *Forest) Score(signs []float32) float64 {
	sum := float64(f.base)
	for _, t := range f.trees {
		n := &t[0]
		for n.Below != 0 {
			if signs[n.Sign] < n.Cut {
				n = &t[n.Below]
			} else {
				n = &t[n.Above]
			}
		}
		sum += float64(n.Cut)
	}
	return sum
}

// Write writes the forest so that Read understands it.
func (f *Forest) Write(w io.Writer) error {
	parts := []any{f.base, uint32(len(f.trees))}
	for _, t := range f.trees {
		parts = append(parts, uint16(len(t)), t)
	}
	for _, part := range parts {
		if err := binary.Write(w, binary.LittleEndian, part); err != nil {
			return err
		}
	}
	return nil
}

// Read reads a forest that asks for so many signs. It returns ErrForest for
// anything else.
func Read(data []byte, signs int) (*Forest, error) {
	f, from := &Forest{}, bytes.NewReader(data)
	var trees uint32
	if err := read(from, &f.base, &trees); err != nil {
		return nil, err
	}
	for number := range trees {
		var size uint16
		if err := read(from, &size); err != nil {
			return nil, err
		}
		t := make([]node, size)
		if err := read(from, t); err != nil {
			return nil, err
		}
		if !sound(t, signs) {
			return nil, fmt.Errorf("%w: tree %d leads nowhere", ErrForest, number)
		}
		f.trees = append(f.trees, t)
	}
	if from.Len() > 0 {
		return nil, fmt.Errorf("%w: %d bytes too many", ErrForest, from.Len())
	}
	return f, nil
}

func read(from io.Reader, parts ...any) error {
	for _, part := range parts {
		if err := binary.Read(from, binary.LittleEndian, part); err != nil {
			return fmt.Errorf("%w: %w", ErrForest, err)
		}
	}
	return nil
}

// sound reports whether every walk through a tree ends.
func sound(t []node, signs int) bool {
	for i, n := range t {
		if n.Below == 0 {
			continue
		}
		for _, to := range []int16{n.Below, n.Above} {
			if int(to) <= i || int(to) >= len(t) {
				return false
			}
		}
		if n.Sign < 0 || int(n.Sign) >= signs {
			return false
		}
	}
	return len(t) > 0
}
