"""Our lists that standards are told in, and the cell of a victim in each of them.

Where the figure of identified victims has such a breakdown, the cell is its own.
"""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from django.db.models import TextChoices, Value
from django.db.models.expressions import Combinable

from reports.breakdowns import UNKNOWN, named
from reports.catalogue.victims import IDENTIFIED
from reports.standards.choices import AgeGroup, MappedList, Standard
from victims.choices import (
    CaseStatus,
    ExploitationType,
    Means,
    Sector,
    SexualSubtype,
    Status,
)

SEX: Final = IDENTIFIED.by["sex"]
PERSON_TYPE: Final = IDENTIFIED.by["person_type"]
FORM: Final = IDENTIFIED.by["exploitation_type"]
AGE_OF: Final = {
    "children": AgeGroup.CHILDREN.value,
    "women": AgeGroup.ADULTS.value,
    "men": AgeGroup.ADULTS.value,
    "other": AgeGroup.ADULTS.value,
    UNKNOWN: UNKNOWN,
}
"""The age group of women, men, children; an adult of unknown sex is not told apart."""


class OurList(NamedTuple):
    """A list: its values, what each is called, and where a victim's value stands."""

    codes: tuple[str, ...]
    label: Callable[[str], str]
    path: Combinable | str


def _of(choices: type[TextChoices], path: Combinable | str) -> OurList:
    codes = tuple(dict.fromkeys([*choices.values, UNKNOWN]))
    return OurList(codes, named(dict(choices.choices)), path)


LISTS: Final[Mapping[str, OurList]] = {
    MappedList.EXPLOITATION_TYPE: _of(ExploitationType, FORM.cell),
    MappedList.SEX: OurList(SEX.order, SEX.label, SEX.cell),
    MappedList.AGE_GROUP: _of(AgeGroup, PERSON_TYPE.cell),
    MappedList.SEXUAL_SUBTYPE: _of(SexualSubtype, "main__sexual_subtype"),
    MappedList.SECTOR: _of(Sector, "main__sector"),
    MappedList.MEANS: _of(Means, "main__means"),
    MappedList.CASE_STATUS: _of(CaseStatus, "case_status"),
    MappedList.STATUS: _of(Status, Value(Status.IDENTIFIED.value)),
}
OF_TABLES: Final = (
    MappedList.EXPLOITATION_TYPE,
    MappedList.SEX,
    MappedList.AGE_GROUP,
)
USED_BY: Final[Mapping[str, tuple[MappedList, ...]]] = {
    Standard.GLOTIP: OF_TABLES,
    Standard.SDG: OF_TABLES,
    Standard.HTCDS: tuple(MappedList),
    Standard.ICTIP: (),
}


def label_of(name: str, code: str) -> str:
    """Return a value of a list in our words; the code of one that is not in it."""
    return LISTS[name].label(code) if name in LISTS else code
