package history

import (
	"math"
	"testing"
	"time"
)

// A value is a number; one that nobody is sure of ends never.
func TestRegister(t *testing.T) {
	const never = math.MaxInt64
	span := func(asked, answered int) Span { return Span{time.Duration(asked), time.Duration(answered)} }
	type act struct {
		value int
		read  bool
		at    Span
		end   time.Duration
	}
	write := func(v, asked, answered int) act { return act{v, false, span(asked, answered), time.Duration(answered)} }
	unsure := func(v, asked int) act { return act{v, false, span(asked, asked+1), never} }
	read := func(v, asked, answered int) act { return act{v, true, span(asked, answered), 0} }
	tests := []struct {
		name string
		acts []act
		want bool
	}{
		{"the last value is read", []act{write(1, 0, 1), write(2, 2, 3), read(2, 4, 5)}, true},
		{"an overwritten value is read", []act{write(1, 0, 1), write(2, 2, 3), read(1, 4, 5)}, false},
		{"either of two at once is read", []act{write(1, 0, 5), write(2, 1, 4), read(1, 6, 7)}, true},
		{"both of two at once are read in turn", []act{write(1, 0, 5), write(2, 1, 4), read(1, 6, 7), read(2, 8, 9)}, false},
		{"a value is read before it is written", []act{write(1, 4, 5), read(1, 0, 1)}, false},
		{"a value nobody wrote is read", []act{read(7, 0, 1)}, false},
		{"what nobody is sure of comes late", []act{unsure(1, 0), write(2, 2, 3), read(2, 4, 5), read(1, 6, 7)}, true},
		{"what nobody is sure of comes and goes back", []act{unsure(1, 0), write(2, 2, 3), read(2, 4, 5), read(1, 6, 7), read(2, 8, 9)}, false},
		{"what nobody is sure of never comes", []act{unsure(1, 0), write(2, 2, 3), read(2, 4, 5)}, true},
	}
	for _, tt := range tests {
		r, ok := register{}, true
		for _, a := range tt.acts {
			if a.read {
				ok = r.observe(a.value, a.at) && ok
			} else {
				r.write(a.value, a.at, a.end)
			}
		}
		if r.forget(); (ok && r.linear()) != tt.want {
			t.Errorf("%s: want %v", tt.name, tt.want)
		}
	}
}
