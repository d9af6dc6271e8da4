package doc

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// leaves visits every string and integer that v holds, with its path.
func leaves(v reflect.Value, path string, visit func(string, reflect.Value)) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			leaves(v.Field(i), path+"."+v.Type().Field(i).Name, visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			leaves(v.Index(i), fmt.Sprintf("%s[%d]", path, i), visit)
		}
	default:
		visit(path, v)
	}
}

// change alters a leaf to a value that is still well formed in the sample.
func change(v reflect.Value) {
	if v.Kind() == reflect.String {
		v.SetString(v.String() + "改")
		return
	}
	v.SetInt(v.Int() + 1)
}

// unsigned reports whether a leaf is one of the two kinds that a signature
// does not cover.
func unsigned(path string) bool {
	return strings.HasSuffix(path, ".ID") || strings.HasPrefix(path, "Bulletin.Masthead.Number.")
}

func TestHashesCoverEveryLeaf(t *testing.T) {
	base := sample()
	var paths []string
	leaves(reflect.ValueOf(&base).Elem(), "Bulletin", func(path string, _ reflect.Value) { paths = append(paths, path) })
	if len(paths) < 40 {
		t.Fatalf("only %d leaves found", len(paths))
	}
	for _, target := range paths {
		b := base.Clone()
		leaves(reflect.ValueOf(&b).Elem(), "Bulletin", func(path string, v reflect.Value) {
			if path == target {
				change(v)
			}
		})
		if same := textHash(t, b) == textHash(t, base); same != unsigned(target) {
			t.Errorf("%s changed: TextHash the same is %v, want %v", target, same, unsigned(target))
		}
		if encoded(t, b) == encoded(t, base) {
			t.Errorf("%s changed: the stored form did not", target)
		}
	}
}

func TestTextHashCoversTheShape(t *testing.T) {
	tests := map[string]func(*Bulletin){
		"article removed":     func(b *Bulletin) { b.Articles = b.Articles[:1] },
		"article added":       func(b *Bulletin) { b.Articles = append(b.Articles, NewArticle()) },
		"articles swapped":    func(b *Bulletin) { b.Articles[0], b.Articles[1] = b.Articles[1], b.Articles[0] },
		"paragraph removed":   func(b *Bulletin) { b.Articles[0].Body = b.Articles[0].Body[:2] },
		"empty paragraph":     func(b *Bulletin) { b.Articles[0].Body = append(b.Articles[0].Body, NewParagraph("")) },
		"paragraphs swapped":  func(b *Bulletin) { p := b.Articles[0].Body; p[0], p[1] = p[1], p[0] },
		"paragraph moved":     moveParagraph,
		"credit removed":      func(b *Bulletin) { b.Imprint.Credits = b.Imprint.Credits[:1] },
		"label becomes name":  func(b *Bulletin) { b.Imprint.Credits[0] = Credit{"签", "发高远"} },
		"space added":         func(b *Bulletin) { b.Articles[0].Body[0].Text += " " },
		"title break removed": func(b *Bulletin) { b.Articles[0].Title = b.Articles[0].TitleLine() },
	}
	for name, spoil := range tests {
		b := sample()
		spoil(&b)
		if textHash(t, b) == textHash(t, sample()) {
			t.Errorf("%s: the hash is the same", name)
		}
	}
}

func moveParagraph(b *Bulletin) {
	last := b.Articles[0].Body[2]
	b.Articles[0].Body = b.Articles[0].Body[:2]
	b.Articles[1].Body = append([]Paragraph{last}, b.Articles[1].Body...)
}

func TestNothingAndEmptyHashAlike(t *testing.T) {
	a, b := Bulletin{}, Bulletin{Articles: []Article{}, Imprint: Imprint{Credits: []Credit{}}}
	if textHash(t, a) != textHash(t, b) || encoded(t, a) != encoded(t, b) {
		t.Error("an absent list and an empty one make different hashes")
	}
}

// The hash of a text must never change between releases: signatures bind to it.
func TestTextHashIsForever(t *testing.T) {
	const want = "afa8adef68ad5e84e55a6b3cd0d14d6885cae1e3820a5694e3d4bea06757bd58"
	if got := textHash(t, sample()); got != want {
		t.Errorf("TextHash(sample) = %s, want %s", got, want)
	}
}

func TestHashOf(t *testing.T) {
	h := HashOf([]byte("abc"))
	if h != "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" {
		t.Errorf("HashOf(abc) = %s", h)
	}
	if h.Short() != "ba78·16bf" || Hash("ab").Short() != "ab" || Hash("").Short() != "" {
		t.Errorf("Short() = %s, %s", h.Short(), Hash("ab").Short())
	}
}

func textHash(t testing.TB, b Bulletin) Hash {
	t.Helper()
	h, err := TextHash(b)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func encoded(t testing.TB, b Bulletin) string {
	t.Helper()
	data, err := Encode(b)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
