# Each command does all of its own set-up; a bare machine needs only Python 3.11 or newer, and make.
.PHONY: help run test tour bench package try-package clean

PYTHON ?=
export PYTHON
PY = .venv/bin/python

# Off screen, in a folder of their own, always in the same language and time zone.
ALONE = env -u DISPLAY -u WAYLAND_DISPLAY QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 LANGUAGE= \
	TZ=CET-1CEST,M3.5.0,M10.5.0/3 PYTHONHASHSEED=0
# The README's own; not when the tour is only watched.
PICTURES = docs/pictures
SCREEN = $(DISPLAY)$(WAYLAND_DISPLAY)$(filter Darwin,$(shell uname -s))

help:
	@echo "make run       open Afterword on your own journal (without a screen: play the tour)"
	@echo "make test      the linters, the type checker, the contracts between the rooms, every test"
	@echo "make tour      the program off screen on a made-up search; pictures and PDFs in build/tour/"
	@echo "make bench     speed and memory, each beside its floor; tables in build/bench/"
	@echo "make package   the program in a folder that needs no Python, and a .deb of it, in build/package/"
	@echo "make clean     remove everything these commands made"

run:
	@packaging/environment.sh run
ifneq ($(strip $(SCREEN)),)
	@$(PY) -m afterword
else
	@echo "There is no screen to open a window on, so here is the tour instead."
	@$(MAKE) --no-print-directory tour PICTURES=
endif

# pytest comes last: its closing line is the verdict. The stories run beside the other tests, each in a home of their own.
test:
	@packaging/environment.sh tools
	@mkdir -p build
	@.venv/bin/ruff check --quiet
	@.venv/bin/mypy --no-error-summary
	@.venv/bin/lint-imports --no-cache >build/contracts.txt 2>&1 || { cat build/contracts.txt; exit 1; }
	@home=$$(mktemp -d) && trap 'rm -rf "$$home"' EXIT && mkdir "$$home/stories" "$$home/others" && { \
	  AFTERWORD_HOME="$$home/stories" $(ALONE) $(PY) -m pytest tests/whole >build/stories.txt 2>&1 & stories=$$!; \
	  AFTERWORD_HOME="$$home/others" $(ALONE) $(PY) -m pytest --ignore=tests/whole >build/others.txt 2>&1; others=$$?; \
	  if wait $$stories; then cat build/stories.txt build/others.txt; exit $$others; fi; \
	  cat build/others.txt build/stories.txt; exit 1; }

tour:
	@packaging/environment.sh run
	@mkdir -p build/tour
	@home=$$(mktemp -d) && trap 'rm -rf "$$home"' EXIT && AFTERWORD_HOME="$$home" $(ALONE) $(PY) tests/tour.py build/tour $(PICTURES)

bench:
	@packaging/environment.sh tools
	@mkdir -p build/bench
	@$(PY) bench/run.py

package:
	@packaging/environment.sh tools
	@packaging/build.sh

# Needs root: the .deb in a clean Debian, installed, started and purged.
try-package: package
	@packaging/linux/try-deb.sh build/package/*.deb

clean:
	rm -rf build dist .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage
	find desktop tests bench packaging -name __pycache__ -type d -prune -exec rm -rf {} +
