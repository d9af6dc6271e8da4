package doc

import (
	"fmt"
	"time"
)

// Masthead (报头) is what stands above the red line of page one.
type Masthead struct {
	Title      string // 名称 of the series, in red
	Label      string // 增刊, 专刊; empty for an ordinary issue
	Number     Number // 期号 and 总期号; zero until known
	Office     string // 编印单位
	Date       Date   // 印发日期
	Security   string // 密级和保密期限, "秘密★1年"
	Notice     string // 内部资料 line
	CopyNumber string // 编号 of a tracked copy
}

// Number is the place of an issue in its two ledgers: Issue (期号) restarts each
// Year, Total (总期号) runs on. Zero means not known. What people sign does not
// include it: it is drawn when the text is final.
type Number struct {
	Year  int `json:"year,omitempty"`
	Issue int `json:"issue,omitempty"`
	Total int `json:"total,omitempty"`
}

// IsZero reports whether no number is known.
func (n Number) IsZero() bool { return n.Issue == 0 && n.Total == 0 }

// Same reports whether two numbers name the same issue. A year or total that
// one of them does not state is not compared.
func (n Number) Same(o Number) bool {
	known := func(a, b int) bool { return a == 0 || b == 0 || a == b }
	return n.Issue == o.Issue && known(n.Total, o.Total) && known(n.Year, o.Year)
}

// Date is a calendar day. The zero Date means not stated.
type Date struct {
	Year, Month, Day int
}

// DateOf returns the day of t in t's own zone.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, int(m), d}
}

// ParseDate reads yyyy-mm-dd; the empty string is the zero Date.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return Date{}, nil
	}
	t, err := time.Parse("2006-01-02", s)
	if err != nil {
		return Date{}, fmt.Errorf("doc: %q is not a date in the form yyyy-mm-dd", s)
	}
	return DateOf(t), nil
}

// IsZero reports whether no day is stated.
func (d Date) IsZero() bool { return d == Date{} }

// Valid reports whether d is zero or a day that exists.
func (d Date) Valid() bool {
	if d.IsZero() {
		return true
	}
	t := time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
	return DateOf(t) == d && d.Year >= 1 && d.Year <= 9999
}

// String is the ISO form yyyy-mm-dd, or "" for the zero Date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Chinese is the form printed in a masthead, without leading zeros
// (GB/T 9704—2012, 7.3.5.4): 2022年3月3日. It is "" for the zero Date.
func (d Date) Chinese() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%d年%d月%d日", d.Year, d.Month, d.Day)
}

// MarshalText writes the ISO form.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads the ISO form; a day that does not exist is an error.
func (d *Date) UnmarshalText(b []byte) error {
	v, err := ParseDate(string(b))
	if err == nil {
		*d = v
	}
	return err
}
