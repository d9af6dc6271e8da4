package pdf

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"jianbao/editor/typeset/page"
	"jianbao/storage/exchange/plate"
)

// Bookmarks hang below the one before them that stands higher, and each points
// to its neighbours.
func TestOutline(t *testing.T) {
	sheet := plate.Page{Width: 210, Height: 297}
	b := &book{file: &file{}, plate: &plate.Plate{Pages: []plate.Page{sheet, sheet}}}
	b.pages = []ref{b.file.reserve(), b.file.reserve()}
	for i, level := range []int{0, 1, 2, 1, 0} {
		b.plate.Outline = append(b.plate.Outline, page.Heading{Text: string(rune('A' + i)), Level: level, Page: i % 2, Y: 37})
	}
	root, ok := b.addOutline()
	if !ok {
		t.Fatal("there is no outline")
	}
	var got []string
	for _, o := range b.file.objects[2:] {
		got = append(got, strings.Join(regexp.MustCompile(`/(?:Parent|Prev|Next|First|Last|Count) \d+`).FindAllString(o.body, -1), ""))
	}
	// A is 3, B 4, C 5, D 6, E 7, and the root 8.
	want := []string{
		"/Parent 8/First 4/Last 6/Count 3/Next 7", "/Parent 3/First 5/Last 5/Count 1/Next 6", "/Parent 4",
		"/Parent 3/Prev 4", "/Parent 8/Prev 3", "/First 3/Last 7/Count 5",
	}
	if root != 8 || !slices.Equal(got, want) {
		t.Errorf("root %s, %q", root, got)
	}
	if top := fmt.Sprintf("/Dest[1 0 R/XYZ 0 %s null]", length(260)); !strings.Contains(b.file.objects[2].body, top) {
		t.Errorf("%s: no %s", b.file.objects[2].body, top)
	}
}

func TestOutlineOfNothing(t *testing.T) {
	b := &book{file: &file{}, plate: &plate.Plate{Outline: []page.Heading{{Text: "on no page", Page: 3}}}}
	if r, ok := b.addOutline(); ok {
		t.Errorf("an outline %s", r)
	}
}

func TestNumber(t *testing.T) {
	for f, want := range map[float64]string{0: "0", -0.00001: "0", 1: "1", 0.5: "0.5", 595.27559: "595.2756", -12.5: "-12.5"} {
		if got := number(f); got != want {
			t.Errorf("%v is written %s, want %s", f, got, want)
		}
	}
}
