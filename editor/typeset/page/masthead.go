package page

import (
	"slices"
	"sort"

	"jianbao/editor/typeset"
	"jianbao/editor/typeset/face"
)

// nameLeading is the distance of the lines of the name, in their size.
const nameLeading = 1.15

// masthead sets what stands above the red rule, and the rule. Without a single
// word in it there is none.
func (f *flow) masthead(blocks []numbered) {
	if !slices.ContainsFunc(blocks, func(b numbered) bool { return b.String() != "" }) {
		return
	}
	f.corners(blocks)
	f.name(one(blocks, Name))
	f.numbers(blocks)
	f.signature(one(blocks, Office), one(blocks, Date))
	f.y += f.profile.Masthead.RuleGap
	f.rule(f.y, f.profile.Masthead.Rule, f.profile.Masthead.Red)
	f.y += f.profile.Masthead.Rule / 2
	f.snap()
}

// one returns the block of a kind; its index is -1 if there is none.
func one(blocks []numbered, k Kind) numbered {
	if i := slices.IndexFunc(blocks, func(b numbered) bool { return b.Kind == k }); i >= 0 {
		return blocks[i]
	}
	return numbered{index: -1}
}

// corners sets 密级 and its like on the left, the copy's number on the right.
func (f *flow) corners(blocks []numbered) {
	start := f.y
	for _, k := range []Kind{Security, Advice} {
		if b := one(blocks, k); b.index >= 0 {
			f.row(f.set(b.String(), f.look(face.Hei, f.sheet.Size)), b)
		}
	}
	if b := one(blocks, CopyNumber); b.index >= 0 {
		below := f.y
		f.y = start
		l := f.look(face.Fangsong, f.sheet.Size)
		l.style.Align = typeset.Right
		f.row(f.set(b.String(), l), b)
		f.y = max(below, f.y)
	}
	f.y = max(f.y, f.profile.Masthead.Top)
}

// name sets the name of the series as large as it fits.
func (f *flow) name(b numbered) {
	if b.index < 0 || b.String() == "" {
		return
	}
	size, lines := f.fit(b.String())
	l := f.nameLook(size)
	line := 0
	for _, text := range lines {
		s := f.set(text, l)
		for _, strip := range s.strips {
			if f.y+size.MM() > f.sheet.TextHigh {
				f.turnPage()
			}
			f.place(strip, f.baseline(f.y, size.MM(), size), b.index, line)
			f.y += size.MM() * nameLeading
			line++
		}
		f.note(s, text)
	}
	f.fresh = false
	f.y += f.profile.Masthead.Space - size.MM()*(nameLeading-1)
}

func (f *flow) nameLook(size Pt) look {
	l := f.look(face.TitleSong, size)
	l.color, l.style.Align = f.profile.Masthead.Red, typeset.Center
	return l
}

// fit returns in which size the name is set, and its lines. It is made smaller
// to fit one line, then broken, then made smaller again.
func (f *flow) fit(name string) (Pt, []string) {
	m := f.profile.Masthead
	if size := f.widest(name); size >= m.Smallest {
		return min(size, m.Largest), []string{name}
	}
	args := map[string]string{"name": begin(name)}
	f.say(CodeBroken, args)
	lines := f.balance(name, f.nameLook(m.Smallest))
	if len(lines) == 1 {
		return f.shrink(name, args), lines
	}
	size := m.Largest
	for _, line := range lines {
		size = min(size, max(m.Smallest, f.widest(line)))
	}
	return size, lines
}

// shrink returns the size in which a name that turns where its lines are full
// takes no more than half the page, or the least that can be read.
func (f *flow) shrink(name string, args map[string]string) Pt {
	const readable Pt = 8
	most := f.profile.Masthead.Smallest
	less := sort.Search(int(max(0, most-readable)), func(less int) bool {
		size := most - Pt(less)
		lines := len(f.set(name, f.nameLook(size)).strips)
		return MM(lines)*size.MM()*nameLeading <= f.sheet.TextHigh/2
	})
	size := most - Pt(less)
	if size < most {
		f.say(CodeShrunk, args)
	}
	return size
}

// widest returns the largest size in which a text fits the width, in whole
// points.
func (f *flow) widest(text string) Pt {
	const whole = 100 // a width in which no name turns, in sheets
	l := f.nameLook(f.sheet.Size)
	l.width *= whole
	s := f.set(text, l)
	return Pt(int(f.sheet.TextWide / s.strips[0].width * MM(f.sheet.Size)))
}

// numbers sets label, number and total below the name.
func (f *flow) numbers(blocks []numbered) {
	label, number, total := one(blocks, Label), one(blocks, Number), one(blocks, Total)
	f.centre(label)
	if f.profile.Masthead.Joined && number.index >= 0 && total.index >= 0 {
		f.abreast(number, total)
		return
	}
	f.centre(number)
	f.centre(total)
}

func (f *flow) centre(b numbered) {
	if b.index < 0 {
		return
	}
	l := f.look(face.Fangsong, f.sheet.Size)
	l.style.Align = typeset.Center
	f.row(f.set(b.String(), l), b)
}

// abreast sets two blocks beside each other, centred as one.
func (f *flow) abreast(a, b numbered) {
	wa, wb := f.measure(a.String()), f.measure(b.String())
	la, lb := f.look(face.Fangsong, f.sheet.Size), f.look(face.Fangsong, f.sheet.Size)
	la.left += max(0, (f.sheet.TextWide-wa-wb)/2)
	la.width = wa + f.em(la.size)/10
	lb.left = la.left + wa
	lb.width = wb + f.em(lb.size)/10
	top := f.y
	f.row(f.set(a.String(), la), a)
	f.y = top
	f.row(f.set(b.String(), lb), b)
}

// measure returns how wide a text of body size is on one line.
func (f *flow) measure(text string) MM {
	return f.set(text, f.look(face.Fangsong, f.sheet.Size)).strips[0].width
}

// signature sets office and date on one line, a character in on either side;
// where they do not fit beside each other, on two.
func (f *flow) signature(office, date numbered) {
	l := f.look(face.Fangsong, f.sheet.Size)
	l.left, l.width = l.left+f.em(l.size), l.width-2*f.em(l.size)
	r := l
	r.style.Align = typeset.Right
	top := f.y
	if office.index >= 0 {
		s := f.set(office.String(), l)
		f.row(s, office)
		if len(s.strips) == 1 && date.index >= 0 && s.strips[0].width+f.measure(date.String()) < l.width-f.em(l.size) {
			f.y = top
		}
	}
	if date.index >= 0 {
		f.row(f.set(date.String(), r), date)
	}
}
