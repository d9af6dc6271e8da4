package typeset

// Face names a typeface to the Measurer. What the number means is agreed
// between the Measurer and whoever makes the styles.
type Face int

// Align is where the room left on a line goes.
type Align uint8

// The ways to align a paragraph. Justify stretches every line but the last to
// the full width.
const (
	Left Align = iota
	Justify
	Center
	Right
)

// Squeeze says how far full-width marks give up their blank half to keep a
// closing mark from beginning the next line.
type Squeeze uint8

// The degrees of squeezing. SqueezeEnd lets only the mark at the line's end
// give way (GB/T 15834—2011, 5.1.10): no other character moves. SqueezeLine
// lets all marks of the line give way, for one em in all.
const (
	NoSqueeze Squeeze = iota
	SqueezeEnd
	SqueezeLine
)

// Style is how a paragraph is set. Styles can be compared with ==. The zero
// Style is plain text of body size, ragged and without indents.
type Style struct {
	Face Face
	Size Em // of the characters; zero means Full, the body size

	Indent Em // of the first line, in ems of Size
	Hang   Em // of the lines after it, in ems of Size
	Tab    Em // distance of tab stops, in ems of Size; zero means two

	Pitch         Em // from line to line; zero means one and a half times Size
	Before, After Em // blank above and below the paragraph

	Align   Align
	Squeeze Squeeze

	// TightMarks takes half an em out between adjoining full-width marks.
	TightMarks bool
	// KeepUnits keeps a number on one line with 年, 月, 日, 万, 元 and their like.
	KeepUnits bool
}

// Body is the style of body text of an official document (GB/T 9704—2012,
// 7.3.3): first line two characters in, lines at 1.81 ems (22 on a page).
func Body() Style {
	return Style{Size: Full, Indent: 2 * Full, Pitch: Ems(1.8119), Squeeze: SqueezeEnd, KeepUnits: true}
}

func (s Style) size() Em {
	if s.Size <= 0 {
		return Full
	}
	return s.Size
}

func (s Style) pitch() Em {
	if s.Pitch <= 0 {
		return s.size() * 3 / 2
	}
	return s.Pitch
}

func (s Style) tab() Em {
	if s.Tab <= 0 {
		return 2 * s.size()
	}
	return max(1, s.Tab.times(s.size()))
}

// indent is how far line n of the paragraph is set in.
func (s Style) indent(n int) Em {
	if n == 0 {
		return s.Indent.times(s.size())
	}
	return s.Hang.times(s.size())
}
