//go:build team

package teamtest

import (
	"context"
	"fmt"

	"jianbao/app/setup"
	"jianbao/editor/doc"
	"jianbao/editor/template"
	"jianbao/review"
	"jianbao/storage"
)

const pin = "2468"

const (
	roleEditor  review.Role = "责编"
	roleChecker review.Role = "核稿"
)

// year is that of every issue of the office.
const year = 2025

// opener opens one more connection of the kind that a program has to the store
// of the office.
type opener func(context.Context) (review.Store, error)

// at opens what storage.Open finds under a name.
func at(dsn string) opener {
	return func(ctx context.Context) (review.Store, error) { return storage.Open(ctx, dsn) }
}

// office is an invented office in which everybody has every hand, so that a text
// waits for nobody who is ill; but nobody signs what he wrote.
type office struct {
	open   opener
	series review.SeriesID
	people []string
}

// newDesk puts a desk together as the program does, without proofreading, and
// with PINs that cost little.
func newDesk(store review.Store) *review.Desk {
	return review.NewDesk(store, setup.Signing(), setup.Sealing(), setup.Merging(), review.WithPINCost(review.PINCost{Passes: 1, KiB: 8}))
}

// furnish makes an office for so many people in an empty store.
func furnish(ctx context.Context, open opener, people int) (*office, error) {
	store, err := open(ctx)
	if err != nil {
		return nil, err
	}
	defer store.Close()
	o, desk := &office{open: open}, newDesk(store)
	for n := range people {
		o.people = append(o.people, fmt.Sprintf("科员%d", n+1))
		if _, err := desk.AddPerson(ctx, o.people[n], []review.Role{review.RoleDrafter, roleEditor, roleChecker}, pin); err != nil {
			return nil, err
		}
	}
	who, err := desk.Unlock(ctx, o.people[0], pin)
	if err != nil {
		return nil, err
	}
	series, err := desk.PutSeries(ctx, who, review.Series{Name: "松江工作简报", Template: template.Template{
		Name: "工作简报", Chain: []string{string(roleEditor), string(roleChecker)}}})
	o.series = series.ID
	return o, err
}

// page is a text of the office that says words.
func page(words string) doc.Bulletin {
	return doc.Bulletin{
		Masthead: doc.Masthead{Title: "松江工作简报", Office: "松江区政务服务中心", Date: doc.Date{Year: year, Month: 6, Day: 15}},
		Articles: []doc.Article{{ID: "a1", Title: "窗口服务延时", Body: []doc.Paragraph{{ID: "p1", Text: words}}}},
	}
}

// wordsOf is what a page says.
func wordsOf(text doc.Bulletin) string {
	if len(text.Articles) == 0 || len(text.Articles[0].Body) == 0 {
		return ""
	}
	return text.Articles[0].Body[0].Text
}
