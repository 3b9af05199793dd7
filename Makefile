# Everything a developer does, on a machine that has Python 3.11 or newer and nothing else.
# The first run makes a .venv here; later runs find it ready. `make clean` forgets it.

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$p && break; done)
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# What pip does for a wheel: without it every run compiles again, where the environment keeps Python from saving.
COMPILE := $(BIN)/python -m compileall -q dbarch_lint rules

.PHONY: demo test test-live truth bench lint format clean

demo: $(VENV)/.ready ## lint the example shop
	$(BIN)/dbarch-lint check --fail-on never fixtures/projects/shop

test: lint ## style, types and the whole test suite
	$(BIN)/python -m pytest

lint: $(VENV)/.ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test-live: $(VENV)/.ready-live ## the whole test suite, then random statements on real servers of all versions
	$(BIN)/python -m tests.live.servers
	$(BIN)/python -m tests.live.mysql_servers
	$(BIN)/python -m pytest
	$(BIN)/python -m tests.live.record $(or $(SEED),1) $(or $(SCHEMAS),10)

truth: $(VENV)/.ready-live ## measure tests/live/truth.json anew, on servers of all versions
	$(BIN)/python -m tests.live.servers
	$(BIN)/python -m tests.live.record

bench: $(VENV)/.ready-bench ## speed and memory, beside squawk
	$(BIN)/python -m benchmarks $(BENCH)

format: $(VENV)/.ready-dev
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# One stamp a kind of set-up: `make demo` does not wait for the tools that only `make test` needs.
$(VENV)/.python:
	@test -n "$(PYTHON)" || { echo "dbarch-lint needs Python 3.11 or newer; none was found. Say where: make PYTHON=/path/to/python3" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.ready: $(VENV)/.python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	@$(COMPILE)
	@touch $@

$(VENV)/.ready-%: $(VENV)/.python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable ".[dev,$*]"
	@$(COMPILE)
	@touch $@ $(VENV)/.ready

$(VENV)/.ready-dev: $(VENV)/.python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable ".[dev]"
	@$(COMPILE)
	@touch $@ $(VENV)/.ready
