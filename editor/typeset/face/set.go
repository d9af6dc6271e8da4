package face

import "unicode"

// Set is the fonts of all roles: for each a first one, and those that stand in
// for the characters it lacks. It does not change.
type Set struct {
	chains      [][]*Font // by Role.Number; never empty
	substitutes []Substitute
	broken      []string
}

// Substitute says that a role is set in another font than the ones it asks for.
type Substitute struct {
	Role   Role
	Wanted string // the first of them
	Used   string
}

// Substitutes returns the roles for which no wanted font was found.
func (s *Set) Substitutes() []Substitute { return s.substitutes }

// Broken returns the font files that were looked at and cannot be used.
func (s *Set) Broken() []string { return s.broken }

// NewSet returns a set of the given chains, best font first. A role without a
// chain takes that of Fangsong, and then any. There must be at least one font.
func NewSet(chains map[Role][]*Font) *Set {
	s := &Set{}
	spare := chains[Fangsong]
	for _, r := range Roles() {
		if len(spare) == 0 {
			spare = chains[r]
		}
	}
	if len(spare) == 0 {
		panic("face: a set needs a font")
	}
	for _, r := range Roles() {
		chain := chains[r]
		if len(chain) == 0 {
			chain = spare
		}
		s.chains = append(s.chains, chain)
	}
	return s
}

// Fonts returns the chain of a role, best first. It must not be changed.
func (s *Set) Fonts(r Role) []*Font { return s.chains[max(0, r.Number())] }

// Shape is how one cluster is drawn.
type Shape struct {
	Font    *Font
	Glyphs  []GID
	Advance float64 // of all glyphs, in ems
	Missing bool    // no font of the chain has all of it
}

// Shape finds the first font of a role that has every character of a cluster.
// If none has, the first one shows its sign for missing characters.
func (s *Set) Shape(r Role, cluster string) Shape {
	chain := s.Fonts(r)
	for _, f := range chain {
		if glyphs, ok := f.glyphs(cluster); ok {
			return f.shape(glyphs, false)
		}
	}
	glyphs, _ := chain[0].glyphs(cluster)
	return chain[0].shape(glyphs, true)
}

func (f *Font) shape(glyphs []GID, missing bool) Shape {
	s := Shape{Font: f, Glyphs: glyphs, Missing: missing}
	for _, g := range glyphs {
		s.Advance += f.Advance(g)
	}
	return s
}

// glyphs returns the glyphs of a cluster, at least one, and whether the font
// has them all. What is never seen (selectors, joiners, line ends, tabs) takes
// no glyph unless it stands alone, where it is drawn as a blank.
func (f *Font) glyphs(cluster string) (glyphs []GID, ok bool) {
	ok = true
	for _, r := range cluster {
		if unseen(r) {
			continue
		}
		g, has := f.Glyph(r)
		ok = ok && has
		glyphs = append(glyphs, g)
	}
	if len(glyphs) == 0 {
		g, has := f.Glyph(' ')
		return []GID{g}, has
	}
	return glyphs, ok
}

// unseen reports whether r only steers how others are shown, or is a blank of
// no glyph of its own.
func unseen(r rune) bool {
	if unicode.Is(unicode.Variation_Selector, r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
		return true
	}
	return r == '\u2028' || r == '\u2029'
}
