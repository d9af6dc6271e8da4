package proof

import (
	"regexp"
	"slices"
	"strings"

	"jianbao/editor/doc"
)

// roster is who held which post when.
type roster struct {
	rows        []Post
	names       lexicon
	posts       lexicon
	postsBehind lexicon // written backwards, to be found from their ends
}

func newRoster(rows []Post) *roster {
	r := &roster{rows: rows}
	var names, posts, behind []string
	for _, row := range rows {
		mirror := []rune(row.Post)
		slices.Reverse(mirror)
		names, posts, behind = append(names, row.Name), append(posts, row.Post), append(behind, string(mirror))
	}
	r.names, r.posts, r.postsBehind = newLexicon(names), newLexicon(posts), newLexicon(behind)
	return r
}

// method is what one rule looks for in a passage; nil for an empty roster.
func (r *roster) method(look func(*roster, *passage) []hit) (method, survey) {
	if len(r.rows) == 0 {
		return nil, nil
	}
	return in(func(p *passage) []hit { return look(r, p) }), nil
}

// held lists the posts that a person held on a day.
func (r *roster) held(name string, on doc.Date) []string {
	var posts []string
	for _, row := range r.rows {
		if row.Name == name && row.holds(on) && !slices.Contains(posts, row.Post) {
			posts = append(posts, row.Post)
		}
	}
	return posts
}

// holders lists who held a post on a day.
func (r *roster) holders(post string, on doc.Date) []string {
	var names []string
	for _, row := range r.rows {
		if row.Post == post && row.holds(on) && !slices.Contains(names, row.Name) {
			names = append(names, row.Name)
		}
	}
	return names
}

// afterName is what may follow a name.
var afterName = regexp.MustCompile(`^(?:同志|出席|主持|强调|指出|要求|表示|介绍|讲话|作|带队|参加|率|在|到|对|等|和|及|[^\p{Han}]|$)`)

// mention is a listed name in a passage.
type mention struct {
	name     string
	from, to int
}

func (r *roster) mentions(p *passage) []mention {
	var all []mention
	for i := 0; i < len(p.runes); i++ {
		t, n := r.names.longest(p.runes[i:])
		if t == nil {
			continue
		}
		if afterName.MatchString(p.Text[p.start[i+n]:]) {
			all = append(all, mention{t.Wrong, i, i + n})
		}
		i += n - 1
	}
	return all
}

// claim is a post that a text gives to a person.
type claim struct {
	post     string
	from, to int
	whole    bool // the post is listed as it stands; else only its last word is known
}

var lastWord = regexp.MustCompile(`副?(?:秘书长|董事长|总经理|书记|市长|区长|县长|镇长|乡长|省长|州长|主任|局长|部长|处长|科长|院长|校长|会长|主席|厅长|司长|所长|站长|组长)$`)

// former stands before a post that is no longer held.
var former = regexp.MustCompile(`(?:原|前|时任|曾任|历任|前任|拟任)$`)

// claims lists the posts that stand before a name: one, or several joined.
func (r *roster) claims(p *passage, name mention) []claim {
	var all []claim
	for end := name.from; ; {
		c, ok := r.claim(p, end)
		if !ok || former.MatchString(p.Text[:p.start[c.from]]) {
			return all
		}
		all = append(all, c)
		if before := p.at(c.from - 1); before != '、' && before != '兼' {
			return all
		}
		end = c.from - 1
	}
}

func (r *roster) claim(p *passage, end int) (claim, bool) {
	mirror := slices.Clone(p.runes[max(0, end-longestWord):end])
	slices.Reverse(mirror)
	if _, n := r.postsBehind.longest(mirror); n > 0 && p.at(end-n-1) != '副' {
		return claim{p.between(end-n, end), end - n, end, true}, true
	}
	before := p.Text[p.start[max(0, end-longestWord)]:p.start[end]]
	if m := lastWord.FindString(before); m != "" {
		return claim{m, end - len([]rune(m)), end, false}, true
	}
	return claim{}, false
}

// fits reports whether a claim says one of the posts, or the end of one.
func (c claim) fits(posts []string) bool {
	return slices.ContainsFunc(posts, func(post string) bool {
		head, ok := strings.CutSuffix(post, c.post)
		return ok && !strings.HasSuffix(head, "副")
	})
}

// wrongPost finds a post that the person did not hold on the day of the issue,
// though he held another.
func wrongPost(r *roster, p *passage) []hit {
	return r.misfits(p, func(m mention, c claim) (hit, bool) {
		posts := r.held(m.name, p.date)
		h := hit{from: c.from, to: c.to, args: map[string]string{"name": m.name, "right": strings.Join(posts, "、")}}
		if c.whole {
			h.fixes = posts
		}
		return h, len(posts) > 0
	})
}

// endedPost finds a post of somebody who held none on the day of the issue.
func endedPost(r *roster, p *passage) []hit {
	return r.misfits(p, func(m mention, c claim) (hit, bool) {
		h := hit{from: c.from, to: c.to, args: map[string]string{"name": m.name, "day": p.date.String()}}
		return h, len(r.held(m.name, p.date)) == 0
	})
}

func (r *roster) misfits(p *passage, tell func(mention, claim) (hit, bool)) []hit {
	var hits []hit
	for _, m := range r.mentions(p) {
		posts := r.held(m.name, p.date)
		for _, c := range r.claims(p, m) {
			if c.fits(posts) {
				continue
			}
			if h, ok := tell(m, c); ok {
				hits = append(hits, h)
			}
		}
	}
	return hits
}

// somebody is a name of two or three characters that stands after a post.
var somebody = regexp.MustCompile(`^(\p{Han}{2,3}?)(?:同志|出席|主持|强调|指出|要求|表示|介绍|讲话|作了|带队|参加|率队|[、，。；：（）]|$)`)

// mayPrecede are characters after which a post begins.
const mayPrecede = "由请和与及让对向经任是兼"

// wrongHolder finds a post followed by somebody else than who held it.
func wrongHolder(r *roster, p *passage) []hit {
	var hits []hit
	for i := 0; i < len(p.runes); i++ {
		t, n := r.posts.longest(p.runes[i:])
		if t == nil {
			continue
		}
		end := i + n
		if before := p.at(i - 1); !isHan(before) || strings.ContainsRune(mayPrecede, before) && !former.MatchString(p.Text[:p.start[i]]) {
			hits = append(hits, r.stranger(p, t.Wrong, end)...)
		}
		i = end - 1
	}
	return hits
}

// stranger returns the name after a post if nobody of that name is listed and
// somebody else held the post.
func (r *roster) stranger(p *passage, post string, end int) []hit {
	m := somebody.FindStringSubmatch(p.Text[p.start[end]:])
	names := r.holders(post, p.date)
	if m == nil || len(names) == 0 || !isSurname(firstRune(m[1])) {
		return nil
	}
	if _, n := r.names.longest([]rune(m[1])); n > 0 {
		return nil
	}
	return []hit{{from: end, to: end + len([]rune(m[1])), fixes: names, args: map[string]string{"post": post, "right": strings.Join(names, "、")}}}
}

// inRow is what may stand between the names of people in a row.
var inRow = regexp.MustCompile(`^(?:同志)?[、和]\p{Han}{0,14}$`)

// outOfRank finds somebody who stands after a person of lower rank in a row of
// names.
func outOfRank(r *roster, p *passage) []hit {
	var hits []hit
	all := r.mentions(p)
	for i := 1; i < len(all); i++ {
		before, m := all[i-1], all[i]
		first, second := r.rank(before.name, p.date), r.rank(m.name, p.date)
		if second > 0 && first > second && inRow.MatchString(p.between(before.to, m.from)) {
			hits = append(hits, hit{from: m.from, to: m.to, args: map[string]string{"name": m.name, "other": before.name}})
		}
	}
	return hits
}

// rank returns a person's rank on a day, 0 if unknown.
func (r *roster) rank(name string, on doc.Date) int {
	best := 0
	for _, row := range r.rows {
		if row.Name == name && row.holds(on) && row.Order > 0 && (best == 0 || row.Order < best) {
			best = row.Order
		}
	}
	return best
}
