package review

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"jianbao/editor/doc"
)

// ItemID names an item of a register.
type ItemID string

// ItemKind says which register an item belongs to.
type ItemKind string

// The registers.
const (
	ItemPerson    ItemKind = "person"    // 人员：姓名、职务、次序
	ItemBody      ItemKind = "body"      // 机构：全称、简称
	ItemPhrase    ItemKind = "phrase"    // 固定提法
	ItemForbidden ItemKind = "forbidden" // 禁用词
	ItemPreferred ItemKind = "preferred" // 规范用词
	ItemKnown     ItemKind = "known"     // 单位词典: no speller flags it
	ItemSlip      ItemKind = "slip"      // 错情: found after issue, checked from then on
)

// ItemKinds lists the registers in the order in which they are shown.
func ItemKinds() []ItemKind {
	return []ItemKind{ItemPerson, ItemBody, ItemPhrase, ItemForbidden, ItemPreferred, ItemKnown, ItemSlip}
}

// Item (名录条目) is one row of a register that the office keeps for
// proofreading. A person with two posts has two rows.
type Item struct {
	ID       ItemID
	Series   SeriesID // "" for every series
	Kind     ItemKind
	Name     string   // the person, the full name of the body, the phrase, the word that is looked for
	Post     string   // of a person
	Order    int      // rank of a person, 1 before 2; 0 if unknown
	Short    []string // short forms of a body
	Right    string   // what to write instead of the word; "" where that takes thought
	Except   []string // strings within which the word is right
	From, To doc.Date // the first and the last day on which it holds; zero for no bound
	Found    DraftID  // the issue a slip was found in
	Note     string
	By       PersonID
	At       time.Time
}

// The codes of what Validate finds.
const (
	CodeItemKind  = "review.item.kind"  // no such register: value
	CodeItemName  = "review.item.name"  // nothing, or too much, stands for the name
	CodeItemText  = "review.item.text"  // blanks at an end or characters that cannot be seen: value
	CodeItemPost  = "review.item.post"  // a person without a post: name
	CodeItemRight = "review.item.right" // nothing to write instead, or the same: name
	CodeItemDates = "review.item.dates" // no such day, or it ends before it begins: name
	CodeItemField = "review.item.field" // the register has no such column: name
	CodeItemTwice = "review.item.twice" // the same row stands there already: name
)

// itemCodes lists them for Codes.
var itemCodes = []string{CodeItemKind, CodeItemName, CodeItemText, CodeItemPost, CodeItemRight, CodeItemDates, CodeItemField, CodeItemTwice}

// itemLength is the most characters that one cell of a register holds.
const itemLength = 200

// Holds reports whether the item is in force on a day; on an unknown day every
// item is.
func (i Item) Holds(on doc.Date) bool {
	day := on.String()
	return on.IsZero() || (i.From.IsZero() || day >= i.From.String()) && (i.To.IsZero() || day <= i.To.String())
}

// Says reports whether two items say the same, whoever entered them when.
func (i Item) Says(o Item) bool {
	return i.Series == o.Series && i.Kind == o.Kind && i.Name == o.Name && i.Post == o.Post && i.Order == o.Order &&
		slices.Equal(i.Short, o.Short) && i.Right == o.Right && slices.Equal(i.Except, o.Except) &&
		i.From == o.From && i.To == o.To && i.Found == o.Found && i.Note == o.Note
}

// Validate says what keeps the item out of its register, nil if nothing does.
func (i Item) Validate() []doc.Problem {
	var found []doc.Problem
	add := func(wrong bool, code, value string) {
		if wrong {
			found = append(found, doc.Problem{Code: code, Args: map[string]string{"name": i.Name, "value": value}})
		}
	}
	add(!slices.Contains(ItemKinds(), i.Kind), CodeItemKind, string(i.Kind))
	add(i.Name == "" || len([]rune(i.Name)) > itemLength, CodeItemName, i.Name)
	for _, cell := range slices.Concat([]string{i.Name, i.Post, i.Right, i.Note}, i.Short, i.Except) {
		add(!isCell(cell), CodeItemText, cell)
	}
	add(i.Kind == ItemPerson && i.Post == "", CodeItemPost, "")
	add((i.Kind == ItemPreferred || i.Kind == ItemSlip) && i.Right == "" || i.Right != "" && i.Right == i.Name, CodeItemRight, i.Right)
	add(!i.From.Valid() || !i.To.Valid() || !i.To.IsZero() && i.From.String() > i.To.String(), CodeItemDates, "")
	add(i.strays(), CodeItemField, "")
	return found
}

// strays reports whether a column is filled that the register does not have.
func (i Item) strays() bool {
	isWord := i.Kind == ItemForbidden || i.Kind == ItemPreferred || i.Kind == ItemSlip
	return (i.Post != "" || i.Order != 0) && i.Kind != ItemPerson || i.Order < 0 || len(i.Short) > 0 && i.Kind != ItemBody ||
		(i.Right != "" || len(i.Except) > 0) && !isWord || i.Found != "" && i.Kind != ItemSlip
}

// isCell reports whether a value comes back unchanged from any table: one line,
// no blanks at its ends, nothing that cannot be seen.
func isCell(s string) bool {
	return s == strings.TrimSpace(s) && len([]rune(s)) <= itemLength &&
		!strings.ContainsFunc(s, func(r rune) bool {
			return unicode.IsControl(r) || r == '\ufeff' || r == unicode.ReplacementChar || r == '\u2028' || r == '\u2029'
		})
}
