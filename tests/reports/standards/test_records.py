"""Mappings, populations, figures of others: the rules, by form and by database."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from reports.models import Mapping, OthersFigure, Population
from tests.factories import MappingFactory, OthersFigureFactory, PopulationFactory
from tests.queries import queries_of

pytestmark = pytest.mark.django_db
NEW = {"standard": "ictip", "list": "sex", "code": "M"}
WORDS = {"their_code": "02", "their_label": "Male"}


def errors(response):
    return [
        text for texts in response.context["form"].errors.values() for text in texts
    ]


def test_a_value_is_mapped_by_form(office):
    office.post(reverse("standards:mapping-add"), NEW | WORDS)

    one = Mapping.objects.get(standard="ictip")
    assert (one.code, one.their_code, one.their_label) == ("M", "02", "Male")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"code": "X"}, "This code is not in the list."),
        ({"their_label": ""}, "Enter their code and their words"),
        ({"not_reported": "on"}, "Enter their code and their words"),
    ],
)
def test_a_mapping_that_says_nothing_is_refused(office, changed, said):
    page = office.post(reverse("standards:mapping-add"), NEW | WORDS | changed)

    assert any(text.startswith(said) for text in errors(page))
    assert not Mapping.objects.filter(standard="ictip").exists()


def test_a_value_is_mapped_once(office):
    MappingFactory(code="M")

    page = office.post(reverse("standards:mapping-add"), NEW | WORDS)

    assert "This value is mapped already." in errors(page)


REFUSED = {
    "mapping_recorded_once": lambda: MappingFactory.create_batch(2),
    "mapping_is_told_or_not": lambda: MappingFactory(their_code=""),
    "mapping_standard_known_code": lambda: MappingFactory(standard="iso"),
    "mapping_list_known_code": lambda: MappingFactory(list="height"),
    "population_recorded_once": lambda: PopulationFactory.create_batch(2),
    "population_of_a_year": lambda: PopulationFactory(value=0),
    "population_has_a_source": lambda: PopulationFactory(source=" "),
    "population_sex_known_code": lambda: PopulationFactory(sex="other"),
    "population_age_group_known_code": lambda: PopulationFactory(age_group="old"),
    "others_figure_of_a_year": lambda: OthersFigureFactory(year=19),
    "others_figure_has_a_source": lambda: OthersFigureFactory(address=""),
    "others_figure_explained_by_somebody": lambda: OthersFigureFactory(
        explanation="they count presumed victims"
    ),
    "others_figure_cell_of_a_breakdown": lambda: OthersFigureFactory(cell="F"),
    "others_figure_recorded_once": lambda: OthersFigureFactory.create_batch(2),
}


@pytest.mark.parametrize("name", REFUSED)
def test_the_database_refuses_it_too(name):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        REFUSED[name]()


def test_a_population_is_recorded_with_its_source(office):
    facts = {"year": "2019", "sex": "F", "age_group": "adults", "value": "3700000"}

    refused = office.post(reverse("standards:population-add"), facts)
    office.post(reverse("standards:population-add"), facts | {"source": "yearbook"})

    assert refused.status_code == 200
    assert Population.objects.get().value == 3_700_000


OTHER = {
    "publisher": "TIP report",
    "edition": "2020",
    "year": "2019",
    "measure": "victims.identified/sex/M",
    "value": "7",
    "wording": "male victims",
    "address": "https://example.org",
}


def test_a_figure_of_others_is_entered_and_its_difference_explained_by_name(office):
    office.post(reverse("standards:figure-add"), OTHER)
    one = OthersFigure.objects.get(publisher="TIP report")
    assert (one.figure, one.breakdown, one.cell) == ("victims.identified", "sex", "M")
    assert one.explained_by is None

    office.post(
        reverse("standards:figure-change", args=[one.pk]),
        OTHER | {"explanation": "one was a witness", "version": one.version},
    )

    one.refresh_from_db()
    assert (one.explanation, one.explained_by.username) == (
        "one was a witness",
        "office",
    )


def test_what_was_changed_is_told_with_who(office):
    one = PopulationFactory()
    office.post(
        reverse("standards:population-change", args=[one.pk]),
        {
            "year": "2019",
            "sex": "F",
            "age_group": "children",
            "value": "1000001",
            "source": "corrected",
            "version": one.version,
        },
    )

    page = office.get(reverse("standards:history", args=["population"])).text

    assert "Statistical yearbook 2020 → corrected" in page
    assert "office" in page


def test_a_mapping_is_voided_and_needed_again(office):
    one = Mapping.objects.get(standard="glotip", list="sex", code="M")

    office.post(
        reverse("standards:mapping-void", args=[one.pk]),
        {"reason": "to be decided", "version": one.version},
    )

    assert not Mapping.objects.current().filter(pk=one.pk).exists()
    page = office.get(reverse("standards:mappings")).text
    assert "standard=glotip&amp;list=sex&amp;code=M" in page


@pytest.mark.parametrize(
    ("page", "factory", "facts"),
    [
        ("standards:populations", PopulationFactory, "value"),
        ("standards:mappings", MappingFactory, "code"),
    ],
)
def test_a_list_asks_as_much_for_three_rows_as_for_one(office, page, factory, facts):
    different = {
        "value": [{"year": 2019}, {"year": 2018}, {"year": 2017}],
        "code": [{"code": "F"}, {"code": "M"}, {"code": "other"}],
    }[facts]
    factory(**different[0])
    one = len(queries_of(office, reverse(page)))
    for more in different[1:]:
        factory(**more)

    assert len(queries_of(office, reverse(page))) == one


def test_an_auditor_reads_and_changes_nothing(auditor):
    one = PopulationFactory()

    pages = [
        reverse("standards:mappings"),
        reverse("standards:populations"),
        reverse("standards:history", args=["othersfigure"]),
    ]

    assert [auditor.get(page).status_code for page in pages] == [200, 200, 200]
    change = reverse("standards:population-change", args=[one.pk])
    assert change not in auditor.get(pages[1]).text
    assert auditor.post(change, {"value": "1"}).status_code == 403
