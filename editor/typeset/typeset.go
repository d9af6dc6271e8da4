// Package typeset owns the setting of Chinese text: where lines turn and where
// every character of a line stands. It holds no text of its own, draws nothing
// and knows neither pixels nor millimetres: lengths are ems of the body size,
// and the widths of characters come from a Measurer.
//
// Lines keep the rules of GB/T 15834—2011, 5.1 (避头尾): no closing mark begins
// a line, no opening mark ends one, dashes and ellipses are not torn, and
// numbers and Latin words stay whole where they fit. A line that could not
// keep them says so in its Ending.
//
// From below upwards:
//
//	Break      lines of one paragraph
//	Paragraph  one paragraph with its lines: offset ↔ x
//	Layout     a whole text of paragraphs: position ↔ line, x and y, moves of
//	           the caret, and the first line to show at a scroll offset
//
// A Layout and its paragraphs belong to one goroutine.
package typeset
