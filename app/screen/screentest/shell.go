package screentest

import (
	"fyne.io/fyne/v2"

	"jianbao/app/i18n"
	"jianbao/app/setup"
	"jianbao/app/theme"
	"jianbao/review"
	"jianbao/review/diff"
	"jianbao/review/find"
	"jianbao/review/proof"
	"jianbao/storage/exchange"
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

// ChooseTable chooses the file chosen, as 台账.csv.
func (o *Office) ChooseTable(then func(name string, data []byte)) { then("台账.csv", o.Chosen) }

// Home implements screen.Shell.
func (o *Office) Home() { o.Went = "home" }

// OpenDraft implements screen.Shell.
func (o *Office) OpenDraft(id review.DraftID) { o.Went = "draft " + string(id) }

// OpenCompose goes to the page of a draft.
func (o *Office) OpenCompose(id review.DraftID) { o.Went = "compose " + string(id) }

// OpenCompare goes to the changes of a draft.
func (o *Office) OpenCompare(id review.DraftID) { o.Went = "compare " + string(id) }

// OpenStep goes to the sentences of a draft.
func (o *Office) OpenStep(id review.DraftID) { o.Went = "step " + string(id) }

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

// Idle implements the shell of the settings.
func (o *Office) Idle() int { return o.Minutes }

// SetIdle implements the shell of the settings.
func (o *Office) SetIdle(minutes int) { o.Minutes = minutes }

// SetLook goes to another look.
func (o *Office) SetLook(p theme.Preference) { o.Went = "look " + string(p) }

// ChooseFile chooses the file Chosen.
func (o *Office) ChooseFile(then func(name string, data []byte)) { then("来稿.txt", o.Chosen) }

// Comparer is the program's own.
func (o *Office) Comparer() diff.Comparer { return setup.Comparer() }

// Layout is that of the series.
func (o *Office) Layout(s review.Series) (*exchange.Layout, error) { return setup.LayoutOf(s) }

// Finder finds in the texts of the office.
func (o *Office) Finder() find.Finder { return find.Scan{Store: o.store} }

// Rules are those that ship with the program.
func (o *Office) Rules() ([]*proof.Rule, error) { return setup.Rules() }

// Checker proofreads by those rules.
func (o *Office) Checker(s review.Series, items []review.Item) (*proof.Checker, error) {
	return setup.CheckerFor(s, items)
}

// OpenFolder goes to a folder.
func (o *Office) OpenFolder(path string) { o.Went = "folder " + path }

// Print puts a file on paper.
func (o *Office) Print(path string) { o.Went = "print " + path }

// OpenCompareFile goes to what differs between a draft and a file.
func (o *Office) OpenCompareFile(id review.DraftID, name string, _ []byte) {
	o.Went = "compare " + string(id) + " " + name
}

// Record is the program's own.
func (o *Office) Record(f *review.File, events []review.Event, head review.Event, signed []review.Signed) (exchange.Record, error) {
	return setup.Record(f, events, head, signed)
}
