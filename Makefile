# make report: score the shipped figures and write Reports/.   make test: everything that CI checks.

SWIFT ?= swift
BUILD_RELEASE = $(SWIFT) build -c release --static-swift-stdlib --product hsi
HSI = .build/release/hsi

.PHONY: help report test build install lint format golden bench clean libraries

help:
	@echo 'make report   build hsi, score the figures in Data/ and write Reports/'
	@echo 'make test     lint, build and run all tests'
	@echo 'make build    build .build/release/hsi'
	@echo 'make install  copy it to PREFIX/bin (default /usr/local)'
	@echo 'make format   format the sources'
	@echo 'make bench    read large inputs beside pandas, polars and DuckDB (pip install them first)'
	@echo 'make golden   accept the present output as golden pages and Documentation/diagnostics.md'

SWIFT_SOURCES = Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

report: build
	$(HSI) report

build: libraries
	$(BUILD_RELEASE)

test: libraries lint
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

lint:
	$(SWIFT) format lint --strict --recursive --parallel $(SWIFT_SOURCES)

format:
	$(SWIFT) format --in-place --recursive --parallel $(SWIFT_SOURCES)

golden: libraries
	HSI_REBASELINE=1 $(SWIFT) test --filter 'Golden|FindingCatalogue'

# The benchmarks are a package of their own. BENCH is where their inputs are kept: 600 MB.
BENCH ?= /tmp/hsi-bench
bench: libraries
	$(SWIFT) build -c release --package-path Benchmarks
	python3 Benchmarks/ingest.py $(BENCH)

PREFIX ?= /usr/local
install: build
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(HSI) $(DESTDIR)$(PREFIX)/bin/hsi

clean:
	$(SWIFT) package clean

# The system packages: libcsv, libcurl, minizip.
libraries:
	@sh Scripts/install-libraries
