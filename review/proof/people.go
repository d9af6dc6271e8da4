package proof

import (
	"regexp"
	"strings"
)

const surnames = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉龚程邢滑裴陆荣翁荀羊甄曲家封芮储靳段焦巴牧隗山谷车侯宓蓬全班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶黎薄印宿白怀蒲台从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰雍桑桂濮牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公肖付代"

// titled finds a name of three characters between a post and what may follow a
// name.
var titled = regexp.MustCompile(`(\p{Han}(?:书记|市长|区长|县长|镇长|乡长|省长|主任|局长|部长|处长|科长|院长|校长|会长|主席|厅长|司长|所长|站长|组长|秘书长|董事长|总经理))(\p{Han}{3})(?:同志|出席|主持|强调|指出|要求|表示|介绍|讲话|作|带队|参加|率|在|到|对|[、，。；：（）]|$)`)

// bearer is a name that stands after a post.
type bearer struct {
	name          []rune
	passage, from int
}

// variants finds one name written in two ways: the same post, and names of
// which one character differs. The one that stands less often is reported.
func variants(s *sheet) []placed {
	posts := map[string][]bearer{}
	count := map[string]int{}
	for i, p := range s.passages {
		for _, m := range titled.FindAllStringSubmatchIndex(p.Text, -1) {
			post, name := p.Text[m[2]:m[3]], p.Text[m[4]:m[5]]
			count[name]++
			posts[post] = append(posts[post], bearer{[]rune(name), i, p.rune(m[4])})
		}
	}
	var found []placed
	for _, all := range posts {
		for at, b := range all {
			if other, ok := b.likely(all, at, count); ok {
				found = append(found, placed{b.passage, hit{from: b.from, to: b.from + len(b.name), fixes: []string{other}, args: map[string]string{"other": other}}})
			}
		}
	}
	return found
}

// likely returns the name that b, one of those with the same post, more likely
// should be: one that stands more often, or as often and earlier.
func (b bearer) likely(all []bearer, at int, count map[string]int) (string, bool) {
	mine := count[string(b.name)]
	for i, o := range all {
		theirs := count[string(o.name)]
		if misread(o.name, b.name) && (theirs > mine || theirs == mine && i < at) {
			return string(o.name), true
		}
	}
	return "", false
}

// misread reports whether one character of a name was written as another: within
// the given name, or a surname as what is none. Two surnames are two people.
func misread(right, wrong []rune) bool {
	differ := 0
	for i := range right {
		if right[i] != wrong[i] {
			differ++
		}
	}
	return differ == 1 && isSurname(right[0]) && (right[0] == wrong[0] || !isSurname(wrong[0]))
}

func isSurname(r rune) bool { return strings.ContainsRune(surnames, r) }
