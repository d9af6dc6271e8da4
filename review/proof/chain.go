package proof

import (
	"regexp"
	"strconv"
	"strings"
)

var (
	link     = regexp.MustCompile(`(?:^[\s　]*|[。；：，！？])((一|二|三|四|五|六|七|八|九|十)(是|要))`)
	ordinary = regexp.MustCompile(`(?:^[\s　]*|[。；！？])(其次|再次)[，,]`)
	first    = regexp.MustCompile(`首先|第一|其一|一是|一要|一方面`)
)

// chains follows 一是…二是…三是… A chain begins anew at 一; one that begins
// otherwise had its first item written in another way.
func chains(s *sheet) []placed {
	var found []placed
	last := map[string]int{} // by 是 and 要
	for i, p := range s.passages {
		if p.Part == Title {
			clear(last)
		}
		for _, m := range link.FindAllStringSubmatchIndex(p.Text, -1) {
			verb, written := p.Text[m[6]:m[7]], p.Text[m[4]:m[5]]
			n, before := numeral(written), last[verb]
			last[verb] = n
			if n == 1 || before == 0 || n == before+1 {
				continue
			}
			args := map[string]string{"number": written + verb, "last": ordinal(before) + verb, "expected": ordinal(before+1) + verb}
			found = append(found, placed{i, hit{from: p.rune(m[2]), to: p.rune(m[3]), args: args}})
		}
	}
	return found
}

// ordinals finds 其次 and 再次 where nothing came first, here or in the
// passage before.
func ordinals(s *sheet) []placed {
	var found []placed
	started := false
	for i, p := range s.passages {
		if strings.TrimSpace(p.Text) == "" {
			continue
		}
		here := first.MatchString(p.Text)
		if m := ordinary.FindStringSubmatchIndex(p.Text); m != nil && !here && !started {
			found = append(found, placed{i, hit{from: p.rune(m[2]), to: p.rune(m[3])}})
		}
		started = here || started && ordinary.MatchString(p.Text)
	}
	return found
}

var (
	announced = regexp.MustCompile(`([0-9]{1,2}|[一二两三四五六七八九十]{1,2})个?(?:方面|项|点|条|件)[^。；！？：]{0,12}：一(是|要)`)
	named     = regexp.MustCompile(`((?:[\p{Han}]{2,4}、){1,20}[\p{Han}]{2,4})等([0-9]{1,2}|[一二两三四五六七八九十]{1,2})[名位](?:同志|先进|代表|同学|干部|党员|委员|专家|老师|选手|队员|职工|群众|[，。；、]|$)`)
)

// counts compares the number that announces a list with the items of the list.
func counts(p *passage) []hit {
	var hits []hit
	for _, m := range announced.FindAllStringSubmatchIndex(p.Text, -1) {
		n, items := numeral(p.Text[m[2]:m[3]]), items(p.Text[m[1]:], p.Text[m[4]:m[5]])
		if n > 0 && items > 1 && items != n {
			hits = append(hits, miscount(p, m[2], m[3], n, items))
		}
	}
	for _, m := range named.FindAllStringSubmatchIndex(p.Text, -1) {
		n, items := numeral(p.Text[m[4]:m[5]]), strings.Count(p.Text[m[2]:m[3]], "、")+1
		if n > 0 && items > n {
			hits = append(hits, miscount(p, m[4], m[5], n, items))
		}
	}
	return hits
}

func miscount(p *passage, from, to, said, items int) hit {
	return hit{from: p.rune(from), to: p.rune(to), args: map[string]string{"said": strconv.Itoa(said), "counted": strconv.Itoa(items)}}
}

// items counts the links of the chain whose first one stands before rest.
func items(rest, verb string) int {
	n := 1
	for {
		m := link.FindStringSubmatchIndex(rest)
		if m == nil || rest[m[6]:m[7]] != verb || numeral(rest[m[4]:m[5]]) != n+1 {
			return n
		}
		n++
		rest = rest[m[1]:]
	}
}
