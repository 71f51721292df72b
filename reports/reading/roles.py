"""What a number is, by the words beside it: a date or an article is no count."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from reports.reading import speech
from reports.reading.mentions import Mention, Role
from reports.reading.speech import begins
from reports.reading.tokens import Kind, Token

FIRST_YEAR, LAST_YEAR = 1900, 2099
DAYS, MONTHS = 31, 12
NOTHING: Final = Token(Kind.SIGN, "", -9, -9, "")  # beyond either end
DASHES: Final = "-‑–—"
QUOTES: Final = "\"“”«»„'‘’"
HEADING_SIGNS: Final = frozenset([":", "–", "—", "-", ")", "("])
FAR_HEAD: Final = 4
PERCENT_SIGNS: Final = "%٪"


class Beside:
    """The tokens around a number of a sentence."""

    def __init__(self, words: Sequence[Token], found: Mention) -> None:
        self.words, self.found = words, found

    def at(self, step: int) -> Token:
        """Return the token so many after the number or before it, if there is one."""
        place = self.found.last + step if step > 0 else self.found.first + step
        return self.words[place] if 0 <= place < len(self.words) else NOTHING

    @property
    def ending(self) -> str:
        """Return the ending written to the number: i of 91-i, th of 15th."""
        after, then = self.at(1), self.at(2)
        if after.is_word and after.start == self.found.end:
            return after.fold
        joined = after.text in DASHES and after.start == self.found.end
        return then.fold if joined and then.is_word and then.start == after.end else ""

    @property
    def following(self) -> int:
        """Return the step to the first token after the number and its ending."""
        if not self.ending:
            return 1
        return 2 if self.at(1).is_word else 3

    @property
    def after(self) -> Token:
        """Return the first token after the number and its ending."""
        return self.at(self.following)

    @property
    def before(self) -> Token:
        """Return the token before the number."""
        return self.at(-1)


def is_percent(beside: Beside) -> bool:
    """54.3%, 54.3 percent, 54,3 faiz, 54 per cent."""
    after = beside.after
    per_cent = after.fold == "per" and beside.at(beside.following + 1).fold == "cent"
    sign = after.text in PERCENT_SIGNS and after.text != ""
    return sign or begins(after.fold, speech.PERCENTS) or per_cent


def is_money(beside: Beside) -> bool:
    """700 AZN, AZN 700, 209 000 manat."""
    named = beside.before.fold in {"azn", "manat"}
    return begins(beside.after.fold, speech.MANATS) or named or _is_headed(beside)


def _is_headed(beside: Beside) -> bool:
    """Tell whether a line says the currency before its number: "Granted, AZN: 9"."""
    step = -1
    while beside.at(step).text in HEADING_SIGNS and step > -FAR_HEAD:
        step -= 1
    named = begins(beside.at(step).fold, speech.MANATS) and step < -1
    return named and not beside.at(step - 1).is_number


def is_other_money(beside: Beside) -> bool:
    """500 dollars, $500."""
    signs = beside.before.text in set("$€£")
    return signs or begins(beside.after.fold, speech.OTHER_MONEY)


def is_year(beside: Beside) -> bool:
    """2019, 2019-cu ildə, 2005-2019, in 2018; not 2019 appeals."""
    found = beside.found
    if not FIRST_YEAR <= found.value <= LAST_YEAR or found.in_words:
        return False
    if not beside.words[found.first].text.isdigit():
        return False
    if (
        beside.after.fold in speech.YEAR_NOUNS
        or beside.ending in speech.ORDINAL_ENDINGS
    ):
        return True
    return beside.before.fold in speech.BEFORE_YEAR or not _is_counted(beside)


def _is_counted(beside: Beside) -> bool:
    """Tell whether a word that can be counted follows at once, as in 2019 appeals."""
    return beside.after.is_word and len(beside.after.text) > GUESS_LETTERS


GUESS_LETTERS: Final = 5


def is_date(beside: Beside) -> bool:
    """4 June, June 4, 04.06.2019, 4/6/2019, 10:30."""
    found = beside.found
    month_after = begins(beside.after.fold, speech.MONTHS)
    month_before = begins(beside.before.fold, speech.MONTHS)
    if found.value <= DAYS and (month_after or month_before):
        return True
    return _is_chained(beside, "./:")


def _is_chained(beside: Beside, signs: str) -> bool:
    """Tell whether another number hangs at this one by a sign: 04.06, 10:30, 144-1."""
    for step in (1, -1):
        sign, other = beside.at(step), beside.at(2 * step)
        near, far = (sign, other) if step > 0 else (other, sign)
        touching = (
            sign.start == beside.found.end
            if step > 0
            else sign.end == beside.found.start
        )
        hangs = sign.text and sign.text in signs and other.is_number
        if hangs and touching and near.end == far.start:
            return True
    return False


def is_reference(beside: Beside) -> bool:
    """144-1, article 7, № 123, 144-1-ci maddə, law no. 958."""
    if beside.before.text in {"№", "§", "#"}:
        return True
    before = beside.before if beside.before.text != "." else beside.at(-2)
    if before.fold in speech.EXACT_REFERENCES or before.fold.startswith(
        LONG_REFERENCES
    ):
        return True
    if _is_chained(beside, "-") and not _is_range(beside):
        return True
    return begins(beside.after.fold, ("madde", "nomreli", "bend")) and bool(
        beside.ending or beside.after.fold.startswith("nomreli")
    )


LONG_REFERENCES: Final = ("стать", "пункт", "раздел", "закон", "указ", "madde", "статт")


def _is_range(beside: Beside) -> bool:
    """2005-2019 is a range of years; so is 10-15."""
    values = [beside.found.value]
    near = (beside.at(step).text for step in (2, -2))
    values += [Decimal(text) for text in near if text.isdigit()]
    return all(FIRST_YEAR <= value <= LAST_YEAR for value in values)


def is_duration(beside: Beside) -> bool:
    """15 years, 9 months, under 18, 30 gün, 18 лет."""
    after = beside.after.fold
    aged = beside.before.fold in {"aged", "age"}
    joined = beside.ending in speech.SPANS
    spans = after in speech.SPANS or begins(after, speech.DURATIONS)
    return spans or joined or aged


def is_phone(beside: Beside) -> bool:
    """Like the 152 of “152”, of hotline 152, of 152 telephone service."""
    if beside.before.text in QUOTES and beside.after.text in QUOTES:
        return bool(beside.before.text)
    before, after = beside.before.fold, beside.after.fold
    named = before.endswith(
        ("line", "phone", "xett", "xetti", "линии", "линия", "number")
    )
    service = begins(after, ("hotline", "helpline", "telephone", "qaynar", "telefon"))
    own = beside.found.value == PHONE and (_near_line(beside) or _is_called(beside))
    return named or service or own


PHONE: Final = 152
CALLED_ON: Final = frozenset(["on", "to", "at", "via", "на", "по"])


def _is_called(beside: Beside) -> bool:
    """Tell whether one calls there: on 152, 152-yə, на 152."""
    return beside.before.fold in CALLED_ON or beside.ending in {"ye", "ya"}


def _near_line(beside: Beside) -> bool:
    near = [beside.at(step).fold for step in (-3, -2, -1, 1, 2, 3, 4)]
    return any(
        begins(word, (*speech.PHONES, "xidmet", "службы", "служб")) for word in near
    )


def is_ordinal(beside: Beside) -> bool:
    """15th, 2-ci, 5-й; not 91-i, whose ending is a case."""
    return beside.ending in speech.ORDINAL_ENDINGS


def is_fraction(beside: Beside) -> bool:
    """Three-quarters, two thirds, 1/3."""
    parts = (beside.ending, beside.after.fold)
    said = any(begins(part, speech.FRACTIONS) for part in parts if part)
    return (said and beside.found.value <= DAYS) or _is_chained(beside, "/")


def is_numbering(beside: Beside) -> bool:
    """Like 1. or 2) at the beginning of a line."""
    after = beside.at(1)
    first = beside.found.first == 0 and not beside.found.in_words
    touching = after.start == beside.found.end and after.text in {".", ")"}
    return first and touching and beside.at(2).is_word


def is_too_long(beside: Beside) -> bool:
    """Like a row of digits that no count has."""
    return beside.found.value < 0


def is_each_one(beside: Beside) -> bool:
    """Like every one, hər birinə, one of 91."""
    one = beside.found.in_words and beside.found.value == 1
    of_many = (
        beside.after.fold in {"of", "из"} and beside.at(beside.following + 1).is_number
    )
    return one and (of_many or beside.before.fold in {"each", "every", "any", "her"})


RULES: Final[tuple[tuple[Callable[[Beside], bool], Role], ...]] = (
    (is_too_long, Role.OTHER),
    (is_numbering, Role.OTHER),
    (is_percent, Role.PERCENT),
    (is_money, Role.MONEY),
    (is_other_money, Role.OTHER),
    (is_date, Role.OTHER),
    (is_reference, Role.OTHER),
    (is_year, Role.YEAR),
    (is_phone, Role.OTHER),
    (is_ordinal, Role.OTHER),
    (is_fraction, Role.OTHER),
    (is_duration, Role.OTHER),
    (is_each_one, Role.OTHER),
)


def give_role(words: Sequence[Token], found: Mention) -> None:
    """Set what the number is, and how exactly it is said."""
    beside = Beside(words, found)
    fits = (role for rule, role in RULES if rule(beside))
    found.role = next(fits, Role.COUNT)
    found.said = said(beside)
    if found.role is Role.PERCENT and beside.after.text in PERCENT_SIGNS:
        found.end = beside.after.end


def said(beside: Beside) -> str:
    """Return "about", "more_than" or "less_than", or nothing for an exact number."""
    before = tuple(beside.at(step).fold for step in (-2, -1))
    for words, name in (
        *((more, "more_than") for more in speech.MORE),
        *((less, "less_than") for less in speech.LESS),
    ):
        if before[-len(words) :] == words:
            return name
    if begins(before[-1], speech.ABOUT) and before[-1] != "someone":
        return "about"
    if beside.ending in {"den", "dan", "e", "a", "ye", "ya"}:
        return speech.AZ_AFTER.get(beside.after.fold, "")
    return ""


def share_roles(words: Sequence[Token], every: Sequence[Mention]) -> None:
    """Make money of a part of money: 209 thousand manats, of which 105 thousand."""
    told = [found for found in every if found.role.is_told]
    for before, found in pairwise(told):
        beside = Beside(words, found)
        part = any(_says(beside, of) for of in speech.OF_WHICH)
        bare = not beside.after.is_word or beside.after.fold in speech.BEFORE_YEAR
        if before.role is Role.MONEY and found.role is Role.COUNT and part and bare:
            found.role = Role.MONEY


def _says(beside: Beside, words: tuple[str, ...]) -> bool:
    """Return whether the words stand just before the number."""
    return tuple(beside.at(step).fold for step in range(-len(words), 0)) == words
