"""Point 33: no page, file or search of a police analyst tells who a victim is.

Every page of pages.txt is asked, in three languages, in a register whose every person
and shelter is planted with what is found nowhere else.
"""

from html import unescape

import pytest
from django.conf import settings
from django.urls import reverse

from accounts.choices import FileFormat, ListName, Role
from cases.models import CriminalCase
from reports.catalogue import FIGURES as CATALOGUE
from tests.access.addresses import address, every_page
from tests.access.planted import SECRETS, planted_world, secrets_in, words_of
from tests.access.test_pages import TABLE
from victims.columns import PEOPLE
from victims.models import Victim

ANALYST = Role.POLICE_ANALYST.value
OPEN = [name for name, cells in TABLE.items() if cells[ANALYST] != "-"]
SHUT = [name for name, cells in TABLE.items() if cells[ANALYST] == "-"]
LANGUAGES = ("az", "en", "ru")
WHY = "meeting of 4 June"
LISTS = ("people", "cases")


@pytest.fixture
def place(db):
    """Return the planted world, its analyst among others."""
    return planted_world()


@pytest.fixture
def analyst(client, place):
    """Return the browser of the world's analyst."""
    client.force_login(place.users[ANALYST])
    return client


@pytest.fixture
def told(analyst, place):
    """Return a way to ask all pages: what each answers, by language and name."""

    def told(names, languages=LANGUAGES):
        answers = {}
        for language in languages:
            analyst.cookies[settings.LANGUAGE_COOKIE_NAME] = language
            for name in names:
                answer = analyst.get(address(name, place), follow=True)
                answers[language, name] = unescape(words_of(answer))
        return answers

    return told


def leaks(answers):
    """Return which secrets stand in which answer."""
    found = {place: secrets_in(text) for place, text in answers.items()}
    return {place: names for place, names in found.items() if names}


def files(client):
    """Return every file that the role may take out, by its name."""
    for name in LISTS:
        for form in FileFormat.values:
            page = reverse("lists:export", args=[name])
            sent = {"layout_of_files": form, "reason": WHY}
            yield f"{name}.{form}", client.post(page, sent)
    for form in ("csv", "xlsx"):
        yield (
            f"figures.{form}",
            client.get(reverse("reports:download", args=[2019, form])),
        )
    yield "table.csv", client.get(reverse("analytics:download"))


def told_by_files(client):
    """Return what each file says; each is one, not a page that asks again."""
    answers = dict(files(client))
    kinds = {name: answer["Content-Disposition"] for name, answer in answers.items()}
    assert all("attachment" in kind for kind in kinds.values())
    return {name: words_of(answer) for name, answer in answers.items()}


def test_33_the_secrets_are_really_planted(client, place):
    client.force_login(place.users[Role.SHELTER_MANAGER])
    page = reverse("victims:identity", args=[place.code])

    shown = words_of(client.post(page, {"reason": WHY}))

    of_notes = words_of(client.get(reverse("victims:notes", args=[place.code])))
    stay = words_of(client.get(reverse("assistance:placement", args=[place.code])))
    listed = secrets_in(shown + of_notes + stay)
    assert set(SECRETS) - set(listed) == {"code of the shelter"}


def test_33_no_page_of_an_analyst_tells_who_a_victim_is(told, place):
    answers = told(OPEN)

    assert leaks(answers) == {}
    assert place.code in answers["en", "cases:victims"]
    assert len(answers) == len(OPEN) * len(LANGUAGES)


def test_33_no_figure_opens_records_that_tell_who_a_victim_is(analyst, place):
    pages = {code: reverse("reports:figure", args=[2019, code]) for code in CATALOGUE}
    answers = {code: words_of(analyst.get(page)) for code, page in pages.items()}

    assert leaks(answers) == {}
    assert place.code in answers["victims.identified"]


def test_33_no_refusal_to_an_analyst_tells_who_a_victim_is(told):
    assert leaks(told(SHUT)) == {}


def test_33_no_file_of_an_analyst_tells_who_a_victim_is(analyst, place):
    answers = told_by_files(analyst)

    assert leaks(answers) == {}
    assert place.code in answers["people.csv"]


def test_33_every_list_that_an_analyst_takes_out_is_asked(analyst):
    may = {
        name
        for name in ListName.values
        if analyst.get(reverse("lists:export", args=[name])).status_code == 200
    }

    assert may == {*LISTS}


def test_33_an_analyst_has_no_way_to_show_an_identity(analyst, place):
    page = reverse("victims:identity", args=[place.code])

    answer = analyst.post(page, {"reason": WHY}, follow=True)

    assert (answer.status_code, secrets_in(words_of(answer))) == (403, [])


@pytest.mark.parametrize("secret", ["family name", "given name", "phone", "document"])
def test_33_an_analyst_finds_nobody_by_name_or_number(analyst, place, secret):
    page = reverse("victims:list")

    answer = analyst.post(page, {"text": SECRETS[secret]}, follow=True)

    assert place.code not in words_of(answer).replace(SECRETS[secret], "")


def shelter_of(victim):
    return victim.placements.first().shelter.name if victim.placements.all() else ""


def name_of(victim):
    return victim.identity.family_name


def victim_of(case):
    return name_of(case.victim_links.first().victim) if case.victim_links.all() else ""


HOLES = {
    "the sex says the shelter": (Victim, "get_sex_display", shelter_of),
    "a case says who its victim is": (CriminalCase, "get_stage_display", victim_of),
}


@pytest.mark.parametrize("hole", HOLES)
def test_33_a_hole_in_a_page_would_be_found(told, monkeypatch, hole):
    monkeypatch.setattr(*HOLES[hole])

    assert leaks(told(OPEN, ["en"])) != {}


@pytest.mark.parametrize("secret", [shelter_of, name_of])
def test_33_a_hole_in_a_file_would_be_found(analyst, place, monkeypatch, secret):
    monkeypatch.setitem(PEOPLE, "sex", PEOPLE["sex"]._replace(text=secret))

    assert {*leaks(told_by_files(analyst))} == {"people.csv", "people.xlsx"}


def test_33_every_page_is_either_open_to_an_analyst_or_shut():
    assert sorted([*OPEN, *SHUT]) == sorted(every_page())
