package diff

import (
	"strings"
	"unicode/utf8"
)

// meaning is what a phrase of the vocabulary says.
type meaning int

const (
	neutral    meaning = iota + 1 // looks like one of the others and is none
	negation                      // says no
	firmness                      // how firmly something is promised, ordered or said to be done
	progress                      // how far something has come; tells where both sides say so
	when                          // a date without a number
	limit                         // how exact the number beside it is
	direction                     // which way a figure goes; tells where both sides say so
	percentage                    // a number by itself
	post                          // a post, or a label before a name
	speech                        // what only persons do, after a name
)

// vocabulary lists the phrases by what they say. The longest phrase counts.
var vocabulary = map[meaning]string{
	neutral: `
		不断 不仅 不但 不少 不同 不久 不管 不论 不如 不惜 不懈 不折不扣 不光 不过 不止 不只 不只是 不仅仅 不约而同 不遗余力 不可或缺 不平凡 不忘初心 不动产 不忘
		无论 无数 无疑 无线 无人机 无偿 无缝 无私 无比 无微不至 无障碍 无限 未来 未成年人 未成年 没收 没落 勿忘 非常 非洲 非遗 非公 非公有制 非机动车 非物质文化遗产 非凡
		特别 分别 区别 差别 级别 个别 性别 类别 识别 判别 辨别 告别 派别
		一些 一样 一般 一直 一同 一致 一旦 一体 一体化 一方面 一系列 一定 一切 一起 一道 一线 一流 一并 一如既往 一把手 一窗 一网 一站式 一时 一度 一再 一向 一手 一心 一步 一家人 统一 专一 唯一 万一
		进一步 十分 三农 两会 四风 万众 千方百计 三公 两委 一分为二 八面 四面 五金 三峡 九州 二维码 半导体 几乎 数字 数据 数量 数字化 千家万户 百姓 万分 一号文件 一岗双责
		应用 应对 应急 应邀 响应 反应 适应 对应 供应 效应 相应 应答 应诉 应届 可持续 可靠 可行 可见 可视 可能性 许可 认可 能力 能源 能效 能耗 能够 能人 能动 能级
		将来 将军 将士 须知 必需品 需求 需要 已知 已故 原则 基本面 基本法 基本农田 基本药物 基本公共服务 基本功 基本建设 基本医疗 基本情况 基本单位 基本型 基本原则 基本思路 基本要求 基本条件 基本上
		全面 全面建成 计划生育 计划单列 支持率 保证金 保证书 争取到 要求书 建议书 必要 必然 可可 可口 可怜 可爱 可观
		部长级 主任级 代表性 代表团 代表处 代表作 委员会 主席团 主席台 主席国 书记处 书记员 会长单位 院长令 组长单位
		年份 年度 年龄 年轻 年青 月报 日报 日常 日益 时期 时代 时间 时候 时刻 时期 周边 周围 周密 周到 周转 周期 早日 同时 及时 按时
		多种 多个 多样 多元 多年 多次 超市 超前 超越 近年 近年来 附近 靠近 余地 其余 业余 过半数
	`,
	negation: `
		不 没 没有 未 未能 未必 尚未 从未 无 无法 无需 无须 毫无 并无 均无 非 并非 绝非 若非 勿 莫 别 不得 不准 不许 不能 不可 不宜 不应 不予 不再 不必 不用 不要 不会 不愿
		不敢 不肯 并不 绝不 决不 毫不 从不 均不 概不 且不 也不 都不 仍不 还不 尚不 又不 而不 则不 是否 禁止 严禁 杜绝 停止 取消 撤销 废止 拒绝 反对 否认 否定 免予 免于 缺乏 缺少
		暂停 中止 终止 暂缓 除外 不含 不包括 不符合 不合格 不达标 不到位 不完善 不平衡 不充分 不属于 不存在 不构成 不具备 不同意 不一致 不适用 不涉及 不参加 不属实
	`,
	firmness: `
		力争 确保 保证 争取 力求 基本 全部 大部分 绝大部分 多数 大多数 绝大多数 少数 部分 拟 拟于 拟定 已 已经 将 将要 正 正在 即将 计划 预计 预期 有望 或将 可望 原则上 尽量 尽可能 尽力 尽快
		尽早 尽速 立即 马上 立刻 即刻 随即 适时 择机 择期 逐步 逐渐 陆续 分步 分期 务必 必须 应 应当 应该 可 可以 可能 能 须 必需 需 严格 坚决 一律 一概 酌情 视情 视情况 鼓励 倡导 提倡 建议 要求 责成
		责令 敦促 督促 允许 准许 同意 批准 原则同意 初步 基本上 大体 大致 完全 彻底 根本 或许 也许 大概 似乎 据称 据悉 据报 疑似 涉嫌 不得不 一般 通常 必将 势必 继续 暂 暂时 临时 长期 永久
		绝对 必定 一定要 一定 肯定 承诺 答应 有条件的 具备条件的 有条件 试点 试行 强制 自愿 优先 定期 随时 限期 按期 如期 提前 延期 推迟
	`,
	progress: `
		完成 建成 竣工 办结 实现 落实 推进 启动 开工 动工 在建 筹备 研究 探索 开展 实施 推动 加快 谋划 规划 投产 投用 通车 完工 整改到位 达到 接近 见效 解决 缓解 化解 处理 查处 移送 立案 结案
	`,
	when: `
		今年 去年 前年 明年 后年 当年 同年 次年 翌年 本年 今年以来 去年底 今年底 年初 年中 年底 年末 年内 年底前 上半年 下半年 本月 上月 下月 当月 次月 月初 月底 月末 月中 上旬 中旬 下旬 本周 上周 下周
		今日 今天 昨日 昨天 明日 明天 后天 前天 当日 当天 次日 翌日 即日 近日 日前 近期 目前 当前 此前 前期 凌晨 早晨 清晨 早上 上午 中午 下午 傍晚 晚上 晚间 夜间 深夜 午后 午前
		星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 周一 周二 周三 周四 周五 周六 周日 周末 节前 节后 节日期间 汛期 汛前 汛后 春节 元旦 清明 五一 端午 中秋 国庆 十一 春季 夏季 秋季 冬季 春运
		一季度 二季度 三季度 四季度 第一季度 第二季度 第三季度 第四季度 前三季度 本季度 上季度 下季度 季度末 正月 腊月 十四五 十五五 十三五 元月 会前 会后 事前 事后
	`,
	limit: `
		以上 以下 以内 以外 之内 左右 上下 超过 超出 逾 超 达 不足 不到 至少 最多 至多 约 大约 近 将近 接近 余 多 许 整 来 仅 累计 平均 人均 不少于 不低于 不高于 不超过 不多于 不大于 不小于 高于 低于 多于 少于 大于 小于 高达 达到 突破
	`,
	direction: `
		增长 上升 增加 提高 提升 上涨 上调 扩大 走高 递增 攀升 回升 增 升 下降 减少 降低 下跌 下调 缩小 走低 递减 下滑 回落 降 减 持平 盈利 亏损 净增 净减 高出 低出 同比 环比 占比 增幅 降幅 增速 顺差 逆差
	`,
	percentage: `百分之 千分之 万分之 分之 翻番 翻一番 翻两番 过半 半数 一半 减半 倍增 成倍 首次 首个 首批 唯一 全国第一 全省第一`,
	post: `
		总书记 书记 副书记 党委书记 总理 副总理 国务委员 主席 副主席 部长 副部长 省长 副省长 市长 副市长 县长 副县长 区长 副区长 镇长 副镇长 乡长 副乡长 村长 州长 厅长 副厅长 司长 副司长 局长 副局长 处长 副处长 科长 副科长
		主任 副主任 委员 常委 秘书长 副秘书长 校长 副校长 院长 副院长 所长 副所长 站长 副站长 会长 副会长 理事长 董事长 总经理 副总经理 经理 厂长 组长 副组长 队长 副队长 支队长 大队长 总队长 政委 司令员 检察长 审判长 庭长
		行长 副行长 主编 副主编 总编辑 编辑 记者 经办人 承办人 责编 责任编辑 核稿 签发 审核 审签 拟稿 撰稿 供稿 联系人 负责人 主要负责人 分管负责人 党组书记 巡视员 调研员 专员 参事 顾问 代表 教授 研究员 工程师 总工程师 主治医师 教师 干事
		法定代表人 主持人 召集人 网格员 河长 林长 田长 楼长 先生 女士 同志 班长 台长 社长 馆长 园长 总监 关长 警长 局党组成员 党组成员 第一书记
	`,
	speech: `强调 指出 表示 主持 出席 介绍 带队 率队 率领 讲话 致辞 宣布 陪同 等同志 一行 告诉 说 说道 认为 坦言 作报告 代表市委 任组长 任副组长 担任 当选 任 兼任 通报了 汇报了 听取 深入 赴 到会 同志 先生 女士`,
}

// phrases is the vocabulary by phrase; an entry of several meanings keeps the
// most telling, which is the one declared first after neutral.
var (
	phrases  = indexVocabulary()
	longest  = longestPhrases()
	reversed = wordSet("下降 减少 降低 下跌 下调 缩小 走低 递减 下滑 回落 降 减 亏损 净减 低出 逆差 降幅")
)

func indexVocabulary() map[string]meaning {
	index := map[string]meaning{}
	for m := speech; m >= neutral; m-- {
		for _, phrase := range strings.Fields(vocabulary[m]) {
			index[phrase] = m
		}
	}
	return index
}

// longestPhrases returns for each first character how long, in bytes, a phrase
// that starts with it can be.
func longestPhrases() map[rune]int {
	length := map[rune]int{}
	for phrase := range phrases {
		r, _ := utf8.DecodeRuneInString(phrase)
		length[r] = max(length[r], len(phrase))
	}
	return length
}

// longestPhrase returns the longest phrase that s starts with. A phrase of one
// character counts only where it is a whole word, if words are known.
func longestPhrase(s, word string, wordsKnown bool) (string, meaning) {
	r, size := utf8.DecodeRuneInString(s)
	for n := min(longest[r], len(s)); n > size; n-- {
		if m := phrases[s[:n]]; m != 0 {
			return s[:n], m
		}
	}
	if n := min(size, longest[r]); n > 0 && (!wordsKnown || len(word) == size) {
		return s[:n], phrases[s[:n]]
	}
	return "", 0
}

func startsPhrase(s string) bool {
	_, m := longestPhrase(s, s, true)
	return m != 0
}

// phrase reads a phrase of the vocabulary, with which rest starts, and returns
// its length together with what goes with it.
func (s *scan) phrase(rest, phrase string, m meaning) int {
	switch m {
	case negation:
		s.add(ClassNegation, phrase, false)
	case firmness:
		s.add(ClassCommitment, phrase, false)
	case progress:
		s.add(ClassCommitment, phrase, true)
	case when:
		phrase = rest[:weekdayEnd(rest, len(phrase))]
		s.add(ClassDate, phrase, false)
		s.dated = true
	case limit:
		s.add(ClassNumber, phrase, s.counted == 0 && !s.numberFollows(len(phrase)))
	case percentage:
		s.add(ClassNumber, phrase, false)
	case direction:
		s.add(ClassNumber, trend(phrase), true)
	case post:
		s.add(ClassPerson, phrase, false)
		s.posted = true
	}
	return len(phrase)
}

// weekdayEnd returns the end of the day after a week that ends at from: 本周三.
func weekdayEnd(s string, from int) int {
	r, size := utf8.DecodeRuneInString(s[from:])
	if strings.HasSuffix(s[:from], "周") && size > 0 && strings.ContainsRune("一二三四五六日末", r) {
		return from + size
	}
	return from
}

// trend is the way a phrase says a figure goes; phrases of one way say the same.
func trend(phrase string) string {
	switch {
	case reversed[phrase]:
		return "down"
	case strings.ContainsAny(phrase, "比占持速幅"):
		return phrase
	}
	return "up"
}

// numberFollows reports whether a number stands n bytes behind the start of the
// current word.
func (s *scan) numberFollows(n int) bool {
	rest := s.text[min(len(s.text), s.at(s.i)+n):]
	return rest != "" && isNumberWord(rest[:wordEnd(rest, 0)])
}
