package preview

// The zooms, in steps; 1 is the size of the paper.
var zooms = []float32{0.5, 0.67, 0.75, 0.9, 1, 1.25, 1.5, 1.75, 2}

// Zoom is how large sheets are shown, 1 as on paper.
func (v *View) Zoom() float32 { return v.place.width / actual }

// ZoomBy goes one step larger (1) or smaller (-1).
func (v *View) ZoomBy(step int) {
	const near = 0.01
	now, next := v.Zoom(), float32(0)
	for _, z := range zooms {
		if step < 0 && z < now-near || step > 0 && z > now+near && next == 0 {
			next = z
		}
	}
	if next > 0 {
		v.zoom = next
		v.arrange()
	}
}

// Fit shows sheets as wide as the frame allows, and not larger than on paper.
func (v *View) Fit() {
	v.zoom = 0
	v.arrange()
}
