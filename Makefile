# make demo: the application with the register of 2019; make test: all tests.

SHELL := /bin/sh
UV := .tools/bin/uv
PY := .venv/bin/python
PORT ?= 8000
SERVE ?= 1
T ?= tests
BROWSERS := chromium chromium-browser google-chrome
CATALOGUES := $(wildcard locale/*/LC_MESSAGES/django.po)

# The first Python of 3.12 or later that really runs: a pyenv shim on PATH may exist
# and still fail.
PYTHON = $(shell for p in python3.13 python3.14 python3.12 python3 \
	$$(ls -d "$${PYENV_ROOT:-$$HOME/.pyenv}"/versions/3.1[2-9]*/bin/python3 2>/dev/null \
		| sort -rV); do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 12))' >/dev/null 2>&1 \
		&& { command -v "$$p"; break; }; done)

.PHONY: help setup demo run check test browser pictures format css bench texts lock

help:
	@echo "make demo     the application with the register of 2019 (PORT=8000, SERVE=0)"
	@echo "make test     all tests, in the browser too (T=tests/thb for some of them)"
	@echo "make check    style, types, layers, templates, migrations, deployment"
	@echo "make setup    everything that a developer needs, in .venv"
	@echo "make run      the application for real, by docs/running.md"
	@echo "make css      static/site.css from static/scss"
	@echo "make pictures the pictures of help, in static/help"
	@echo "make texts    how well the text checker finds planted errors"
	@echo "make format   bench   browser   lock"

setup: .venv/.dev .venv/.messages

demo: export DEMO := 1
demo: .venv/.run .venv/.messages
	@$(PY) manage.py demo $(if $(filter 0,$(SERVE)),,--port $(PORT))
	@test "$(SERVE)" = 0 || exec .venv/bin/gunicorn thb.wsgi --config thb/gunicorn.py \
		--bind 127.0.0.1:$(PORT)

run: export PRODUCTION := 1
run: .venv/.run .venv/.messages
	$(PY) manage.py migrate --no-input
	$(PY) manage.py collectstatic --no-input --verbosity 0
	exec .venv/bin/gunicorn thb.wsgi --config thb/gunicorn.py --bind 127.0.0.1:$(PORT)

CHECKS := style types layers templates migrations deployment
check: $(CHECKS)

.PHONY: $(CHECKS)
$(CHECKS): setup
$(CHECKS): export THB_VAR := $(CURDIR)/var/check
$(CHECKS): export DEMO := 1

style:
	.venv/bin/ruff check
	.venv/bin/ruff format --check

types:
	.venv/bin/mypy

layers:
	.venv/bin/lint-imports

templates:
	find templates -name '*.html' -exec .venv/bin/djade --check --target-version 6.1 {} +
	.venv/bin/djlint --lint --quiet templates

migrations:
	$(PY) manage.py makemigrations --check --dry-run

deployment:
	rm -f "$(THB_VAR)/made.json" && $(PY) -m thb.keys "$(THB_VAR)/made.json"
	DEMO=0 KEY_FILE="$(THB_VAR)/made.json" ALLOWED_HOSTS=register.example \
		SECRET_KEY=$$($(PY) -c 'import secrets; print(secrets.token_urlsafe(60))') \
		$(PY) manage.py check --deploy --fail-level WARNING

test: export THB_VAR := $(CURDIR)/var/test
test: setup browser
	.venv/bin/pytest $(T)

pictures: export PICTURES := 1
pictures: export THB_VAR := $(CURDIR)/var/test
pictures: setup browser
	.venv/bin/pytest tests/browser/test_pictures.py

# A Chromium that runs: one that is there, else the distribution's, else Playwright's.
browser: .venv/.dev
	@for name in $(BROWSERS); do "$$name" --version 2>/dev/null && exit 0; done; \
	if test "$$(id -u)" = 0 && command -v apt-get >/dev/null; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y \
			--no-install-recommends chromium >/dev/null; \
		chromium --version 2>/dev/null && exit 0; \
		.venv/bin/playwright install --with-deps chromium && exit 0; fi; \
	.venv/bin/playwright install chromium && exit 0; \
	echo "The browser tests need Chromium: install it so that 'chromium' runs." >&2; \
	exit 1

format: .venv/.dev
	.venv/bin/ruff check --fix
	.venv/bin/ruff format
	find templates -name '*.html' -exec .venv/bin/djade --target-version 6.1 {} +

css: .venv/.dev
	.venv/bin/pysassc --style compressed static/scss/site.scss static/site.css

bench: export THB_VAR := $(CURDIR)/var/bench
bench: setup texts
	$(PY) -m bench

# The text checker alone, a few minutes: recall and precision over planted errors.
texts: export THB_VAR := $(CURDIR)/var/bench
texts: setup
	$(PY) -m bench.texts

LOCK := $(UV) pip compile --quiet --universal --python-version 3.12 --generate-hashes \
	--no-header --no-emit-index-url pyproject.toml

lock: | $(UV)
	$(LOCK) --group dev -o requirements/dev.txt
	$(LOCK) -o requirements/run.txt

.venv/bin/python: | $(UV)
	@$(UV) venv --quiet --allow-existing --python "$(or $(PYTHON),3.13)" .venv || { \
		echo "No Python of 3.12 or later here, and uv could fetch none: install one," \
		"for example python3.12 or python3.13 of your distribution." >&2; exit 1; }

.venv/.run: requirements/run.txt | $(UV) .venv/bin/python
	@echo "Installing what the application needs"
	@$(UV) pip install --quiet --require-hashes --python .venv -r requirements/run.txt
	@touch $@

.venv/.dev: requirements/dev.txt | $(UV) .venv/bin/python
	@echo "Installing what the developer needs"
	@$(UV) pip sync --quiet --require-hashes --python .venv requirements/dev.txt
	@touch $@

# The translations; pybabel reads the catalogues, so nobody needs gettext.
.venv/.messages: $(CATALOGUES) | .venv/bin/python
	@test -z "$(CATALOGUES)" || .venv/bin/pybabel --quiet compile -D django -d locale
	@touch $@

$(UV): requirements/tools.txt
	@rm -rf .tools; for p in python3 $(PYTHON); do \
		"$$p" -m venv .tools >/dev/null 2>&1 && break; rm -rf .tools; done; \
	test -x .tools/bin/pip || { echo "python3 with its venv module is missing:" \
		"install it, for example with apt-get install python3-venv." >&2; exit 1; }
	@.tools/bin/pip install --quiet --disable-pip-version-check --require-hashes \
		-r requirements/tools.txt
	@touch $@
