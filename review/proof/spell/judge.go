package spell

import (
	"encoding/binary"
	"fmt"
	"io"
	"math"

	"jianbao/review/proof/spell/forest"
)

// judgeMagic begins the file of a judge; it changes whenever the signs do.
const judgeMagic = "JBJUDGE1"

// Judge tells by the signs of a suspect how sure it is a slip.
type Judge struct {
	Trees *forest.Forest
	Least float64 // the score from which a suspect counts as a slip
}

// Write writes the judge so that readJudge understands it.
func (j *Judge) Write(w io.Writer) error {
	if _, err := io.WriteString(w, judgeMagic); err != nil {
		return err
	}
	if err := binary.Write(w, binary.LittleEndian, j.Least); err != nil {
		return err
	}
	return j.Trees.Write(w)
}

// readJudge reads a judge. It returns ErrModel for anything else.
func readJudge(data []byte) (*Judge, error) {
	const head = len(judgeMagic) + 8
	if len(data) < head || string(data[:len(judgeMagic)]) != judgeMagic {
		return nil, fmt.Errorf("%w: the judge does not begin as one", ErrModel)
	}
	trees, err := forest.Read(data[head:], SignCount)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrModel, err)
	}
	return &Judge{Trees: trees, Least: math.Float64frombits(binary.LittleEndian.Uint64(data[len(judgeMagic):]))}, nil
}
