package intake

import "testing"

func TestExcerpts(t *testing.T) {
	for _, c := range []struct{ before, after, was, is string }{
		{"2 月", "2月", "2 月", "2月"},
		{"会议强调要抓好落实,各区", "会议强调要抓好落实，各区", "…调要抓好落实,各区", "…调要抓好落实，各区"},
		{"同一段很长的文字", "同一段很长的文字", "…段很长的文字", "…段很长的文字"},
		{"— 1 —", "", "— 1 —", ""},
		{"动员会\n召开", "动员会召开", "动员会⏎召开", "动员会召开"},
	} {
		if was, is := excerpts(c.before, c.after); was != c.was || is != c.is {
			t.Errorf("excerpts(%q, %q) = %q, %q; want %q, %q", c.before, c.after, was, is, c.was, c.is)
		}
	}
}
