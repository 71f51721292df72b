"""Point 8 of acceptance: what a cold page brings along, compressed."""

import gzip
from functools import partial

import pytest
from django.contrib.auth import get_user_model

from tests.browser.acceptance.conftest import choose
from tests.browser.acceptance.screens import PERSON

KIB = 1024
COLD = {"en": 100 * KIB, "az": 100 * KIB, "ru": 113 * KIB}
SCRIPTS, STYLES = 26 * KIB, 19 * KIB
SCREENS = (
    ("shelter_manager", "/"),
    ("shelter_manager", "/people/"),
    ("shelter_manager", PERSON),
    ("shelter_manager", "/people/new/"),
    ("administrator", "/figures/2019/"),
    ("administrator", "/report/2019/"),
)
PACKED_ALREADY = ("font", "image")


@pytest.fixture
def weights(demo_site, browser, sign_in):
    """Return the bytes of a cold page by kind of resource, as they are sent."""

    def weights(username, address, language):
        context = browser.new_context()
        page, answers = context.new_page(), []
        sign_in(page, get_user_model().objects.get(username=username))
        choose(page, language, demo_site)
        page.on("response", partial(list.append, answers))
        page.goto(demo_site + address, wait_until="networkidle")
        found = {}
        for answer in answers:
            kind, body = answer.request.resource_type, answer.body()
            packed = body if kind in PACKED_ALREADY else gzip.compress(body, 9)
            found[kind] = found.get(kind, 0) + len(packed)
        context.close()
        return found

    return weights


@pytest.mark.parametrize("language", COLD)
def test_08_a_cold_page_is_light(weights, language):
    found = {place: weights(*place, language) for place in SCREENS}

    assert all(len(kinds) >= 3 for kinds in found.values())
    assert {p: k for p, k in found.items() if sum(k.values()) > COLD[language]} == {}
    assert {p: k for p, k in found.items() if k["script"] > SCRIPTS} == {}
    assert {p: k for p, k in found.items() if k["stylesheet"] > STYLES} == {}
