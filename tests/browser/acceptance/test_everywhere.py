"""Points of acceptance that hold on every screen, in every language."""

import re

import pytest

from tests.browser.acceptance.screens import LANGUAGES

WIDTHS = (320, 768, 1366)
SCHEMES = ("light", "dark")
SMALLEST_TARGET = 24  # pixels
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SMALL = """least => [...document.querySelectorAll(
    'button, select, textarea, input:not([type=hidden]), nav a, .btn'
)].filter(target => {
    const { width, height } = target.getBoundingClientRect();
    const seen = target.checkVisibility() && width > 1;
    return seen && (width < least || height < least);
}).map(target => target.outerHTML.slice(0, 120))"""
BANNED = {
    "en": r"please|sorry|invalid|oops|forbidden|required field|field is required",
    "az": r"zəhmət olmasa|bağışlayın|bu sahə vacibdir|səhv dəyər|qadağandır",
    "ru": r"пожалуйста|извините|обязательное поле|недопустим|неверн\w+ значени",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_01_nothing_hinders_on_any_screen(found, page, axe, language):
    def look():
        broken = {}
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 800})
                broken[scheme, width] = axe(page)
        return {place: rules for place, rules in broken.items() if rules}

    assert found(language, look) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_02_the_page_says_which_language_it_has(found, page, language):
    def look():
        said = page.locator("html").get_attribute("lang")
        return said if said != language else ""

    assert found(language, look) == {}


def test_01_nothing_hinders_in_forced_colours(found, page, axe):
    page.emulate_media(forced_colors="active")

    assert found("en", lambda: axe(page)) == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("height", [800, 256])  # a phone; 1280 x 1024 enlarged 4 times
def test_03_no_screen_scrolls_sideways_at_320_pixels(found, page, language, height):
    page.set_viewport_size({"width": 320, "height": height})

    assert found(language, lambda: page.evaluate(WIDER)) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_03_no_screen_scrolls_sideways_on_a_tablet(found, page, language):
    def wider():
        found_at = {}
        for width, height in ((768, 1024), (1024, 768), (1100, 800)):
            page.set_viewport_size({"width": width, "height": height})
            found_at[width] = page.evaluate(WIDER)
        return {width: ways for width, ways in found_at.items() if ways}

    assert found(language, wider) == {}


def test_06_every_target_has_24_pixels(found, page):
    page.set_viewport_size({"width": 390, "height": 844})

    assert found("en", lambda: page.evaluate(SMALL, SMALLEST_TARGET)) == {}


def test_09_no_request_leaves_for_another_host(found, page, demo_site):
    sent = []
    page.on("request", lambda request: sent.append(request.url))

    found("en", lambda: "")

    assert len(sent) > 20
    assert [url for url in sent if not url.startswith(demo_site)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_23_no_screen_pleads_or_blames(found, page, language):
    banned = re.compile(rf"\b({BANNED[language]})", re.IGNORECASE)

    def look():
        return banned.findall(page.locator("body").inner_text())

    assert found(language, look) == {}
