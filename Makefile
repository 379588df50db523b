# sayso: `make demo` and `make test` each do all set-up on a fresh machine.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test check lint types imports evaluate train weights clean

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $(READY)

demo: $(READY)
	$(BIN)/sayso demo

test: $(READY)
	$(BIN)/python -m pytest -n 2

check: lint types imports

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

imports: $(READY)
	$(BIN)/lint-imports

# Scores of the shipped weights on every set in DATA (see docs/model-card.md).
evaluate: $(READY)
	$(BIN)/sayso eval --data $(DATA)

# Training, in an environment of its own: DATA holds the sets, RUNS takes the checkpoints.
STEPS ?= 2000
TRAIN := .venv-train
$(TRAIN)/.ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(TRAIN)
	$(TRAIN)/bin/python -m pip install --quiet --disable-pip-version-check torch==2.13.0
	$(TRAIN)/bin/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable '.[train]'
	touch $(TRAIN)/.ready

train: $(TRAIN)/.ready
	$(TRAIN)/bin/python training/train.py --data $(DATA) --runs $(RUNS) --steps $(STEPS) $(MORE)

weights: $(TRAIN)/.ready
	$(TRAIN)/bin/python training/to_onnx.py $(RUNS)/first/last.pt --out src/sayso/parse/weights

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
