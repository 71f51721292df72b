"""What editors write: it stays, its numbers move, and they are told what is amiss."""

import dataclasses

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from accounts.choices import Role
from reports.choices import Stage
from reports.models import ReportText
from reports.narrative import views
from reports.narrative.marks import marked
from reports.narrative.structure import BY_CODE
from reports.narrative.telling import Run
from reports.narrative.wording import standard_text
from tests.factories import CallFactory

pytestmark = pytest.mark.django_db
HOTLINE = BY_CODE["hotline"]
EDITED = "In all, {calls.received | appeal | appeals} came. Nobody waited."


@pytest.fixture
def office(client, user_as):
    client.force_login(user_as(Role.ADMINISTRATOR))
    return client


def section(name="section", **query):
    return reverse(f"report:{name}", args=[2019, "hotline"], query=query)


def standard(language):
    return standard_text(HOTLINE, language)


def save(client, version=1, **texts):
    posted = {f"text_{one}": standard(one) for one in ("az", "ru", "en")}
    return client.post(section(), posted | texts | {"version": version})


def report(client):
    return client.get(reverse("report:year", args=[2019])).text


def test_a_text_survives_and_its_numbers_follow_the_register(office):
    CallFactory(received_on="2019-03-01")
    save(office, text_en=EDITED)
    CallFactory(received_on="2019-03-02")

    page = report(office)

    assert "appeals came. Nobody waited." in page
    assert "was 1, now 2" in page
    assert "1 number has changed since the text was saved." in page


def test_a_number_that_did_not_move_is_not_marked(office):
    CallFactory(received_on="2019-03-01")
    save(office, text_en=EDITED)

    assert '<mark class="stale">' not in report(office)


def test_a_change_is_marked_when_only_the_year_before_moved(office):
    CallFactory(received_on="2019-03-01")
    save(office, text_en="We had {calls.received, change} appeals in {year}.")
    CallFactory(received_on="2018-03-01")

    assert "was 1\xa0(+1), now 1\xa0(fixed)" in report(office)


def test_saving_again_is_having_seen_the_number(office):
    CallFactory(received_on="2019-03-01")
    save(office, text_en=EDITED)
    CallFactory(received_on="2019-03-02")
    save(office, text_en=EDITED, version=2)

    assert '<mark class="stale">' not in report(office)


def test_the_standard_text_is_not_kept_and_never_stale(office):
    CallFactory(received_on="2019-03-01")
    save(office)
    CallFactory(received_on="2019-03-02")

    assert ReportText.objects.texts(2019, "en") == {}
    assert '<mark class="stale">' not in report(office)


def test_a_number_typed_by_hand_is_marked_and_saved(office):
    CallFactory(received_on="2019-03-01")
    save(office, text_en=f"{EDITED} Of them 17 by night.")

    page = report(office)
    assert '<mark class="typed">17<' in page
    assert "1 number was typed by hand and is not bound to a figure." in page


def test_the_year_and_the_hotline_are_no_numbers_typed_by_hand(office):
    CallFactory(received_on="2019-03-01")
    save(office, text_en="In {year} “{hotline}” had {calls.received} appeals.")

    page = report(office)
    assert "In 2019 “152” had " in page
    assert '<mark class="typed">' not in page


YEARS = {
    "en": "In 2018 and 2019, since June 2017, from 2005–2019 and on 4 June 2019",
    "az": "2018 və 2019-cu illərdə, 2005-2019-cu illər, 4 iyun 2019-cu il, 04.06.2019",
    "ru": "В 2018 и 2019 годах, с 2005 по 2019 год, 4 июня 2019 года, 04.06.2019",
}


@pytest.mark.parametrize("language", YEARS)
def test_years_and_dates_typed_by_hand_are_not_marked(language):
    text = f"{YEARS[language]} came appeals."

    assert typed_in(text) == []


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Cəmi 2019 nəfər, onların 2018-i qadın.", ["2019", "2018"]),
        ("Всего 2019 человек в 2018 году.", ["2019"]),
        ("There were 2019 women and 1,950 men, 17 in 2018.", ["2019", "1,950", "17"]),
    ],
)
def test_a_count_that_looks_like_a_year_is_marked(text, typed):
    assert typed_in(text) == typed


def typed_in(text):
    """Return what is marked as typed by hand in an edited paragraph."""
    marks = marked([Run(text)], {}, edited=True)
    return [mark.text for mark in marks if mark.kind == "typed"]


def test_a_paragraph_that_stands_twice_is_told(office):
    twice = "During the night the appeals were taken by two officers of the service."
    save(office, text_en=f"{twice}\n\n{twice}")

    assert report(office).count("This paragraph stands twice") == 1
    assert "This paragraph stands twice" in office.get(section()).text


def test_a_token_bound_to_nothing_is_refused_with_what_is_near(office):
    response = save(office, text_en="We had {calls.recieved} appeals.")

    assert response.status_code == 200
    (said,) = response.context["form"].errors["text_en"]
    assert said.startswith(
        "There is no figure “calls.recieved”. Near it: calls.received"
    )
    assert ReportText.objects.texts(2019, "en") == {}


def test_a_text_bound_to_a_figure_that_is_gone_is_shown_as_it_stands(office):
    text = "We had {calls.gone} appeals."
    ReportText.objects.create(year=2019, section="hotline", text_en=text)

    assert text in report(office)


@pytest.mark.parametrize(
    ("letter", "shown"), [("漢", "“漢”"), ("😀", "“😀”"), ("\x01", "U+0001")]
)
def test_a_letter_that_cannot_be_printed_is_refused(office, letter, shown):
    response = save(office, text_en=f"Words {letter} here.")

    assert response.context["form"].errors["text_en"] == [
        f"The report cannot be printed with {shown}. Take it out."
    ]


def test_two_editors_get_the_page_of_both_texts(office):
    save(office, text_en=EDITED)

    response = save(office, text_en="Another text.")

    assert response.status_code == 409
    assert ReportText.objects.texts(2019, "en") == {"hotline": EDITED}


def test_the_standard_text_comes_back_and_can_be_undone(office):
    save(office, text_en=EDITED, text_ru="По-своему.")
    office.post(section("standard"), {"language": "en", "version": 2})
    texts = ReportText.objects.get(year=2019, section="hotline")
    former = texts.history[1]

    assert (texts.text_en, texts.text_ru) == ("", "По-своему.")
    page = office.get(section()).text
    assert f"{section('former')}?former={former.pk}" in page

    office.post(section("former"), {"former": former.pk, "version": 3})

    assert ReportText.objects.texts(2019, "en") == {"hotline": EDITED}


def test_a_former_text_of_another_section_is_not_put_back(office):
    save(office, text_en=EDITED)
    other = ReportText.objects.create(year=2019, section="victims", text_en="Other.")

    posted = {"former": other.history[0].pk, "version": 2}
    response = office.post(section("former"), posted)

    assert response.context["form"].errors["former"] == [
        "There is no such former text of this section."
    ]


def test_what_is_published_is_not_changed(office, monkeypatch):
    counted = views.edition_told
    monkeypatch.setattr(
        views,
        "edition_told",
        lambda year: dataclasses.replace(counted(year), stage=Stage.PUBLISHED),
    )

    response = save(office, text_en=EDITED)

    assert response.url == reverse("report:year", args=[2019])
    assert ReportText.objects.texts(2019, "en") == {}


def test_a_section_that_is_not_in_the_report_is_not_found(office):
    page = reverse("report:section", args=[2019, "gossip"])

    assert office.get(page).status_code == 404


def test_a_section_has_one_text_says_the_form():
    ReportText.objects.create(year=2019, section="hotline")

    with pytest.raises(ValidationError, match="This section has a text already"):
        ReportText(year=2019, section="hotline").validate_constraints()


@pytest.mark.parametrize("facts", [{"section": "hotline"}, {"year": 1}])
def test_a_section_has_one_text_of_a_real_year_says_the_database(facts):
    ReportText.objects.create(year=2019, section="hotline")

    with pytest.raises(IntegrityError), transaction.atomic():
        ReportText.objects.create(**{"year": 2019, "section": "victims"} | facts)


def test_a_text_of_no_real_year_is_refused_by_the_form():
    with pytest.raises(ValidationError, match="Enter a year of four digits"):
        ReportText(year=1, section="hotline").validate_constraints()


@pytest.mark.parametrize("edited", [1, 3])
def test_the_page_counts_once_whatever_was_edited(
    office, django_assert_num_queries, edited
):
    for code in [*BY_CODE][:edited]:
        ReportText.objects.create(year=2019, section=code, text_en="Words.")
    report(office)

    with django_assert_num_queries(QUERIES):
        report(office)


QUERIES = 38
