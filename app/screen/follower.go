package screen

import "jianbao/app/pulse"

// Follower is a screen that is told what the others on the same database do.
type Follower interface {
	// Follow is called on the UI goroutine with every news while the screen is in
	// front. What the user reads or writes stays under his eyes: the screen brings
	// up to date what moves nothing, and offers the rest.
	Follow(pulse.News)
}
