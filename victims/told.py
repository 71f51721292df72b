"""What the first hour told, beside the key facts of a file."""

from collections.abc import Iterator
from typing import Any

from thb.facts import Fact, facts
from victims.models import FirstHour
from victims.standing import TOLD


def told_first(victim: Any) -> list[Fact]:
    """Return the answers of the first hour of a person `with_standing`."""
    return list(_answers(victim))


def _answers(victim: Any) -> Iterator[Fact]:
    answers = {name: getattr(victim, f"{name}_told") for name in TOLD}
    given = {name: value for name, value in answers.items() if value not in ("", None)}
    given.pop("of_age", None)
    yield from facts(FirstHour(**given), *given)
