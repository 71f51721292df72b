"""Chromium for the tests of this folder; a breach of the content policy fails a test.

A test asks for `site` or `demo_site`, a running server on a database of its own, and
for `page` or, with scripts switched off, `plain_page`.
"""

import os
import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright's loop runs beside us
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items):
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    return browser_type_launch_args | {"executable_path": found, "args": [*QUIET]}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return browser_context_args | {"viewport": {"width": 1366, "height": 768}}


@pytest.fixture(autouse=True)
def breaches(context):
    """Return the breaches so far; a test that leaves one fails."""
    found = []

    def listen(page):
        page.on("pageerror", lambda error: found.append(str(error)))
        page.on("console", lambda message: found.append(message.text))

    context.on("page", listen)
    yield found
    assert [text for text in found if "Failed to load resource" not in text] == []


@pytest.fixture
def plain_page(browser, browser_context_args):
    """Return a page with scripts switched off."""
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture
def sign_in(request):
    """Return a way to sign a user in on a page: `sign_in(page, user)`."""
    demo = "demo_site" in request.fixturenames
    url = request.getfixturevalue("demo_site" if demo else "site")

    def sign_in(page, user):
        client = Client()
        client.force_login(user)
        name = settings.SESSION_COOKIE_NAME
        cookie = {"name": name, "value": client.cookies[name].value, "url": url}
        page.context.add_cookies([cookie])

    return sign_in


@pytest.fixture
def axe():
    """Return a finder of what hinders people on a page: `axe(page) == []`."""

    def axe(page):
        broken = Axe().run(page).response["violations"]
        return [
            (rule["id"], [node["html"] for node in rule["nodes"]]) for rule in broken
        ]

    return axe
