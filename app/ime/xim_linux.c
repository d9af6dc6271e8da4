//go:build linux && !wayland && cgo

// GLFW 3.3 tells the program of a key before it looks at what XFilterEvent answered, keeps its input
// contexts to itself, and goes on using them after the input method has gone, which ends the program.
//
// The functions below bear the names of libX11's. Being part of the program they are the ones that GLFW,
// which is part of it too, calls; each does its own small work and hands on to libX11. What GLFW gets for an
// input context is the address of one of our contexts, so that the real one can come and go behind it.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <poll.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>

#include "xim.h"

// NEXT is libX11's function of that name.
#define NEXT(name) ({ static __typeof__(&name) f; if (!f) f = (__typeof__(&name))dlsym(RTLD_NEXT, #name); f; })

// context is a window's connection to the input method.
typedef struct context {
	Window window;
	XIMStyle style;
	XIC ic;      // NULL while there is no input method
	int deaf;    // the window's focused widget takes no text: the input method must not get the keys
	XPoint spot; // where candidates belong
	struct commit *commits; // not yet looked up, the oldest first
	struct context *next;
} context;

// commit is text that the input method has written.
typedef struct commit {
	struct commit *next;
	int length;
	char text[];
} commit;

static context *contexts;
static Display *display;
static XIM given; // the input method as GLFW knows it
static XIM live;  // the input method as it is now, NULL while there is none

// in_front tells whether keys go to the window now.
static int in_front(context *c) {
	Window focus = None;
	int revert;
	XGetInputFocus(display, &focus, &revert);
	return focus == c->window;
}

static void tell_spot(context *c) {
	if (!c->ic) return;
	XVaNestedList preedit = XVaCreateNestedList(0, XNSpotLocation, &c->spot, NULL);
	XSetICValues(c->ic, XNPreeditAttributes, preedit, NULL);
	XFree(preedit);
}

static void connect_to_method(context *c) {
	c->ic = NEXT(XCreateIC)(live, XNInputStyle, c->style, XNClientWindow, c->window, XNFocusWindow, c->window, NULL);
}

static void method_came(Display *d, XPointer a, XPointer b);

// method_went runs when the input method has ended; libX11 has already closed it.
static void method_went(XIM im, XPointer a, XPointer b) {
	live = NULL;
	for (context *c = contexts; c; c = c->next) c->ic = NULL;
	XRegisterIMInstantiateCallback(display, NULL, NULL, NULL, method_came, NULL);
}

static void adopt(XIM im) {
	XIMCallback went = {NULL, (XIMProc)method_went};
	live = im;
	display = XDisplayOfIM(im);
	XSetIMValues(im, XNDestroyCallback, &went, NULL);
}

// method_came runs when an input method has started after the old one ended.
static void method_came(Display *d, XPointer a, XPointer b) {
	XIM im = live ? NULL : XOpenIM(d, NULL, NULL, NULL);
	if (!im) return;
	XUnregisterIMInstantiateCallback(d, NULL, NULL, NULL, method_came, NULL);
	adopt(im);
	for (context *c = contexts; c; c = c->next) {
		connect_to_method(c);
		tell_spot(c);
		if (c->ic && !c->deaf && in_front(c)) NEXT(XSetICFocus)(c->ic);
	}
}

// The input method answers one key after the other and waits until each answer was read. A program that looks
// for events once a frame would hear of one stroke a frame, or of one in two with the release: text would fall
// behind a fast typist. So while answers are owed the queue is not left empty before they had a moment to come.
enum { PATIENCE = 3, AT_ONCE = 8 }; // milliseconds: for one answer, for all that are read in one go

static int owed;             // keys that went to the input method and were not answered
static struct timespec since; // when the program began to look for events

// answers counts the keys at the head of the event queue that are the input method's answers: keys it gave
// back, and one without a code for each text it commits.
//
// libX11 puts each answer before those that still wait, and knows only of one that it is an answer: the rest
// it sends to the input method as if they had just been pressed, and the text of a commit among them is lost.
// Several answers wait at once whenever libX11 waits for the input method while somebody types fast.
static int answers;

static context *context_of(Window window) {
	context *c = contexts;
	while (c && c->window != window) c = c->next;
	return c;
}

// take_commit keeps the text of a commit as soon as it comes: of several that wait libX11 would hand out the
// newest first.
static void take_commit(XKeyPressedEvent *key) {
	context *c = context_of(key->window);
	if (!c || !c->ic) return;
	Status status;
	int length = NEXT(Xutf8LookupString)(c->ic, key, NULL, 0, NULL, &status);
	if (status != XBufferOverflow) return;
	commit *new = calloc(1, sizeof *new + length);
	if (!new) return;
	new->length = NEXT(Xutf8LookupString)(c->ic, key, new->text, length, NULL, &status);
	commit **last = &c->commits;
	while (*last) last = &(*last)->next;
	*last = new;
}

// commit_text hands out the oldest commit, in the manner of Xutf8LookupString.
static int commit_text(context *c, char *text, int room, Status *status) {
	commit *oldest = c->commits;
	int length = oldest->length;
	*status = length > room ? XBufferOverflow : XLookupChars;
	if (length > room) return length;
	memcpy(text, oldest->text, length);
	c->commits = oldest->next;
	free(oldest);
	return length;
}

static int is_key(XEvent *event) { return event->type == KeyPress || event->type == KeyRelease; }

// XPutBackEvent, which libX11 calls with every answer, puts it behind those that still wait.
int XPutBackEvent(Display *d, XEvent *event) {
	if (d != display || !is_key(event)) return NEXT(XPutBackEvent)(d, event);
	if (event->xkey.keycode == 0) take_commit(&event->xkey);
	if (XEventsQueued(d, QueuedAlready) < answers) answers = 0;
	XEvent waiting[answers + 1];
	for (int i = 0; i < answers; i++) XNextEvent(d, &waiting[i]);
	NEXT(XPutBackEvent)(d, event);
	for (int i = answers; i-- > 0;) NEXT(XPutBackEvent)(d, &waiting[i]);
	answers++;
	if (owed) owed--;
	return 0;
}

static int elapsed(void) {
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (now.tv_sec - since.tv_sec) * 1000 + (now.tv_nsec - since.tv_nsec) / 1000000;
}

// hear waits for an answer that is owed, unless there are events to go on with. A key that was taken into a
// composition is not always answered.
static void hear(Display *d) {
	if (!owed || XEventsQueued(d, QueuedAlready) || elapsed() >= AT_ONCE) return;
	XFlush(d);
	struct pollfd server = {ConnectionNumber(d), POLLIN, 0};
	if (poll(&server, 1, PATIENCE) > 0) XEventsQueued(d, QueuedAfterReading);
	else owed = 0;
}

// XPending is GLFW's first call when it looks for events.
int XPending(Display *d) {
	clock_gettime(CLOCK_MONOTONIC, &since);
	return NEXT(XPending)(d);
}

// is_modifier tells keys of which a release alone means something: a tap on Shift changes the language.
static int is_modifier(XEvent *event) { return IsModifierKey(XLookupKeysym(&event->xkey, 0)); }

// XFilterEvent blanks a key that the input method has taken, so that GLFW sees an event of no kind. Of the
// answers that wait only the last is shown to libX11, which then knows that none waits any more. A release
// that means nothing to an input method does not go there.
Bool XFilterEvent(XEvent *event, Window window) {
	if (is_key(event) && answers > 0 && --answers > 0) return False;
	if (event->type == KeyRelease && answers == 0 && !is_modifier(event)) return False;
	Display *d = event->xany.display;
	Bool taken = NEXT(XFilterEvent)(event, window);
	if (taken && is_key(event)) {
		event->type = 0;
		owed++;
	}
	if (d == display) hear(d);
	return taken;
}

// XCreateIC understands what GLFW asks for: a style and a window.
XIC XCreateIC(XIM im, ...) {
	context *c = calloc(1, sizeof *c);
	if (!c) return NULL;
	va_list list;
	va_start(list, im);
	for (const char *name; (name = va_arg(list, const char *));) {
		XID value = va_arg(list, XID);
		if (strcmp(name, XNInputStyle) == 0) c->style = value;
		if (strcmp(name, XNClientWindow) == 0) c->window = value;
	}
	va_end(list);
	if (!given) adopt(given = im);
	if (live) connect_to_method(c);
	c->next = contexts;
	contexts = c;
	return (XIC)c;
}

// XGetICValues understands what GLFW asks for: one value.
char *XGetICValues(XIC ic, ...) {
	context *c = (context *)ic;
	va_list list;
	va_start(list, ic);
	char *name = va_arg(list, char *);
	void *value = va_arg(list, void *);
	va_end(list);
	return c->ic ? NEXT(XGetICValues)(c->ic, name, value, NULL) : name;
}

void XDestroyIC(XIC ic) {
	context *gone = (context *)ic;
	for (context **at = &contexts; *at; at = &(*at)->next) {
		if (*at != gone) continue;
		*at = gone->next;
		break;
	}
	if (gone->ic) NEXT(XDestroyIC)(gone->ic);
	for (commit *c; (c = gone->commits); free(c)) gone->commits = c->next;
	free(gone);
}

// XSetICFocus, which GLFW calls when a window comes to the front, leaves a deaf window's context alone.
void XSetICFocus(XIC ic) {
	context *c = (context *)ic;
	if (c->ic && !c->deaf) NEXT(XSetICFocus)(c->ic);
}

void XUnsetICFocus(XIC ic) {
	context *c = (context *)ic;
	if (c->ic) NEXT(XUnsetICFocus)(c->ic);
}

Status XCloseIM(XIM im) {
	if (im != given) return NEXT(XCloseIM)(im);
	return live ? NEXT(XCloseIM)(live) : True;
}

// plain_text is what the keyboard writes without an input method: Latin-1, turned into UTF-8.
static int plain_text(XKeyPressedEvent *key, char *text, int room, KeySym *symbol, Status *status) {
	char latin[8];
	KeySym unused;
	int n = XLookupString(key, latin, sizeof latin, symbol ? symbol : &unused, NULL);
	*status = n ? XLookupChars : XLookupNone;
	int used = 0;
	for (int i = 0; i < n && used + 2 <= room; i++) {
		unsigned char byte = latin[i];
		if (byte >= 0x80) text[used++] = 0xC0 | byte >> 6;
		text[used++] = byte >= 0x80 ? 0x80 | (byte & 0x3F) : byte;
	}
	return used;
}

int Xutf8LookupString(XIC ic, XKeyPressedEvent *key, char *text, int room, KeySym *symbol, Status *status) {
	context *c = (context *)ic;
	if (key->keycode == 0 && c->commits) return commit_text(c, text, room, status);
	if (!c->ic) return plain_text(key, text, room, symbol, status);
	return NEXT(Xutf8LookupString)(c->ic, key, text, room, symbol, status);
}

void xim_listen(unsigned long window, int on) {
	context *c = context_of(window);
	if (!c) return;
	c->deaf = !on;
	if (!c->ic || !in_front(c)) return; // when the window comes to the front, GLFW sets the focus
	if (on) NEXT(XSetICFocus)(c->ic);
	else NEXT(XUnsetICFocus)(c->ic);
}

void xim_move(unsigned long window, int x, int y) {
	context *c = context_of(window);
	if (!c) return;
	c->spot = (XPoint){(short)x, (short)y};
	tell_spot(c);
}
