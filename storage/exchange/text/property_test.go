package text

import (
	"errors"
	"strings"
	"testing"
	"unicode"

	"jianbao/editor/doc"
)

// checkKept fails if a text of a result read without repairs is not in the
// file just so.
func checkKept(t testing.TB, file string, r Result) {
	t.Helper()
	for _, text := range texts(r.Bulletin) {
		for part := range strings.SplitSeq(text, "\n") {
			if !strings.Contains(file, part) {
				t.Errorf("%q is not in the file", part)
			}
		}
	}
}

// texts returns every text of a bulletin that was taken from a file as it is.
func texts(b doc.Bulletin) []string {
	m, i := b.Masthead, b.Imprint
	all := []string{m.Title, m.Label, m.Office, m.Security, m.Notice, m.CopyNumber,
		i.Editor, i.Checker, i.Phone, i.Fax, i.Email, i.ReportTo, i.CopyTo, i.SendTo}
	for _, c := range i.Credits {
		all = append(all, c.Name)
	}
	for _, a := range b.Articles {
		all = append(all, a.Title, a.Note, a.Source)
		all = append(all, a.Texts()...)
	}
	return all
}

// structural are the characters of which labels, numbers and dates are made;
// those alone may be missing from a result.
var structural = func() map[rune]bool {
	set := map[rune]bool{}
	words := "第总期年月日印发编供稿单位部门处室来报送密级号者按语的话共数制份零〇○一二三四五六七八九十百千时间主办机关出刊nNoO№.．-/|｜；（）〔〕［］【】：，。0123456789０１２３４５６７８９"
	for _, l := range labels {
		words += strings.Join(l.names, "")
	}
	for _, r := range fold(words) {
		set[r] = true
	}
	return set
}()

// fold takes white space away and makes marks half-width.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		for half, full := range wide {
			if r == full {
				return half
			}
		}
		return r
	}, s)
}

// checkNothingLost counts characters: all of the file that are not structural
// are in the result or in a line that a repair took out, and none is added.
func checkNothingLost(t testing.TB, file string, r Result) {
	t.Helper()
	balance := map[rune]int{}
	count := func(s string, n int) {
		for _, c := range fold(s) {
			balance[c] += n
		}
	}
	count(file, 1)
	for _, x := range r.Repairs {
		if x.After == "" {
			count(x.Before, -1)
		}
	}
	for _, text := range texts(r.Bulletin) {
		count(text, -1)
	}
	for _, c := range r.Bulletin.Imprint.Credits {
		count(c.Label, -1)
	}
	for c, n := range balance {
		if n != 0 && !structural[c] {
			t.Errorf("%q: %d lost", c, n)
		}
	}
}

func TestLayoutsLoseNothing(t *testing.T) {
	for name, data := range layouts(t) {
		t.Run(name, func(t *testing.T) {
			off := read(t, data, Options{})
			checkKept(t, string(data), off)
			checkNothingLost(t, string(data), off)
			checkNothingLost(t, string(data), read(t, data, Options{Repair: true}))
		})
	}
}

// TestKeep refuses each repair in turn: it alone is not made, and a refusal of
// all gives what reading without repairs gives.
func TestKeep(t *testing.T) {
	for name, data := range layouts(t) {
		t.Run(name, func(t *testing.T) {
			all := map[string]bool{}
			for _, x := range read(t, data, Options{Repair: true}).Repairs {
				if all[x.ID] {
					t.Errorf("%s stands twice", x.ID)
				}
				all[x.ID] = true
				r := read(t, data, Options{Repair: true, Keep: map[string]bool{x.ID: true}})
				for _, made := range r.Repairs {
					if made.ID == x.ID {
						t.Errorf("%s was refused and made", x.ID)
					}
				}
				checkNothingLost(t, string(data), r)
			}
			if left := read(t, data, Options{Repair: true, Keep: all}).Repairs; len(left) > 0 {
				t.Errorf("made although all were refused: %+v", left)
			}
		})
	}
}

// FuzzRead reads anything: it does not crash, what is refused is refused with
// a code, what is read validates, and nothing is lost.
func FuzzRead(f *testing.F) {
	for _, data := range layouts(f) {
		f.Add(data)
	}
	f.Add([]byte("报：。送：印5份\n（责编：\f1\f第期"))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, _, err := Decode(data)
		if err != nil {
			if e := new(Error); !errors.As(err, &e) {
				t.Fatalf("refused without a code: %v", err)
			}
			return
		}
		off := read(t, data, Options{})
		checkKept(t, s, off)
		checkNothingLost(t, s, off)
		checkNothingLost(t, s, read(t, data, Options{Repair: true}))
	})
}
