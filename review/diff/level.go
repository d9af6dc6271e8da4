package diff

import "jianbao/editor/doc"

// LevelDiff is a paragraph whose heading level was changed by hand.
type LevelDiff struct {
	Paragraph doc.ParagraphID `json:"paragraph"`
	Old       doc.Level       `json:"old"`
	New       doc.Level       `json:"new"`
}

// compareLevels finds the paragraphs whose level changed although the
// numbering they start with did not ask for it.
func compareLevels(old, new []doc.Paragraph) []LevelDiff {
	levels := []LevelDiff{}
	for n, o := range sameParagraphs(old, new) {
		if o < 0 || old[o].Level == new[n].Level || isNatural(old[o]) && isNatural(new[n]) {
			continue
		}
		levels = append(levels, LevelDiff{Paragraph: new[n].ID, Old: old[o].Level, New: new[n].Level})
	}
	return levels
}

func isNatural(p doc.Paragraph) bool { return p.Level == doc.LevelOf(p.Text) }

// sameParagraphs returns for each new paragraph the index of the old one it
// was, or -1: first by text, since that is what a reader sees, then by id.
func sameParagraphs(old, new []doc.Paragraph) []int {
	byText, byID := map[string][]int{}, map[doc.ParagraphID]int{}
	for i, p := range old {
		byText[p.Text] = append(byText[p.Text], i)
		byID[p.ID] = i
	}
	from := make([]int, len(new))
	for n, p := range new {
		from[n] = -1
		if at := byText[p.Text]; len(at) > 0 {
			from[n], byText[p.Text] = at[0], at[1:]
			delete(byID, old[at[0]].ID)
		}
	}
	for n, p := range new {
		if o, ok := byID[p.ID]; ok && from[n] < 0 {
			from[n] = o
		}
	}
	return from
}
