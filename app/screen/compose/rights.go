package compose

import (
	"maps"
	"time"

	"jianbao/app/pulse"
	"jianbao/editor/doc"
	"jianbao/review"
)

// This file knows no window: it says who writes where, as far as is known here.

// rights (编辑权) are the leases of one draft as one session sees them. An article
// is written on without asking: what it takes is taken while the writing goes on.
type rights struct {
	mine   map[doc.ArticleID]review.Lease
	asked  map[doc.ArticleID]bool // being taken
	others map[doc.ArticleID]holder
	wished map[doc.ArticleID]bool   // that I asked the holder to yield
	ripe   map[doc.ArticleID]bool   // he has had the time to answer
	lost   map[doc.ArticleID]relief // taken over from me
	stayed map[doc.ArticleID]time.Time
	at     doc.ArticleID // where the caret is
}

// holder is who writes in an article besides this person.
type holder struct {
	name, since string
	wanted      review.PersonID // who asked for it last
	wantedName  string
}

// relief is how an article was taken over from this person.
type relief struct {
	name, at string
	revision int // what he had not saved; 0 if there was nothing
}

func newRights() rights {
	return rights{
		mine: map[doc.ArticleID]review.Lease{}, asked: map[doc.ArticleID]bool{}, others: map[doc.ArticleID]holder{},
		wished: map[doc.ArticleID]bool{}, ripe: map[doc.ArticleID]bool{}, lost: map[doc.ArticleID]relief{},
		stayed: map[doc.ArticleID]time.Time{},
	}
}

// held lists the articles in which somebody else writes.
func (r *rights) held() map[doc.ArticleID]bool {
	held := make(map[doc.ArticleID]bool, len(r.others))
	for id := range r.others {
		held[id] = true
	}
	return held
}

// has reports whether an article need not be asked for: it is this session's, is
// being asked for, or is somebody else's.
func (r *rights) has(id doc.ArticleID) bool {
	_, mine := r.mine[id]
	_, theirs := r.others[id]
	return mine || theirs || r.asked[id]
}

// granted says that an article is this session's.
func (r *rights) granted(id doc.ArticleID, l review.Lease) {
	r.mine[id] = l
	r.forget(id)
	delete(r.others, id)
	delete(r.lost, id)
}

// forget ends a wish.
func (r *rights) forget(id doc.ArticleID) {
	delete(r.wished, id)
	delete(r.ripe, id)
}

// refused says that somebody else has it.
func (r *rights) refused(id doc.ArticleID, name, since string) {
	delete(r.mine, id)
	r.others[id] = holder{name: name, since: since}
}

// heard brings the leases up to date with the news. It returns those that were
// this session's and are nobody's now, and those that others gave up.
func (r *rights) heard(n pulse.News, draft review.DraftID, session review.SessionID, me review.PersonID) (fallen, freed []doc.ArticleID) {
	mine, others := map[doc.ArticleID]review.Lease{}, map[doc.ArticleID]holder{}
	elsewhere := map[doc.ArticleID]bool{} // this person writes there at another place
	for _, l := range n.Leases {
		switch was, held := r.mine[l.Article]; {
		case l.Draft != draft:
		case l.Session == session:
			mine[l.Article] = l
		case l.Person == me:
			elsewhere[l.Article] = true
		case !held || was.Since.Before(l.Since): // else the news are older than what was granted
			others[l.Article] = holder{n.Name(l.Person), l.Since.Local().Format("15:04"), l.Wanted, n.Name(l.Wanted)}
		}
	}
	for id := range r.mine {
		if _, still := mine[id]; !still && !elsewhere[id] {
			if _, taken := others[id]; !taken {
				fallen = append(fallen, id)
			}
		}
	}
	for id := range r.others {
		if _, still := others[id]; !still {
			freed = append(freed, id)
		}
	}
	r.mine, r.others = mine, others
	maps.DeleteFunc(r.lost, func(id doc.ArticleID, _ relief) bool { _, still := others[id]; return !still })
	return fallen, freed
}

// wishes lists what others want of this session's and have not been put off.
func (r *rights) wishes() []review.Lease {
	var list []review.Lease
	for id, l := range r.mine {
		if l.Wanted != "" && l.Wanted != l.Person && !r.stayed[id].Equal(l.WantedAt) {
			list = append(list, l)
		}
	}
	return list
}
