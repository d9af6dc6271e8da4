package history

import (
	"maps"
	"math"
	"time"
)

// register is something that only one person writes, such as his unsaved copy of
// a draft: whatever was written last is what is read. It is held against real
// time by the zones of its values (Gibbons and Korach): the operations on one
// value must fit between those on any other.
type register map[int]*zone

// zone is when a value was written and read: the value certainly stood from
// finished to begun, where finished is the earliest end and begun the latest
// beginning of what was done with it.
type zone struct {
	written, finished, begun time.Duration
	read                     bool
}

// write adds the writing of a value.
func (r register) write(value int, s Span, end time.Duration) {
	r[value] = &zone{written: s.Asked, finished: end, begun: s.Asked}
}

// observe adds the reading of a value. It returns false if the value was not
// written, or only after the reading.
func (r register) observe(value int, s Span) bool {
	z, written := r[value]
	if !written || z.written > s.Answered {
		return false
	}
	z.finished, z.begun, z.read = min(z.finished, s.Answered), max(z.begun, s.Asked), true
	return true
}

// forget drops what nobody saw of that of which nobody is sure.
func (r register) forget() {
	maps.DeleteFunc(r, func(_ int, z *zone) bool { return !z.read && z.finished == math.MaxInt64 })
}

// linear reports whether there is an order of all values.
func (r register) linear() bool {
	for v, a := range r {
		for w, b := range r {
			if v < w && a.clashes(b) || v != w && a.holds(b) {
				return false
			}
		}
	}
	return true
}

// forward reports whether there is a time at which the value certainly stood.
func (z zone) forward() bool { return z.finished < z.begun }

// clashes reports whether both values certainly stood at the same time.
func (z zone) clashes(o *zone) bool {
	return z.forward() && o.forward() && z.finished < o.begun && o.finished < z.begun
}

// holds reports whether the other value came and went while this one stood.
func (z zone) holds(o *zone) bool {
	return z.forward() && !o.forward() && z.finished < o.begun && o.finished < z.begun
}
