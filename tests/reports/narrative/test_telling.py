"""The report of 2019 is told right, above all where the printed one is not."""

import dataclasses
import re

import pytest
from django.utils.translation import override

from reports.figures import ReturnedFigure
from reports.narrative.story import plain, told, told_text
from reports.year import Line

LANGUAGES = ("az", "ru", "en")


def section(editions, language, code):
    with override(language):
        parts = told(editions[language], language, {})
    found = next(part for part in parts if part.section.code == code)
    return [plain(runs).replace("\xa0", " ") for runs in found.paragraphs]


def say(edition, text, language="en"):
    with override(language):
        told_now = told_text(text, edition, language)
        return [plain(runs).replace("\xa0", " ") for runs in told_now]


def changed(edition, code, **facts):
    """Return the edition with other facts of one figure."""
    line = dataclasses.replace(edition.figures.lines[code], **facts)
    lines = edition.figures.lines | {code: line}
    figures = dataclasses.replace(edition.figures, lines=lines)
    return dataclasses.replace(edition, figures=figures)


COUNTRIES = {
    "en": (
        "By country of exploitation: Türkiye – 54, Qatar – 16, Iran – 8, Russia – 5 and"
        " United Arab Emirates – 2. 3 victims were exploited within the country. The"
        " country of exploitation of 3 victims is not recorded."
    ),
    "az": (
        "İstismar məqsədilə Türkiyəyə 54, Qətərə 16, İrana 8, Rusiyaya 5 və Birləşmiş"
        " Ərəb Əmirliklərinə 2 nəfər aparılıb. 3 nəfər ölkə daxilində istismara məruz"
        " qalıb. 3 nəfərin istismar ölkəsi qeydə alınmayıb."
    ),
    "ru": (
        "По стране эксплуатации: Турция – 54, Катар – 16, Иран – 8, Россия – 5"
        " и ОАЭ – 2. Внутри страны эксплуатации подвергнуты 3 лица. Страна эксплуатации"
        " 3 пострадавших не зарегистрирована."
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_three_whose_country_is_not_recorded_are_told(editions, language):
    assert section(editions, language, "victims")[1] == COUNTRIES[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_numbers_of_countries_add_up_to_all_victims(editions, language):
    numbers = map(int, re.findall(r"\d+", section(editions, language, "victims")[1]))

    assert sum(numbers) == 91


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_children_of_the_raids_are_told_once(editions, language):
    told_once = " ".join(section(editions, language, "forced-labour"))

    assert told_once.count("430") == 1


def test_the_crimes_are_told_by_article(editions):
    assert section(editions, "en", "prosecution")[0] == (
        "As a result of operative-search measures, 186 (+42) crimes of trafficking in"
        " human beings (article 144-1 of the Criminal Code), 4 (+4) crimes of forced"
        " labour (article 144-2) and 36 (+1) crimes of illegal acts with documents for"
        " the purpose of trafficking (article 144-3) were registered in 2019."
    )


def test_the_office_s_notation_is_that_of_each_language(editions):
    said = [
        section(editions, language, "prosecution")[3].partition(". ")[0]
        for language in LANGUAGES
    ]

    assert [re.search(r"27 \((.+?)\)", text)[1] for text in said] == [
        "sabit",
        "без изменений",
        "fixed",
    ]


def test_a_number_of_an_agency_keeps_how_exact_it_is(editions):
    said = [section(editions, language, "awareness")[2] for language in LANGUAGES]

    assert "1 800-dən çox əcnəbi" in said[0]
    assert "более 1 800 иностранцев" in said[1]
    assert "more than 1,800 foreigners" in said[2]


def test_a_part_without_its_number_is_left_out(editions):
    cells = dict(editions["en"].figures.lines["victims.identified"].cells)
    cells["country_of_exploitation"] = {"TUR": 91}
    edition = changed(editions["en"], "victims.identified", cells=cells)

    parts = {"en": edition}
    said = section(parts, "en", "victims")[1]
    assert said == "By country of exploitation: Türkiye – 91."


def test_a_paragraph_all_of_whose_figures_are_nothing_falls_away(editions):
    edition = changed(editions["en"], "offences.trafficking", value=0)

    assert say(edition, "{offences.trafficking} crimes.") == []
    assert say(edition, "{offences.trafficking} and {offences.documents}.") == [
        "0 and 36."
    ]


def test_a_number_that_is_not_known_says_so(editions):
    edition = changed(editions["en"], "raids.children", value=None)

    assert say(edition, "{raids.children} of {raids.materials_sent}.") == [
        "(no data) of 670."
    ]


def empty(edition):
    """Return the edition of a year in which nothing was recorded."""
    lines = {
        code: Line(
            line.figure, None if isinstance(line.figure, ReturnedFigure) else 0, None
        )
        for code, line in edition.figures.lines.items()
    }
    figures = dataclasses.replace(edition.figures, lines=lines)
    return dataclasses.replace(edition, figures=figures)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_year_of_nothing_is_told_by_rule(editions, language):
    with override(language):
        parts = told(empty(editions[language]), language, {})

    codes = [part.section.code for part in parts]
    assert "morality" not in codes
    assert [part.number for part in parts] == list(range(1, len(parts) + 1))
    said = {part.section.code: plain(part.paragraphs[0]) for part in parts}
    assert "2019" in said["victims"]
    assert said["victims"] == said["hotline"]


def test_a_percentage_of_fewer_than_ten_is_not_told(editions):
    edition = changed(editions["en"], "wanted.total", value=9)

    text = "{wanted.total}[[ ({wanted.detained_percent})]]."
    assert say(edition, text) == ["9."]
    assert say(editions["en"], text) == ["35 (54.3%)."]


def test_a_year_in_azerbaijani_takes_its_suffix(editions):
    text = "{year, -ci} il, {previous_year, -ci} il, {wanted.detained, -si}"

    assert say(editions["az"], text, "az") == ["2019-cu il, 2018-ci il, 19-u"]


def of_each(edition, number):
    """Return the edition with the same number in every figure and every cell."""
    lines = {}
    for code, line in edition.figures.lines.items():
        cells = {name: dict.fromkeys(own, number) for name, own in line.cells.items()}
        lines[code] = dataclasses.replace(line, value=number, cells=cells)
    figures = dataclasses.replace(edition.figures, lines=lines)
    return dataclasses.replace(edition, figures=figures)


def whole(edition, language):
    with override(language):
        parts = told(edition, language, {})
    said = [plain(runs) for part in parts for runs in part.paragraphs]
    return "\n".join(said).replace("\xa0", " ")


def test_one_of_each_is_told_in_the_singular(editions):
    text = whole(of_each(editions["en"], 1), "en")

    counted = text.replace("Materials about 1 employer were", "")
    assert re.findall(r"\b1 (?:\(\S+\) )?(?:\w+ ){1,2}were\b", counted) == []


def test_russian_words_agree_with_twenty_one_and_twenty_two(editions):
    first, second = (whole(of_each(editions["ru"], n), "ru") for n in (21, 22))

    assert "наградило 21 общественное объединение, внёсшее" in first
    assert "наградило 22 общественных объединения, внёсших" in second
    assert "Обезврежена 21 преступная группа, всего 21 человек." in first
    assert "Обезврежены 22 преступные группы, всего 22 человека." in second


def test_azerbaijani_words_stay_singular_and_suffixes_follow(editions):
    text = whole(of_each(editions["az"], 6), "az")

    assert "onların 6-sı tutulub" in text
    assert "6-sına tibbi, 6-sına psixoloji" in text
    assert re.findall(r"\b6 (?:nəfərlər|uşaqlar|şəxslər)", text) == []


UNKNOWN = {
    "az": (
        "83 qadın, 5 kişi, 1 uşaq, başqa cinsdən 1 yetkin şəxs və cinsi, yaxud yaşı"
        " qeydə alınmamış 1 nəfər."
    ),
    "en": (
        "83 women, 5 men, 1 child, 1 adult of another sex and 1 person whose sex or age"
        " is not recorded."
    ),
    "ru": (
        "83 женщины, 5 мужчин, 1 ребёнок, 1 взрослый иного пола и 1 лицо, пол или"
        " возраст которого не указан."
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_is_not_known_is_told_as_an_official_says_it(editions, language):
    types = {"women": 83, "men": 5, "children": 1, "other": 1, "unknown": 1}
    edition = changed(
        editions[language], "victims.identified", cells={"person_type": types}
    )

    told_now = section({language: edition}, language, "victims")[0]

    assert told_now.partition(": ")[2].startswith(UNKNOWN[language])


NO_CITIZENSHIP = {
    "az": "Azərbaycan – 88 və vətəndaşlığı qeydə alınmayan – 3.",
    "en": "Azerbaijan – 88 and citizenship not recorded – 3.",
    "ru": "Азербайджан – 88 и гражданство не указано – 3.",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_recorded_in_a_list_says_what_it_is(editions, language):
    cells = {"citizenship": {"AZE": 88, "unknown": 3}}
    edition = changed(editions[language], "victims.identified", cells=cells)

    told_now = section({language: edition}, language, "victims")[0]

    assert told_now.endswith(NO_CITIZENSHIP[language])
