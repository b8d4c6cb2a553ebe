# make report: score the shipped figures and write Reports/.   make test: everything that CI checks.

SWIFT ?= swift
BUILD_RELEASE = $(SWIFT) build -c release --static-swift-stdlib --product hsi
HSI = .build/release/hsi

.PHONY: help report test build install lint format golden clean libraries

help:
	@echo 'make report   build hsi, score the figures in Data/ and write Reports/'
	@echo 'make test     lint, build and run all tests'
	@echo 'make build    build .build/release/hsi'
	@echo 'make install  copy it to PREFIX/bin (default /usr/local)'
	@echo 'make format   format the sources'
	@echo 'make golden   accept the present output as golden pages and Documentation/diagnostics.md'

report: build
	$(HSI) report

build: libraries
	$(BUILD_RELEASE)

test: libraries lint
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

lint:
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests

format:
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests

golden: libraries
	HSI_REBASELINE=1 $(SWIFT) test --filter 'Golden|FindingCatalogue'

PREFIX ?= /usr/local
install: build
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(HSI) $(DESTDIR)$(PREFIX)/bin/hsi

clean:
	$(SWIFT) package clean

# The system packages: libcsv, libcurl, minizip.
libraries:
	@sh Scripts/install-libraries
