# Two commands on a fresh machine: `make run` and `make test`. `make help` lists the rest.

BIN    := build/jianbao
SAMPLE := --sample
OUT    := out

# How often "make faults" kills a program that saves, and one that works at a
# desk; and how many bytes it flips.
KILLS ?= 1000
FLIPS ?= 1500

# "make team": how often the first server is killed, and for how many seconds the network is cut, random work is
# checked and many desks are timed.
ROUNDS  ?= 2
HISTORY ?= 20
LOAD    ?= 15
CUT     ?= 5

# Go's own installer puts it here, and root's PATH often lacks it.
export PATH := /usr/local/go/bin:$(PATH)
export LC_ALL := C.UTF-8

# A clone that git refuses to read (another owner) still builds, without a revision stamp.
VCS := $(if $(shell git rev-parse --is-inside-work-tree 2>/dev/null),auto,false)

GO_HELP := Install Go $(shell sed -n 's/^go //p' go.mod) or newer from https://go.dev/dl/

.DEFAULT_GOAL := help
.PHONY: help run test team e2e interop bench faults pictures build lint clean go deps-build

help:
	@echo 'make run       install what is missing, build, open the program on its sample'
	@echo '               (without a display: do the main job without a window, results in $(OUT)/)'
	@echo 'make test      go vet and all unit tests; no display needed'
	@echo 'make team      fifty desks on one PostgreSQL server: killed, cut off, timed, every answer checked'
	@echo '               (make team ROUNDS=20 CUT=30 HISTORY=600 LOAD=60 for the long one, about half an hour)'
	@echo 'make e2e       journeys through the real window: Xvfb, openbox, fcitx5; pictures in build/e2e/'
	@echo 'make interop   what we write, read back by other programs (LibreOffice, poppler, qpdf, Chromium)'
	@echo 'make bench     how long the comparison, proofreading and the database take'
	@echo 'make faults    2,000 kills while something is written, 1,500 flipped bytes, full disks and more:'
	@echo '               no acknowledged work may be lost (make faults KILLS=50 FLIPS=100 for a quick look)'
	@echo 'make pictures  the pictures of the README and the manual, taken anew'
	@echo 'make lint      gofmt and go vet'
	@echo 'make build     $(BIN)'
	@echo 'make clean     remove build/ and $(OUT)/'

run: build
	@if [ -n "$$DISPLAY" ]; then exec $(BIN) $(SAMPLE); fi; \
	echo 'No X display here ($$DISPLAY is empty): doing the main job without a window.'; \
	exec $(BIN) demo --out $(OUT)

build: deps-build
	@go build -buildvcs=$(VCS) -o $(BIN) .

test: deps-build
	@.ci/deps.sh server
	go vet ./...
	go test ./...

team: deps-build
	@.ci/deps.sh server
	go test -tags team -count=1 -timeout 30m -run 'TestDeskWithoutQueue|TestADeskNeedsItsRightsAndNoOthers|TestWhatAnAdministratorCanDo' ./storage/postgres
	JIANBAO_ROUNDS=$(ROUNDS) JIANBAO_CUT=$(CUT) JIANBAO_HISTORY=$(HISTORY) JIANBAO_LOAD_SECONDS=$(LOAD) go test -tags team -p 1 -count=1 -timeout 90m -v ./app/teamtest/...

e2e: deps-build
	@.ci/deps.sh server
	@.ci/deps.sh e2e
	go test -tags e2e -count=1 -timeout 30m $(SHORT) ./app/apptest/...

interop: deps-build
	@.ci/deps.sh interop
	go test -tags interop -count=1 ./storage/exchange/...

bench: deps-build
	go test -run '^$$' -bench . ./review/diff ./review/proof ./editor/buffer ./editor/typeset ./editor/textview ./app/screen/compose ./storage/sqlite ./storage/search
	JIANBAO_ISSUES=5000 go test -run '^$$' -bench Verify -benchtime 1x ./storage/sqlite

faults: deps-build
	JIANBAO_KILLS=$(KILLS) JIANBAO_FLIPS=$(FLIPS) go test -count=1 -timeout 60m -v ./storage/faulttest/...

pictures: deps-build
	@.ci/deps.sh e2e
	go test -tags e2e -count=1 -run TestPictures ./app/apptest -pictures docs/pictures

lint: deps-build
	@unformatted=$$(gofmt -l .); [ -z "$$unformatted" ] || { echo 'gofmt would change:'; echo "$$unformatted"; exit 1; }
	go vet ./...
	go vet -tags e2e ./app/...
	go vet -tags interop ./storage/exchange/...
	go vet -tags team ./storage/postgres ./app/teamtest/...

clean:
	rm -rf build $(OUT)

deps-build: go
	@.ci/deps.sh build

# Go 1.21 and newer fetch the release that go.mod asks for.
go:
	@case "$$(go env GOVERSION 2>/dev/null)" in \
	'') echo 'Go is missing (looked in /usr/local/go/bin and PATH). $(GO_HELP)'; exit 1 ;; \
	go1.[0-9]|go1.[0-9].*|go1.1[0-9]*|go1.20*) echo "This Go is too old: $$(go version). $(GO_HELP)"; exit 1 ;; \
	esac
