"""The parts of the first hour that are asked only of some: a child, a foreign citizen.

A part that is no longer asked though it has answers is *left*: its answers are kept,
and whoever types is told before they go out of sight.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from victims.needs import OfAge

HOME: Final = "AZE"
NOT_FOREIGN: Final = frozenset({"", HOME, "XXX"})
HELPED_AS_CHILDREN: Final = frozenset({OfAge.CHILD, OfAge.UNSURE})

type Answers = Mapping[str, str]


class Part(NamedTuple):
    """Questions under one heading, and of whom they are asked."""

    name: str
    title: Promise
    text: Promise
    fields: tuple[str, ...]
    asked: Callable[[Answers], bool]


def may_be_a_child(answers: Answers) -> bool:
    """Tell whether the person is under 18, or may be."""
    return answers.get("of_age", "") in HELPED_AS_CHILDREN


def is_foreign(answers: Answers) -> bool:
    """Tell whether the person is known to be no citizen of Azerbaijan."""
    return answers.get("citizenship", "") not in NOT_FOREIGN


CHILD: Final = Part(
    "child",
    _("The person is, or may be, a child"),
    _(
        "Until the age is known, help as for a child. Do not leave the child alone, "
        "and do not call a parent before you know that it is safe."
    ),
    ("guardian", "body_told"),
    may_be_a_child,
)
FOREIGN: Final = Part(
    "foreign",
    _("Citizen of another country"),
    _("The embassy is told only if the person agrees. Ask; never call first."),
    ("permit", "embassy"),
    is_foreign,
)
AGREEMENT: Final = Part(
    "agreement",
    _("Agreement"),
    _(
        "Say in simple words: who we are, what we write down, who may read it, and "
        "that the person may say no at any time and is helped all the same."
    ),
    ("agreed",),
    lambda answers: not may_be_a_child(answers),
)
AGREEMENT_OF_A_CHILD: Final = Part(
    "agreement-child",
    _("Agreement of the child"),
    _(
        "Say it in words that the child understands, and ask what the child thinks. A "
        "guardian, or the guardianship body, has to agree as well. The child is kept "
        "safe whatever the answer is."
    ),
    ("agreed",),
    may_be_a_child,
)
PARTS: Final = (CHILD, FOREIGN, AGREEMENT, AGREEMENT_OF_A_CHILD)


class Shown(NamedTuple):
    """A part as a page shows it; `left` says that it is no longer asked."""

    part: Part
    left: bool


def asked(answers: Answers) -> list[Part]:
    """Return the parts asked of this person, in the order of the page."""
    return [part for part in PARTS if part.asked(answers)]


def shown(answers: Answers, put_away: Iterable[str] = ()) -> list[Shown]:
    """Return the parts asked, and those left that were not put out of sight."""
    now = asked(answers)
    used = {name for part in now for name in part.fields}
    return [
        Shown(part, left=part not in now)
        for part in PARTS
        if part in now or is_left(part, answers, used | {*put_away})
    ]


def is_left(part: Part, answers: Answers, passed: set[str]) -> bool:
    """Tell whether a part that is not asked holds answers; `passed` are not told of."""
    filled = any(answers.get(name) for name in part.fields if name not in passed)
    return filled and part.name not in passed


def without_the_rest(answers: Answers) -> dict[str, Any]:
    """Return the answers without those of parts that are not asked."""
    used = {name for part in asked(answers) for name in part.fields}
    unused = {name for part in PARTS for name in part.fields} - used
    return {name: value for name, value in answers.items() if name not in unused}
