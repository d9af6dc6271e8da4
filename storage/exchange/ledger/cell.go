package ledger

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/width"

	"jianbao/editor/doc"
	"jianbao/review"
)

// column is one column of the table: its head, what else old ledgers call it,
// and how a cell is made of a row and read into one. read returns the code of
// what it does not understand, or "".
type column struct {
	head  string
	also  []string
	write func(review.Entry) string
	read  func(*review.Entry, string) string
}

const (
	headYear  = "年份"
	headIssue = "期号"
)

var columns = []column{
	number(headYear, []string{"年", "年度", "year"}, func(n *doc.Number) *int { return &n.Year }),
	number(headIssue, []string{"期", "期数", "期次", "issue"}, func(n *doc.Number) *int { return &n.Issue }),
	number("总期号", []string{"总期", "总期数", "总号", "累计期号", "total"}, func(n *doc.Number) *int { return &n.Total }),
	words("刊别", []string{"增刊", "标签", "类别", "label"}, func(e *review.Entry) *string { return &e.Label }),
	{"日期", []string{"印发日期", "出刊日期", "刊发日期", "成文日期", "date"}, func(e review.Entry) string { return e.Date.String() }, readDate},
	words("标题", []string{"题目", "题名", "内容", "title"}, func(e *review.Entry) *string { return &e.Title }),
	{"状态", []string{"情况", "state", "status"}, func(e review.Entry) string { return states[e.Kind][0] }, readState},
	words("原因", []string{"理由", "说明", "备注", "作废原因", "reason", "note"}, func(e *review.Entry) *string { return &e.Reason }),
}

// states are the words for the kinds of rows; the first is written. An issue
// that this program numbered reads back as one of the past.
var states = map[review.EntryKind][]string{
	review.EntryPast:    {"已用", "", "印发", "已印发", "正常", "已发", "有效", "归档", "已归档", "issued", "used"},
	review.EntryIssue:   {"已用"},
	review.EntryVoid:    {"作废", "已作废", "废", "void"},
	review.EntryGap:     {"空号", "缺号", "gap"},
	review.EntryDouble:  {"重号", "double"},
	review.EntryOpening: {"起始号", "起号", "开账", "opening"},
}

// reserved are words for a number kept free for later, which a ledger of this
// program never does.
var reserved = []string{"预留", "保留", "留号", "预留号", "占号", "reserved"}

func (c column) is(head string) bool {
	return c.head == head || slices.Contains(c.also, strings.ToLower(head))
}

func words(head string, also []string, of func(*review.Entry) *string) column {
	return column{head, also, func(e review.Entry) string { return *of(&e) },
		func(e *review.Entry, cell string) string { *of(e) = cell; return "" }}
}

func number(head string, also []string, of func(*doc.Number) *int) column {
	return column{head, also, func(e review.Entry) string {
		if n := *of(&e.Number); n > 0 {
			return strconv.Itoa(n)
		}
		return ""
	}, func(e *review.Entry, cell string) string {
		n, ok := readNumber(cell)
		*of(&e.Number) = n
		return unless(ok)
	}}
}

func unless(ok bool) string {
	if ok {
		return ""
	}
	return CodeCell
}

// numbered is a number as ledgers write it: "4", "第4期", "总第2196期", "〔2025〕",
// "2025年".
var numbered = regexp.MustCompile(`^[(（〔\[]?总?第?(\d{1,9})[)）〕\]]?[期年号]?[)）]?$`)

// readNumber reads one, in figures of any width; nothing written is 0.
func readNumber(cell string) (int, bool) {
	if cell == "" {
		return 0, true
	}
	parts := numbered.FindStringSubmatch(strings.ReplaceAll(width.Narrow.String(cell), " ", ""))
	if parts == nil {
		return 0, false
	}
	n, err := strconv.Atoi(parts[1])
	return n, err == nil
}

var dated = regexp.MustCompile(`^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$`)

func readDate(e *review.Entry, cell string) string {
	if cell == "" {
		return ""
	}
	parts := dated.FindStringSubmatch(width.Narrow.String(cell))
	if parts == nil {
		return CodeCell
	}
	e.Date = doc.Date{Year: atoi(parts[1]), Month: atoi(parts[2]), Day: atoi(parts[3])}
	return unless(e.Date.Valid())
}

// atoi reads figures that a pattern matched.
func atoi(figures string) int {
	n, _ := strconv.Atoi(figures) // at most four of them
	return n
}

func readState(e *review.Entry, cell string) string {
	cell = strings.ToLower(cell)
	if slices.Contains(reserved, cell) {
		return CodeReserved
	}
	for kind, words := range states {
		if kind != review.EntryIssue && slices.Contains(words, cell) {
			e.Kind = kind
			return ""
		}
	}
	return CodeCell
}
