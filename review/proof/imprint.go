package proof

import (
	"regexp"
	"strings"

	"jianbao/editor/doc"
)

// field returns the index of the passage that holds a field, or -1.
func (s *sheet) field(key doc.FieldKey) int {
	for i, p := range s.passages {
		if p.Place.Field == key && p.Text != "" {
			return i
		}
	}
	return -1
}

// sameHand finds an issue that nobody but its own editor checked.
func sameHand(s *sheet) []placed {
	editor, checker := s.labelled(doc.FieldEditor, "责编"), s.labelled(doc.FieldChecker, "核稿")
	if editor.name == "" || editor.name != checker.name {
		return nil
	}
	return []placed{{checker.passage, hit{from: checker.from, to: checker.from + len([]rune(checker.name)), args: map[string]string{"name": checker.name}}}}
}

// holder is the value of a field and where it stands.
type holder struct {
	name          string
	passage, from int
}

var labels = regexp.MustCompile(`(责编|核稿|报|送|发)[：:][\s　]*([^\s　]+)`)

// labelled finds the value of a field, or in a plain text what stands after its
// label.
func (s *sheet) labelled(key doc.FieldKey, name string) holder {
	if i := s.field(key); i >= 0 {
		return holder{s.passages[i].Text, i, 0}
	}
	for i, p := range s.passages {
		if p.Part != Line || len(p.runes) > headingLength {
			continue
		}
		for _, m := range labels.FindAllStringSubmatchIndex(p.Text, -1) {
			if p.Text[m[2]:m[3]] == name {
				return holder{p.Text[m[4]:m[5]], i, p.rune(m[4])}
			}
		}
	}
	return holder{}
}

var recipient = regexp.MustCompile(`^[\s　]*(报|送|发)[：:]`)

// distribution finds 报, 送, 发 in another order in a plain text; a bulletin
// holds them in fields of their own.
func distribution(s *sheet) []placed {
	var found []placed
	last := -1
	for i, p := range s.passages {
		m := recipient.FindStringSubmatchIndex(p.Text)
		if p.Part != Line || m == nil {
			continue
		}
		rank := strings.Index("报送发", p.Text[m[2]:m[3]])
		if rank < last {
			found = append(found, placed{i, hit{from: p.rune(m[2]), to: p.rune(m[3])}})
		}
		last = max(last, rank)
	}
	return found
}

var (
	secret = regexp.MustCompile(`^[\s　]*(?:秘密|机密|绝密)(?:★.*)?$`)
	public = regexp.MustCompile(`新闻单位|新闻媒体|各媒体`)
)

// leaks finds the press among those that a classified issue goes to.
func leaks(s *sheet) []placed {
	marking := s.security()
	if marking == "" {
		return nil
	}
	var found []placed
	for i, p := range s.passages {
		if p.Part != Lists && !(p.Part == Line && recipient.MatchString(p.Text)) {
			continue
		}
		for _, m := range public.FindAllStringIndex(p.Text, -1) {
			found = append(found, placed{i, hit{from: p.rune(m[0]), to: p.rune(m[1]), args: map[string]string{"security": marking}}})
		}
	}
	return found
}

// security returns the marking of a classified issue, or "".
func (s *sheet) security() string {
	for _, p := range s.passages {
		if (p.Part == Line || p.Place.Field == doc.FieldSecurity) && secret.MatchString(p.Text) {
			return strings.TrimSpace(p.Text)
		}
	}
	return ""
}

var (
	phoneLabel = regexp.MustCompile(`^[\s　]*(?:电话|传真)[：:][\s　]*([0-9（）()\-—\s]+)$`)
	mailLabel  = regexp.MustCompile(`^[\s　]*(?:邮箱|电子邮箱|邮件)[：:][\s　]*(\S+)$`)
	phone      = regexp.MustCompile(`^(?:(?:[（(]?0[0-9]{2,3}[）)]?[\-—\s]?)?[2-9][0-9]{6,7}(?:[\-—转][0-9]{1,6})?|1[3-9][0-9]{9}|1[0-9]{4}|400[\-—]?[0-9]{3}[\-—]?[0-9]{4}|000-?[0-9]{7,8})$`)
	mail       = regexp.MustCompile(`^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$`)
)

// phones finds numbers that cannot be dialled and addresses that no mail
// reaches.
func phones(p *passage) []hit {
	form := phone
	m := []int{0, len(p.Text), 0, len(p.Text)}
	switch {
	case p.Place.Field == doc.FieldPhone || p.Place.Field == doc.FieldFax:
	case p.Place.Field == doc.FieldEmail:
		form = mail
	case p.Part != Line:
		return nil
	default:
		if m = phoneLabel.FindStringSubmatchIndex(p.Text); m == nil {
			m, form = mailLabel.FindStringSubmatchIndex(p.Text), mail
		}
	}
	if m == nil || form.MatchString(strings.TrimSpace(p.Text[m[2]:m[3]])) {
		return nil
	}
	return []hit{{from: p.rune(m[2]), to: p.rune(m[3])}}
}
