"""HTCDS: one row a victim, under a code that means nothing outside the file.

No name, no day, no word that somebody typed: codes of closed lists and the year. The
code is random and made for this file; the order is that of the codes. Two files cannot
be joined, and none can be joined to the register.
"""

import secrets
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from django.db.models import F, QuerySet

from accounts.models import User
from reference.countries import ALPHA_2
from reports.catalogue.victims import IDENTIFIED
from reports.standards.choices import MappedList, Standard
from reports.standards.lists import AGE_OF, PERSON_TYPE, SEX
from reports.standards.words import Words
from victims.choices import Status

GROUP: Final = 11
"""CTDC lets no query tell of fewer people than ten; a file of groups asks for more."""
CODE_BYTES: Final = 8
COLUMNS: Final = (
    "export_code",
    "yearOfRegistration",
    "vic_Status",
    "prs_Gender",
    "majorityStatus",
    "prs_Nationality",
    "typeOfExploit",
    "vic_TypeOfSexExploitation",
    "vic_LabourIndustry",
    "vic_MethodsOfControl",
    "hte_Country",
    "cas_Status",
)
QUASI: Final = slice(3, 11)
"""The columns by which somebody could be known: sex to country."""


class Microdata(NamedTuple):
    """The rows of a file, the codes of the register behind them, what is left out.

    `closed` is how many victims of the year are beyond the reach of who exports.
    """

    rows: list[list[str]]
    codes: list[str]
    closed: int

    @property
    def in_small_groups(self) -> int:
        """Return how many rows are alike with fewer than ten others."""
        groups = Counter(tuple(row[QUASI]) for row in self.rows)
        return sum(number for number in groups.values() if number < GROUP)

    @property
    def alone(self) -> int:
        """Return how many rows are like no other."""
        groups = Counter(tuple(row[QUASI]) for row in self.rows)
        return sum(number for number in groups.values() if number == 1)


def microdata(year: int, user: User) -> Microdata:
    """Return the identified victims of the year that the user reaches."""
    counted: Any = IDENTIFIED.records(year)
    reached = counted.visible_to(user)
    words = Words.of(Standard.HTCDS)
    told = [(victim["code"], row(victim, year, words)) for victim in values(reached)]
    told.sort(key=lambda one: one[1])
    rows = [one for _code, one in told]
    codes = sorted(code for code, _row in told)
    return Microdata(rows, codes, counted.count() - len(rows))


def values(victims: QuerySet[Any]) -> Iterator[dict[str, Any]]:
    """Yield what is told of each victim, in our values."""
    yield from victims.order_by().values(
        "code",
        "citizenship",
        "case_status",
        "main_country",
        sex_cell=SEX.cell,
        person_type=PERSON_TYPE.cell,
        form=F("main__type"),
        subtype=F("main__sexual_subtype"),
        sector=F("main__sector"),
        means=F("main__means"),
    )


def row(victim: dict[str, Any], year: int, words: Words) -> list[str]:
    """Return one row; what was not recorded is empty."""
    means = [words.blank_or(MappedList.MEANS, one) for one in victim["means"] or ()]

    def word(name: MappedList, value: str) -> str:
        return words.blank_or(name, victim[value] or "")

    age = AGE_OF[victim["person_type"]]
    return [
        secrets.token_hex(CODE_BYTES),
        str(year),
        words.blank_or(MappedList.STATUS, Status.IDENTIFIED),
        word(MappedList.SEX, "sex_cell"),
        words.blank_or(MappedList.AGE_GROUP, age),
        country(victim["citizenship"]),
        word(MappedList.EXPLOITATION_TYPE, "form"),
        word(MappedList.SEXUAL_SUBTYPE, "subtype"),
        word(MappedList.SECTOR, "sector"),
        ";".join(sorted({*filter(None, means)})),
        country(victim["main_country"]),
        word(MappedList.CASE_STATUS, "case_status"),
    ]


def country(code: str | None) -> str:
    """Return a country by its two letters, as HTCDS has it; empty where unknown."""
    return ALPHA_2.get(code or "", "")
