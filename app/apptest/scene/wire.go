// Package scene owns what a journey and the program's probe say to each other: questions, and the description
// of what a window shows, with the ways to find something in it. It does not know how the description comes
// about nor what is done with it.
package scene

// SocketVariable names the environment variable that holds the path of the socket.
const SocketVariable = "JIANBAO_PROBE"

// What may be asked.
const (
	AskIdle  = "idle"  // answered when no work is pending
	AskScene = "scene" // answered with the scene
)

// Question is one line from the journey.
type Question struct {
	Ask string `json:"ask"`
}

// Answer is one line to the journey. Error is empty when the question was answered.
type Answer struct {
	Scene Scene  `json:"scene"`
	Error string `json:"error,omitempty"`
}

// Scene is what the window shows: its number on the X server and its visible objects from back to front.
type Scene struct {
	Window  uint64   `json:"window"`
	Objects []Object `json:"objects"`
}

// Object is a visible object that has a text or a name, or that takes the focus. Lengths are pixels from the
// window's upper left corner.
type Object struct {
	Kind     string `json:"kind"`           // Go type, such as *widget.Button
	Name     string `json:"name,omitempty"` // as given to Name
	Text     string `json:"text,omitempty"`
	Layer    int    `json:"layer"` // 0 for the content and its menu, then one for each overlay
	Area     Rect   `json:"area"`  // the whole object
	Shown    Rect   `json:"shown"` // the part that no scroller cuts off
	View     Rect   `json:"view"`  // the innermost scroller's frame, or the window
	Caret    Rect   `json:"caret"` // the caret's line at the caret, where the object is focused and knows it
	Tappable bool   `json:"tappable,omitempty"`
	Takes    bool   `json:"takes,omitempty"` // takes the focus
	Focused  bool   `json:"focused,omitempty"`
	Disabled bool   `json:"disabled,omitempty"`
}

// Rect is an area of the window in pixels.
type Rect struct {
	X int `json:"x"`
	Y int `json:"y"`
	W int `json:"w"`
	H int `json:"h"`
}

// Empty tells whether r has no area.
func (r Rect) Empty() bool { return r.W <= 0 || r.H <= 0 }

// Centre returns the middle of r.
func (r Rect) Centre() (x, y int) { return r.X + r.W/2, r.Y + r.H/2 }

// Intersect returns the part that r and s share; it is empty where they share none.
func (r Rect) Intersect(s Rect) Rect {
	left, top := max(r.X, s.X), max(r.Y, s.Y)
	right, bottom := min(r.X+r.W, s.X+s.W), min(r.Y+r.H, s.Y+s.H)
	return Rect{left, top, max(right-left, 0), max(bottom-top, 0)}
}
