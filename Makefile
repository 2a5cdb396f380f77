# The few commands of this project. `make` alone: libraries, the tool, a first figure.

PREFIX ?= /usr/local
SWIFT ?= swift
# The Swift runtime inside the tool: it starts twice as fast and runs where no Swift is installed.
# Where the toolchain has no static runtime: make STATIC=
STATIC ?= --static-swift-stdlib

TOOL = .build/release/mvplot
SOURCES = $(wildcard Package.swift Sources Plugins Tests Examples Benchmarks/InProcess)
EXAMPLES = $(patsubst %/Package.swift,%,$(wildcard Examples/*/Package.swift))
# Each set of compiler flags has a folder of its own, or they would rebuild each other's work.
TEST_SCRATCH = --scratch-path .build-test
CHECK_SCRATCH = --scratch-path .build-check
BENCH_SCRATCH = --scratch-path .build-bench

# How long and from which seed `make fuzz` plays.
SECONDS ?= 60
SEED ?= 1
ROUNDS ?=

# A check says the same on every machine: so many rounds, which take about a minute.
check: ROUNDS = 25000

INSTALL = install
bindir = $(DESTDIR)$(PREFIX)/bin
mandir = $(DESTDIR)$(PREFIX)/share/man/man1
bashdir = $(DESTDIR)$(PREFIX)/share/bash-completion/completions
zshdir = $(DESTDIR)$(PREFIX)/share/zsh/site-functions
fishdir = $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d

# The steps share scratch folders, and two builds in one folder wait for each other anyway.
.NOTPARALLEL:
.PHONY: all bootstrap build test check lint imports linkage examples fuzz bench specimen docs-check docc \
	pictures schema-check gallery site-test format install uninstall clean

all: build
	$(TOOL) contour "x^2+y^2"

bootstrap:
	@Scripts/bootstrap

build: bootstrap
	$(SWIFT) build -c release $(STATIC) --product mvplot

test: bootstrap
	$(SWIFT) test -c release -Xswiftc -enable-testing $(TEST_SCRATCH)

check: bootstrap lint imports linkage examples fuzz
	@echo "check: passed"

lint:
	$(SWIFT) format lint --strict -r $(SOURCES)

# Every room imports what Package.swift allows it, and nothing else.
imports:
	$(SWIFT) build $(CHECK_SCRATCH) --explicit-target-dependency-import-check error

# Foundation brings ICU: some milliseconds at each start and 45 MB of a static tool. Only the
# dynamically linked tool shows what it loads.
linkage: imports
	@libraries=$$(ldd .build-check/debug/mvplot) || exit 1; \
	if echo "$$libraries" | grep -E 'libFoundation\.so|lib_FoundationICU|Yams'; then \
	  echo "check: the tool loads the libraries above, which it must not" >&2; exit 1; fi

# What others build on this package must go on building.
examples:
	@set -e; for example in $(EXAMPLES); do \
	  echo "check: $$example"; \
	  $(SWIFT) build --package-path $$example --scratch-path .build-check/$$example; \
	done

# The public functions of Calculus with random expressions: make fuzz SECONDS=3600 SEED=7
fuzz: bootstrap
	$(SWIFT) build -c release -Xswiftc -enable-testing $(TEST_SCRATCH) --product CalculusFuzz
	@.build-test/release/CalculusFuzz $(SECONDS) $(SEED) .build-test/fuzz-case.txt $(ROUNDS) || { \
	  echo "fuzz: ended while trying:" >&2; cat .build-test/fuzz-case.txt >&2; exit 1; }

# The rows in process are a package of their own, so that the tool links nothing of it.
bench: build
	$(SWIFT) build -c release $(STATIC) --package-path Benchmarks/InProcess $(BENCH_SCRATCH)
	Benchmarks/run
	Benchmarks/gallery

# Sixty formulas in both families of type and on dark paper, in the folder specimen.
specimen: build
	mkdir -p specimen
	for font in sans serif; do for theme in light dark; do \
	  $(TOOL) formulas --font $$font --theme $$theme -o specimen/$$font-$$theme.png \
	    -o specimen/$$font-$$theme.svg -o specimen/$$font-$$theme.pdf || exit 1; done; done

# Every command, figure file and line of Swift of the documentation, with the tool that is built;
# where the gallery is made, the Swift on its pages as well.
docs-check: build
	@STATIC="$(STATIC)" Scripts/docs-check \
	  $(if $(wildcard gallery/site/index.html),--site gallery/site)

# The reference of the library, in an ignored folder.
docc: build
	Scripts/docc .build-docs/reference

# The pictures of README.md and of the documentation, after figures have changed.
pictures: build
	$(TOOL) render --quiet $(filter-out %/gallery.yaml,$(wildcard Documentation/pictures/*.yaml))

# Every figure file against the schema, by a checker of PyPI that knows nothing of mvplot.
schema-check: build
	Scripts/schema-check

# The gallery as a site, in the folder gallery/site.
gallery: build
	gallery/build.sh

# Every page of it in headless Chromium, where there is one: links, texts, widths.
site-test: gallery
	Scripts/site-test gallery/site

format:
	$(SWIFT) format -i -r $(SOURCES)

# Does not build by itself, so that `sudo make install` leaves no files of root behind.
$(TOOL):
	@echo "install: there is no $(TOOL) yet; run 'make' first" >&2; exit 1

install: $(TOOL)
	$(INSTALL) -d $(bindir) $(mandir) $(bashdir) $(zshdir) $(fishdir)
	$(INSTALL) -s -m 755 $(TOOL) $(bindir)/mvplot
	$(TOOL) --generate-completion-script bash > $(bashdir)/mvplot
	$(TOOL) --generate-completion-script zsh > $(zshdir)/_mvplot
	$(TOOL) --generate-completion-script fish > $(fishdir)/mvplot.fish
	$(TOOL) generate-manual > $(mandir)/mvplot.1
	chmod 644 $(bashdir)/mvplot $(zshdir)/_mvplot $(fishdir)/mvplot.fish $(mandir)/mvplot.1

uninstall:
	rm -f $(bindir)/mvplot $(mandir)/mvplot.1 $(bashdir)/mvplot $(zshdir)/_mvplot \
	  $(fishdir)/mvplot.fish

clean:
	rm -rf .build .build-test .build-check .build-bench .build-docs contour.png
