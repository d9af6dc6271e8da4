package spreadsheet_test

import (
	"testing"

	"jianbao/storage/exchange/spreadsheet"
)

func TestDisarm(t *testing.T) {
	for cell, want := range map[string]string{"": "", "会议": "会议", "=1+1": "'=1+1", "＝A1": "'＝A1", "-3": "'-3", "'=x": "''=x", "1=1": "1=1"} {
		got := spreadsheet.Disarm(cell)
		if got != want {
			t.Errorf("Disarm(%q) = %q, want %q", cell, got, want)
		}
		if back := spreadsheet.Arm(got); back != cell {
			t.Errorf("%q comes back as %q", cell, back)
		}
	}
}
