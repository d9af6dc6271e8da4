package proof

import (
	"math"
	"regexp"
	"strconv"
	"strings"
)

const amount = `([0-9]+(?:\.[0-9]+)?)([万亿]?)`

const unitOf = `(个|人次|人|名|户|家|件|项|次|处|起|元|亩|吨|公里|平方米|场|条|份|台|辆|所|座|宗|例|篇|期)`

var (
	total    = regexp.MustCompile(`[，、](?:一?共|共计|合计|总计|总共)(?:有|为)?` + amount + unitOf)
	quantity = regexp.MustCompile(amount + unitOf)
	figures  = regexp.MustCompile(`[0-9]+(?:\.[0-9]+)?`)
	within   = regexp.MustCompile(`共[^，。；！？0-9]{0,8}` + amount + unitOf + `[^，。；！？0-9]{0,10}，其中([^。；！？]*)`)
)

// value reads an amount, 万 and 亿 included.
func value(number, scale string) float64 {
	v, _ := strconv.ParseFloat(number, 64) // digits and a point only
	return v * map[string]float64{"": 1, "万": 1e4, "亿": 1e8}[scale]
}

// sums compares a total with the parts of the same unit that stand before it
// in the sentence, and with each part that it says it holds. Parts that follow
// 其中 may overlap or leave something out: only more than the total is wrong.
func sums(p *passage) []hit {
	var hits []hit
	for _, m := range total.FindAllStringSubmatchIndex(p.Text, -1) {
		said := value(p.Text[m[2]:m[3]], p.Text[m[4]:m[5]])
		sum, ok := parts(sentenceBefore(p.Text[:m[0]]), p.Text[m[6]:m[7]])
		if ok && math.Abs(sum-said) > 1e-6*said {
			hits = append(hits, mismatch(p, m[2], m[7], said, sum))
		}
	}
	for _, m := range within.FindAllStringSubmatchIndex(p.Text, -1) {
		said := value(p.Text[m[2]:m[3]], p.Text[m[4]:m[5]])
		if held := most(p.Text[m[8]:m[9]], p.Text[m[6]:m[7]]); held > said {
			hits = append(hits, mismatch(p, m[2], m[7], said, held))
		}
	}
	return hits
}

// most is what the parts in s make together where they exclude each other, else
// the greatest of them.
func most(s, unit string) float64 {
	if sum, sure := parts(s, unit); sure && !overlapping.MatchString(s) {
		return sum
	}
	greatest := 0.0
	for _, q := range quantity.FindAllStringSubmatch(s, -1) {
		if q[3] == unit {
			greatest = max(greatest, value(q[1], q[2]))
		}
	}
	return greatest
}

// overlapping are words of classes to which one person or thing may belong at
// once.
var overlapping = regexp.MustCompile(`[男女党团岁]|以上|以下|民族|学历|干部|群众|新增|重点|先进|获`)

func mismatch(p *passage, from, to int, said, counted float64) hit {
	return hit{from: p.rune(from), to: p.rune(to), args: map[string]string{"said": plain(said), "counted": plain(counted)}}
}

func plain(v float64) string { return strconv.FormatFloat(math.Round(v*1e6)/1e6, 'f', -1, 64) }

// parts adds up the quantities in s. It is not sure where there are fewer than
// two, where one has another unit, or where the sentence itself sums up.
func parts(s, unit string) (sum float64, sure bool) {
	found := quantity.FindAllStringSubmatch(s, -1)
	if len(found) < 2 || strings.ContainsAny(s, "比超增减约近余多共%") || len(figures.FindAllString(s, -1)) != len(found) {
		return 0, false
	}
	for _, q := range found {
		if q[3] != unit {
			return 0, false
		}
		sum += value(q[1], q[2])
	}
	return sum, true
}

// lookBack is how far, in bytes, a sentence is followed back: in one that is
// longer nothing is certain.
const lookBack = 1200

// sentenceBefore is the part of the sentence that stands before the end of s,
// or "" where the sentence is too long.
func sentenceBefore(s string) string { return lastPart(s, "。；！？：") }

// clauseBefore is the part of the clause that stands before the end of s, or ""
// where the clause is too long.
func clauseBefore(s string) string { return lastPart(s, "。；！？，：") }

func lastPart(s, marks string) string {
	near := s[max(0, len(s)-lookBack):]
	at := strings.LastIndexAny(near, marks)
	switch {
	case at >= 0:
		return near[at+len("。"):]
	case len(near) < len(s):
		return ""
	}
	return s
}

var change = regexp.MustCompile(`[由从]` + amount + `(\p{Han}{0,3}?)(增至|增加到|增长到|上升到|升至|提高到|提升到|扩大到|降至|降到|下降到|减少到|减至|降低到)了?` + amount + `\p{Han}{0,3}，(?:同比|环比|比上年|比去年)?(增长|增加|上升|提高|提升|扩大|下降|减少|降低)了?([0-9]+(?:\.([0-9]+))?)[%％]`)

// growth computes again a rate that stands beside both amounts.
func growth(p *passage) []hit {
	var hits []hit
	for _, m := range change.FindAllStringSubmatchIndex(p.Text, -1) {
		part := func(n int) string {
			if m[2*n] < 0 {
				return ""
			}
			return p.Text[m[2*n]:m[2*n+1]]
		}
		old, now := value(part(1), part(2)), value(part(5), part(6))
		if old == 0 {
			continue
		}
		said, _ := strconv.ParseFloat(part(8), 64) // digits and a point only
		if falls(part(4)) != falls(part(7)) {
			continue
		}
		rate := math.Abs(now-old) / old * 100
		slack := 0.5*math.Pow10(-len(part(9))) + rounding(part(1), part(2), old) + rounding(part(5), part(6), old)
		if math.Abs(rate-said) > slack+1e-9 {
			hits = append(hits, mismatch(p, m[16], m[17], said, math.Round(rate*100)/100))
		}
	}
	return hits
}

func falls(verb string) bool { return strings.ContainsAny(verb, "降减") }

// rounding is how many points a rate may be off because an amount was rounded.
func rounding(number, scale string, old float64) float64 {
	_, decimals, ok := strings.Cut(number, ".")
	if !ok && scale == "" {
		return 0
	}
	return 0.6 * value("1", scale) * math.Pow10(-len(decimals)) / old * 100
}

var share = regexp.MustCompile(`(?:占(?:比|总数|全部|全市|全区|全县|总量)?[^，。；！？0-9]{0,8}|(?:合格|满意|覆盖|到位|出勤|入学|参保|知晓|就业|普及|办结|及格|入户|签约)率[^，。；！？0-9]{0,6})([0-9]+(?:\.[0-9]+)?)[%％]`)

// shares finds shares of a whole above the whole.
func shares(p *passage) []hit {
	var hits []hit
	for _, m := range share.FindAllStringSubmatchIndex(p.Text, -1) {
		if value(p.Text[m[2]:m[3]], "") > 100 && !strings.Contains(p.Text[m[0]:m[2]], "增") {
			hits = append(hits, hit{from: p.rune(m[2]), to: p.rune(m[1])})
		}
	}
	return hits
}
