# Two commands for a new user: `make demo` and `make test`. Everything else is for those who change Sijill.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
READY_DEV := $(VENV)/.ready-dev
# As many processes as there are cores; one that is done takes tests from the others. WORKERS=0: all in one process.
WORKERS ?= auto
SPREAD := --numprocesses $(WORKERS) --dist worksteal
DEMO_REGISTER ?= demo.db

.PHONY: demo test test-slow check accuracy speed golden train lock clean help

help: ## list the commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

$(READY): pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Sijill needs Python 3.11 or newer: set PYTHON=/path/to/python3.11" >&2; exit 1; }
	@echo "Making the environment in $(VENV) (once; a minute or two) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

$(READY_DEV): $(READY) requirements-dev.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.lock
	@touch $@

demo: $(READY) ## read the sample reports and open them as pages; NO_SERVE=1 ends without the pages
	@rm -f $(DEMO_REGISTER) $(DEMO_REGISTER)-wal $(DEMO_REGISTER)-shm
	@$(BIN)/sijill read examples/reports --register $(DEMO_REGISTER)
	@$(BIN)/sijill claims --register $(DEMO_REGISTER) --limit 25
	@$(BIN)/sijill figures --by-happening --register $(DEMO_REGISTER) --limit 12
	@echo "The register lies in $(DEMO_REGISTER). Open a claim down to its words: $(BIN)/sijill explain ID --register $(DEMO_REGISTER)"
	@if [ -t 1 ] && [ -z "$(NO_SERVE)" ]; then \
	  echo "The workbench (maps, incidents, reports) runs until Ctrl-C, at this address:"; \
	  $(BIN)/sijill serve --register $(DEMO_REGISTER) --no-browser || [ $$? = 130 ]; \
	else echo "Open it as pages in the browser: $(BIN)/sijill serve --register $(DEMO_REGISTER)"; fi

test: $(READY_DEV) ## the test suite (under three minutes)
	$(BIN)/python -m pytest -m "not slow" $(SPREAD)

test-slow: $(READY_DEV) ## the slower tests
	$(BIN)/python -m pytest -m slow $(SPREAD)

check: $(READY_DEV) ## ruff, mypy and the architecture
	$(BIN)/ruff check --no-cache . # a kept answer does not know that a module imported here is gone
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

accuracy: $(READY_DEV) ## the accuracy gate; the part on outside corpora runs where SIJILL_DATA names them
	$(BIN)/python -m bench.accuracy.gate

speed: $(READY_DEV) ## the speed bench; needs SIJILL_DATA
	$(BIN)/python -m pytest bench/speed --benchmark-autosave

golden: $(READY_DEV) ## rewrite the golden files on purpose
	$(BIN)/python -m pytest tests/golden --rewrite-golden

train: $(READY_DEV) ## train the reader anew: make train DATA=folder OUT=folder
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[train]'
	$(BIN)/python -m training.train --data $(DATA) --out $(OUT)

lock: $(READY_DEV) ## write the lock files anew
	$(BIN)/pip-compile --quiet --no-header --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --strip-extras --output-file requirements.lock pyproject.toml
	$(BIN)/pip-compile --quiet --no-header --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --strip-extras --extra dev --output-file requirements-dev.lock pyproject.toml

clean: ## remove the environment and the demo register
	rm -rf $(VENV) $(DEMO_REGISTER) $(DEMO_REGISTER)-wal $(DEMO_REGISTER)-shm
