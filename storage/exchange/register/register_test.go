package register_test

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"testing"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/exchange/register"
)

var office = []review.Item{
	{Kind: review.ItemPerson, Name: "王敏", Post: "市委副书记、市长", Order: 2, From: doc.Date{Year: 2024, Month: 1, Day: 10}, Note: "含,逗号和\"引号\""},
	{Kind: review.ItemBody, Name: "云州市精神文明建设委员会办公室", Short: []string{"市文明办", `甲|乙\丙`}},
	{Kind: review.ItemPhrase, Name: "全面建成小康社会", To: doc.Date{Year: 2020, Month: 10, Day: 28}},
	{Kind: review.ItemForbidden, Name: "=HYPERLINK(\"http://x\")", Except: []string{"'引"}},
	{Kind: review.ItemPreferred, Name: "帐号", Right: "-账号", Except: []string{"旧帐号", "@帐号"}},
	{Kind: review.ItemKnown, Name: "'单引号开头"},
	{Kind: review.ItemSlip, Name: "杜区", Right: "社区", Found: "d1"},
	{Kind: review.ItemKnown, Name: "巷长", Series: "s1"},
	{Kind: review.ItemKnown, Name: "巷长", Series: "s2"},
	{Kind: review.ItemKnown, Name: "巷长", Series: "s4"},
}

var series = register.Named{{ID: "s1", Name: "=动态"}, {ID: "s2", Name: "简报"}, {ID: "s3", Name: "简报"}, {ID: "s4"}}

func TestRoundTripIsExact(t *testing.T) {
	data, err := register.Write(office, series)
	if err != nil {
		t.Fatal(err)
	}
	got, err := register.Read(data, series)
	if err != nil || !reflect.DeepEqual(got, office) {
		t.Fatalf("%v\ngot  %+v\nwant %+v", err, got, office)
	}
	again, err := register.Write(got, series)
	if err != nil || !bytes.Equal(again, data) {
		t.Errorf("written again it differs, %v", err)
	}
}

func TestNoCellIsCalculated(t *testing.T) {
	data, err := register.Write(office, series)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		for cell := range strings.SplitSeq(strings.TrimSpace(line), ",") {
			if strings.IndexAny(strings.TrimLeft(cell, `"`), "=+-@") == 0 {
				t.Errorf("a spreadsheet would calculate %q", cell)
			}
		}
	}
}

func TestReadTakesColumnsInAnyOrderAndOldEncodings(t *testing.T) {
	want := []review.Item{{Kind: review.ItemPerson, Name: "王敏", Post: "市长"}}
	gbk := append([]byte("\xd6\xb0\xce\xf1,\xc3\xfb\xb3\xc6,\xc0\xe0\xb1\xf0\r\n"), "\xca\xd0\xb3\xa4,\xcd\xf5\xc3\xf4,\xc8\xcb\xd4\xb1\r\n,,\r\n"...)
	for name, data := range map[string][]byte{"utf-8": []byte("职务,名称,类别\n 市长 ,王敏,人员\n\n"), "gbk": gbk} {
		if got, err := register.Read(data, series); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
}

func TestBadRowsAreNamedByLine(t *testing.T) {
	const head = "类别,名称,职务,次序,起\n"
	for name, c := range map[string]struct{ table, code, row string }{
		"no such register": {head + "人员,王敏,市长,,\n植物,松,,,\n", register.CodeCell, "3"},
		"no such day":      {head + "人员,王敏,市长,,2024-02-30\n", register.CodeCell, "2"},
		"no number":        {head + "人员,王敏,市长,第一,\n", register.CodeCell, "2"},
		"without a post":   {head + "\n人员,王敏,,,\n", review.CodeItemPost, "3"},
		"twice":            {head + "人员,王敏,市长,,\n人员,王敏,市长,,\n", review.CodeItemTwice, "3"},
		"too few cells":    {head + "人员,王敏\n", register.CodeWidth, "2"},
		"open quotes":      {head + "人员,\"王敏,市长,,\n", register.CodeForm, "2"},
		"unknown column":   {"类别,名称,性别\n", register.CodeHead, "1"},
		"column twice":     {"类别,名称,名称\n", register.CodeHead, "1"},
		"unknown series":   {"类别,名称,刊物\n词典,巷长,别的\n", register.CodeCell, "2"},
		"several series":   {"类别,名称,刊物\n词典,巷长,简报\n", register.CodeCell, "2"},
		"column missing":   {"类别,职务\n", register.CodeNoHead, "1"},
	} {
		items, err := register.Read([]byte(c.table), series)
		var bad *register.Error
		if !errors.As(err, &bad) || len(items) > 0 || len(bad.Problems) == 0 {
			t.Errorf("%s: %v, %v", name, items, err)
			continue
		}
		if p := bad.Problems[0]; p.Code != c.code || p.Args["row"] != c.row {
			t.Errorf("%s: %+v, want %s in line %s", name, p, c.code, c.row)
		}
	}
}

func TestOneSeriesTakesEveryRow(t *testing.T) {
	const table = "类别,名称,刊物\n词典,巷长,别处的刊物\n词典,楼长,\n"
	got, err := register.Read([]byte(table), register.Only("s1"))
	if err != nil || len(got) != 2 || got[0].Series != "s1" || got[1].Series != "s1" {
		t.Errorf("%+v, %v", got, err)
	}
}

// FuzzRoundTrip writes and reads an item, and reads whatever comes.
func FuzzRoundTrip(f *testing.F) {
	f.Add("=1+1", "'x", `a|b\`, uint8(1), []byte("类别,名称\n人员,王敏\n"))
	f.Add("名\n称", "\ufeff", "", uint8(2), []byte("\"\n"))
	f.Fuzz(func(t *testing.T, name, short, note string, of uint8, table []byte) {
		if items, err := register.Read(table, series); err == nil {
			for _, i := range items {
				if p := i.Validate(); p != nil {
					t.Errorf("%+v was read in spite of %v", i, p)
				}
			}
		}
		item := review.Item{Kind: review.ItemBody, Name: name, Short: []string{short}, Note: note}
		if n := int(of) % (len(series) + 1); n > 0 {
			item.Series = series[n-1].ID
		}
		if short == "" || item.Validate() != nil {
			return
		}
		data, err := register.Write([]review.Item{item}, series)
		if err != nil {
			return
		}
		if got, err := register.Read(data, series); err == nil && !reflect.DeepEqual(got, []review.Item{item}) {
			t.Errorf("%+v came back as %+v", item, got)
		}
	})
}
