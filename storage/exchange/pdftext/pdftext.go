// Package pdftext owns the reading of PDF files from anywhere: it reports their
// lines of type as a text file would hold them, with their indents and page
// ends. Which lines make a paragraph it does not decide. PDFium does the work,
// as WebAssembly in a room of its own: it sees no file, no network, and has a
// bounded memory and time.
package pdftext

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"github.com/klippa-app/go-pdfium"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// The codes of Error.
const (
	CodeDamaged   = "exchange.pdftext.damaged"   // cut off, or broken
	CodeEncrypted = "exchange.pdftext.encrypted" // protected by a password
	CodeScan      = "exchange.pdftext.scan"      // pictures of pages without any text: pages
	CodeUnmapped  = "exchange.pdftext.unmapped"  // its fonts do not tell which characters they draw: share
	CodeTooLarge  = "exchange.pdftext.toolarge"  // more pages than are read: pages, limit
	CodeTooLong   = "exchange.pdftext.toolong"   // it took longer than is waited for
)

// Codes lists every code of this package.
func Codes() []string {
	return []string{CodeDamaged, CodeEncrypted, CodeScan, CodeUnmapped, CodeTooLarge, CodeTooLong}
}

// Error says why a file cannot be read. Code is stable and names the sentence
// people read; Args fill its placeholders.
type Error struct {
	Code string
	Args map[string]string
	Err  error
}

func (e *Error) Error() string { return fmt.Sprintf("pdftext: %s %v: %v", e.Code, e.Args, e.Err) }

func (e *Error) Unwrap() error { return e.Err }

// Message returns the code of the sentence people read and its arguments.
func (e *Error) Message() (string, map[string]string) { return e.Code, e.Args }

// What one file may cost. The first start of all compiles for some seconds.
const (
	maxPages  = 2000
	maxTime   = 2 * time.Minute
	maxMemory = 8192 // pages of 64 KB
)

// Is reports whether data begins as a PDF does; some have a few bytes before it.
func Is(data []byte) bool { return bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")) }

// Text is what a PDF says.
type Text struct {
	Lines string       // indented by wide spaces; a page ends with a form feed
	Full  map[int]bool // the lines, from 1, that reach the right margin
	Blank []int        // the pages without text, from 1: empty, or pictures
}

// Read returns the text of a PDF, or an *Error.
func Read(ctx context.Context, data []byte) (Text, error) {
	ctx, cancel := context.WithTimeout(ctx, maxTime)
	defer cancel()
	pages, err := run(ctx, data)
	if ctx.Err() != nil {
		return Text{}, &Error{Code: CodeTooLong, Err: ctx.Err()}
	}
	if err != nil {
		return Text{}, err
	}
	return compose(pages)
}

// run opens the file in a fresh instance of PDFium and reads all its pages.
func run(ctx context.Context, data []byte) (pages [][]char, err error) {
	defer func() {
		if broken := recover(); broken != nil { // of the library, on a file made to break it
			err = damaged(fmt.Errorf("%v", broken))
		}
	}()
	cache, err := compiled()
	if err != nil {
		return nil, damaged(err)
	}
	defer cache.Close(ctx)
	config := wazero.NewRuntimeConfig().WithCompilationCache(cache).WithMemoryLimitPages(maxMemory).WithCloseOnContextDone(true).
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling)
	pool, err := webassembly.Init(webassembly.Config{Context: ctx, MaxIdle: 1, MaxTotal: 1, FSConfig: wazero.NewFSConfig(),
		RuntimeConfig: config, Stdout: io.Discard, Stderr: io.Discard})
	if err != nil {
		return nil, damaged(err)
	}
	defer pool.Close()
	instance, err := pool.GetInstance(maxTime)
	if err != nil {
		return nil, damaged(err)
	}
	defer instance.Close()
	return readPages(ctx, instance, data)
}

// compiled keeps the compiled program between runs, where the system has a
// place for that: it saves some seconds.
func compiled() (wazero.CompilationCache, error) {
	dir, err := os.UserCacheDir()
	if err == nil {
		cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(dir, "jianbao", "pdfium"))
		if err == nil {
			return cache, nil
		}
	}
	return wazero.NewCompilationCache(), nil
}

func readPages(ctx context.Context, p pdfium.Pdfium, data []byte) ([][]char, error) {
	opened, err := p.OpenDocument(&requests.OpenDocument{File: &data})
	switch {
	case errors.Is(err, pdfiumerrors.ErrPassword), errors.Is(err, pdfiumerrors.ErrSecurity):
		return nil, &Error{Code: CodeEncrypted, Err: err}
	case err != nil:
		return nil, damaged(err)
	}
	count, err := p.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: opened.Document})
	switch {
	case err != nil:
		return nil, damaged(err)
	case count.PageCount == 0:
		return nil, damaged(errNoPages)
	case count.PageCount > maxPages:
		return nil, &Error{Code: CodeTooLarge, Args: map[string]string{"pages": strconv.Itoa(count.PageCount), "limit": strconv.Itoa(maxPages)}}
	}
	pages := make([][]char, count.PageCount)
	for i := range pages {
		if err := ctx.Err(); err != nil {
			return nil, damaged(err)
		}
		if pages[i], err = readPage(p, opened.Document, i); err != nil {
			return nil, damaged(fmt.Errorf("page %d: %w", i+1, err))
		}
	}
	return pages, nil
}

var errNoPages = errors.New("there are no pages")

func readPage(p pdfium.Pdfium, document references.FPDF_DOCUMENT, index int) ([]char, error) {
	read, err := p.GetPageTextStructured(&requests.GetPageTextStructured{Mode: requests.GetPageTextStructuredModeChars,
		Page: requests.Page{ByIndex: &requests.PageByIndex{Document: document, Index: index}}})
	if err != nil {
		return nil, err
	}
	chars := make([]char, len(read.Chars))
	for i, c := range read.Chars {
		chars[i] = char{c.Text, c.PointPosition.Left, c.PointPosition.Right}
	}
	return chars, nil
}

func damaged(err error) error { return &Error{Code: CodeDamaged, Err: err} }
