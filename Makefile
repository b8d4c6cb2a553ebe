# make report: score the shipped figures and write Reports/.   make test: everything that CI checks.

SWIFT ?= swift
# Modules share what is package, which the compiler looks into across modules only where it is told to.
ACROSS = -Xswiftc -cross-module-optimization
BUILD_RELEASE = $(SWIFT) build -c release --static-swift-stdlib --product hsi $(ACROSS)
HSI = .build/release/hsi

.PHONY: help report test build install install-files size lint format golden bench bench-scoring bench-audit bench-masking bench-page bench-report bench-units bench-warehouse \
  clean libraries library-example fuzz sanitize first-framework test-browser test-exports test-interruption dist test-dist test-packages \
  library python test-python r test-r test-sql test-engines

help:
	@echo 'make report   build hsi, score the figures in Data/ and write Reports/'
	@echo 'make test     lint, build and run all tests'
	@echo 'make build    build .build/release/hsi'
	@echo 'make install  copy it, stripped, with manual page and completions below PREFIX (default /usr/local)'
	@echo 'make dist     a tarball that runs on Linux with a C library as new; make test-dist tries it'
	@echo 'make library  build .build/libhsi.so, the library for C and other languages'
	@echo 'make python   build the Python package: a wheel in .build-python/dist'
	@echo 'make r        build the R package: an archive in .build-r'
	@echo 'make test-packages  install and use the Python and R packages where the project is not to be seen'
	@echo 'make size     how large it is then, and how long it takes to start'
	@echo 'make format   format the sources'
	@echo 'make bench    read large inputs beside pandas, polars and DuckDB (pip install them first)'
	@echo 'make bench-scoring  score beside numpy and pandas'
	@echo 'make bench-audit  rank under drawn weights and bound ranks beside numpy, numba, HiGHS, SALib'
	@echo 'make bench-units  how time and memory grow with the number of units, up to 200,000'
	@echo 'make bench-warehouse  score two million units by a statement of SQL in DuckDB and by the program'
	@echo 'make fuzz     feed one reader with made-up files: TARGET=figures SECONDS=60'
	@echo 'make sanitize run all tests under the address sanitizer, the parallel ones under that of threads'
	@echo 'make golden   accept the present output as golden pages, Documentation/diagnostics.md and codebook.md'

SWIFT_SOURCES = Package.swift Sources Tests Benchmarks/Sources Fuzz/Sources Examples/Library

report: build
	$(HSI) report

build: libraries
	$(BUILD_RELEASE)

# Tests run optimised, in a fifth of the time; assertions and checks of overflow are on all the same.
TESTED = --scratch-path .build-test -Xswiftc -O
test: libraries lint
	$(SWIFT) build --build-tests $(TESTED)
	python3 Scripts/public_surface.py .build-test/debug
	$(SWIFT) test --skip-build $(TESTED)
	$(MAKE) --no-print-directory library-example
	$(MAKE) --no-print-directory test-browser PROGRAM=.build-test/debug/hsi
	$(MAKE) --no-print-directory test-exports PROGRAM=.build-test/debug/hsi
	$(MAKE) --no-print-directory test-sql PROGRAM=.build-test/debug/hsi
	$(MAKE) --no-print-directory test-python PROGRAM=.build-test/debug/hsi

# The page of the report in a headless Chromium: every view, size and colour scheme, keys alone, scores beside the program's.
PROGRAM = $(HSI)
test-browser:
	Scripts/install-browser .build-browser
	python3 Tests/Browser/page.py $(PROGRAM) Page & page=$$!; \
	  python3 Tests/Browser/page.py $(PROGRAM) Features Sentences Parity Worlds; rest=$$?; wait $$page && exit $$rest

# hsi ended at 2,000 random moments, on a full disk and in a read-only folder: what was there is whole afterwards. Ten minutes.
KILLS = 2000
test-interruption:
	python3 Tests/Interruption/kills.py $(PROGRAM) $(KILLS)

# What hsi export writes, read by LibreOffice, pandas, DuckDB and others: workbooks are recalculated and held against the program.
test-exports:
	Scripts/install-exports .build-exports
	python3 Tests/Exports/exports.py $(PROGRAM) .build-exports

# The C interface of Sources/CHSI/hsi.h as a library that needs no Swift to run.
library: libraries
	SWIFT='$(SWIFT)' Scripts/build-library

# The Python package with that library inside.
PYTHON = .build-python
python: library
	Scripts/install-python $(PYTHON)
	Scripts/build-wheel $(PYTHON)

# The wheel, installed in an environment of its own, and the library for C, beside the program.
test-python:
	@if python3 -c 'import venv, ensurepip' 2>/dev/null; then \
	  $(MAKE) --no-print-directory python && Scripts/test-python $(PYTHON) $(PROGRAM); \
	else echo 'test-python is skipped: python3 has no venv here (Debian, Ubuntu: install python3-venv)'; fi

# The R package with that library inside, installed in .build-r/library; and held against the program.
r: library
	Scripts/install-r
	Scripts/build-r-package .build/libhsi.so .build-r

test-r: build r
	R_LIBS=.build-r/library Rscript Tests/R/package.R $(HSI)

# The statements of hsi sql, run in DuckDB on shipped, made and random figures, and wrong ones that must be caught.
test-sql:
	Scripts/install-warehouse .build-exports
	python3 Tests/Warehouse/sql.py $(PROGRAM) .build-exports

# The same figures in PostgreSQL and in Spark. WITH_SPARK=1 installs Spark, half a gigabyte.
test-engines:
	Scripts/install-warehouse .build-exports engines
	python3 Tests/Warehouse/sql.py $(PROGRAM) .build-exports postgres
	python3 Tests/Warehouse/sql.py $(PROGRAM) .build-exports spark

# What people do who import the library: a package of its own, built and run.
library-example: libraries
	$(SWIFT) run --quiet --package-path Examples/Library --scratch-path .build-example Ranks

lint: check-js architecture
	$(SWIFT) format lint --strict --recursive --parallel $(SWIFT_SOURCES)

# The script of the page, by the types that page.d.ts and its comments name, and its texts in all languages.
check-js: checkers
	python3 Scripts/interface_texts.py
	tsc --checkJs --allowJs --noEmit --strict --target es2022 --lib dom,dom.iterable,es2022 \
	  Sources/Reporting/Page/App/*.js Sources/Reporting/Page/*.d.ts

# The order of modules, the size of files, and what ARCHITECTURE.md says of both.
architecture: checkers
	python3 Scripts/module_graph.py
	python3 Scripts/data_tables.py --check

format:
	$(SWIFT) format --in-place --recursive --parallel $(SWIFT_SOURCES)

golden: libraries
	HSI_REBASELINE=1 $(SWIFT) test $(TESTED) --filter 'Golden|FindingCatalogue'

# BENCH is where the inputs of the benchmarks are kept: 600 MB.
BENCH ?= /tmp/hsi-bench
BUILD_BENCHMARKS = HSI_BENCHMARKS=1 $(SWIFT) build -c release --scratch-path .build-bench $(ACROSS)
bench: libraries
	$(BUILD_BENCHMARKS)
	python3 Benchmarks/ingest.py $(BENCH)

# Scores beside numpy and pandas: a few seconds.
bench-scoring: libraries
	$(BUILD_BENCHMARKS)
	python3 Benchmarks/scoring.py $(BENCH)

# Weights drawn, ranks and their bounds beside numpy, numba, HiGHS and SALib: a minute.
bench-audit: libraries
	$(BUILD_BENCHMARKS)
	python3 Benchmarks/audit.py $(BENCH)

# Complete countries masked as sparse ones are: how far their scores and ranks move. A minute.
bench-masking: build
	python3 Benchmarks/masking.py $(HSI)

# A report from nothing, after one figure has changed and when none has; of 1,000 invented units. Half a minute.
bench-report: build
	python3 Benchmarks/report.py $(HSI)

# The page on a processor slowed down four times: when it can be used, and how long interactions take. A minute.
bench-page:
	Scripts/install-browser .build-browser
	python3 Benchmarks/page.py Reports/index.html

# How time and memory grow from 193 units to 200,000, of 45 indicators: two minutes, most of them to make the worlds. UNITS names
# other sizes, COMMANDS report and audit as well: make bench-units UNITS=2000,20000x20 COMMANDS=score,report
UNITS = 193,2000,20000,200000
COMMANDS = score,score-wide
bench-units: build
	python3 Benchmarks/units.py $(HSI) $(BENCH)/units $(UNITS) $(COMMANDS)

# Two million units by the statement of hsi sql in DuckDB and by hsi score, every score compared: ten minutes, and 10 GB of memory and
# 3 GB of disk, most of both for the program's own run. make bench-warehouse UNITS=200000 is a smaller one.
bench-warehouse: UNITS = 200000,2000000
bench-warehouse: build
	Scripts/install-warehouse .build-exports
	python3 Benchmarks/warehouse.py $(HSI) $(BENCH)/warehouse $(UNITS)

# The flags of libFuzzer: its counters in every module, and internals open to the targets. What is
# found is kept in .build-fuzz/TARGET/: inputs that reach something new, and under found/ what failed.
# Leaks are not looked for, here and in `make sanitize`.
TARGET ?= figures
SECONDS ?= 60
FUZZ_FLAGS = --sanitize=fuzzer -Xswiftc -sanitize=fuzzer,address -Xcc -fsanitize=address \
  -Xswiftc -enable-testing
FUZZ_BUILD = .build-fuzz
FUZZ_WORK = $(FUZZ_BUILD)/$(TARGET)
fuzz: libraries
	HSI_FUZZ=1 $(SWIFT) build -c release --scratch-path $(FUZZ_BUILD) --product hsi-fuzz $(FUZZ_FLAGS)
	mkdir -p $(FUZZ_WORK)/corpus $(FUZZ_WORK)/found
	TARGET=$(TARGET) ASAN_OPTIONS=detect_leaks=0 SWIFT_BACKTRACE=enable=no $(FUZZ_BUILD)/release/hsi-fuzz -print_final_stats=1 \
	  -max_total_time=$(SECONDS) -timeout=30 -rss_limit_mb=4096 -max_len=2048 \
	  -artifact_prefix=$(FUZZ_WORK)/found/ $(FUZZ_WORK)/corpus Fuzz/Corpus/$(TARGET)

sanitize: libraries
	ASAN_OPTIONS=detect_leaks=0 $(SWIFT) test --sanitize=address --scratch-path .build-asan
	$(SWIFT) test --sanitize=thread --scratch-path .build-tsan --filter 'IngestTests|TabularTests'

PREFIX ?= /usr/local
install: build install-files

# The program, its manual page, and completions for bash, zsh and fish, from a program that is built.
SHARE = $(DESTDIR)$(PREFIX)/share
install-files:
	install -d $(DESTDIR)$(PREFIX)/bin $(SHARE)/man/man1 $(SHARE)/bash-completion/completions $(SHARE)/zsh/site-functions \
	  $(SHARE)/fish/vendor_completions.d
	install -m 755 -s $(HSI) $(DESTDIR)$(PREFIX)/bin/hsi
	install -m 644 Documentation/hsi.1 $(SHARE)/man/man1/hsi.1
	$(HSI) --generate-completion-script bash > $(SHARE)/bash-completion/completions/hsi
	$(HSI) --generate-completion-script zsh > $(SHARE)/zsh/site-functions/_hsi
	$(HSI) --generate-completion-script fish > $(SHARE)/fish/vendor_completions.d/hsi.fish

# A tarball for Linux that needs only the C library, with licences of what is in it; and a run of it in a root of its own.
DIST = .build-dist
dist: build
	@sh Scripts/install-dist
	python3 Scripts/make_dist.py $(HSI) $(DIST)

test-dist: dist
	python3 Tests/Dist/clean_root.py $(DIST)/*.tar.gz

# The Python and the R package, installed and used where the project is not to be seen.
test-packages: python r
	python3 Tests/Dist/packages_root.py $(PYTHON)/dist/*.whl .build-r/hsindex_*.tar.gz

# The size of the program as it is installed, and how long it takes to start.
size: build
	strip -o .build/hsi-stripped $(HSI)
	python3 Scripts/binary_size.py .build/hsi-stripped

clean:
	$(SWIFT) package clean

# The system packages: libcsv, libcrypto, libzip, expat, libxlsxwriter and libmicrohttpd to build with; curl and unzip, which `hsi update` runs.
libraries:
	@sh Scripts/install-libraries

# Python and TypeScript, for `make lint`.
checkers:
	@sh Scripts/install-checkers

# The framework of the first versions, over the figures of today: a folder to score, and to bring restricted figures into.
FIRST = .build/undp-1994-v1
first-framework:
	rm -rf $(FIRST)
	mkdir -p $(FIRST)
	cp -r Data Examples/undp-1994-v1/Weights $(FIRST)
	cp Examples/undp-1994-v1/indicators.csv $(FIRST)/Data/indicators.csv
	@echo 'hsi score --data $(FIRST)/Data --lens undp-1994-v1'
