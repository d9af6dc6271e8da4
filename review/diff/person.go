package diff

import (
	"strings"
	"unicode/utf8"
)

const surnames = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝安常乐于傅皮卞齐康伍余元顾孟黄穆萧尹姚邵汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房解应宗丁宣邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀羊惠甄曲家封芮储靳松井段富巫乌焦巴弓牧车侯全班仰秋仲宫宁仇栾甘厉祖武符刘景詹束龙叶幸司韶黎薄印白怀蒲邰从索赖卓屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍桑桂牛寿通边扈燕冀浦尚农温庄晏柴瞿阎连习艾鱼容向古易慎戈廖庾终居衡步耿满弘匡文寇禄东欧沃利师巩聂晁勾敖冷辛阚那简饶曾关查游竺权肖涂付代覃闫"

var (
	isSurname      = runeSet(surnames)
	doubleSurnames = wordSet("欧阳 司马 上官 诸葛 令狐 皇甫 尉迟 公孙 慕容 司徒 夏侯 东方")
)

func runeSet(s string) map[rune]bool {
	set := map[rune]bool{}
	for _, r := range s {
		set[r] = true
	}
	return set
}

// name reads the name of a person: known by the post before it, or by what
// follows it.
func (s *scan) name(rest string, posted bool) bool {
	family := surnameEnd(rest)
	if family == 0 {
		return false
	}
	for _, given := range []int{2, 1} {
		end := hanEnd(rest, family, given)
		if end == 0 {
			continue
		}
		if !s.isCommon(rest[:end]) && (saysPerson(rest[end:]) || posted && s.isWordStart(s.at(s.i)+end)) {
			s.add(ClassPerson, rest[:end], false)
			s.skip(end)
			return true
		}
	}
	return false
}

func surnameEnd(s string) int {
	const double = 2 * len("字")
	if len(s) >= double && doubleSurnames[s[:double]] {
		return double
	}
	if r, size := utf8.DecodeRuneInString(s); isSurname[r] {
		return size
	}
	return 0
}

// hanEnd returns where n Chinese characters from the given place end, or 0.
func hanEnd(s string, from, n int) int {
	for ; n > 0; n-- {
		r, size := utf8.DecodeRuneInString(s[from:])
		if size != 3 || r < firstHan || r > lastHan {
			return 0
		}
		from += size
	}
	return from
}

// saysPerson reports whether what a text begins with is said of persons only.
func saysPerson(s string) bool {
	_, m := longestPhrase(s, s, false)
	return m == post || m == speech
}

func (s *scan) isWordStart(at int) bool {
	for _, w := range s.words {
		if w >= at {
			return w == at
		}
	}
	return at == len(s.text)
}

// isNameChange recognises names that stand by themselves, as in a list: both
// sides of the change look like names, and neither is a common word.
func (r *reader) isNameChange(old, new string) bool {
	const separators = "、，,： 　"
	old, new = strings.Trim(old, separators), strings.Trim(new, separators)
	return old+new != "" && old != new && r.mayBeName(old) && r.mayBeName(new)
}

// From these weights on a word is no name, and a word in it no part of one.
const (
	commonWeight     = 14
	veryCommonWeight = 20
)

func (r *reader) mayBeName(s string) bool {
	if s == "" {
		return true
	}
	family := surnameEnd(s)
	if family == 0 || len(s) == family || hanEnd(s, family, (len(s)-family)/3) != len(s) || len(s)-family > 6 {
		return false
	}
	if r.lexicon == nil {
		return false
	}
	return !r.isCommon(s)
}

// isCommon reports whether a text that may be a name is a word or a place, or
// has a word in it that is more common still.
func (r *reader) isCommon(s string) bool {
	e, known := r.lexicon.find(s)
	if known && (e.weight >= commonWeight || e.kind == placeWord) {
		return true
	}
	const pair = 2 * len("字")
	if len(s) != pair+len("字") {
		return false
	}
	head, _ := r.lexicon.find(s[:pair])
	tail, _ := r.lexicon.find(s[len(s)-pair:])
	return max(head.weight, tail.weight) >= veryCommonWeight
}
