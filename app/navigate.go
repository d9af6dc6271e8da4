package app

import (
	"context"

	"jianbao/app/command"
	"jianbao/app/screen"
	"jianbao/app/screen/about"
	"jianbao/app/screen/archive"
	"jianbao/app/screen/compare"
	"jianbao/app/screen/compose"
	"jianbao/app/screen/desk"
	"jianbao/app/screen/health"
	"jianbao/app/screen/issue"
	"jianbao/app/screen/prefs"
	"jianbao/app/screen/register"
	"jianbao/app/screen/roster"
	"jianbao/app/screen/step"
	"jianbao/review"
)

func (w *window) newDesk() screen.Screen { return desk.New(w) }

// Home implements screen.Shell.
func (w *window) Home() { w.goTo("window.home", w.desk) }

// toPrefs shows the settings.
func (w *window) toPrefs() { w.goTo("window.prefs", prefs.New(w)) }

// goTo shows one of the places of the left column.
func (w *window) goTo(place command.ID, next screen.Screen) {
	before := w.place
	w.place = place
	if !w.show(next) {
		w.place = before
	}
}

// OpenDraft implements screen.Shell: to whom it is to write, the page; to whom it
// is to review, what changed; a final text, its pages to send out.
func (w *window) OpenDraft(id review.DraftID) {
	var f *review.File
	w.Do(func() (err error) {
		f, err = w.Desk().Open(context.Background(), w.actor, id)
		return err
	}, func() {
		turn := w.actor.Person().Has(f.Draft.Waiting(f.Series))
		switch {
		case f.Draft.Frozen():
			w.OpenIssue(id)
		case f.Draft.State == review.Reviewing && turn:
			w.OpenCompare(id)
		default:
			w.OpenCompose(id)
		}
	})
}

// OpenCompose shows the page of a draft.
func (w *window) OpenCompose(id review.DraftID) { w.show(compose.New(w, id)) }

// OpenCompare shows what changed in a draft since this person last looked.
func (w *window) OpenCompare(id review.DraftID) { w.show(compare.New(w, id)) }

// OpenStep shows a draft one sentence at a time.
func (w *window) OpenStep(id review.DraftID) { w.show(step.New(w, id)) }

// OpenIssue shows a final text.
func (w *window) OpenIssue(id review.DraftID) { w.show(issue.New(w, id)) }

// Session implements the shell of the page: the session that works here.
func (w *window) Session() review.SessionID { return w.live.pulse.Session().ID }

// Series implements the desk's shell.
func (w *window) Series() review.SeriesID { return review.SeriesID(w.taste.Series) }

// ChooseSeries implements the desk's shell.
func (w *window) ChooseSeries(id review.SeriesID) {
	w.taste.Series = string(id)
	w.remember()
}

// drafted is a screen that works on one draft.
type drafted interface{ Draft() review.DraftID }

// toIssue shows the draft of the present screen as it prints.
func (w *window) toIssue() { w.OpenIssue(w.current.(drafted).Draft()) }

func (w *window) noDraft() string {
	if _, ok := w.current.(drafted); !ok {
		return w.Words().T("window.nodraft")
	}
	return ""
}

// AllCommands lists the commands of every screen, for help.
func (w *window) AllCommands() []about.Group {
	return []about.Group{
		{Name: "desk", Commands: w.desk.Commands()},
		{Name: "compose", Commands: compose.New(w, "").Commands()},
		{Name: "compare", Commands: compare.New(w, "").Commands()},
		{Name: "step", Commands: step.New(w, "").Commands()},
		{Name: "issue", Commands: issue.New(w, "").Commands()},
		{Name: "register", Commands: register.New(w).Commands()},
		{Name: "roster", Commands: roster.New(w).Commands()},
		{Name: "archive", Commands: archive.New(w).Commands()},
		{Name: "health", Commands: health.New(w).Commands()},
		{Name: "prefs", Commands: prefs.New(w).Commands()},
		{Name: "everywhere", Commands: w.everywhere()},
	}
}
