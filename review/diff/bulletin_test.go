package diff

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"jianbao/editor/doc"
)

// issue returns a small bulletin with the given bodies, one article each.
func issue(bodies ...string) doc.Bulletin {
	b := doc.Bulletin{
		Masthead: doc.Masthead{Title: "城关情况", Office: "城关区委办公室", Date: doc.Date{Year: 2024, Month: 3, Day: 5}},
		Imprint:  doc.Imprint{Editor: "王敏", ReportTo: "市委办公室"},
	}
	for i, body := range bodies {
		a := doc.NewArticle()
		a.ID = doc.ArticleID(string(rune('A' + i)))
		a.Title = strings.Split(body, "\n")[0]
		a.Body = nil
		for _, text := range strings.Split(body, "\n") {
			a.Body = append(a.Body, doc.NewParagraph(text))
		}
		b.Articles = append(b.Articles, a)
	}
	return b
}

func set(t testing.TB, b *doc.Bulletin, p doc.Place, value string) {
	t.Helper()
	if err := b.Set(p, value); err != nil {
		t.Fatal(err)
	}
}

func bodyOf(id doc.ArticleID) doc.Place { return doc.Place{Field: doc.FieldArticleBody, Article: id} }

// sample returns an issue and a revision with one change of every kind.
func sample(t testing.TB) (old, new doc.Bulletin) {
	old = issue("农村公路建设\n"+roads+schools+clinics, "防汛工作\n各县区要压实责任。年底前力争完成任务。", "医保结算\n"+clinics, "信访动态\n此稿不用。")
	new = old.Clone()
	set(t, &new, doc.Place{Field: doc.FieldDate}, "2024-03-06")
	set(t, &new, doc.Place{Field: doc.FieldEditor}, "李芳")
	set(t, &new, doc.Place{Field: doc.FieldCopies}, "120")
	set(t, &new, doc.Place{Field: doc.FieldArticleTitle, Article: "B"}, "防汛抗旱工作")
	set(t, &new, bodyOf("A"), "农村公路建设\n"+clinics+roads+strings.Replace(schools, "四十所", "四十二所", 1))
	set(t, &new, bodyOf("B"), "防汛工作\n各县区要压实责任。\n年底前确保完成任务。")
	new.Articles[2].Body[1].Level = doc.Level2
	added := issue("招商引资进展\n签约三个项目。").Articles[0]
	added.ID = "N"
	new.Articles = []doc.Article{new.Articles[1], new.Articles[2], added, new.Articles[0]}
	return old, new
}

func TestBulletinsFindsEveryKindOfChange(t *testing.T) {
	d := Bulletins(sample(t))
	var got []string
	for _, c := range d.Changes() {
		got = append(got, strings.Join([]string{string(c.At.Field), string(c.Kind), string(c.Class), c.Old, c.New}, "|"))
	}
	want := []string{
		"masthead.date|replace|field|2024-03-05|2024-03-06",
		"article.title|replace|field|防汛工作|防汛抗旱工作",
		"article.body|insert|paragraph||\n",
		"article.body|replace|commitment|力争|确保",
		"article.body|replace|level|0|2",
		"article.title|insert|article||招商引资进展",
		"article.title|move-to|move|农村公路建设|农村公路建设",
		"article.body|move-to|move|" + clinics + "|" + clinics,
		"article.body|replace|number|四十所|四十二所",
		"article.title|delete|article|信访动态|",
		"imprint.editor|replace|field|王敏|李芳",
		"imprint.copies|insert|field||120",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestChangesAnchorInTheNewText(t *testing.T) {
	old, new := sample(t)
	for _, c := range Bulletins(old, new).Changes() {
		b := new
		if c.Class == ClassArticle && c.Kind == Delete {
			b = old
		}
		if !b.Holds(c.At) {
			t.Errorf("%s %q -> %q: its anchor %+v does not hold", c.Kind, c.Old, c.New, c.At)
		}
		if (c.Class == ClassCommitment || c.Class == ClassNumber) && c.At.Quote != c.New {
			t.Errorf("%q -> %q: anchored to %q", c.Old, c.New, c.At.Quote)
		}
	}
}

func TestChangeIDsDependOnContentOnly(t *testing.T) {
	old, new := sample(t)
	first := ids(Bulletins(old, new))
	if again := ids(Bulletins(old, new)); !slices.Equal(first, again) {
		t.Errorf("ids changed: %v, %v", first, again)
	}
	if unique := slices.Compact(slices.Sorted(slices.Values(first))); len(unique) != len(first) {
		t.Errorf("an id names two changes: %v", first)
	}
	renamed := func(b doc.Bulletin) doc.Bulletin {
		b = b.Clone()
		for i := range b.Articles {
			b.Articles[i].ID += "x"
			for k := range b.Articles[i].Body {
				b.Articles[i].Body[k].ID += "x"
			}
		}
		return b
	}
	if other := ids(Bulletins(renamed(old), renamed(new))); !slices.Equal(first, other) {
		t.Errorf("ids depend on those of articles or paragraphs: %v, %v", first, other)
	}
}

func ids(d BulletinDiff) []ChangeID {
	var list []ChangeID
	for _, c := range d.Changes() {
		list = append(list, c.ID)
	}
	return list
}

func TestArticlesWithoutCommonIDsAreMatchedByLikeness(t *testing.T) {
	old, new := issue("农村公路建设\n"+roads, "防汛工作\n"+clinics), issue("农村公路建设\n"+roads, "防汛抗旱工作\n"+clinics)
	new.Articles[0].ID, new.Articles[1].ID = "X", "Y"
	d := Bulletins(old, new)
	for i, a := range d.Articles {
		if a.State != ArticleKept || a.Old != old.Articles[i].ID {
			t.Errorf("article %d: %+v", i, a)
		}
	}
}

func TestRevertUndoesJustThatChange(t *testing.T) {
	old, new := sample(t)
	d := Bulletins(old, new)
	all := d.Changes()
	for i, c := range all {
		b, err := d.Revert(new, c.ID)
		if err != nil {
			t.Fatalf("%s %q: %v", c.Kind, c.Old, err)
		}
		left := Bulletins(old, b).Changes()
		if len(left) != len(all)-1 {
			t.Errorf("%d changes left of %d after %s %q -> %q", len(left), len(all), c.Kind, c.Old, c.New)
		}
		if p := problems(b); p != "" {
			t.Errorf("reverting change %d: %s", i, p)
		}
	}
}

func problems(b doc.Bulletin) string {
	var codes []string
	for _, p := range b.Validate() {
		codes = append(codes, p.Code)
	}
	return strings.Join(codes, " ")
}

func TestRevertKeepsParagraphIDs(t *testing.T) {
	old := issue("标题\n" + roads + schools + clinics)
	new := old.Clone()
	set(t, &new, bodyOf("A"), "标题\n"+roads+clinics)
	d := Bulletins(old, new)
	b, err := d.Revert(new, d.Changes()[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(b.Articles[0].Body, old.Articles[0].Body) {
		t.Errorf("got %+v, want %+v", b.Articles[0].Body, old.Articles[0].Body)
	}
}

func TestRevertRefusesWhatMovedOn(t *testing.T) {
	old, new := sample(t)
	d := Bulletins(old, new)
	later := new.Clone()
	set(t, &later, doc.Place{Field: doc.FieldDate}, "2024-03-07")
	for i := range later.Articles {
		later.Articles[i].Body[0].Text += "又改"
	}
	refused := 0
	for _, c := range d.Changes() {
		b, err := d.Revert(later, c.ID)
		if errors.Is(err, ErrMovedOn) {
			refused++
			if !bytes.Equal(canonical(t, b), canonical(t, later)) {
				t.Errorf("refused, yet changed: %q", c.New)
			}
		}
	}
	if refused != 6 {
		t.Errorf("%d changes refused, want 6: the date, four in bodies, the added article", refused)
	}
	if _, err := d.Revert(new, "nothing"); !errors.Is(err, ErrNoChange) {
		t.Errorf("unknown change: %v", err)
	}
}

func canonical(t testing.TB, b doc.Bulletin) []byte {
	t.Helper()
	data, err := doc.Canonical(b)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// FuzzRevert undoes one change after another until the old bulletin is back:
// so no difference that a signature would cover goes unseen.
func FuzzRevert(f *testing.F) {
	f.Add(roads+schools, clinics, []byte{0x10, 0x31, 0x52, 0x83}, byte(0x5a))
	f.Add("一。\n二。\n三。", "", []byte{0x80, 0xf3}, byte(0xff))
	f.Fuzz(func(t *testing.T, first, second string, plan []byte, what byte) {
		old := issue(clean(first), clean(second), "第三篇\n"+roads)
		new := revisedIssue(t, old, plan, what)
		checkBodiesRevert(t, old, new)
		for steps := 0; ; steps++ {
			d := Bulletins(old, new)
			changes := d.Changes()
			if len(changes) == 0 {
				break
			}
			if steps > 400 {
				t.Fatalf("still %d changes after %d were undone", len(changes), steps)
			}
			var err error
			if new, err = d.Revert(new, changes[int(what)%len(changes)].ID); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(canonical(t, old), canonical(t, new)) {
			t.Fatalf("every change undone, and yet\n%s\n%s", canonical(t, old), canonical(t, new))
		}
	})
}

// checkBodiesRevert undoes every change in bodies at once.
func checkBodiesRevert(t *testing.T, old, new doc.Bulletin) {
	t.Helper()
	d := Bulletins(old, new)
	var ids []ChangeID
	for _, c := range d.Changes() {
		if c.isInBody() {
			ids = append(ids, c.ID)
		}
	}
	back, err := d.Revert(new, ids...)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range d.Articles {
		if a.Old == "" || a.New == "" {
			continue
		}
		if got, want := bodyText(*back.Article(a.New)), bodyText(*old.Article(a.Old)); got != want {
			t.Fatalf("undone at once: %q, want %q", got, want)
		}
	}
}

func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "？"))
	return s
}

func revisedIssue(t *testing.T, old doc.Bulletin, plan []byte, what byte) doc.Bulletin {
	new := old.Clone()
	set(t, &new, bodyOf("A"), clean(revised(bodyText(old.Articles[0]), plan)))
	set(t, &new, doc.Place{Field: doc.FieldArticleNote, Article: "B"}, string(rune('一'+int(what))))
	if what&1 != 0 {
		slices.Reverse(new.Articles)
	}
	if what&2 != 0 {
		new.Articles = slices.Delete(new.Articles, 1, 2)
	}
	if what&4 != 0 {
		new.Articles = append(new.Articles, doc.NewArticle())
	}
	if what&8 != 0 {
		new.Articles[0].Body[0].Level = doc.Level4
	}
	return new
}

func TestBulletinDiffIsJSONWithoutNulls(t *testing.T) {
	old, new := sample(t)
	data, err := json.Marshal(Bulletins(old, new))
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(data, []byte("null")) {
		t.Errorf("null in %s", data)
	}
}
