# make demo: the main job on the project's own pages. make test: every test. Both set up all they need.
# make compiled: a wheel that reads faster (needs a C compiler), tested and timed beside the sources.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
READY = $(VENV)/.ready

.PHONY: demo test compiled check floors docs pins clean

$(READY): requirements/all.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/all.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	touch $@

demo: $(READY)
	rm -rf .demo
	$(BIN)/detente build gold/pages --record .demo/record
	$(BIN)/detente chronicle USA SUN --record .demo/record

test: $(READY)
	$(BIN)/python -m pytest -n auto

compiled: $(READY)
	rm -rf .compiled
	HATCH_BUILD_HOOKS_ENABLE=true $(BIN)/python -m pip wheel --quiet --disable-pip-version-check \
	  --no-build-isolation --no-deps --wheel-dir .compiled .
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --target .compiled/lib .compiled/*.whl
	$(BIN)/python -m pytest tests/test_compiled.py
	PYTHONPATH=.compiled/lib $(BIN)/python -m pytest -n auto tests/finding tests/test_syntax.py tests/test_text.py
	$(BIN)/python -m tests.speed gold/pages
	PYTHONPATH=.compiled/lib $(BIN)/python -m tests.speed gold/pages

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/detente knowledge check

floors: $(READY)
	$(BIN)/python -m detente.evaluation --gold gold --floors gold/floors.json --shared ../shared/gold

docs: $(READY)
	$(BIN)/python docs/generate.py

pins: $(READY)
	cd requirements && ../$(BIN)/pip-compile --quiet --strip-extras --allow-unsafe --generate-hashes \
	  --no-emit-index-url --no-emit-trusted-host --no-emit-find-links -o all.txt all.in

clean:
	rm -rf $(VENV) .compiled .demo build dist
