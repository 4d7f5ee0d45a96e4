# Each target sets up what it needs; `make` alone lists them.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c

VENV := .venv
READY := $(VENV)/.ready
BIN := $(VENV)/bin
UV := .lock/bin/uv

PORT ?= 8000
# An answer is no document of the record: it is taken in against the draft that it answers.
ANSWERS := examples/answer-in-word/
# Agreements of a library are found again from the drafts; they are no documents of the negotiation.
LIBRARY := examples/library/
DEMO_FROM ?= $(filter-out $(ANSWERS) $(LIBRARY),$(wildcard examples/*/))
REGISTERED := examples/strait-of-ilvane/instruments.toml
ISSUES := examples/strait-of-ilvane/issues.toml
# More arguments for pytest, for example: make test PYTEST_ARGS='-k redline'
PYTEST_ARGS ?=
# One test more at once than there are processors, as some wait; four at most. Who is done takes from who is not.
AT_ONCE := -n $(shell expr $$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1) + 1) --maxprocesses 4 --dist worksteal
# What is tried on PostgreSQL too, where nothing else is asked for; of the pages the walk asks each one.
# Where nobody waits builds are stopped at odd moments on SQLite alone.
ON_POSTGRESQL := $(if $(CI),--ignore tests/actions/test_stopping.py --ignore tests/actions/test_put_off.py) tests/desk tests/actions tests/release tests/web/office -m "not browser" --ignore tests/desk/test_search_query.py
# How long `make fuzz` runs, its targets together.
MINUTES ?= 10

# The first Python that runs here and is new enough.
find_python = found=; for python in python3.11 python3 python3.12 python3.13; do \
	if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found=$$python; break; fi; done; \
	if [ -z "$$found" ]; then echo "Travaux needs Python 3.11 or later: install it, then run make again." >&2; exit 1; fi

.PHONY: help setup demo test lint format bench fuzz lock chromium clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(READY) ## make .venv with everything pinned; then .venv/bin/travaux runs

$(READY): requirements.lock pyproject.toml
	@$(find_python); \
	if ! $(BIN)/python -m pip --version >/dev/null 2>&1; then \
		"$$found" -m venv --clear $(VENV) || { \
			echo "$$found cannot make a virtual environment: install its venv module (Debian: apt-get install python3-venv)." >&2; exit 1; }; \
	fi
	@echo "Installing what requirements.lock pins into $(VENV) ..."
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-input --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-input --no-deps --no-build-isolation -e .
	@# What pip installs is compiled; so is this, also where Python is told to keep nothing of what it compiles.
	@$(BIN)/python -m compileall -q src
	@touch $@

demo: setup ## build the example negotiation anew and open it in the browser (PORT=8000, NO_BROWSER=1)
	@rm -rf .demo && mkdir -p .demo
	$(BIN)/travaux build $(DEMO_FROM) -o .demo/demo.travaux
	$(if $(filter file,$(origin DEMO_FROM)),$(BIN)/travaux import $(ANSWERS)corvany-answer.docx --in .demo/demo.travaux --against 16-telegram-reply/amended --by Corvany --keep >/dev/null)
	$(if $(filter file,$(origin DEMO_FROM)),$(BIN)/travaux status .demo/demo.travaux --take $(REGISTERED) --on 1963-12-04 >/dev/null)
	$(if $(filter file,$(origin DEMO_FROM)),$(BIN)/travaux people .demo/demo.travaux --take examples/strait-of-ilvane/people.toml >/dev/null)
	$(if $(filter file,$(origin DEMO_FROM)),$(BIN)/travaux positions .demo/demo.travaux --take $(ISSUES) --on 1963-12-04 >/dev/null)
	$(if $(filter file,$(origin DEMO_FROM)),examples/round.sh .demo/demo.travaux $(BIN)/travaux)
	$(if $(filter file,$(origin DEMO_FROM)),$(BIN)/travaux withhold .demo/demo.travaux 09-telegram-instructions "Do not volunteer this." --reason "our fallback" --authority "Legal Adviser" --on 1963-12-04 >/dev/null)
	$(BIN)/travaux library add $(LIBRARY) examples/strait-of-ilvane/0[1-3]-*.txt -l .demo/demo.library
	$(BIN)/travaux serve .demo/demo.travaux --port $(PORT) $(if $(NO_BROWSER),--no-browser)

test: setup chromium ## run every test, those in a browser too, and those of the desk on PostgreSQL as well
ifneq ($(PYTEST_ARGS),)
	$(BIN)/python -m pytest $(PYTEST_ARGS)
else
	$(BIN)/python -m pytest $(AT_ONCE)
	TRAVAUX_TRIED_AGAIN=1 $(BIN)/python -m pytest $(AT_ONCE) --database postgresql $(ON_POSTGRESQL)
endif

chromium:
	@if command -v chromium || command -v chromium-browser || command -v google-chrome; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		export DEBIAN_FRONTEND=noninteractive; \
		apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; \
	else \
		echo "The browser tests need Chromium: install it (Debian: sudo apt-get install chromium), then run make test again." >&2; exit 1; \
	fi >/dev/null

lint: setup ## ruff, mypy, the import contracts, and known flaws of what is pinned
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@$(BIN)/python .ci/audit.py

format: setup ## sort imports and lay the code out
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

bench: setup ## measure how well and how fast the record is read
	$(BIN)/python bench/run.py

fuzz: setup ## mangle documents and instructions for MINUTES=10; finds and what was learnt are kept in .fuzz/
	nice -n 15 $(BIN)/python -m fuzz.run --minutes $(MINUTES)

lock: ## pin the newest versions that pyproject.toml admits in requirements.lock
	@$(find_python); test -x $(UV) || { "$$found" -m venv .lock && .lock/bin/pip install -qq --disable-pip-version-check uv; }
	$(UV) pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --upgrade \
		--no-config --no-header --no-annotate --quiet --output-file requirements.lock

clean: ## remove what the other targets made
	rm -rf $(VENV) .lock .demo .fuzz build dist src/*.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
