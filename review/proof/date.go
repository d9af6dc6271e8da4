package proof

import (
	"regexp"
	"strconv"
	"time"

	"jianbao/editor/doc"
)

var (
	dated = regexp.MustCompile(`(?:([0-9]{4}) ?年 ?)?([0-9]{1,2}) ?月(?: ?([0-9]{1,2}) ?[日号])?`)
	iso   = regexp.MustCompile(`([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})`)
	// a day in Chinese, but for those of the lunar calendar
	solemn = regexp.MustCompile(`(农历|阴历|旧历)?(?:([〇○零一二三四五六七八九]{4})年)?([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日`)
	clock  = regexp.MustCompile(`(?:[日午晚上晨早]|当天) ?([0-9]{1,2}) ?(?:[时点]|[:：]([0-9]{2}))(?: ?([0-9]{1,2}) ?分)?|([0-9]{1,2})时([0-9]{1,2})分`)
	week   = regexp.MustCompile(`^ ?[（(]?(?:星期|周|礼拜)([一二三四五六日天])`)
)

// day is a date as it is written: a year or a day of 0 is not stated.
type day struct {
	doc.Date
	from, to int // in bytes
}

// days returns the dates in a text.
func days(s string) []day {
	var found []day
	for _, m := range append(dated.FindAllStringSubmatchIndex(s, -1), iso.FindAllStringSubmatchIndex(s, -1)...) {
		if m[0] > 0 && (isDigit(rune(s[m[0]-1])) || s[m[0]-1] == '.' || s[m[0]-1] == '-') || m[1] < len(s) && isDigit(rune(s[m[1]])) {
			continue
		}
		d := day{from: m[0], to: m[1]}
		for i, part := range []*int{&d.Year, &d.Month, &d.Day} {
			if m[2+2*i] >= 0 {
				*part, _ = strconv.Atoi(s[m[2+2*i]:m[3+2*i]]) // digits only
			}
		}
		found = append(found, d)
	}
	return found
}

// exists reports whether the day may exist; 29 February does in an unknown year.
func (d day) exists(hasDay bool) bool {
	year := d.Year
	if year == 0 {
		year = 2000
	}
	if !hasDay {
		return d.Month >= 1 && d.Month <= 12
	}
	return doc.Date{Year: year, Month: d.Month, Day: d.Day}.Valid()
}

// noSuchDay finds days and hours that do not exist.
func noSuchDay(p *passage) []hit {
	var hits []hit
	for _, d := range days(p.Text) {
		if !d.exists(d.Day != 0 || lastRune(p.Text[d.from:d.to]) != '月') {
			hits = append(hits, hit{from: p.rune(d.from), to: p.rune(d.to)})
		}
	}
	for _, m := range clock.FindAllStringSubmatchIndex(p.Text, -1) {
		hour := max(group(p.Text, m, 1), group(p.Text, m, 4))
		minute := max(group(p.Text, m, 2), group(p.Text, m, 3), group(p.Text, m, 5))
		if from := max(m[2], m[8]); hour > 24 || minute > 59 {
			hits = append(hits, hit{from: p.rune(from), to: p.rune(m[1])})
		}
	}
	return append(hits, noSuchSolemnDay(p)...)
}

func noSuchSolemnDay(p *passage) []hit {
	var hits []hit
	for _, m := range solemn.FindAllStringSubmatchIndex(p.Text, -1) {
		d := day{Date: doc.Date{Month: numeral(p.Text[m[6]:m[7]]), Day: numeral(p.Text[m[8]:m[9]])}}
		if m[4] >= 0 {
			d.Year = yearOf(p.Text[m[4]:m[5]])
		}
		if m[2] < 0 && d.Month > 0 && d.Day > 0 && !d.exists(true) {
			hits = append(hits, hit{from: p.rune(m[0]), to: p.rune(m[1])})
		}
	}
	return hits
}

// yearOf reads a year written digit by digit.
func yearOf(s string) int {
	year := 0
	for _, r := range s {
		year = 10*year + max(digit(string(r)), 0) // ○ and 零 stand for 〇
	}
	return year
}

// group returns the number in a group of a match, 0 where it is empty.
func group(s string, m []int, n int) int {
	if m[2*n] < 0 {
		return 0
	}
	v, _ := strconv.Atoi(s[m[2*n]:m[2*n+1]]) // digits only
	return v
}

const weekdays = "日一二三四五六"

// weekday compares a day with the day of the week that stands after it.
func weekday(p *passage) []hit {
	var hits []hit
	for _, d := range days(p.Text) {
		m := week.FindStringSubmatchIndex(p.Text[d.to:])
		if d.Year == 0 {
			d.Year = p.date.Year
		}
		if m == nil || d.Year == 0 || d.Day == 0 || !d.exists(true) {
			continue
		}
		at := int(time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Weekday())
		is, said := weekdays[3*at:3*at+3], p.Text[d.to+m[2]:d.to+m[3]]
		if said == is || said == "天" && is == "日" {
			continue
		}
		from := p.rune(d.to + m[2])
		hits = append(hits, hit{from: from, to: from + 1, fixes: []string{is}, args: map[string]string{"date": d.Chinese(), "weekday": is}})
	}
	return hits
}

var (
	dayRange    = regexp.MustCompile(`([0-9]{1,2})月([0-9]{1,2})日?(?:—|–|-|－|~|～|至|到)([0-9]{1,2})日`)
	monthRange  = regexp.MustCompile(`([0-9]{1,2})月([0-9]{1,2})日(?:—|–|-|－|~|～|至|到)([0-9]{1,2})月([0-9]{1,2})日`)
	yearRange   = regexp.MustCompile(`([0-9]{4})年?(?:—|–|-|－|~|～|至|到)([0-9]{4})年`)
	numberRange = regexp.MustCompile(`([0-9]{1,6})[~～]([0-9]{1,6})[\p{Han}%]`)
)

// reversed finds stretches that end before they begin.
func reversed(p *passage) []hit {
	var hits []hit
	for _, r := range []struct {
		re       *regexp.Regexp
		from, to int
	}{{dayRange, 2, 3}, {monthRange, 2, 4}, {yearRange, 1, 2}, {numberRange, 1, 2}} {
		for _, m := range r.re.FindAllStringSubmatchIndex(p.Text, -1) {
			whole := m[0] == 0 || !isDigit(rune(p.Text[m[0]-1])) && p.Text[m[0]-1] != '.'
			sameMonth := r.re != monthRange || group(p.Text, m, 1) == group(p.Text, m, 3)
			if whole && sameMonth && group(p.Text, m, r.from) > group(p.Text, m, r.to) {
				hits = append(hits, hit{from: p.rune(m[0]), to: p.rune(m[1])})
			}
		}
	}
	return hits
}

var (
	happened = regexp.MustCompile(`^[^。；！？]{0,40}?(?:召开了|举行了|举办了|印发了|开展了|完成了|已经|已于|圆满结束|顺利召开)`)
	planned  = regexp.MustCompile(`将|拟|定于|计划|预计|前|起|底|以前|为止|截止|截至|有效期|力争|确保`)
)

// future finds what is told as done on a day after that of the issue.
func future(p *passage) []hit {
	var hits []hit
	for _, d := range days(p.Text) {
		if d.Year == 0 || d.Day == 0 || p.date.IsZero() || d.Date.String() <= p.date.String() || !d.exists(true) {
			continue
		}
		m := happened.FindString(p.Text[d.to:])
		if m != "" && !planned.MatchString(m) && !planned.MatchString(clauseBefore(p.Text[:d.from])) {
			hits = append(hits, hit{from: p.rune(d.from), to: p.rune(d.to), args: map[string]string{"issued": p.date.Chinese()}})
		}
	}
	return hits
}
