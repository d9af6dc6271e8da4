package text

import "testing"

// Where the file says which lines are full, their length says nothing: one with
// many figures is longer than one of Han.
func TestFullLinesGoOn(t *testing.T) {
	const file = "题目\n　　全市今年整治背街小巷一千七百零三条。\n居民满意。\n　　2022年3月1日至2022年12月31日期间共计办理12345件。\n"
	for name, c := range map[string]struct {
		full map[int]bool
		want int
	}{
		"the first is full": {map[int]bool{2: true, 4: true}, 2},
		"none is full":      {map[int]bool{}, 3},
	} {
		r := read(t, []byte(file), Options{Repair: true, Full: c.full})
		if got := len(r.Bulletin.Articles[0].Body); got != c.want {
			t.Errorf("%s: %d paragraphs, want %d: %q", name, got, c.want, r.Bulletin.Articles[0].Texts())
		}
	}
}
