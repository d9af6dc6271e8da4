package diff

import (
	"strings"
	"unicode/utf8"
)

// bodySuffixes are what names of offices, companies and places end with; longer
// ones first, where one ends with another.
var bodySuffixes = strings.Fields(`
	人民政府 政府 党委 党组 党支部 委员会 领导小组 指挥部 办公厅 办公室 人民法院 法院 检察院 公安局 派出所
	有限公司 公司 集团 银行 医院 大学 学院 中学 小学 学校 幼儿园 研究院 研究所 协会 商会 工会 联合会 基金会 中心
	街道 社区 小区 开发区 园区 自治区 自治州 自治县 村委会 居委会
	局 厅 部 委 办 处 院 所 站 省 市 县 区 州 镇 乡 村
`)

// notBodies end like names of offices or places and are not.
var notBodies = wordSet(`
	全部 内部 外部 大部 干部 局部 总部 东部 西部 南部 北部 中部 上部 下部 各部 两部 一部 底部 头部 根部 全局 大局 布局 结局 格局 时局
	变局 开局 破局 僵局 平局 出局 顾全大局 到处 好处 坏处 各处 处处 用处 益处 害处 难处 深处 远处 一处 长处 短处 共同之处 举办 主办 承办 协办 创办
	开办 督办 督查督办 交办 催办 代办 帮办 兴办 查办 惩办 包办 帮代办 就近办 立办 快办 能办 好办 一网通办 全省 我省 本省 该省
	各省 外省 全市 我市 本市 该市 各市 城市 都市 上市 超市 股市 入市 门市 楼市 菜市 农贸市 全县 我县 本县 各县 全区 我区 本区 各区 地区 城区 市区 郊区
	山区 灾区 老区 景区 校区 片区 辖区 林区 牧区 库区 矿区 厂区 特区 分区 全镇 我镇 城镇 乡镇 小镇 古镇 重镇
	坐镇 城乡 下乡 家乡 回乡 返乡 全乡 他乡 故乡 农村 乡村 全村 山村 本村 各村 新村 行政村 自然村 渔村 进村 入村 驻村 场所 住所 处所 有所 各所 车站
	网站 电站 出站 出院 入院 住院 全院
	因地 无所 所所 一所 两所 设立 委 优委 原委 编委 常委 政委 团委 各地 两地 一办 经办 申办 补办 审办 开设
`)

// kinds are bodies without a name, which tell only with what stands before them
// or where the other side says another one.
var kinds = wordSet(`
	局 厅 部 委 办 处 院 所 站 省 市 县 区 州 镇 乡 村 政府 党委 党组 中心 街道 社区 小区 园区 学校 公司 集团 银行 医院 大学 委员会 办公室 领导小组
	学院 中学 小学 工会 协会 开发区 人民政府 研究所 研究院 法院 检察院 人民法院 党支部 指挥部 有限公司 自治区 自治州 自治县 幼儿园 联合会 商会 基金会 办公厅 派出所 村委会 居委会
`)

// fieldsFrom are what names of offices are made of, where these are common
// words, by their first character.
var fieldsFrom = byFirstRune(`
	发展改革 卫生健康 农业农村 自然资源 生态环境 住房城乡建设 城乡建设 交通运输 市场监管 市场监督管理 应急管理 文化旅游 文化和旅游 退役军人事务 人力资源社会保障 人力资源和社会保障
	医疗保障 工业和信息化 科学技术 教育 财政 审计 公安 司法 民政 水利 商务 外事 统计 税务 信访 林业 气象 体育 民族 宗教 组织 宣传 统战 政法 纪检监察 国资 编制 城市管理 行政审批 政务服务 大数据 乡村振兴 金融 粮食 海关
`)

// linking are words that stand before a name and do not belong to it.
var linking = wordSet("的 在 和 与 及 由 对 向 到 了 将 为 是 等 各 全 该 本 我 其 从 以 于 经 请 让 被 把 按 据 并 而 或 同 给 有 设 赴 去 来 往 这 那 原 新 市 县 省 区")

// organisation reads a place known to the lexicon, or a name by its ending.
func (s *scan) organisation(word string) bool {
	if e, known := s.lexicon.find(word); known && e.kind == placeWord && !notBodies[word] {
		s.add(ClassOrganisation, word, false)
		s.i++
		return true
	}
	if n := officeEnd(s.text[s.at(s.i):]); n > 0 {
		s.add(ClassOrganisation, s.text[s.at(s.i):][:n], false)
		s.skip(n)
		return true
	}
	if bodySuffix(word) == "" || notBodies[word] {
		return false
	}
	name := word
	if kinds[word] {
		name = s.qualifier() + word
	}
	s.add(ClassOrganisation, name, kinds[name])
	s.i++
	return true
}

// officeEnd returns the length of the office that s starts with, such as
// 发展改革委, or 0.
func officeEnd(s string) int {
	first, _ := utf8.DecodeRuneInString(s)
	for _, field := range fieldsFrom[first] {
		if rest, ok := strings.CutPrefix(s, field); ok {
			r, size := utf8.DecodeRuneInString(rest)
			if size > 0 && strings.ContainsRune("局厅部委办署", r) {
				return len(field) + size
			}
		}
	}
	return 0
}

func bodySuffix(word string) string {
	for _, suffix := range bodySuffixes {
		if strings.HasSuffix(word, suffix) {
			return suffix
		}
	}
	return ""
}

// qualifier returns the name, as far as it is one, that stands before the word
// looked at: single characters, or one word that is not a common one.
func (s *scan) qualifier() string {
	from := s.i
	for from > 0 && s.i-from < 3 && s.isSingleHan(from-1) {
		from--
	}
	if from == s.i && from > 0 && s.isRareWord(s.word(from-1)) {
		from--
	}
	return s.text[s.at(from):s.at(s.i)]
}

func (s *scan) isSingleHan(i int) bool {
	word := s.word(i)
	return s.lexicon != nil && hanEnd(word, 0, 1) == len(word) && !linking[word]
}

// rareWeight is the weight up to which a word may be part of a name.
const rareWeight = 19

func (s *scan) isRareWord(word string) bool {
	if utf8.RuneCountInString(word) < 2 || hanEnd(word, 0, utf8.RuneCountInString(word)) == 0 {
		return false
	}
	e, known := s.lexicon.find(word)
	return s.lexicon != nil && (!known || e.weight <= rareWeight || e.kind == placeWord)
}

func byFirstRune(list string) map[rune][]string {
	index := map[rune][]string{}
	for _, word := range strings.Fields(list) {
		r, _ := utf8.DecodeRuneInString(word)
		index[r] = append(index[r], word)
	}
	return index
}

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(list) {
		set[word] = true
	}
	return set
}
