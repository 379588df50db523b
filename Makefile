# sayso: `make demo` and `make test` each do all set-up on a fresh machine.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: reports demo test check lint types imports web scripts browser evaluate teachers shipped large train weights clean

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $(READY)

demo: $(READY) scripts
	$(BIN)/sayso demo

test: $(READY) browser scripts
	$(BIN)/python -m pytest -n 2

# The scripts of the pages where Node is there, and no fault where it is not.
scripts:
	@if command -v npm >/dev/null; then $(MAKE) --no-print-directory web || \
	  echo "the scripts could not be built: the pages are drawn by the server"; \
	else echo "no Node here: the pages are drawn by the server"; fi

# The scripts of the pages, where Node is there; without them the pages are drawn by the server.
BUILT := src/sayso/web/static/built/manifest.json
web: $(BUILT)
$(BUILT): web/package-lock.json web/vite.config.mjs $(wildcard web/src/*.ts)
	cd web && npm ci --ignore-scripts --no-audit --no-fund --silent && npm run --silent build

# A Chromium for the tests of the pages; they are skipped where none can be had.
browser:
	@if command -v chromium >/dev/null; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  apt-get update -q && apt-get install -qy --no-install-recommends chromium || \
	  echo "no Chromium could be installed: the tests of the pages in a browser are skipped"; \
	else echo "no Chromium here: the tests of the pages in a browser are skipped"; fi

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
TREES ?= 520
NAMES ?= 330
LARGE ?= 5000
TRAIN := .venv-train
$(TRAIN)/.ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(TRAIN)
	$(TRAIN)/bin/python -m pip install --quiet --disable-pip-version-check torch==2.13.0
	$(TRAIN)/bin/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable '.[train]'
	touch $(TRAIN)/.ready

# Two runs, each on the set of one layer alone: teachers of that layer on the texts of all others.
teachers: $(TRAIN)/.ready
	$(TRAIN)/bin/python training/train.py --data $(DATA) --runs $(RUNS) --name trees --seed 1 \
	  --steps $(TREES) --weights ud=1 ner=0 polnear=0 gold=0 quiet=0 arms=0
	$(TRAIN)/bin/python training/train.py --data $(DATA) --runs $(RUNS) --name names --seed 1 \
	  --steps $(NAMES) --weights ud=0 ner=1 polnear=0 gold=0 quiet=0 arms=0

# The shipped weights as a teacher of both: what the shipped nets themselves were taught by.
shipped: $(TRAIN)/.ready
	$(TRAIN)/bin/python training/from_onnx.py --out $(RUNS)/shipped.pt

TEACHERS = $(or $(patsubst %,trees$(comma)names=%,$(wildcard $(RUNS)/shipped.pt)),\
  $(foreach t,trees names,$(if $(wildcard $(RUNS)/$(t)/last.pt),$(t)=$(RUNS)/$(t)/last.pt)))
comma := ,

# A net of four times the size, begun from MPNet: wants a GPU.
large: $(TRAIN)/.ready
	$(TRAIN)/bin/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable '.[train,large]'
	$(TRAIN)/bin/python training/train.py --data $(DATA) --runs $(RUNS) --name large --large \
	  --rate 8e-5 --heads 10 --pieces 12000 --steps $(LARGE) --teachers $(TEACHERS) $(MORE)

# Whole reports as the shipped weights read them, what three of MPNet tell of them, and the encoder
# that reads them a second time: wants a GPU.
reports: $(TRAIN)/.ready shipped
	$(TRAIN)/bin/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable '.[train,large]'
	$(TRAIN)/bin/python training/whole.py read --data $(DATA) --reports $(REPORTS)
	for part in 0 1 2; do $(TRAIN)/bin/python training/whole.py teach --reports $(REPORTS) \
	  --runs $(RUNS) --part $$part; done
	$(TRAIN)/bin/python training/whole.py learn --reports $(REPORTS) --runs $(RUNS) \
	  --start $(RUNS)/shipped.pt --told $(RUNS)/told-0.pkl $(RUNS)/told-1.pkl $(RUNS)/told-2.pkl \
	  --rate 2e-4 --many 32 --minutes 7

REPORTS = $(RUNS)/reports.pkl

train: $(TRAIN)/.ready
	$(TRAIN)/bin/python training/train.py --data $(DATA) --runs $(RUNS) --steps $(STEPS) \
	  --teachers $(TEACHERS) $(MORE)

weights: $(TRAIN)/.ready
	$(TRAIN)/bin/python training/to_onnx.py $(RUNS)/first/last.pt --out src/sayso/parse/weights
	$(TRAIN)/bin/python training/second.py --data $(DATA) $(addprefix --reports ,$(wildcard $(REPORTS)))
	$(if $(wildcard $(RUNS)/second.pt),$(TRAIN)/bin/python training/to_second.py $(RUNS)/second.pt)

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
