package typeset

// trait is what line breaking has to know of a character.
type trait uint16

const (
	noStart    trait = 1 << iota // never begins a line
	noEnd                        // never ends a line
	word                         // stays with its like: letters, figures, their signs
	digit                        // a figure
	link                         // joins two words or figures that touch it
	unit                         // a unit that may follow a figure
	quote                        // opens or closes, nobody can tell which
	space                        // a blank: a line may end after it
	tab                          // a blank that reaches to the next tab stop
	lineEnd                      // ends the line
	wide                         // one em wide, stretched beside
	blankLeft                    // full-width mark whose left half is blank
	blankRight                   // full-width mark whose right half is blank
)

// span is a range of characters.
type span struct{ first, last rune }

// spans give the traits of whole blocks; later ones overrule earlier ones.
var spans = []struct {
	span
	trait
}{
	{span{0x0000, 0x1FFF}, word},
	{span{'0', '9'}, word | digit},
	{span{0x2000, 0x200A}, space},
	{span{0x2010, 0x2E7F}, wide},
	{span{0x2070, 0x209F}, word}, // superscripts and subscripts
	{span{0x20A0, 0x20CF}, word | noEnd},
	{span{0x2100, 0x218F}, word}, // letter-like signs, fractions, Roman numerals
	{span{0x2E80, 0x30FF}, wide},
	{span{0xFE00, 0xFE0F}, word}, // variation selectors
	{span{0xFE10, 0xFF60}, wide},
	{span{0xFF10, 0xFF19}, wide | word | digit},
	{span{0xFF21, 0xFF3A}, wide | word},
	{span{0xFF41, 0xFF5A}, wide | word},
	{span{0xFF61, 0xFFDF}, 0}, // half-width kana and jamo
	{span{0xFFE0, 0xFFEF}, wide},
}

// marks give the traits of single characters; they overrule the spans.
var marks = []struct {
	runes string
	trait
}{
	// GB/T 15834—2011, 5.1.1–5.1.3: marks set in the left half of their square.
	{"，。、；：", noStart | wide | blankRight},
	{"）》〉」』】〕〗］｝”〞〟", noStart | wide | blankRight},
	{"（《〈「『【〔〖［｛“‘〝", noEnd | wide | blankLeft},
	{"’", noStart | wide | blankRight | link},
	{"．", noStart | wide | blankRight | word},
	{"？！‼⁇⁈⁉", noStart | wide},
	// 5.1.4–5.1.7: dashes, ellipses, connectors, the dot within names.
	{"…‥⋯", noStart | wide},
	{"—–―─～〜∼－·‧・", noStart | wide | link},
	{"‐‑‒", noStart | word},
	{"⸺⸻", noStart | wide},
	// 5.1.9: separators begin no line and end none.
	{"/", noStart | noEnd | word},
	{"／", noStart | noEnd | wide},
	// Figures and their signs.
	{"%°-", noStart | word},
	{"‰‱′″℃℉", noStart | word},
	{"％", noStart | wide | word},
	{"$£¥¢№", noEnd | word},
	{"￥＄￡￠", noEnd | wide},
	{"年月日时分秒号万亿元米吨克度倍岁㎎㎏㎜㎝㎞㎡㏄", wide | unit},
	// Half-width marks.
	{",.:;!?)]}»", noStart | word},
	{"([{«", noEnd | word},
	{"\"'", noStart | noEnd | word | quote},
	{"｡､｣", noStart},
	{"｢", noEnd},
	{"﹐﹑﹒﹔﹕﹖﹗﹚﹜﹞", noStart | wide},
	{"﹙﹛﹝", noEnd | wide},
	// Iteration marks and small kana.
	{"々〻ゝゞヽヾーァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎ", noStart | wide},
	// Blanks and line ends.
	{" \u1680\u205F\u200B", space},
	{"\u3000", space | wide},
	{"\t", space | tab},
	{"\u00A0\u2007\u202F\u2060\uFEFF", noStart | noEnd},
	{"\n\r\v\f\u0085\u2028\u2029", lineEnd},
}

// traits holds the traits of the basic plane; what lies beyond it is wide.
var traits = tabulate()

func tabulate() *[0x10000]trait {
	table := new([0x10000]trait)
	for r := range table {
		table[r] = wide
	}
	for _, s := range spans {
		for r := s.first; r <= s.last; r++ {
			table[r] = s.trait
		}
	}
	for _, m := range marks {
		for _, r := range m.runes {
			table[r] = m.trait
		}
	}
	return table
}

func traitOf(r rune) trait {
	if r < 0 || int(r) >= len(traits) {
		return wide
	}
	return traits[r]
}

// keeps reports whether the rules for marks let a line end between characters
// of traits a and b.
func keeps(a, b trait) bool { return a&noEnd == 0 && b&noStart == 0 }
