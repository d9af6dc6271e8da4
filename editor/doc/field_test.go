package doc

import (
	"errors"
	"reflect"
	"testing"
)

// written is, for each field, a value other than the sample's.
var written = map[FieldKey]string{
	FieldTitle: "新刊名", FieldLabel: "专刊", FieldIssue: "8", FieldTotal: "400", FieldOffice: "另一办公室",
	FieldDate: "2026-01-31", FieldSecurity: "机密★3年", FieldNotice: "会后收回", FieldCopyNumber: "000099",
	FieldEditor: "甲", FieldChecker: "乙", FieldCredits: "签发：丙\n审核：丁：兼", FieldPhone: "1", FieldFax: "2",
	FieldEmail: "a@b.example", FieldReportTo: "省厅", FieldCopyTo: "兄弟单位", FieldSendTo: "下属单位", FieldCopies: "5",
	FieldArticleTitle: "新题\n第二行", FieldArticleNote: "按语", FieldArticleBody: "第一段\n第二段", FieldArticleSource: "信息科",
}

// placesOf returns where a field stands in the sample.
func placesOf(key FieldKey) Place {
	for _, k := range ArticleFields() {
		if k == key {
			return Place{Field: key, Article: "a2"}
		}
	}
	return Place{Field: key}
}

func TestEveryFieldCanBeReadAndWritten(t *testing.T) {
	for _, key := range append(Fields(), ArticleFields()...) {
		t.Run(string(key), func(t *testing.T) {
			want, ok := written[key]
			if !ok {
				t.Fatal("the test has no value for this field")
			}
			b, at := sample(), placesOf(key)
			before, ok := b.Get(at)
			if !ok || before == want {
				t.Fatalf("Get before = %q, %v", before, ok)
			}
			if err := b.Set(at, want); err != nil {
				t.Fatal(err)
			}
			if got, _ := b.Get(at); got != want {
				t.Errorf("Get after Set(%q) = %q", want, got)
			}
			if err := b.Set(at, before); err != nil {
				t.Fatal(err)
			}
			if got, _ := b.Get(at); got != before {
				t.Errorf("Get after setting it back = %q, want %q", got, before)
			}
		})
	}
}

func TestSettingOneFieldLeavesTheOthersAlone(t *testing.T) {
	for _, key := range Fields() {
		b := sample()
		if err := b.Set(Place{Field: key}, written[key]); err != nil {
			t.Fatal(err)
		}
		for _, other := range Fields() {
			was, now := value(sample(), other), value(b, other)
			if other != key && was != now {
				t.Errorf("setting %s changed %s from %q to %q", key, other, was, now)
			}
		}
	}
}

func value(b Bulletin, key FieldKey) string {
	v, _ := b.Get(Place{Field: key})
	return v
}

func TestEmptyClearsAField(t *testing.T) {
	for _, key := range Fields() {
		b := sample()
		if err := b.Set(Place{Field: key}, ""); err != nil {
			t.Errorf("Set(%s, \"\"): %v", key, err)
		}
		if got := value(b, key); got != "" {
			t.Errorf("%s is %q after clearing", key, got)
		}
	}
}

func TestSetRefusesWhatDoesNotFit(t *testing.T) {
	tests := []struct {
		at    Place
		value string
		want  error
	}{
		{Place{Field: FieldDate}, "2025-06-31", ErrFieldValue},
		{Place{Field: FieldDate}, "六月", ErrFieldValue},
		{Place{Field: FieldIssue}, "0", ErrFieldValue},
		{Place{Field: FieldIssue}, "-3", ErrFieldValue},
		{Place{Field: FieldTotal}, "四", ErrFieldValue},
		{Place{Field: FieldCopies}, "6.5", ErrFieldValue},
		{Place{Field: FieldCredits}, "签发 高远", ErrFieldValue},
		{Place{Field: "masthead.motto"}, "x", ErrNoField},
		{Place{Field: FieldArticleTitle, Article: "none"}, "x", ErrNoField},
		{Place{Field: "article.colour", Article: "a1"}, "x", ErrNoField},
	}
	for _, tt := range tests {
		b := sample()
		if err := b.Set(tt.at, tt.value); !errors.Is(err, tt.want) {
			t.Errorf("Set(%+v, %q) = %v, want %v", tt.at, tt.value, err, tt.want)
		}
		if !reflect.DeepEqual(b, sample()) {
			t.Errorf("Set(%+v, %q) was refused but changed the bulletin", tt.at, tt.value)
		}
	}
}

func TestGetOfWhatIsNotThere(t *testing.T) {
	b := sample()
	for _, at := range []Place{{}, {Field: "masthead.motto"}, {Field: FieldArticleTitle}, {Field: "article.colour", Article: "a1"}} {
		if v, ok := b.Get(at); ok || v != "" {
			t.Errorf("Get(%+v) = %q, %v", at, v, ok)
		}
	}
}

func TestSettingABodyKeepsIDs(t *testing.T) {
	b := sample()
	body := "今年以来，中心开设延时窗口15个。\n一、主要做法\n新加一段。\n（一）错峰排班"
	if err := b.Set(Place{Field: FieldArticleBody, Article: "a1"}, body); err != nil {
		t.Fatal(err)
	}
	got := b.Articles[0].Body
	if got[0].ID != "p1" || got[1].ID != "p2" || got[3].ID != "p3" {
		t.Errorf("ids after setting the body: %+v", got)
	}
}
