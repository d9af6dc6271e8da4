package history

import (
	"context"
	"fmt"
	"time"

	"jianbao/editor/doc"
	"jianbao/editor/template"
	"jianbao/review"
	"jianbao/review/seal"
)

const pin = "2468"

// cheap is what a try of a PIN costs here.
var cheap = review.PINCost{Passes: 1, KiB: 8}

// office is an invented office in which everybody may do everything, so that
// only what others did stands in anybody's way.
type office struct {
	*recorder
	series review.SeriesID
	people []review.PersonID
}

// newDesk returns a desk whose clock shows a stamp.
func newDesk(store review.Store, stamp *int) *review.Desk {
	return review.NewDesk(store, review.WithPINCost(cheap), review.WithSealer(seal.Sealer{}, "history"),
		review.WithClock(func() time.Time { return moment(*stamp) }))
}

// furnish makes the office in an empty store, with as many people as there are
// clients.
func furnish(ctx context.Context, store review.Store, people int) (*office, error) {
	o := &office{recorder: newRecorder()}
	desk := newDesk(store, new(int))
	roles := append([]review.Role{review.RoleDrafter}, chain...)
	var first review.Actor
	for i := range people {
		name := fmt.Sprintf("科员%d", i+1)
		p, err := desk.AddPerson(ctx, name, roles, pin)
		if err != nil {
			return nil, err
		}
		if o.people = append(o.people, p.ID); i == 0 {
			if first, err = desk.Unlock(ctx, name, pin); err != nil {
				return nil, err
			}
		}
	}
	series := review.Series{Name: "松江工作简报", SameHandReason: "编制三人", Template: template.Template{Name: "工作简报"}}
	for _, role := range chain {
		series.Template.Chain = append(series.Template.Chain, string(role))
	}
	series, err := desk.PutSeries(ctx, first, series)
	o.series = series.ID
	return o, err
}

// page is a text that no other operation writes.
func page(stamp int, label string) doc.Bulletin {
	date := doc.Date{Year: epoch.Year(), Month: 6, Day: 15}
	return doc.Bulletin{
		Masthead: doc.Masthead{Title: "松江工作简报", Office: "松江区政务服务中心", Label: label, Date: date},
		Articles: []doc.Article{{ID: "a1", Title: "窗口服务延时", Body: []doc.Paragraph{
			{ID: "p1", Text: fmt.Sprintf("第%d次改动：中心开设延时窗口，群众少跑一趟。", stamp)},
		}}},
	}
}
