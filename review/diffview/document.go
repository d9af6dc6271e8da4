package diffview

import (
	"slices"
	"strings"

	"jianbao/editor/doc"
	"jianbao/review/diff"
)

// document weaves a whole comparison for one view.
type document struct {
	Comparison
	weaver
	words   Words
	targets targets
}

// compose returns the passages of a view in reading order. notes are the
// anchors of comments as they stand in the new bulletin.
func compose(c Comparison, mode Mode, words Words, notes []doc.Anchor) []passage {
	d := &document{Comparison: c, words: words, targets: c.targets()}
	d.mode = mode
	d.notes = map[doc.Place][]doc.Anchor{}
	for _, a := range notes {
		d.notes[a.Place] = append(d.notes[a.Place], a)
	}
	d.levels = d.levelSigns()
	d.captions()
	d.fields(isMasthead)
	for _, a := range c.Diff.Articles {
		d.article(a)
	}
	d.fields(func(key doc.FieldKey) bool { return !isMasthead(key) })
	return d.passages
}

func isMasthead(key doc.FieldKey) bool { return strings.HasPrefix(string(key), "masthead.") }

func (d *document) levelSigns() map[doc.ParagraphID]stroke {
	signs := map[doc.ParagraphID]stroke{}
	for _, a := range d.Diff.Articles {
		for _, l := range a.Levels {
			signs[l.Paragraph] = stroke{text: "〔" + d.words.Level(l.Old, l.New) + "〕", mark: inserted, new: true, sign: true,
				change: d.targets.of(target{kind: headingLevel, paragraph: l.Paragraph})}
		}
	}
	return signs
}

// captions names the two columns.
func (d *document) captions() {
	if d.mode != SideBySide {
		return
	}
	caption := func(text string) []block {
		var cells []cell
		for _, r := range text {
			cells = append(cells, cell{r: r, label: true, change: noChange, at: -1})
		}
		return []block{{shape: captionShape, cells: cells}}
	}
	d.passages = append(d.passages, passage{columns: [2][]block{caption(d.words.Old), caption(d.words.New)},
		shape: captionShape, last: true})
}

// fields writes the masthead's or the imprint's fields: those that differ, or,
// in the clean view, all that are filled in.
func (d *document) fields(which func(doc.FieldKey) bool) {
	for _, key := range doc.Fields() {
		if which(key) {
			d.field(key)
		}
	}
}

func (d *document) field(key doc.FieldKey) {
	p := part{shape: fieldShape, place: doc.Place{Field: key}, before: d.words.Field(key) + "："}
	value, _ := d.New.Get(p.place)
	if d.mode != Clean {
		p.strokes = d.changedField(d.Diff.Fields, p.place)
	} else if value != "" {
		p.strokes = unchanged(value)
	}
	if key == doc.FieldTitle && d.mode == Clean {
		p.shape, p.before = mastheadShape, ""
	}
	if len(p.strokes) > 0 {
		d.weave(p)
	}
}

// changedField returns the marked strokes of a field, or nil if it is the same.
func (d *document) changedField(list []diff.FieldDiff, place doc.Place) []stroke {
	i := slices.IndexFunc(list, func(f diff.FieldDiff) bool { return f.Place == place })
	if i < 0 {
		return nil
	}
	change := d.targets.of(target{kind: wholeField, field: place.Field, article: place.Article})
	return strokes(list[i].Script, func(int) int { return change })
}

func (d *document) article(a diff.ArticleDiff) {
	whole := d.targets.of(target{kind: wholeArticle, article: a.New})
	switch a.State {
	case diff.ArticleAdded:
		d.wholeArticle(*d.New.Article(a.New), func(s string) []stroke { return added(s, whole) })
	case diff.ArticleRemoved:
		whole = d.targets.of(target{kind: wholeArticle, article: a.Old})
		d.wholeArticle(*d.Old.Article(a.Old), func(s string) []stroke { return removed(s, whole) })
	default:
		d.keptArticle(a, whole)
	}
}

// wholeArticle writes an article that only one of the bulletins has.
func (d *document) wholeArticle(a doc.Article, ink func(string) []stroke) {
	if ink("")[0].mark == deleted && d.mode == Clean {
		return
	}
	var body []doc.Paragraph
	if d.New.Article(a.ID) != nil {
		body = a.Body
	}
	for _, key := range doc.ArticleFields() {
		place := doc.Place{Field: key, Article: a.ID}
		value, _ := (&doc.Bulletin{Articles: []doc.Article{a}}).Get(place)
		if value == "" {
			continue
		}
		p := d.articlePart(place)
		p.strokes = ink(value)
		if key == doc.FieldArticleBody {
			p.body = body
		}
		d.weave(p)
	}
}

func (d *document) keptArticle(a diff.ArticleDiff, whole int) {
	for _, key := range doc.ArticleFields() {
		place := doc.Place{Field: key, Article: a.New}
		p := d.articlePart(place)
		if key == doc.FieldArticleBody {
			p.body = d.New.Article(a.New).Body
			p.strokes = strokes(a.Body, func(hunk int) int {
				return d.targets.of(target{kind: bodyHunk, article: a.New, hunk: hunk})
			})
		} else if p.strokes = d.changedField(a.Fields, place); p.strokes == nil {
			value, _ := d.New.Get(place)
			if value == "" {
				continue
			}
			p.strokes = unchanged(value)
		}
		if key == doc.FieldArticleTitle && whole != noChange {
			sign := stroke{text: "↷", mark: movedHere, new: true, sign: true, change: whole}
			p.strokes = append([]stroke{sign}, p.strokes...)
		}
		d.weave(p)
	}
}

// articlePart says how a field of an article is set.
func (d *document) articlePart(place doc.Place) part {
	p := part{place: place}
	switch place.Field {
	case doc.FieldArticleTitle:
		p.shape = titleShape
	case doc.FieldArticleNote:
		p.before = d.words.Field(place.Field) + "："
	case doc.FieldArticleSource:
		p.shape, p.before, p.after = sourceShape, "（", "）"
	}
	return p
}
