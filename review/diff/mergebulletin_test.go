package diff

import (
	"bytes"
	"testing"

	"jianbao/editor/doc"
)

func mergedBulletins(t *testing.T, base, mine, theirs doc.Bulletin) MergedBulletin {
	t.Helper()
	m, err := withWords.MergeBulletins(base, mine, theirs)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestMergeBulletinsKeepsItsLaws(t *testing.T) {
	old, new := sample(t)
	for _, c := range []struct {
		name               string
		base, mine, theirs doc.Bulletin
		want               doc.Bulletin
	}{
		{"only I worked", old, new, old, new},
		{"only they worked", old, old, new, new},
		{"both did the same", old, new, new, new},
		{"nobody did anything", old, old, old, old},
	} {
		m := mergedBulletins(t, c.base, c.mine, c.theirs)
		if m.Conflicts() > 0 || !bytes.Equal(canonical(t, m.Bulletin), canonical(t, c.want)) {
			t.Errorf("%s: %d conflicts\n%s\n%s", c.name, m.Conflicts(), canonical(t, m.Bulletin), canonical(t, c.want))
		}
	}
}

func TestMergeBulletinsOfTwoPeople(t *testing.T) {
	base := issue("甲篇\n"+roads, "乙篇\n"+schools)
	mine, theirs := base.Clone(), base.Clone()
	set(t, &mine, bodyOf("A"), "甲篇\n"+roads+clinics)
	set(t, &mine, doc.Place{Field: doc.FieldDate}, "2024-03-06")
	set(t, &theirs, bodyOf("B"), "乙篇\n"+clinics)
	set(t, &theirs, doc.Place{Field: doc.FieldCopies}, "120")
	theirs.Articles = append(theirs.Articles, doc.NewArticle())
	m := mergedBulletins(t, base, mine, theirs)
	want := theirs.Clone()
	want.Articles[0] = mine.Articles[0]
	set(t, &want, doc.Place{Field: doc.FieldDate}, "2024-03-06")
	if m.Conflicts() > 0 || !bytes.Equal(canonical(t, m.Bulletin), canonical(t, want)) {
		t.Errorf("%d conflicts\n%s\n%s", m.Conflicts(), canonical(t, m.Bulletin), canonical(t, want))
	}
}

func TestMergeBulletinsAsks(t *testing.T) {
	base := issue("甲篇\n"+roads, "乙篇\n"+schools)
	mine, theirs := base.Clone(), base.Clone()
	set(t, &mine, doc.Place{Field: doc.FieldDate}, "2024-03-06")
	set(t, &theirs, doc.Place{Field: doc.FieldDate}, "2024-03-07")
	mine.Articles = mine.Articles[:1]
	set(t, &theirs, bodyOf("B"), "乙篇\n"+clinics)
	m := mergedBulletins(t, base, mine, theirs)
	date, _ := m.Bulletin.Get(doc.Place{Field: doc.FieldDate})
	was, _ := base.Get(doc.Place{Field: doc.FieldDate})
	if m.Conflicts() != 2 || date != was || m.Bulletin.Article(theirs.Articles[1].ID) == nil {
		t.Errorf("%d conflicts, date %s, %d articles: %+v", m.Conflicts(), date, len(m.Bulletin.Articles), m.Open)
	}
}
