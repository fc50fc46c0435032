# Every command there is. Each does its own set-up: Debian packages, .venv, pinned libraries with their hashes.
#   make run     the window; without a display, the main job on the shipped sample and pictures of the window
#   make test    check, then all tests          make check   style, types, import contracts
#   make bench   ratios into build/bench.json   make dist    a folder to hand out, in dist/
#   make screens every page of the window, both themes and languages, 100 and 150 %, into build/screens/
#   make setup   .venv/bin/zi-desktop           make lock    pin the libraries again

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := run
.PHONY: run test check bench dist setup lock packages screens

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= python3
HAS_PYTHON := $(shell $(PYTHON) -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo yes)
DISPLAY_SET := $(DISPLAY)$(WAYLAND_DISPLAY)
OFFSCREEN := QT_QPA_PLATFORM=offscreen

# Debian package names, by what needs them.
FOR_PYTHON := $(if $(HAS_PYTHON),,python3 python3-venv)
FOR_QT := libglib2.0-0 libgl1 libegl1 libx11-6 libxkbcommon0 libdbus-1-3 libfontconfig1 libfreetype6 libbrotli1
FOR_A_WINDOW := libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-image0 libxcb-randr0 libxcb-render-util0 \
  libxcb-shape0 libxcb-xkb1 libxcb-sync1 libxcb-xfixes0 libxcb-util1 libxkbcommon-x11-0 libx11-xcb1 \
  libwayland-cursor0 libwayland-egl1
FOR_A_SCREEN_READER := xvfb dbus-daemon at-spi2-core gir1.2-atspi-2.0 python3-gi
FOR_VERIFIERS := poppler-utils libnss3-tools libreoffice-calc-nogui python3-uno libapache-poi-java \
  libxml-security-java libbcprov-java libbcpkix-java libbcutil-java libpdfbox2-java libjaxb-api-java \
  libactivation-java libcommons-io-java softhsm2 \
  $(if $(shell command -v javac),,default-jdk-headless)

NEEDED := $(FOR_PYTHON) $(FOR_QT) $(if $(DISPLAY_SET),$(FOR_A_WINDOW))
test bench: NEEDED += $(FOR_VERIFIERS)
test: NEEDED += $(FOR_A_WINDOW) $(FOR_A_SCREEN_READER)
dist: NEEDED += $(FOR_A_WINDOW) binutils

run: setup
ifneq ($(DISPLAY_SET),)
	$(BIN)/zi-desktop
else
	@rm -rf build/demo
	$(OFFSCREEN) $(BIN)/zi-desktop demo --out build/demo
	$(OFFSCREEN) $(BIN)/python -m zi_desktop.ui.grab build/demo
	@echo 'No display: the main job was done on the shipped sample. Its PDF, XLSX, package and pictures:'
	@find "$(CURDIR)/build/demo" -type f -printf '  %p  %s bytes\n' | sort
endif

test: check
	$(OFFSCREEN) $(BIN)/python -m pytest -n auto

check: setup
	$(BIN)/ruff check --quiet .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

bench: setup
	$(OFFSCREEN) $(BIN)/python -m tests.benchmarks

screens: setup
	@rm -rf build/screens
	$(OFFSCREEN) $(BIN)/python -m zi_desktop.ui.grab build/screens/100 --scale 100
	$(OFFSCREEN) $(BIN)/python -m zi_desktop.ui.grab build/screens/150 --scale 150

dist: setup
	$(BIN)/pyinstaller --noconfirm --clean --log-level WARN --distpath dist --workpath build/pyinstaller build.spec
	$(OFFSCREEN) dist/zi-desktop/zi-desktop self-test

# With its bytecode, as an installed program has it: some environments let Python keep none by itself.
setup: packages $(VENV)/.stamp
	@$(BIN)/python -m compileall -q zi_desktop

# Installs what is missing when root; else names it, and stops. A package may also be there under another name
# that provides it. Off Debian there is nothing to ask, and Qt says itself what it lacks.
packages:
	@if ! command -v dpkg-query >/dev/null; then \
	  echo 'Not Debian: please see that what these packages hold is there: $(NEEDED)'; \
	  exit 0; \
	fi; \
	here=$$(dpkg-query -W -f '$${db:Status-Status} $${Package}, $${Provides}\n' \
	  | sed -n 's/^installed //p' | tr ',' '\n' | sed 's/(.*//; s/ //g'); \
	missing=$$(comm -13 <(sort -u <<<"$$here") <(printf '%s\n' $(NEEDED) | sort -u) | xargs); \
	[ -n "$$missing" ] || exit 0; \
	if [ "$$(id -u)" != 0 ]; then \
	  echo "Missing Debian packages: $$missing"; \
	  echo "Install them and run make again:"; \
	  echo "  sudo apt-get update && sudo apt-get install --no-install-recommends $$missing"; \
	  exit 1; \
	fi; \
	export DEBIAN_FRONTEND=noninteractive; \
	apt-get update -qq; \
	apt-get install -y -qq --no-install-recommends -o Dpkg::Use-Pty=0 $$missing

$(VENV)/.stamp: requirements.lock pyproject.toml | packages
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

lock: packages
	$(PYTHON) -m venv build/uv
	build/uv/bin/python -m pip install --quiet --disable-pip-version-check uv==0.13.9
	build/uv/bin/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-annotate --quiet --output-file requirements.lock
