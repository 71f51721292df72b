"""Fields of forms: what is typed, what is shown again, what is said."""

from datetime import date
from decimal import Decimal

import pytest
from django import forms
from django.utils import translation

from cases.models import CriminalCase
from reports.models import Population
from thb.fields import CountField, DayField, NumberField, field_for
from thb.forms import PlainForm, RecordForm


class Everything(PlainForm):
    """One field of each kind."""

    day = DayField(label="Day of the decision")
    rooms = CountField(label="Rooms", min_value=1, max_value=9)
    amount = NumberField(label="Amount", decimal_places=2, max_digits=6)
    name = forms.CharField(label="Name, 100%", max_length=5)
    sex = forms.ChoiceField(label="Sex", choices=[("F", "woman")])
    ready = forms.BooleanField(label="The rights are explained")
    file = forms.FileField(label="Register")
    own = forms.CharField(error_messages={"required": "Enter the number."})


def said(field, **typed):
    """Return what the field says about what was typed."""
    return Everything(typed).errors[field]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Fill in “Day of the decision”."),
        (
            "6/25/2019",
            "“Day of the decision” must have the day first: 4 6 2019 is 4 June 2019.",
        ),
        (
            "4.6.19",
            "“Day of the decision” must have all four digits of the year: 4 6 2019.",
        ),
        (
            "31.6.2019",
            "“Day of the decision” must be a day of the calendar: 31.06.2019 is none.",
        ),
        ("soon", "“Day of the decision” must be a day, a month and a year: 4 6 2019."),
    ],
)
def test_a_day_says_how_to_mend_it(typed, sentence):
    assert said("day", day=typed) == [sentence]


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("rooms", "many", "“Rooms” must be a whole number, such as 12."),
        ("rooms", "0", "“Rooms” must be 1 or more."),
        ("rooms", "10", "“Rooms” must be 9 or less."),
        ("amount", "x", "“Amount” must be a number, such as 12 or 54,3."),
        ("amount", "1,234", "“Amount” must have at most 2 decimals."),
        ("amount", "12345", "“Amount” must be smaller."),
        ("name", "Aliyeva", "Shorten “Name, 100%” to 5 characters: now there are 7."),
        ("sex", "", "Choose an answer for “Sex”."),
        ("sex", "X", "Choose one of the answers listed for “Sex”."),
        ("ready", "", "Tick “The rights are explained” to go on."),
        ("file", "", "Choose a file for “Register”."),
        ("own", "", "Enter the number."),
    ],
)
def test_a_field_says_what_to_do_in_the_words_of_its_label(field, typed, sentence):
    assert said(field, **{field: typed}) == [sentence]


@pytest.mark.parametrize("typed", ["54,30", "54.30", " 54,30 "])
@pytest.mark.parametrize("language", ["az", "en", "ru"])
def test_a_comma_and_a_point_part_decimals_in_every_language(typed, language):
    with translation.override(language):
        form = Everything({"amount": typed})

        assert form["amount"].field.clean(typed) == Decimal("54.30")


def test_blanks_between_thousands_are_read_over():
    assert CountField().clean("11\N{NO-BREAK SPACE}564") == 11564


def test_a_day_is_shown_day_first_in_every_language():
    with translation.override("en"):
        form = Everything(initial={"day": date(2019, 6, 4)})

        assert 'value="04.06.2019"' in str(form["day"])


def test_what_was_typed_is_shown_again_as_it_was():
    assert 'value="6/25/2019"' in str(Everything({"day": "6/25/2019"})["day"])


def test_nothing_in_the_page_cuts_what_is_pasted():
    assert "maxlength" not in str(Everything()["name"])


class CaseForm(RecordForm[CriminalCase]):
    """A form whose fields come from the model."""

    class Meta:
        model = CriminalCase
        fields = ["opened_on"]


def test_a_date_of_a_model_becomes_a_day_by_itself(db):
    assert type(CaseForm().fields["opened_on"]) is DayField


def test_a_whole_number_stands_in_its_field_without_decimals():
    field = NumberField()

    assert field.prepare_value(Decimal("1800.00")) == 1800
    assert field.prepare_value(Decimal("412.50")) == Decimal("412.50")


def test_a_label_begins_with_the_capital_of_the_readers_alphabet():
    field = field_for(CriminalCase._meta.get_field("number"))
    year = field_for(Population._meta.get_field("year"))

    with translation.override("az"):
        assert str(year.label) == "İl"
    with translation.override("en"):
        assert (str(field.label), str(year.label)) == ("Number", "Year")
