package textview

import (
	"fyne.io/fyne/v2"

	"jianbao/editor/buffer"
)

func (v *View) copyTo(clipboard fyne.Clipboard) bool {
	text := v.text.Slice(v.cursor.Span())
	if text != "" {
		clipboard.SetContent(text)
	}
	return text != ""
}

func (v *View) cutTo(clipboard fyne.Clipboard) {
	if v.copyTo(clipboard) {
		v.replace(buffer.Command, v.cursor.Span(), "")
	}
}

// paste puts plain text in the place of what is selected. Each of its lines is
// a paragraph.
func (v *View) paste(content string) {
	if v.ReadOnly {
		return
	}
	text, cleaned := clean(content, v.OneLine)
	v.replace(buffer.Paste, v.cursor.Span(), text)
	if len(cleaned) > 0 && v.OnCleaned != nil {
		v.OnCleaned(cleaned)
	}
}
