package diff

import "jianbao/editor/doc"

// BulletinDiff is the comparison of two bulletins.
type BulletinDiff struct {
	Fields   []FieldDiff   `json:"fields"`   // of masthead and imprint, only those that differ
	Articles []ArticleDiff `json:"articles"` // those of the new bulletin in its order, then those taken out

	old, new doc.Bulletin
	comparer Comparer
}

// FieldDiff is one field whose value differs. Numbers and dates are in the
// form that doc.Bulletin.Get gives them.
type FieldDiff struct {
	Place  doc.Place `json:"place"` // in the new bulletin
	Old    string    `json:"old"`
	New    string    `json:"new"`
	Script Script    `json:"script"`
}

// Bulletins compares two bulletins without a lexicon; see Comparer.Bulletins.
func Bulletins(old, new doc.Bulletin) BulletinDiff { return Comparer{}.Bulletins(old, new) }

// Bulletins compares two bulletins. Texts that are not UTF-8 are compared too.
func (c Comparer) Bulletins(old, new doc.Bulletin) BulletinDiff {
	d := BulletinDiff{Fields: []FieldDiff{}, Articles: []ArticleDiff{}, old: old.Clone(), new: new.Clone(), comparer: c}
	for _, key := range doc.Fields() {
		place := doc.Place{Field: key}
		d.Fields = d.appendField(d.Fields, place, place)
	}
	for _, m := range matchArticles(d.old.Articles, d.new.Articles) {
		d.Articles = append(d.Articles, d.compareArticle(m))
	}
	return d
}

// appendField appends the comparison of one field, if its values differ. The
// place of an article's field differs where the article's id does.
func (d *BulletinDiff) appendField(list []FieldDiff, oldPlace, newPlace doc.Place) []FieldDiff {
	old, _ := d.old.Get(oldPlace)
	new, _ := d.new.Get(newPlace)
	if old == new {
		return list
	}
	return append(list, FieldDiff{Place: newPlace, Old: old, New: new, Script: d.comparer.Texts(old, new)})
}
