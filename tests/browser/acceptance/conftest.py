"""How the tests of acceptance go from screen to screen."""

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model

from tests.browser.acceptance.screens import EACH
from tests.browser.steps import settle


def choose(page, language, site):
    """Choose the language of the pages, as its button does."""
    cookie = {"name": settings.LANGUAGE_COOKIE_NAME, "value": language, "url": site}
    page.context.add_cookies([cookie])


@pytest.fixture
def walk(demo_site, page, sign_in):
    """Return a walk through all screens: `for role, address in walk("az"):`.

    At each step the page shows the screen, to the role, in the language.
    """

    def walk(language, screens=EACH):
        users = get_user_model().objects
        for role, address in screens:
            page.context.clear_cookies()
            sign_in(page, users.get(username=role))
            choose(page, language, demo_site)
            page.goto(demo_site + address)
            settle(page)
            yield role, address

    return walk


@pytest.fixture
def found(walk):
    """Return what a look at each screen finds, as far as it finds anything."""

    def found(language, look):
        seen = {place: look() for place in walk(language)}
        assert len(seen) == len(EACH)
        return {place: what for place, what in seen.items() if what}

    return found
