package worddoc

import (
	"bytes"
	"encoding/binary"
	"errors"
	"os"
	"strings"
	"testing"
)

// sample is a bulletin of ours that LibreOffice wrote as DOC.
func sample(t testing.TB) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/sample.doc")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestText(t *testing.T) {
	got, err := Text(sample(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"政务情况简报\n", "　　3月1日，全市召开部署会，市长“当场”交办了12件事——件件有期限……𠮷镕。\n", "报：", "市委\t\n", "Plain Latin é end."} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in %q", want, got)
		}
	}
}

func TestMarks(t *testing.T) {
	got := plain([]uint16{'a', fieldBegin, 'P', fieldMiddle, '7', fieldEnd, paraEnd, 'x', cellEnd, 'y', cellEnd, cellEnd, 1, hardHyphen, pageBreak, fieldEnd})
	if want := "a7\nx\ty\t\n\u2011\f"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// changed is the sample with two bytes of its main stream's head put otherwise.
func changed(t testing.TB, at int, value uint16) []byte {
	t.Helper()
	data := bytes.Clone(sample(t))
	start := bytes.Index(data, []byte{0xEC, 0xA5})
	if start < 0 {
		t.Fatal("the head is not where it was")
	}
	binary.LittleEndian.PutUint16(data[start+at:], value)
	return data
}

func TestBrokenFiles(t *testing.T) {
	data := sample(t)
	for name, c := range map[string]struct {
		data []byte
		code string
	}{
		"no word file":  {changed(t, atMagic, 7), CodeNotDoc},
		"password":      {changed(t, atFlags, 0x0100), CodeEncrypted},
		"Word 95":       {changed(t, atVersion, 0x68), CodeOld},
		"no pieces":     {changed(t, atClx, 0xFFFF), CodeDamaged},
		"cut in half":   {data[:len(data)/2], CodeDamaged},
		"cut at once":   {data[:100], CodeDamaged},
		"only the mark": {data[:8], CodeDamaged},
	} {
		var e *Error
		if _, err := Text(c.data); !errors.As(err, &e) || e.Code != c.code {
			t.Errorf("%s: %v, want %s", name, err, c.code)
		}
	}
}

func FuzzText(f *testing.F) {
	f.Add(sample(f))
	f.Add(sample(f)[:3000])
	f.Fuzz(func(t *testing.T, data []byte) {
		var e *Error
		if _, err := Text(data); err != nil && !errors.As(err, &e) {
			t.Errorf("%v is no *Error", err)
		}
	})
}
