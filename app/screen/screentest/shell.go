package screentest

import (
	"fyne.io/fyne/v2"

	"jianbao/app/i18n"
	"jianbao/app/setup"
	"jianbao/app/theme"
	"jianbao/review"
	"jianbao/review/diff"
)

// Desk implements screen.Shell.
func (o *Office) Desk() *review.Desk { return o.desk }

// Actor implements screen.Shell.
func (o *Office) Actor() review.Actor { return o.actor }

// Words implements screen.Shell.
func (o *Office) Words() *i18n.Catalogue { return o.words }

// Window implements screen.Shell.
func (o *Office) Window() fyne.Window { return o.window }

// Do implements screen.Shell: work is done at once.
func (o *Office) Do(work func() error, done func()) {
	if err := work(); err != nil {
		o.Fail(err)
		return
	}
	done()
}

// Fail implements screen.Shell.
func (o *Office) Fail(err error) { o.Failed = append(o.Failed, o.words.Error(err)) }

// Tell writes down a sentence.
func (o *Office) Tell(_, sentence string) { o.Told = append(o.Told, sentence) }

// Changed implements screen.Shell.
func (o *Office) Changed() {}

// AskPIN implements screen.Shell: everybody knows the PIN.
func (o *Office) AskPIN(why string, then func(review.Actor)) {
	o.Asked = append(o.Asked, why)
	then(o.As(o.actor.Person().Name))
}

// Ask implements screen.Shell: the answer is Answer.
func (o *Office) Ask(title, hint string, then func(string)) {
	o.Asked = append(o.Asked, title+"\n"+hint)
	then(o.Answer)
}

// Confirm says yes.
func (o *Office) Confirm(title, sentence, _ string, then func()) {
	o.Asked = append(o.Asked, title+"\n"+sentence)
	then()
}

// Home implements screen.Shell.
func (o *Office) Home() { o.Went = "home" }

// OpenDraft implements screen.Shell.
func (o *Office) OpenDraft(id review.DraftID) { o.Went = "draft " + string(id) }

// OpenCompose goes to the page of a draft.
func (o *Office) OpenCompose(id review.DraftID) { o.Went = "compose " + string(id) }

// OpenCompare goes to the changes of a draft.
func (o *Office) OpenCompare(id review.DraftID) { o.Went = "compare " + string(id) }

// OpenIssue goes to a draft as it prints.
func (o *Office) OpenIssue(id review.DraftID) { o.Went = "issue " + string(id) }

// ImportFile goes to the choice of a file.
func (o *Office) ImportFile() { o.Went = "import" }

// Series is the series last chosen.
func (o *Office) Series() review.SeriesID { return o.chosen }

// ChooseSeries remembers a series.
func (o *Office) ChooseSeries(id review.SeriesID) { o.chosen = id }

// Where says where the work is kept.
func (o *Office) Where() string { return o.words.T("window.where", "dsn", "memory") }

// Theme is the look of the window.
func (o *Office) Theme() *theme.Theme { return o.look }

// Look is the look chosen.
func (o *Office) Look() theme.Preference { return theme.Light }

// SetLook goes to another look.
func (o *Office) SetLook(p theme.Preference) { o.Went = "look " + string(p) }

// ChooseFile chooses the file Chosen.
func (o *Office) ChooseFile(then func(name string, data []byte)) { then("来稿.txt", o.Chosen) }

// Comparer is the program's own.
func (o *Office) Comparer() diff.Comparer { return setup.Comparer() }
