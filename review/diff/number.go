package diff

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	hanDigits  = "〇零一二三四五六七八九十百千万亿两"
	magnitudes = "十百千万亿"
)

// isHanDigit reports whether r is one of hanDigits.
func isHanDigit(r rune) bool {
	switch r {
	case '〇', '零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '万', '亿', '两':
		return true
	}
	return false
}

// numberUnits may follow a number and stay with it; longer ones first, where one
// starts with another.
var numberUnits = []string{
	"个百分点", "百分点", "平方公里", "平方米", "立方米", "公里", "公顷", "公斤", "千米", "千克", "千瓦", "摄氏度",
	"年", "月", "日", "时", "分", "秒", "天", "周", "岁", "元", "吨", "米", "亩", "度", "倍", "成", "%", "％", "‰", "℃",
	"个", "人", "名", "户", "家", "项", "次", "件", "条", "章", "节", "款", "期", "号", "届", "批", "场", "起", "处", "所", "位",
}

// numberEnd returns the end of a number written in Chinese characters, with
// its unit, or from where there is none. A single numeral is a number only
// after 第: 统一 and 一些 have nothing to count.
func numberEnd(s string, from int) int {
	end, digits := from, 0
	for end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		if !isHanDigit(r) || continuesCluster(s[end+size:]) {
			break
		}
		end, digits = end+size, digits+1
	}
	if digits >= 2 || digits == 1 && strings.HasSuffix(s[:from], "第") {
		return unitEnd(s, end)
	}
	return from
}

// ordinalEnd returns the end of the number and unit after 第, which ends at
// from, or the end of the character 第 itself.
func ordinalEnd(s string, from int) int {
	if end := numberEnd(s, from); end > from {
		return end
	}
	if r, _ := utf8.DecodeRuneInString(s[from:]); unicode.IsDigit(r) {
		return wordEnd(s, from)
	}
	return clusterEnd(s, from-len("第"))
}

// unitEnd returns the end of the magnitude and unit that follow a number.
func unitEnd(s string, from int) int {
	end := from
	for end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		if !strings.ContainsRune(magnitudes, r) || continuesCluster(s[end+size:]) {
			break
		}
		end += size
	}
	for _, u := range numberUnits {
		if strings.HasPrefix(s[end:], u) && !continuesCluster(s[end+len(u):]) {
			return end + len(u)
		}
	}
	return end
}
