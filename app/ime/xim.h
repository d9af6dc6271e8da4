//go:build linux && !wayland && cgo

#ifndef JIANBAO_XIM_H
#define JIANBAO_XIM_H

// Both do nothing for a window that has no input context.
// They must be called on the thread that handles X events.

// xim_listen lets the input method take the window's keys (on != 0) or keeps it from them.
void xim_listen(unsigned long window, int on);

// xim_move puts the candidate window at (x, y), in pixels from the window's upper left corner.
void xim_move(unsigned long window, int x, int y);

#endif
