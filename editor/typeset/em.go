package typeset

import "math"

// Em is a length in parts of the body size, the height of one body character.
// It is a fixed-point number, so that the same text set twice gives the same
// positions on every machine.
type Em int64

// Full is one em: the width of a Han character of the body.
const Full Em = 1 << 16

// Ems turns a number of ems into an Em.
func Ems(n float64) Em { return Em(math.Round(n * float64(Full))) }

// Float returns the length as a number of ems. Times the body size in points
// or pixels it is a length on paper or screen.
func (e Em) Float() float64 { return float64(e) / float64(Full) }

// times returns e scaled by size, itself a length in ems.
func (e Em) times(size Em) Em {
	if size == Full {
		return e
	}
	return e * size / Full
}
