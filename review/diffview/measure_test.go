package diffview

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// TestSumsAreWhatIsDrawn holds our own measuring against Fyne's, in the face of
// the page. Fyne rounds nothing, so only kerning may differ.
func TestSumsAreWhatIsDrawn(t *testing.T) {
	test.NewTempApp(t)
	content, err := os.ReadFile(filepath.Join("..", "..", "assets", "fonts", "NotoSerifSC-Regular.ttf"))
	if err != nil {
		t.Fatal(err)
	}
	face, u := fyne.NewStaticResource("serif.ttf", content), newRuler()
	for _, text := range []string{"会议指出，今年整治提升街巷。", "“三个重点”：（一）补齐——完善……", "1,703条，GDP增长5.2%", "2022-03-03 to 2026"} {
		for _, size := range []float32{13, 16, 19.2, 22} {
			var sum float32
			for _, r := range text {
				sum += u.advance(face, size, r)
			}
			whole := measure(text, face, size).Width
			if diff := sum - whole; diff > size/4 || diff < -size/4 {
				t.Errorf("%q at %v: sum %v, drawn %v", text, size, sum, whole)
			}
		}
	}
}
