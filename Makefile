# Two commands do everything: `make demo` and `make test`. Both install what they need into .venv.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
PYTHON ?= python3
PORT ?= 8080
LANG_CODE ?= en
KILLS ?= 2000
SEED ?= 1
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK = 1
export PYTHONUNBUFFERED = 1
# Without compiled files every start takes seconds.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help demo test quick lint bench crash order writes cases faults story play draw preview pictures lock browser clean

help: ## show this list
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-9s %s\n", $$1, $$2}'

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Wegwijs needs Python 3.11 or newer; $(PYTHON) is older. Try: make demo PYTHON=python3.12"; exit 1; }
	@echo "1/3  making a Python environment in $(VENV)"
	@$(PYTHON) -m venv $(VENV)

# Shows how far an installation is; faults are shown whole, and the log is kept.
COUNT = tee $(VENV)/install.log | awk '/^Collecting/ {n++; printf "\r     %d found", n; fflush()} \
  /^Installing/ {printf "\n     putting them in place\n"} /^ERROR/ {print}'

$(VENV)/.run: requirements.txt | $(VENV)/bin/python
	@echo "2/3  installing the libraries (about a minute the first time)"
	@$(BIN)/pip install --require-hashes -r requirements.txt 2>&1 | $(COUNT)
	@echo "3/3  ready to start"
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.run
	@echo "     installing the tools for tests"
	@$(BIN)/pip install --require-hashes -r requirements-dev.txt 2>&1 | $(COUNT)
	@touch $@

demo: $(VENV)/.run ## start the whole town on this machine (PORT=8080)
	@exec $(BIN)/python -m bot demo --port $(PORT)

browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    echo "     installing Chromium and fonts for the browser tests"; \
	    apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-core fonts-noto-color-emoji >/dev/null; \
	  else echo "     Chromium is missing: the browser tests are skipped (install the package 'chromium' and Noto fonts)"; fi; }

test: $(VENV)/.dev browser ## run every test
	@$(BIN)/python -m pytest -q -rs -n 2 --dist loadgroup $(ARGS)

quick: $(VENV)/.dev ## run the fast tests, before every commit
	@$(BIN)/python -m pytest -q -x -m "not browser and not story" $(ARGS)

lint: $(VENV)/.dev ## style, types and import rules
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

order: $(VENV)/.dev ## kills of the store, shuffled updates, clock changes, a month: docs/reports/order.md (ARGS=--full)
	@exec $(BIN)/python -m bench.order all $(ARGS)

writes: $(VENV)/.dev ## 5,000 writes whose answers are lost now and then; each must have one effect (ARGS="--lost 0.6")
	@exec $(BIN)/python -m bench.writes $(ARGS)

cases: $(VENV)/.dev ## notifications by the thousand, reading 10,000 cases: docs/reports/cases.md (ARGS=flood)
	@exec $(BIN)/python -m bench.cases $(ARGS)

faults: $(VENV)/.dev ## let every service fail in every way; writes docs/reports/faults.md (SEED=7)
	@exec $(BIN)/python -m bench.matrix $(if $(SEED),--seed $(SEED)) --report docs/reports/faults.md $(ARGS)

story: $(VENV)/.run ## play the main story over real HTTP and print it (LANG_CODE=ar)
	@$(BIN)/python -m bot story --lang $(LANG_CODE)

play: $(VENV)/.run ## a phone in the terminal (LANG_CODE=ar)
	@exec $(BIN)/python -m bot play --lang $(LANG_CODE)

draw: $(VENV)/.run ## draw the dialogs into docs/dialogs.md, describe the API in docs/openapi.json
	@$(BIN)/python -m bot draw docs/dialogs.md
	@$(BIN)/python -m bot openapi docs/openapi.json

preview: $(VENV)/.run ## every screen in every language, as HTML in var/preview
	@$(BIN)/python -m bot preview var/preview

pictures: $(VENV)/.dev browser ## make the README's pictures from the running program
	@$(BIN)/python docs/pictures/make.py

PEERS := .venv-peers
BENCH_SECONDS ?= 4
ROUNDS ?= 3

$(PEERS)/.done: bench/peers/requirements.txt
	@echo "     installing the peers of the benchmark in $(PEERS)"
	@$(PYTHON) -m venv $(PEERS)
	@$(PEERS)/bin/pip install --quiet --require-hashes -r bench/peers/requirements.txt
	@touch $@

bench: $(VENV)/.dev $(PEERS)/.done ## measure against other frameworks, write docs/reports/bench.md (BENCH_SECONDS=4 ROUNDS=3)
	@$(BIN)/python -m bench --seconds $(BENCH_SECONDS) --rounds $(ROUNDS) $(ARGS)

lock: $(VENV)/.dev ## lock the requirements again, with hashes
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --extra embedded --extra xlsx -o requirements.txt pyproject.toml
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --extra embedded --extra xlsx --extra dev -o requirements-dev.txt pyproject.toml
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header -o bench/peers/requirements.txt bench/peers/requirements.in

crash: $(VENV)/.dev ## kill Wegwijs 2,000 times, write docs/reports/crash.md (KILLS=10000 SEED=1)
	@exec $(BIN)/python -m bench.crash --kills $(KILLS) --seed $(SEED) --report docs/reports/crash.md

clean: ## remove the environment and the demo's data
	@rm -rf $(VENV) $(PEERS) var *.egg-info build .pytest_cache .mypy_cache .ruff_cache .hypothesis
