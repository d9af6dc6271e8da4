package forest

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"testing"
)

// crossed are rows whose answer needs two signs together; a third says nothing.
func crossed(n int) (rows [][]float32, right []bool) {
	random := rand.New(rand.NewPCG(3, 4))
	for range n {
		row := []float32{random.Float32(), random.Float32(), random.Float32()}
		rows = append(rows, row)
		right = append(right, (row[0] > 0.4) != (row[1] > 0.6))
	}
	return rows, right
}

var small = Growth{Trees: 40, Leaves: 8, Least: 5, Rate: 0.3, Calm: 1}

func TestWhatWasGrownTellsApart(t *testing.T) {
	rows, right := crossed(2000)
	f := Grow(rows[500:], right[500:], small)
	rows, right = rows[:500], right[:500]
	wrong := 0
	for i, row := range rows {
		if (f.Score(row) > 0) != right[i] {
			wrong++
		}
	}
	if wrong > 25 {
		t.Errorf("%d of %d rows are told wrongly", wrong, len(rows))
	}
}

func TestTheSameRowsMakeTheSameForest(t *testing.T) {
	var first, again bytes.Buffer
	for _, b := range []*bytes.Buffer{&first, &again} {
		rows, right := crossed(300)
		if err := Grow(rows, right, small).Write(b); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), again.Bytes()) {
		t.Error("two forests of the same rows differ")
	}
}

func TestForestIsReadAsWritten(t *testing.T) {
	rows, right := crossed(300)
	f := Grow(rows, right, small)
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	read, err := Read(b.Bytes(), 3)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		if f.Score(row) != read.Score(row) {
			t.Fatalf("%v: %f, read again %f", row, f.Score(row), read.Score(row))
		}
	}
	if _, err := Read(b.Bytes(), 1); !errors.Is(err, ErrForest) {
		t.Errorf("asking for signs that are not there: %v", err)
	}
}

func FuzzRead(f *testing.F) {
	rows, right := crossed(50)
	var b bytes.Buffer
	if err := Grow(rows, right, Growth{Trees: 2, Leaves: 4, Least: 2, Rate: 1, Calm: 1}).Write(&b); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Fuzz(func(t *testing.T, data []byte) {
		forest, err := Read(data, 3)
		if err != nil {
			if !errors.Is(err, ErrForest) {
				t.Errorf("no %v: %v", ErrForest, err)
			}
			return
		}
		forest.Score([]float32{1, 2, 3}) // ends, and asks for nothing else
	})
}
