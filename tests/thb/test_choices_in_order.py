"""What people look up by name is sorted by the alphabet of their language."""

import pytest
from django.utils.translation import override

from assistance.forms.help import ReferralForm
from tests.factories import OrganisationFactory
from victims.forms.first_hour import FirstHourForm


def words(field):
    return [str(label) for _value, label in field.choices]


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("az", ["Qeyd olunmayıb", "Azərbaycan", "ABŞ-a bağlı kiçik adacıqlar"]),
        ("ru", ["Не записано", "Азербайджан", "Австралия"]),
        ("en", ["Not recorded", "Azerbaijan", "Afghanistan"]),
    ],
)
def test_countries_stand_by_their_names(db, language, first):
    with override(language):
        assert words(FirstHourForm().fields["citizenship"])[:3] == first


@pytest.mark.parametrize(
    ("language", "names"),
    [("az", ["Arzu", "Çıraq", "Dalğa", "Əl Ələ"]), ("en", ["Arzu", "Dalğa"])],
)
def test_organisations_stand_by_the_alphabet(db, language, names):
    for name in ("Əl Ələ", "Dalğa", "Çıraq", "Arzu"):
        OrganisationFactory(name=name)

    with override(language):
        shown = words(ReferralForm().fields["organisation"])

    assert [name for name in shown if name in names] == names
