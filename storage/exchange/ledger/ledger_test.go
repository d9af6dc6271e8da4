package ledger_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/exchange/ledger"
)

func entry(kind review.EntryKind, label string, year, issue, total int, reason string) review.Entry {
	return review.Entry{Kind: kind, Label: label, Number: doc.Number{Year: year, Issue: issue, Total: total}, Reason: reason}
}

func read(t *testing.T, data []byte) review.Ledger {
	t.Helper()
	table, err := ledger.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	var rows review.Ledger
	for _, r := range table.Rows {
		rows = append(rows, r.Entry)
	}
	return rows
}

func TestRoundTrip(t *testing.T) {
	rows := review.Ledger{
		entry(review.EntryOpening, "", 2024, 50, 2100, ""),
		entry(review.EntryPast, "", 2025, 1, 2101, ""),
		entry(review.EntryVoid, "", 2025, 2, 2102, "=重复\"编号\",\n已收回"),
		entry(review.EntryGap, "", 2025, 3, 0, "当年漏编"),
		entry(review.EntryGap, "", 0, 0, 2103, "-"),
		entry(review.EntryDouble, "", 2025, 2, 2104, "两期同号"),
		entry(review.EntryPast, "增刊", 2025, 1, 0, ""),
	}
	rows[1].Title, rows[1].Date = "@供热，改造", doc.Date{Year: 2025, Month: 1, Day: 8}
	data, err := ledger.Write(rows)
	if err != nil {
		t.Fatal(err)
	}
	if got := read(t, data); !reflect.DeepEqual(got, rows) {
		t.Errorf("came back as\n%v\nnot\n%v", got, rows)
	}
	for _, armed := range []string{",=", ",@", ",\"="} {
		if strings.Contains(string(data), armed) {
			t.Errorf("a cell begins with %q:\n%s", armed[1:], data)
		}
	}
}

func TestReadsWhatOfficesKept(t *testing.T) {
	const table = "序号,年度,期数,总号,类别,印发日期,题目,情况,备注\n" +
		"1,2025年,第１期,总第2101期,,2025年1月8日,供热改造,已印发,\n" +
		",,,,,,,,\n" +
		"2,,2,（总第2102期）,,2025/1/9,道路改造,作废,重复\n" +
		"3,〔2025〕,1,,增刊,2025.2.1,专题,,\n"
	want := review.Ledger{entry(review.EntryPast, "", 2025, 1, 2101, ""), entry(review.EntryVoid, "", 2025, 2, 2102, "重复"),
		entry(review.EntryPast, "增刊", 2025, 1, 0, "")}
	for i, day := range []doc.Date{{Year: 2025, Month: 1, Day: 8}, {Year: 2025, Month: 1, Day: 9}, {Year: 2025, Month: 2, Day: 1}} {
		want[i].Date, want[i].Title = day, []string{"供热改造", "道路改造", "专题"}[i]
	}
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(table)
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{"UTF-8": table, "with a mark": "\ufeff" + table, "GB18030": gb, "CRLF": strings.ReplaceAll(table, "\n", "\r\n")} {
		if got := read(t, []byte(data)); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got\n%v\nwant\n%v", name, got, want)
		}
	}
	whole, err := ledger.Read([]byte(table))
	if err != nil || !reflect.DeepEqual(whole.Apart, []string{"序号"}) {
		t.Errorf("columns apart: %q, %v", whole.Apart, err)
	}
	if last := whole.Rows[2]; last.Line != 5 {
		t.Errorf("the last row stands in line %d", last.Line)
	}
}

func TestBadRowsAreNamed(t *testing.T) {
	tests := map[string][]string{
		"年份,总期号\n":                         {"ledger.csv.nohead 1"},
		"年份,期号,期数\n":                       {"ledger.csv.head 1"},
		"年份,期号\n2025\n2025,四\n2025,-1\n":   {"ledger.csv.width 2", "ledger.csv.cell 3", "ledger.csv.cell 4"},
		"年份,期号,状态\n2025,5,预留\n2025,6,丢了\n": {"ledger.csv.reserved 2", "ledger.csv.cell 3"},
		"年份,期号,日期\n2025,5,2025-02-30\n":    {"ledger.csv.cell 2"},
		"年份,期号\n2025,\"5\n":                {"ledger.csv.form 2"},
		"年份,期号\n99999999999999999999,5\n":  {"ledger.csv.cell 2"},
	}
	for table, want := range tests {
		_, err := ledger.Read([]byte(table))
		var bad *ledger.Error
		if !errors.As(err, &bad) {
			t.Errorf("%q: got %v", table, err)
			continue
		}
		var got []string
		for _, p := range bad.Problems {
			got = append(got, p.Code+" "+p.Args["row"])
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%q: got %q, want %q", table, got, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("年份,期号,总期号,状态\n2025,1,2101,作废\n")
	f.Fuzz(func(t *testing.T, s string) {
		table, err := ledger.Read([]byte(s))
		if err != nil {
			return
		}
		var rows review.Ledger
		for _, r := range table.Rows {
			rows = append(rows, r.Entry)
		}
		data, err := ledger.Write(rows)
		if err != nil {
			t.Fatal(err)
		}
		if len(rows) > 0 && !reflect.DeepEqual(read(t, data), rows) {
			t.Errorf("%q does not come back: %q", s, data)
		}
	})
}
