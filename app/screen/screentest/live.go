package screentest

import (
	"jianbao/app/pulse"
	"jianbao/review"
)

// Follower is a screen that hears of what others do.
type Follower interface{ Follow(pulse.News) }

// News is how things stand with others: what Hear said last.
func (o *Office) News() pulse.News { return o.heard }

// Session is the session of who sits here: Session as the test says; by default
// nobody else is on the database.
func (o *Office) Session() review.SessionID { return o.SessionID }

// Renewed implements screen.Shell.
func (o *Office) Renewed() {}

// Hear tells a screen news.
func (o *Office) Hear(s Follower, n pulse.News) {
	o.heard = n
	s.Follow(n)
}

// Meanwhile lets something be done at another desk, and a screen hear of it.
func (o *Office) Meanwhile(s Follower, do func()) {
	o.Helper()
	before, err := o.desk.ChainHead(o.Context())
	o.OK(err)
	do()
	n := pulse.News{What: pulse.Done, Names: map[review.PersonID]string{}}
	n.Events, err = o.desk.Since(o.Context(), before.Seq)
	o.OK(err)
	people, err := o.desk.People(o.Context())
	o.OK(err)
	for _, p := range people {
		n.Names[p.ID] = p.Name
	}
	o.Hear(s, n)
}
