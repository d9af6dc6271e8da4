package spell

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// shipped is the speller that ships with the program.
var shipped = New(os.DirFS("../../../assets/spell"))

// tally counts characters and sentences.
type tally struct {
	wrong, found, right         int // characters: wrong ones, those flagged, those flagged and rightly mended
	clean, flagged              int // sentences without a slip, and those of them where something was flagged
	faulty, touched, allCorrect int // sentences with slips, those with something flagged, those mended without fault
}

func (n *tally) add(written, meant string, slips []Slip) {
	mended := []rune(written)
	right := []rune(meant)
	for _, s := range slips {
		n.found++
		if mended[s.At] != right[s.At] && s.Right == right[s.At] {
			n.right++
		}
	}
	slipsThere := 0
	for i, r := range mended {
		if r != right[i] {
			slipsThere++
		}
	}
	n.wrong += slipsThere
	for _, s := range slips {
		mended[s.At] = s.Right
	}
	switch {
	case slipsThere == 0:
		n.clean++
		n.flagged += min(1, len(slips))
	default:
		n.faulty++
		n.touched += min(1, len(slips))
		if string(mended) == meant {
			n.allCorrect++
		}
	}
}

func share(a, b int) float64 { return float64(a) / float64(max(1, b)) }

// TestOfficialWriting measures the speller with sentences of official writing,
// none of which is in the training text, nor any line of it near to one.
func TestOfficialWriting(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "..", "..", "..", "shared", "data", "ecspell", "odw.train"))
	if err != nil {
		t.Skip("the shared test data is not beside this repository")
	}
	var all, sure tally
	for line := range strings.Lines(string(data)) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) != 3 || len([]rune(f[1])) != len([]rune(f[2])) {
			continue
		}
		slips := shipped.Slips(f[1])
		all.add(f[1], f[2], slips)
		var best []Slip
		for _, s := range slips {
			if s.Score >= 4 {
				best = append(best, s)
			}
		}
		sure.add(f[1], f[2], best)
	}
	for name, n := range map[string]tally{"all that is found": all, "warnings alone": sure} {
		t.Logf("%s: characters: precision %.3f, recall %.3f; right sentences flagged %.3f (%d of %d); sentences mended: precision %.3f, recall %.3f",
			name, share(n.right, n.found), share(n.right, n.wrong), share(n.flagged, n.clean), n.flagged, n.clean,
			share(n.allCorrect, n.touched+n.flagged), share(n.allCorrect, n.faulty))
	}
	if p, r, f := share(all.right, all.found), share(all.right, all.wrong), share(all.flagged, all.clean); p < 0.94 || r < 0.55 || f > 0.02 {
		t.Errorf("precision %.3f, recall %.3f, right sentences flagged %.3f", p, r, f)
	}
}
