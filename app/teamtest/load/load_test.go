package load

import (
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var update = flag.Bool("update", false, "write what the table and the plot look like anew")

// rounds are figures nobody measured, with which the table and the plot are
// checked.
func rounds() []Round {
	var all []Round
	for _, desks := range []int{5, 20, 50} {
		w := NewWatch()
		for i := 1; i <= 200; i++ {
			ms := time.Duration(i*desks) * time.Millisecond
			for n, k := range Kinds() {
				w.Went(k, ms/time.Duration(40+20*n), nil)
			}
		}
		w.Went(Save, 0, errors.New("gone"))
		w.Retried()
		r := w.Round(desks, 20*time.Second)
		r.Server, r.Program = 0.5, float64(desks)/40
		all = append(all, r)
	}
	return all
}

func TestPercentiles(t *testing.T) {
	var hundred Times
	for i := 100; i > 0; i-- {
		hundred = append(hundred, time.Duration(i))
	}
	tests := []struct {
		times      Times
		thousandth int
		want       time.Duration
	}{
		{nil, 500, 0}, {Times{7}, 500, 7}, {Times{7}, 1000, 7},
		{hundred, 0, 1}, {hundred, 500, 51}, {hundred, 950, 96}, {hundred, 990, 100}, {hundred, 1000, 100},
	}
	for _, tt := range tests {
		if got := tt.times.At(tt.thousandth); got != tt.want {
			t.Errorf("of %d times at %d: %d, want %d", len(tt.times), tt.thousandth, got, tt.want)
		}
	}
}

func TestAxisSteps(t *testing.T) {
	for end, want := range map[float64][2]float64{0: {0.2, 0}, 50: {10, 50}, 100: {20, 100}, 137: {50, 150}, 700: {200, 800}} {
		if got := [2]float64{step(end), roundUp(end)}; got != want {
			t.Errorf("an axis up to %g: %v, want %v", end, got, want)
		}
	}
}

func TestTable(t *testing.T) { golden(t, "load.md", Markdown(rounds())) }

func TestPlot(t *testing.T) {
	svg := SVG(rounds())
	golden(t, "load.svg", svg)
	for d := xml.NewDecoder(strings.NewReader(svg)); ; {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatal(err)
		}
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s is not as it was; look at it and run with -update", name)
	}
}
