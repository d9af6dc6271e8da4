package spell

import (
	"regexp"
	"unicode"
	"unicode/utf8"
)

const surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"

// proper are titles of works, and names of people told by the post or the form
// of address beside them; the last group that matched is what is masked.
var proper = []*regexp.Regexp{
	regexp.MustCompile(`《([^》]*)》`),
	regexp.MustCompile(`([` + surnames + `]\p{Han}{1,2})(?:同志|先生|女士|同学|老师)`),
	regexp.MustCompile(`(?:书记|省长|市长|县长|区长|乡长|镇长|厅长|局长|处长|科长|部长|院长|校长|会长|主任|主席|秘书长|董事长|经理)([` + surnames +
		`]\p{Han}{1,2})(?:[，。；、）\s]|主持|出席|讲话|强调|指出|参加|带队|$)`),
}

// open tells the runes of a text that may be slips: Chinese characters outside
// names and titles. What is masked still counts as context.
func open(text string) []bool {
	may := make([]bool, 0, len(text)/2)
	for _, r := range text {
		may = append(may, unicode.Is(unicode.Han, r))
	}
	for _, p := range proper {
		for _, m := range p.FindAllStringSubmatchIndex(text, -1) {
			from := utf8.RuneCountInString(text[:m[2]])
			clear(may[from : from+utf8.RuneCountInString(text[m[2]:m[3]])])
		}
	}
	return may
}
