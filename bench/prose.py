"""Texts made from templates and a register, and the errors planted in them.

A template has its numbers in square brackets: `[victims.identified]`,
`[victims.identified sex=F]`, `[victims.identified -1]` of the year before,
`[w grants.shelters]` in words, `[percent a/b]`, `[change a fewer more]`, `[year-1]`.
"""

import random
import re
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from reports.catalogue import FIGURES
from reports.choices import Unit
from reports.reading.register import Register
from reports.reading.sentence import Target

PLACE = Path(__file__).parent / "prose"
SLOT = re.compile(r"\[([^\]]+)\]")
IN_WORDS = {
    "en": [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
    ],
    "ru": [
        "ноль",
        "один",
        "два",
        "три",
        "четыре",
        "пять",
        "шесть",
        "семь",
        "восемь",
        "девять",
    ],
    "az": [
        "sıfır",
        "bir",
        "iki",
        "üç",
        "dörd",
        "beş",
        "altı",
        "yeddi",
        "səkkiz",
        "doqquz",
    ],
}


SMALLEST = 3


@dataclass(frozen=True)
class Part:
    """A piece of a text: fixed words, or a number and what it is of."""

    text: str
    target: Target | None = None
    value: Decimal | None = None
    form: str = ""


@dataclass(frozen=True)
class Text:
    """A text in parts; `planted` are the stretches that are wrong in it."""

    name: str
    language: str
    year: int
    parts: tuple[Part, ...]

    def written(self) -> str:
        """Return the text."""
        return "".join(part.text for part in self.parts)

    def spans(self) -> list[tuple[int, int, Part]]:
        """Return where each number stands."""
        at, found = 0, []
        for part in self.parts:
            if part.target is not None:
                found.append((at, at + len(part.text), part))
            at += len(part.text)
        return found


def templates(*, held_out: bool = False) -> list[tuple[str, str, str]]:
    """Return name, language and template of each text."""
    folder = PLACE / "held_out" if held_out else PLACE
    paths = sorted(folder.glob("*.txt"))
    return [(path.stem, path.stem[-2:], path.read_text()) for path in paths]


class Writer:
    """Fills a template from a register."""

    def __init__(self, register: Register, year: int, language: str) -> None:
        self.register, self.year, self.language = register, year, language

    def text(self, name: str, template: str) -> Text:
        """Return the template filled in."""
        pieces = SLOT.split(template)
        parts = [
            self.part(piece) if at % 2 else Part(piece)
            for at, piece in enumerate(pieces)
        ]
        return Text(name, self.language, self.year, tuple(parts))

    def part(self, said: str) -> Part:
        """Return what stands for a slot."""
        words = said.split()
        if words[0] in {"year", "year-1"}:
            return Part(str(self.year - (words[0] == "year-1")))
        if words[0] == "percent":
            return self.percent(*words[1].split("/"))
        if words[0] == "change":
            return self.change(*words[1:])
        form = "words" if words[0] == "w" else ""
        return self.number(words[bool(form) :], form)

    def number(self, words: list[str], form: str) -> Part:
        """Return the value of a figure or cell."""
        year = self.year - ("-1" in words)
        cell = next((w.split("=") for w in words if "=" in w), ["", ""])
        target = Target(words[0], year, *cell)
        value = self.register.value(target) or Decimal(0)
        return Part(self.written(value, form), target, value, form)

    def percent(self, part: str, whole: str) -> Part:
        """Return a percentage of two figures."""
        one, all_ = (self.register.value(Target(c, self.year)) for c in (part, whole))
        share = 100 * (one or Decimal(0)) / (all_ or Decimal(1))
        value = share.quantize(Decimal("0.1"), ROUND_HALF_UP)
        target = Target(f"{part}_percent", self.year)
        return Part(self.written(value, "percent"), target, value, "percent")

    def change(self, code: str, fewer: str, more: str) -> Part:
        """Return by how much a figure changed, with the word for it."""
        now, before = (
            self.register.value(Target(code, y)) or Decimal(0)
            for y in (self.year, self.year - 1)
        )
        off = now - before
        text = f"{self.written(abs(off), '')} {more if off > 0 else fewer}"
        return Part(text, Target(code, self.year), abs(off), "change")

    def written(self, value: Decimal, form: str) -> str:
        """Return the number as the language writes it."""
        if form == "words" and value < len(IN_WORDS[self.language]):
            return IN_WORDS[self.language][int(value)]
        if form == "percent":
            said = str(value)
            return said if self.language == "en" else said.replace(".", ",")
        said = f"{int(value):,}"
        return (
            said if self.language == "en" else said.replace(",", "\N{NO-BREAK SPACE}")
        )

    def with_value(self, part: Part, value: Decimal) -> Part:
        """Return the part with another number."""
        return replace(part, text=self.written(value, part.form), value=value)


def is_money(part: Part) -> bool:
    """Return whether the part is a sum of money."""
    return part.target is not None and FIGURES[part.target.figure].unit == Unit.AZN


class Planter:
    """Plants one error in a text; None where the text has no place for it."""

    def __init__(self, writer: Writer, chance: random.Random) -> None:
        self.writer, self.chance = writer, chance

    def places(self, text: Text) -> list[int]:
        """Return the parts that are plain numbers of the register."""
        return [
            at for at, part in enumerate(text.parts)
            if part.target is not None and part.form in {"", "words"}
            and (part.value or 0) > SMALLEST
        ]  # fmt: skip

    def put(self, text: Text, at: int, value: Decimal) -> Text:
        """Return the text with another number in one place."""
        parts = list(text.parts)
        parts[at] = self.writer.with_value(parts[at], value)
        return replace(text, parts=tuple(parts))

    def wrong_number(self, text: Text) -> tuple[Text, list[int]] | None:
        """Change one number by one to a fifth."""
        at = self.chance.choice(self.places(text))
        value = text.parts[at].value or Decimal(0)
        off = self.chance.randint(1, max(1, int(value) // 5))
        return self.put(text, at, value + self.chance.choice((-off, off))), [at]

    def swapped(self, text: Text) -> tuple[Text, list[int]] | None:
        """Change two numbers of one paragraph about."""
        pairs = [
            (one, two)
            for one in self.places(text)
            for two in self.places(text)
            if one < two <= one + 6
            and text.parts[one].value != text.parts[two].value
            and is_money(text.parts[one]) == is_money(text.parts[two])
        ]
        if not pairs:
            return None
        one, two = self.chance.choice(pairs)
        values = [text.parts[at].value or Decimal(0) for at in (two, one)]
        return self.put(self.put(text, one, values[0]), two, values[1]), [one, two]

    def other_year(self, text: Text) -> tuple[Text, list[int]] | None:
        """Give a number the value of the year before."""
        register = self.writer.register
        found = []
        for at in self.places(text):
            target = text.parts[at].target
            if target is None or target.year != text.year or target.breakdown:
                continue
            old = register.value(target._replace(year=text.year - 1))
            if old is not None and old != text.parts[at].value:
                found.append((at, old))
        if not found:
            return None
        at, old = self.chance.choice(found)
        return self.put(text, at, old), [at]

    def wrong_sum(self, text: Text) -> tuple[Text, list[int]] | None:
        """Change a part of a list and the register with it, so that only the sum is off."""
        lists: dict[Target, list[int]] = {}
        for at, part in enumerate(text.parts):
            if part.target is not None and part.target.breakdown:
                lists.setdefault(part.target._replace(cell=""), []).append(at)
        whole = {p.target for p in text.parts if p.target is not None and not p.form}
        full = [
            places for target, places in lists.items()
            if len(places) > 1 and target._replace(breakdown="") in whole
            and set(self.writer.register.cells(target))
            == {text.parts[at].target.cell for at in places}  # type: ignore[union-attr]
        ]  # fmt: skip
        if not full:
            return None
        places = self.chance.choice(full)
        at = self.chance.choice(places)
        value = (text.parts[at].value or Decimal(0)) + self.chance.randint(1, 4)
        return self.put(text, at, value), places

    def wrong_percent(self, text: Text) -> tuple[Text, list[int]] | None:
        """Change a percentage."""
        found = [at for at, part in enumerate(text.parts) if part.form == "percent"]
        if not found:
            return None
        value = (text.parts[found[0]].value or Decimal(0)) + Decimal(
            self.chance.choice(("1.5", "-0.7", "10", "0.3"))
        )
        return self.put(text, found[0], abs(value)), [found[0]]
