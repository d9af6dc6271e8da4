// Package apptest owns the language in which journeys through the program's real window are written: click
// what bears this text, type, type Chinese through an input method, wait until this is to be seen. It does
// not know the program; what a journey means is said by the journey.
//
// [Start] opens a display of its own (an X server without a screen, a window manager, a message bus, an
// input method), starts the program on it and returns a [Journey]. Everything is a person's input sent
// through the X server; the only thing taken from inside is what the window shows (package probe). Every
// word waits for the state that it needs, up to a deadline, and never for a fixed time; when the deadline
// passes the test fails with a picture and a list of what was on the screen.
//
// Journeys are Linux programs with the build tag e2e; `make e2e` installs what they need. Pictures and logs
// are left in build/e2e/<test>/.
package apptest
