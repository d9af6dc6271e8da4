// Jianbao drafts, reviews, signs off and files official Chinese bulletins.
// Without a command it opens its window; with one it works on the command line.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"time"

	"jianbao/app"
	"jianbao/app/cli"
	_ "jianbao/app/locale" // first of all: see there
	"jianbao/app/secret"
	"jianbao/app/settings"
	"jianbao/app/setup"
	"jianbao/storage"
)

func main() { os.Exit(run()) }

func run() (status int) {
	defer func() {
		if cause := recover(); cause != nil {
			status = crashed(cause, debug.Stack())
		}
	}()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	file, err := settings.Default()
	if err != nil {
		file = settings.File{} // without a home there is nothing remembered
	}
	shell := cli.Shell{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv, Window: window, Settings: file, Passwords: secret.System()}
	return shell.Run(ctx, os.Args[1:])
}

func window(ctx context.Context, o setup.Options, files []string) error {
	return app.Run(ctx, app.Options{DSN: o.DSN, Sample: o.Sample, Language: o.Language, Passwords: o.Passwords, Files: files})
}

// crashed keeps what is known of a crash beside the database, and says so.
func crashed(cause any, stack []byte) int {
	path, err := storage.DefaultPath()
	if err == nil {
		path, err = setup.CrashReport(filepath.Dir(path), cli.Version, time.Now(), cause, stack)
	}
	fmt.Fprintln(os.Stderr, setup.CrashSaid(path, err))
	return 1
}
