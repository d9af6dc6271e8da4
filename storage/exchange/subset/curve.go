package subset

import "math"

// tolerance is how far a quadratic curve may lie from the cubic one that it
// stands for, in units of the font: a rounded point is off by as much.
const tolerance = 0.5

// mostPieces bounds the pieces of one curve, whatever a broken font asks for.
const mostPieces = 16

type quadratic struct{ control, end vector }

// quadratics cuts the cubic curve a b c d into equal pieces and puts a
// quadratic one in place of each. A quadratic misses the cubic it is taken from
// by √3/36 of the third difference of the corners; n pieces miss by n³ less.
func quadratics(a, b, c, d vector) []quadratic {
	third := d.minus(c.times(3)).plus(b.times(3)).minus(a)
	miss := math.Sqrt(3) / 36 * third.length()
	n := min(max(1, int(math.Ceil(math.Cbrt(miss/tolerance)))), mostPieces)
	list := make([]quadratic, 0, n)
	for left := n; left > 0; left-- {
		var head [4]vector
		head, b, c = split(a, b, c, d, 1/float64(left))
		control := head[1].plus(head[2]).times(3).minus(head[0]).minus(head[3]).times(0.25)
		list = append(list, quadratic{control, head[3]})
		a = head[3]
	}
	return list
}

// split cuts a cubic curve at t: the head whole, and the two inner corners of
// the tail, which begins where the head ends (de Casteljau).
func split(a, b, c, d vector, t float64) (head [4]vector, tailB, tailC vector) {
	at := func(v, w vector) vector { return v.plus(w.minus(v).times(t)) }
	ab, bc, cd := at(a, b), at(b, c), at(c, d)
	abc, bcd := at(ab, bc), at(bc, cd)
	return [4]vector{a, ab, abc, at(abc, bcd)}, bcd, cd
}
