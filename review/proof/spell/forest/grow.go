package forest

import (
	"math"
	"slices"
)

// Growth says how trees are grown.
type Growth struct {
	Trees  int
	Leaves int     // of one tree
	Least  int     // rows a leaf must have
	Rate   float64 // the share of each tree's answers that counts
	Calm   float64 // what draws answers to zero, in rows
}

// steps is how many cuts a sign may have at most.
const steps = 64

// Grow returns a forest that tells the rows that are right from the others:
// each tree is grown for what the ones before it get wrong. The same rows
// always make the same forest.
func Grow(rows [][]float32, right []bool, how Growth) *Forest {
	g := &grower{Growth: how, score: make([]float64, len(rows)), slope: make([]float64, len(rows)), bend: make([]float64, len(rows))}
	g.bin(rows)
	yes := 1.0
	for _, r := range right {
		if r {
			yes++
		}
	}
	f := &Forest{base: float32(math.Log(yes / (float64(len(rows)) + 2 - yes)))}
	for i := range g.score {
		g.score[i] = float64(f.base)
	}
	for range how.Trees {
		f.trees = append(f.trees, g.tree(right))
	}
	return f
}

// grower holds the rows by sign, each as the number of cuts it is not below.
type grower struct {
	Growth
	cuts        [][]float32
	columns     [][]uint8
	score       []float64
	slope, bend []float64 // of the loss, by row
}

func (g *grower) bin(rows [][]float32) {
	for sign := range rows[0] {
		values := make([]float32, len(rows))
		for i, r := range rows {
			values[i] = r[sign]
		}
		sorted := slices.Sorted(slices.Values(values))
		var cuts []float32
		for k := 1; k < steps; k++ {
			cuts = append(cuts, sorted[k*len(sorted)/steps])
		}
		cuts = slices.Compact(cuts)
		column := make([]uint8, len(rows))
		for i, v := range values {
			at, same := slices.BinarySearch(cuts, v)
			if same {
				at++
			}
			column[i] = uint8(at)
		}
		g.cuts, g.columns = append(g.cuts, cuts), append(g.columns, column)
	}
}

// leaf is an end of a growing tree and the best question to ask there.
type leaf struct {
	node       int
	rows       []int32
	gain       float64
	sign, step int
}

// tree grows one tree and adds what it answers to the scores.
func (g *grower) tree(right []bool) []node {
	all := make([]int32, len(right))
	for i, r := range right {
		p := 1 / (1 + math.Exp(-g.score[i]))
		g.slope[i], g.bend[i] = -p, p*(1-p)
		if r {
			g.slope[i]++
		}
		all[i] = int32(i)
	}
	t := []node{{}}
	leaves := []leaf{g.best(0, all)}
	for len(leaves) < g.Leaves {
		at := 0
		for i := range leaves {
			if leaves[i].gain > leaves[at].gain {
				at = i
			}
		}
		l := leaves[at]
		if l.gain <= 0 {
			break
		}
		below, above := g.split(l)
		t[l.node] = node{Sign: int16(l.sign), Cut: g.cuts[l.sign][l.step], Below: int16(len(t)), Above: int16(len(t) + 1)}
		leaves[at] = g.best(len(t), below)
		leaves = append(leaves, g.best(len(t)+1, above))
		t = append(t, node{}, node{})
	}
	for _, l := range leaves {
		t[l.node].Cut = g.answer(l.rows)
	}
	return t
}

// answer returns what a leaf with these rows adds to a score, and adds it.
func (g *grower) answer(rows []int32) float32 {
	slope, bend := 0.0, g.Calm
	for _, i := range rows {
		slope += g.slope[i]
		bend += g.bend[i]
	}
	adds := float32(g.Rate * slope / bend)
	for _, i := range rows {
		g.score[i] += float64(adds)
	}
	return adds
}

func (g *grower) split(l leaf) (below, above []int32) {
	for _, i := range l.rows {
		if int(g.columns[l.sign][i]) <= l.step {
			below = append(below, i)
		} else {
			above = append(above, i)
		}
	}
	return below, above
}

// sum is what is known of some rows together.
type sum struct {
	rows        int
	slope, bend float64
}

func (s *sum) add(o sum) { s.rows, s.slope, s.bend = s.rows+o.rows, s.slope+o.slope, s.bend+o.bend }

// best returns a leaf with the question that tells its rows apart best.
func (g *grower) best(at int, rows []int32) leaf {
	l := leaf{node: at, rows: rows}
	for sign, column := range g.columns {
		var by [steps + 1]sum
		var all, below sum
		for _, i := range rows {
			by[column[i]].add(sum{1, g.slope[i], g.bend[i]})
		}
		for _, s := range by {
			all.add(s)
		}
		for step := range g.cuts[sign] {
			below.add(by[step])
			above := sum{all.rows - below.rows, all.slope - below.slope, all.bend - below.bend}
			if below.rows < g.Least || above.rows < g.Least {
				continue
			}
			if gain := g.worth(below) + g.worth(above) - g.worth(all); gain > l.gain {
				l.gain, l.sign, l.step = gain, sign, step
			}
		}
	}
	return l
}

func (g *grower) worth(s sum) float64 { return s.slope * s.slope / (s.bend + g.Calm) }
