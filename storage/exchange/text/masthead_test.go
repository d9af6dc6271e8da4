package text

import "testing"

// A draft has no number yet: the office stands between the name of the series
// and the date, each on its line as a DOCX gives them.
func TestMastheadOfADraft(t *testing.T) {
	r, err := Read([]byte("云州市政务情况简报\n云州市政务信息办公室\n2026年3月3日\n\n街巷整治动员会召开\n会议指出，要夯实基础。\n"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	head, a := r.Bulletin.Masthead, r.Bulletin.Articles[0]
	if head.Title != "云州市政务情况简报" || head.Office != "云州市政务信息办公室" || head.Date.IsZero() || a.Title != "街巷整治动员会召开" || len(a.Body) != 1 {
		t.Errorf("%+v, %+v", head, a)
	}
}
