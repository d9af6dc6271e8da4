// Package screen owns what the main window and its screens agree on. It holds
// no screen itself: each has a package of its own below and declares there, as
// a small interface, what it wants from the window beyond Shell.
package screen

import (
	"fyne.io/fyne/v2"

	"jianbao/app/command"
	"jianbao/app/i18n"
	"jianbao/review"
)

// Screen is one place of the program, filling the main window between the bar
// above and the status line below.
type Screen interface {
	// Header is what stands in the middle of the bar: where am I, which stage.
	Header() fyne.CanvasObject
	// Content fills the window. It is the same object for as long as the screen
	// lives.
	Content() fyne.CanvasObject
	// Footer is the status line: figures and keys.
	Footer() fyne.CanvasObject
	// Commands lists what can be done here, in the order it is shown.
	Commands() command.List
	// Show is called when the screen comes to the front, on the UI goroutine: it
	// fetches in the background, then paints.
	Show()
	// Leave is called before the screen goes away, on the UI goroutine: it keeps
	// what is not saved yet. If that fails it returns the error, and the screen
	// stays.
	Leave() error
}

// Shell is what the window offers every screen. All of it is called on the UI
// goroutine, but for Desk, whose use cases belong on another.
type Shell interface {
	Desk() *review.Desk
	// Actor is who sits here; screens read it anew for every use case.
	Actor() review.Actor
	Words() *i18n.Catalogue
	Window() fyne.Window
	// Do runs work on another goroutine and then done on the UI goroutine; an
	// error of work is shown to the user, and done is not called.
	Do(work func() error, done func())
	// Fail shows an error as a sentence.
	Fail(error)
	// Changed says that Header, Footer, Commands or a command's reason changed.
	Changed()
	// Renewed is Changed where others changed it: nobody worked at this window.
	Renewed()
	// AskPIN asks the acting person's PIN and goes on with the verified actor; it
	// does nothing if the person gives up.
	AskPIN(why string, then func(review.Actor))
	// Ask asks for one text, such as a reason, and goes on with it; it does
	// nothing if the user gives up. An empty answer is asked again.
	Ask(title, hint string, then func(string))
	// Home goes back to the desk.
	Home()
	// OpenDraft goes to the screen where this person works on the draft next.
	OpenDraft(review.DraftID)
}
