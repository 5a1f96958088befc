# Two commands are enough: `make run` and `make test`. Each sets itself up; both work offline afterwards.
PYTHON ?= $(firstword $(foreach p,python3.11 python3.12 python3.13 python3,$(shell command -v $(p))))
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help run test lock chaos load clean

help:  ## Lists the commands.
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | sort | expand -t 12

run: $(VENV)/.installed  ## Starts the bot. With no token that is the local desk, in your browser.
	$(BIN)/newsroom-bot run $(ARGS)

test: $(VENV)/.installed-dev  ## Lint, types, import rules and every test.
	@.ci/packages
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(if $(ARGS),$(BIN)/pytest $(ARGS),.ci/tests $(BIN)/pytest)

chaos: $(VENV)/.installed-dev  ## Links under random kill -9, on files and on PostgreSQL: nothing lost, nothing doubled.
	$(BIN)/python -m tests.chaos --links 200 --kills 40 $(ARGS)
	$(BIN)/python -m tests.chaos --links 200 --kills 40 --workers 2 --database postgresql $(ARGS)

load: $(VENV)/.installed-dev  ## Many links in many channels: all answered, event loop free, memory flat.
	$(BIN)/python -m tests.load $(ARGS)

lock: $(VENV)/.installed-dev  ## Pins every dependency anew, with hashes.
	$(BIN)/uv pip compile -q --universal --strip-extras --generate-hashes --python-version 3.11 \
		--no-header --no-annotate -o requirements.lock pyproject.toml
	$(BIN)/uv pip compile -q --universal --strip-extras --generate-hashes --python-version 3.11 --extra dev \
		--no-header --no-annotate -c requirements.lock -o requirements-dev.lock pyproject.toml

clean:  ## Removes what the commands made, except your data.
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: install it, or say where it is with PYTHON=…"; exit 1; }
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed, this is " + sys.version) if sys.version_info < (3, 11) else 0'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.lock pyproject.toml | $(BIN)/python
	@test -e $(VENV)/.installed-dev || $(BIN)/pip install --disable-pip-version-check -q --no-deps --require-hashes -r requirements.lock
	$(BIN)/pip install --disable-pip-version-check -q --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.installed-dev: requirements-dev.lock pyproject.toml | $(BIN)/python
	$(BIN)/pip install --disable-pip-version-check -q --no-deps --require-hashes -r requirements-dev.lock
	$(BIN)/pip install --disable-pip-version-check -q --no-deps --no-build-isolation -e .
	@touch $@
