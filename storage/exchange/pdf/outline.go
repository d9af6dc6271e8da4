package pdf

import "fmt"

// bookmark is an entry of the outline and what hangs below it.
type bookmark struct {
	ref   ref
	body  string
	level int
	kids  []*bookmark
}

// addOutline reports false if there is nothing to list.
func (b *book) addOutline() (ref, bool) {
	root := &bookmark{level: -1}
	open := []*bookmark{root}
	for _, h := range b.plate.Outline {
		if h.Page < 0 || h.Page >= len(b.pages) {
			continue
		}
		for len(open) > 1 && open[len(open)-1].level >= h.Level {
			open = open[:len(open)-1]
		}
		top := length(b.plate.Pages[h.Page].Height - h.Y)
		mark := &bookmark{ref: b.file.reserve(), level: h.Level,
			body: fmt.Sprintf("/Title%s/Dest[%s/XYZ 0 %s null]", text(h.Text), b.pages[h.Page], top)}
		parent := open[len(open)-1]
		parent.kids = append(parent.kids, mark)
		open = append(open, mark)
	}
	if len(root.kids) == 0 {
		return 0, false
	}
	root.ref = b.file.reserve()
	b.file.set(root.ref, "<</Type/Outlines"+b.addBookmarks(root)+">>")
	return root.ref, true
}

// addBookmarks writes what hangs below m and returns the entries with which m
// points to it. All are shown open.
func (b *book) addBookmarks(m *bookmark) string {
	if len(m.kids) == 0 {
		return ""
	}
	for i, k := range m.kids {
		body := k.body + fmt.Sprintf("/Parent %s", m.ref) + b.addBookmarks(k)
		if i > 0 {
			body += fmt.Sprintf("/Prev %s", m.kids[i-1].ref)
		}
		if i < len(m.kids)-1 {
			body += fmt.Sprintf("/Next %s", m.kids[i+1].ref)
		}
		b.file.set(k.ref, "<<"+body+">>")
	}
	return fmt.Sprintf("/First %s/Last %s/Count %d", m.kids[0].ref, m.kids[len(m.kids)-1].ref, m.count())
}

func (m *bookmark) count() int {
	n := len(m.kids)
	for _, k := range m.kids {
		n += k.count()
	}
	return n
}
