// Package screentest owns the office in which screens are tried: a desk on a
// store in memory, three people, one series with an open ledger, and a window
// that does everything at once and writes down what it was asked. It knows no
// screen, and no program holds it.
package screentest

import (
	"slices"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"jianbao/app/i18n"
	"jianbao/app/pulse"
	"jianbao/app/setup"
	"jianbao/app/theme"
	"jianbao/assets"
	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/backup"
	"jianbao/storage/memory"
)

// The people of the office, one for each hand, and the PIN of all three.
const (
	Drafter = "李知远"
	Editor  = "王敏"
	Checker = "吕承志"
	PIN     = "2468"
)

// Office is the office and the shell of its window: the exported fields are what
// a test says beforehand and looks at afterwards.
type Office struct {
	testing.TB
	Answer    string           // given to every question
	Asked     []string         // every question: title and hint, or why a PIN is wanted
	Told      []string         // sentences the user was shown
	Failed    []string         // errors the user was shown, as sentences
	Chosen    []byte           // the file chosen, 来稿.txt
	Went      string           // the place last gone to: "home", "compare <id>"
	SessionID review.SessionID // of who sits at the window; without one there is nobody else
	Ahead     time.Duration    // of the clock by which everything is done
	Minutes   int              // after which the window locks
	Servers   Servers          // what the settings know of database servers

	desk   *review.Desk
	store  *store
	words  *i18n.Catalogue
	look   *theme.Theme
	window fyne.Window
	actor  review.Actor
	bureau review.SeriesID
	chosen review.SeriesID
	keeper *backup.Keeper // nil in memory
	heard  pulse.News
}

// New returns an office at whose window the drafter sits. Its ledger was opened
// at 第3期, 总第2195期.
func New(t testing.TB) *Office {
	t.Helper()
	o := Bare(t)
	for i, name := range []string{Drafter, Editor, Checker} {
		role := []review.Role{review.RoleDrafter, "责编", "核稿"}[i]
		_, err := o.desk.AddPerson(t.Context(), name, []review.Role{role}, PIN)
		o.OK(err)
	}
	series, err := setup.BuiltinSeries()
	o.OK(err)
	_, err = o.desk.AddSeries(t.Context(), review.Actor{}, series[0])
	o.OK(err)
	o.bureau = series[0].ID
	o.OK(o.desk.OpenLedger(t.Context(), o.As(Editor), o.bureau, doc.Number{Year: 2026, Issue: 3, Total: 2195}))
	return o.Sit(Drafter)
}

// Bare returns an office in which nobody and nothing is entered.
func Bare(t testing.TB) *Office {
	t.Helper()
	o := &Office{TB: t, Answer: "说明一句", store: newStore(memory.New())}
	o.desk = review.NewDesk(o.store, setup.Signing(), setup.Sealing(), setup.Merging(), review.WithPINCost(review.PINCost{Passes: 1, KiB: 8}),
		review.WithClock(func() time.Time { return time.Now().Add(o.Ahead) }))
	o.Speak(i18n.Chinese)
	var err error
	o.look, err = looks()
	o.OK(err)
	test.NewTempApp(t).Settings().SetTheme(o.look)
	o.window = test.NewTempWindow(t, nil)
	return o
}

// looks is read once: parsing its fonts takes longer than most tests.
var looks = sync.OnceValues(func() (*theme.Theme, error) {
	return theme.New(theme.Sources{Fonts: assets.Fonts(), Icons: assets.Icons()}, theme.Light)
})

// OK ends the test where there is an error.
func (o *Office) OK(err error) {
	o.Helper()
	if err != nil {
		o.Fatal(err)
	}
}

// Speak changes the language of the window.
func (o *Office) Speak(language i18n.Language) {
	o.Helper()
	words, err := setup.Words(language)
	o.OK(err)
	o.words = words
}

// As is somebody of the office who has entered the PIN.
func (o *Office) As(name string) review.Actor {
	o.Helper()
	a, err := o.desk.Unlock(o.Context(), name, PIN)
	o.OK(err)
	return a
}

// Sit lets somebody sit down at the window, whose PIN is asked later.
func (o *Office) Sit(name string) *Office {
	o.Helper()
	a, err := o.desk.As(o.Context(), name)
	o.OK(err)
	o.actor = a
	return o
}

// Bureau is the series of the office, as it now is.
func (o *Office) Bureau() review.Series {
	o.Helper()
	all, err := o.desk.AllSeries(o.Context())
	o.OK(err)
	i := slices.IndexFunc(all, func(s review.Series) bool { return s.ID == o.bureau })
	return all[i]
}
