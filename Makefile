# make report: score the shipped figures and write Reports/.   make test: everything that CI checks.

SWIFT ?= swift
BUILD_RELEASE = $(SWIFT) build -c release --static-swift-stdlib --product hsi
HSI = .build/release/hsi

.PHONY: help report test build install lint format golden bench bench-scoring bench-audit clean libraries fuzz sanitize

help:
	@echo 'make report   build hsi, score the figures in Data/ and write Reports/'
	@echo 'make test     lint, build and run all tests'
	@echo 'make build    build .build/release/hsi'
	@echo 'make install  copy it to PREFIX/bin (default /usr/local)'
	@echo 'make format   format the sources'
	@echo 'make bench    read large inputs beside pandas, polars and DuckDB (pip install them first)'
	@echo 'make bench-scoring  score beside numpy and pandas'
	@echo 'make bench-audit  rank under drawn weights and bound ranks beside numpy, numba, HiGHS, SALib'
	@echo 'make fuzz     feed one reader with made-up files: TARGET=figures SECONDS=60'
	@echo 'make sanitize run all tests under the address sanitizer, the parallel ones under that of threads'
	@echo 'make golden   accept the present output as golden pages and Documentation/diagnostics.md'

SWIFT_SOURCES = Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources \
  Fuzz/Package.swift Fuzz/Sources

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

# Scores beside numpy and pandas: a few seconds.
bench-scoring: libraries
	$(SWIFT) build -c release --package-path Benchmarks
	python3 Benchmarks/scoring.py $(BENCH)

# Weights drawn, ranks and their bounds beside numpy, numba, HiGHS and SALib: a minute.
bench-audit: libraries
	$(SWIFT) build -c release --package-path Benchmarks
	python3 Benchmarks/audit.py $(BENCH)

# The flags of libFuzzer: its counters in every module, and internals open to the targets. What is
# found is kept in Fuzz/.build/TARGET/: inputs that reach something new, and under found/ what failed.
# TOMLKit leaks a little in each parse, so leaks are not looked for, here and in `make sanitize`.
TARGET ?= figures
SECONDS ?= 60
FUZZ_FLAGS = --sanitize=fuzzer -Xswiftc -sanitize=fuzzer,address -Xcc -fsanitize=address \
  -Xswiftc -enable-testing
FUZZ_WORK = Fuzz/.build/$(TARGET)
fuzz: libraries
	cd Fuzz && $(SWIFT) build -c release $(FUZZ_FLAGS)
	mkdir -p $(FUZZ_WORK)/corpus $(FUZZ_WORK)/found
	TARGET=$(TARGET) ASAN_OPTIONS=detect_leaks=0 SWIFT_BACKTRACE=enable=no Fuzz/.build/release/hsi-fuzz -print_final_stats=1 \
	  -max_total_time=$(SECONDS) -timeout=30 -rss_limit_mb=4096 -max_len=2048 \
	  -artifact_prefix=$(FUZZ_WORK)/found/ $(FUZZ_WORK)/corpus Fuzz/Corpus/$(TARGET)

sanitize: libraries
	ASAN_OPTIONS=detect_leaks=0 $(SWIFT) test --sanitize=address --scratch-path .build-asan
	$(SWIFT) test --sanitize=thread --scratch-path .build-tsan --filter 'IngestTests|TabularTests'

PREFIX ?= /usr/local
install: build
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(HSI) $(DESTDIR)$(PREFIX)/bin/hsi

clean:
	$(SWIFT) package clean

# The system packages: libcsv, libcurl, minizip.
libraries:
	@sh Scripts/install-libraries
