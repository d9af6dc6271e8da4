package form

import (
	"strconv"
	"strings"

	"jianbao/editor/doc"
)

// The labels as printed, each with its colon.
const (
	SecurityLabel   = "密级："
	CopyNumberLabel = "编号："
	NoteLabel       = "编者按："
	EditorLabel     = "责编："
	CheckerLabel    = "核稿："
	PhoneLabel      = "电话："
	FaxLabel        = "传真："
	EmailLabel      = "邮箱："
	ReportToLabel   = "报："
	CopyToLabel     = "送："
	SendToLabel     = "发："
)

// Grades are the three words that say of themselves that they are a 密级.
var Grades = []string{"绝密", "机密", "秘密"}

// securityLabel is empty for the three grades of the law, which are printed
// bare; any other word needs a label to be understood.
func securityLabel(value string) string {
	for _, grade := range Grades {
		if strings.HasPrefix(value, grade) {
			return ""
		}
	}
	return SecurityLabel
}

// numberLabel names the year only where the date does not: in an ordinary
// masthead 第4期 and the date beside it say it together.
func numberLabel(m doc.Masthead) string {
	if y := m.Number.Year; y != 0 && y != m.Date.Year {
		return strconv.Itoa(y) + "年第"
	}
	return "第"
}
