"""A standard's words for our values, and the values that have none."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple, Self

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from reports.breakdowns import UNKNOWN, VAGUE_CODES
from reports.models import Mapping as Recorded
from reports.standards.choices import MappedList, Standard
from reports.standards.lists import label_of

NOT_REPORTED: Final = ""
NOT_REPORTED_LABEL: Final = _("Not reported")


class Word(NamedTuple):
    """What a value is called in a standard; the code is empty where it is not told."""

    code: str
    label: str | Promise


NOTHING: Final = Word(NOT_REPORTED, NOT_REPORTED_LABEL)


class Value(NamedTuple):
    """A value of one of our lists, and how many records of the year have it."""

    list: str
    code: str
    records: int

    @property
    def list_label(self) -> str:
        """Return the name of the list."""
        return str(MappedList(self.list).label)

    @property
    def label(self) -> str:
        """Return the value in our words."""
        return label_of(self.list, self.code)


class UnmappedError(Exception):
    """Values of the year have no word in the standard: nothing is exported."""

    def __init__(self, values: list[Value]) -> None:
        super().__init__(", ".join(f"{one.list}: {one.code}" for one in values))
        self.values = values


@dataclass(frozen=True)
class Words:
    """The words of one standard by list and code."""

    known: Mapping[tuple[str, str], Word]

    @classmethod
    def of(cls, standard: Standard) -> Self:
        """Return the mappings that count now."""
        found = Recorded.objects.current().filter(standard=standard).order_by("pk")
        return cls(
            {
                (one.list, one.code): NOTHING
                if one.not_reported
                else Word(one.their_code, one.their_label)
                for one in found
            }
        )

    def word(self, name: str, code: str) -> Word:
        """Return the word of a value; UnmappedError where it has none."""
        try:
            return self.known[name, code]
        except KeyError:
            raise UnmappedError([Value(name, code, 0)]) from None

    def blank_or(self, name: str, code: str) -> str:
        """Return the code of a value; nothing for one that was not recorded."""
        if code in {"", UNKNOWN} and (name, code) not in self.known:
            return ""
        return self.word(name, code).code

    def gathered(
        self, name: str, cells: Mapping[str, int]
    ) -> Iterator[tuple[Word, int, list[str]]]:
        """Yield each word of a list with its number and the values that it is made of.

        Words without anybody are there too; what is not reported comes last, so that
        the numbers add up.
        """
        made: dict[Word, list[str]] = {}
        for (of_list, code), word in self.known.items():
            if of_list == name and word != NOTHING:
                made.setdefault(word, []).append(code)
        for code in cells:
            codes = made.setdefault(self.word(name, code), [])
            if code not in codes:
                codes.append(code)
        for word in sorted(made, key=lambda one: one == NOTHING):
            codes = made[word]
            yield word, sum(cells.get(code, 0) for code in codes), codes

    def missing(self, values: Mapping[tuple[str, str], int]) -> list[Value]:
        """Return the values without a word, those of most records first."""
        found = [
            Value(name, code, records)
            for (name, code), records in values.items()
            if records and (name, code) not in self.known
        ]
        return sorted(found, key=lambda one: (-one.records, one.list, one.code))


def is_vague(codes: Iterable[str]) -> bool:
    """Tell whether the values say nothing of a person: other, not known."""
    return set(codes) <= {*VAGUE_CODES}
