"""Forms: filters in use, facts in words."""

from datetime import date
from decimal import Decimal

import pytest
from django import forms

from tests.factories.assistance import PlacementFactory
from tests.factories.victims import VictimFactory
from thb.facts import Fact, facts, in_words
from thb.fields import DayField
from thb.forms import Chip, FilterForm, PlainForm, RecordForm
from victims.models import Victim


class People(FilterForm):
    """Two filters."""

    sex = forms.ChoiceField(
        label="Sex", choices=[("", "Any"), ("F", "woman")], required=False
    )
    since = DayField(label="Since", required=False)


def test_a_filter_in_use_is_a_chip_in_the_words_of_its_list():
    chips = People({"sex": "F", "since": ""}).chips

    assert chips == [Chip("Sex: woman", {"sex": None, "after": None, "before": None})]


def test_a_list_not_filtered_has_no_chips():
    assert People().chips == []


class VictimForm(RecordForm[Victim]):
    """A person's sex and citizenship."""

    class Meta:
        model = Victim
        fields = ["sex", "citizenship", "role"]
        widgets = {"sex": forms.RadioSelect}


def test_a_choice_of_nothing_says_what_it_means(db):
    options = VictimForm().fields["citizenship"].choices

    assert options[0] == ("", "Not recorded")


def test_the_version_and_a_key_travel_hidden(db):
    form = VictimForm(instance=VictimFactory())

    hidden = {field.name: field.value() for field in form.hidden_fields()}
    assert hidden["version"] == 1
    assert (
        VictimForm(instance=form.instance)["submission"].value() != hidden["submission"]
    )


def test_the_hidden_fields_are_none_of_those_changed(db):
    victim = VictimFactory(sex="F")

    form = VictimForm(
        {"sex": "M", "role": "victim", "citizenship": "AZE"}, instance=victim
    )

    assert form.changed_fields == ["sex"]


def test_a_form_without_a_layout_draws_its_fields_in_turn():
    class Reason(PlainForm):
        why = forms.CharField()
        who = forms.CharField()

    assert list(Reason().helper.layout.fields) == ["why", "who"]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "Not recorded"),
        ("", "Not recorded"),
        (True, "Yes"),
        (False, "No"),
        (0, "0"),
        (date(2019, 6, 4), "4 June 2019"),
        (Decimal("1700.50"), "1,700.50"),
        (["Baku", "Ganja"], "Baku, Ganja"),
        ([], "Not recorded"),
        ("Baku", "Baku"),
    ],
)
def test_a_value_is_told_in_words(value, words):
    assert in_words(value) == words


def test_facts_have_the_names_and_the_words_of_the_record(db):
    stay = PlacementFactory(admitted_on=date(2019, 6, 4), exit_reason="")

    assert facts(stay, "admitted_on", "left_on") == [
        Fact("Admitted on", "4 June 2019"),
        Fact("Left on", "Not recorded"),
    ]
