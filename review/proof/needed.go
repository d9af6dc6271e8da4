package proof

import (
	"regexp/syntax"
)

// neededLimit bounds a set of runes: beyond it looking each up saves nothing.
const neededLimit = 40

// needed returns runes of which every match of the expression holds at least
// one, or nil if no small set is known. It spares most patterns a look at most
// passages.
func needed(source string) []rune {
	re, err := syntax.Parse(source, syntax.Perl)
	if err != nil {
		return nil
	}
	return neededIn(re.Simplify())
}

func neededIn(re *syntax.Regexp) []rune {
	switch re.Op {
	case syntax.OpLiteral:
		if re.Flags&syntax.FoldCase == 0 {
			return re.Rune[:1]
		}
	case syntax.OpCharClass:
		return members(re.Rune)
	case syntax.OpCapture, syntax.OpPlus:
		return neededIn(re.Sub[0])
	case syntax.OpConcat:
		return smallest(re.Sub)
	case syntax.OpAlternate:
		return union(re.Sub)
	}
	return nil
}

// members lists the runes of a class, given as pairs of bounds.
func members(bounds []rune) []rune {
	var all []rune
	for i := 0; i+1 < len(bounds); i += 2 {
		if int(bounds[i+1]-bounds[i])+len(all) >= neededLimit {
			return nil
		}
		for r := bounds[i]; r <= bounds[i+1]; r++ {
			all = append(all, r)
		}
	}
	return all
}

func smallest(parts []*syntax.Regexp) []rune {
	var best []rune
	for _, part := range parts {
		if set := neededIn(part); set != nil && (best == nil || len(set) < len(best)) {
			best = set
		}
	}
	return best
}

func union(parts []*syntax.Regexp) []rune {
	var all []rune
	for _, part := range parts {
		set := neededIn(part)
		if set == nil || len(all)+len(set) > neededLimit {
			return nil
		}
		all = append(all, set...)
	}
	return all
}
