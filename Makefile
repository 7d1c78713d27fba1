# Each target sets up all that it needs: a .venv with the package (editable) and the developers' tools, made anew when
# what it is made from changes, and the compiled catalogues. Needs Python >= 3.11, make and a package index, no more.
PYTHON3 ?= python3
PYTHON := .venv/bin/python
READY := .venv/ready
LOCALE := intervisie_tui/locale
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard $(LOCALE)/*/LC_MESSAGES/*.po))

.PHONY: run test test-long soak bench peers check screenshots catalogues clean

# make run ARGS="methods list"
run: $(READY) $(CATALOGUES)
	@$(PYTHON) -m intervisie_tui $(ARGS)

# make test ARGS="tests/method -k fault"
test: $(READY) $(CATALOGUES)
	$(PYTHON) -m pytest -n 2 -m "not long" $(ARGS)

# What does not fit into three minutes: the real program, some hundreds of times.
test-long: $(READY) $(CATALOGUES)
	$(PYTHON) -m pytest -n 2 -m long $(ARGS)

# The long form of docs/RELIABILITY.md, some half an hour: each prints its figures, and fails when a promise is broken.
soak: $(READY) $(CATALOGUES)
	$(PYTHON) -m tests.reliability.killing 1000
	$(PYTHON) -m tests.reliability.soak 8
	$(PYTHON) -m tests.reliability.remedies

check: $(READY)
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	$(PYTHON) -c "from importlinter.cli import lint_imports_command; lint_imports_command()"
	$(PYTHON) -m pytest -q tests/test_size.py

# Ends with 0 whatever is over its goal: times vary, and what repeats is in the tests.
# make bench ARGS="--short typing"
bench: $(READY) $(CATALOGUES)
	$(PYTHON) -m compileall -q intervisie_tui bench
	$(PYTHON) -m bench $(ARGS)

# Other programs to measure in the same run, each in a .peers/NAME of its own; one that can't be had is left out.
# tree-sitter 0.26 crashes the Textual that posting asks for (signal 11), which does without as well.
peers:
	for name in posting harlequin toolong frogmouth; do \
		$(PYTHON3) -m venv .peers/$$name && .peers/$$name/bin/pip install --quiet --upgrade pip && \
		.peers/$$name/bin/pip install --quiet $$name || echo "$$name cannot be installed"; done
	-.peers/posting/bin/pip uninstall --quiet --yes tree-sitter

screenshots: $(READY) $(CATALOGUES)
	$(PYTHON) screenshots/make.py

# New texts come into the .po files without a translation; the tests fail until somebody has filled them.
catalogues: $(READY)
	$(PYTHON) tests/locale/update.py
	$(PYTHON) hatch_build.py

%.mo: %.po hatch_build.py | $(READY)
	$(PYTHON) hatch_build.py

# Byte-compiled at once: without it the first start takes half a second more, and every start where nobody may write.
$(READY): pyproject.toml hatch_build.py
	@$(PYTHON3) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed: make PYTHON3=...")'
	rm -rf .venv
	$(PYTHON3) -m venv .venv
	$(PYTHON) -m pip install --quiet --upgrade "pip>=25.1"
	$(PYTHON) -m pip install --quiet --compile --editable . --group dev
	$(PYTHON) -m compileall -q intervisie_tui
	touch $@

clean:
	rm -rf .venv .peers dist build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis $(CATALOGUES)
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
