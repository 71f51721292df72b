"""Who may already be the person that is being registered; codes and reasons only."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from thb.days import read_day
from victims.folding import words
from victims.forms.intake import NAMES
from victims.models import Identity, PossibleDuplicate, Victim
from victims.models.draft import Content
from victims.search import MOST_ALIKE, Likeness, alike
from victims.tokens import phone_digits

MOST_SHOWN: Final = 5
SHORTEST: Final = 3  # letters, before anybody is looked for


def likenesses(people: QuerySet[Victim], content: Content) -> list[Likeness]:
    """Return those of the people who may be the person of a draft, each once.

    They are looked for by all names, by family and given name, which more entries
    have, and by what was searched for before.
    """
    found: dict[int, Likeness] = {}
    for typed in dict.fromkeys(looked_for(content)):
        for likeness in alike(people, typed):
            found.setdefault(likeness.victim.pk, likeness)
    return list(found.values())[:MOST_ALIKE]


def looked_for(content: Content) -> Iterator[str]:
    """Yield what to look for; two letters alone would find half the register."""
    answers = content["answers"]
    family, given, father = (answers.get(name, "").strip() for name in NAMES)
    searched = content.get("searched", "")
    for typed in (f"{family} {given} {father}", f"{family} {given}", searched):
        letters = sum(map(len, words(typed)))
        if letters >= SHORTEST or phone_digits(typed):
            yield " ".join(typed.split())


def within_reach(user: User, content: Content) -> list[Likeness]:
    """Return who within the user's reach may be the person, and was not told apart."""
    reached = Victim.objects.current().visible_to(user)
    found = [
        likeness
        for likeness in likenesses(reached, content)
        if likeness.victim.code not in content["apart"]
    ]
    return with_year(found, content["answers"])[:MOST_SHOWN]


def with_year(found: list[Likeness], answers: dict[str, str]) -> list[Likeness]:
    """Say of those born in the same year that they are; these come first."""
    year = year_of(answers)
    born = years_of_birth(one.victim.pk for one in found) if year and found else {}
    same = [one for one in found if born.get(one.victim.pk) == year and year]
    told = [
        one._replace(
            reason=_("%(reason)s, same year of birth") % {"reason": one.reason},
            same=True,
        )
        for one in same
    ]
    return told + [one for one in found if one not in same]


def year_of(answers: dict[str, str]) -> int | None:
    """Return the year of birth that was typed, alone or in a birth date."""
    typed = answers.get("birth_year", "").strip()
    if typed.isdecimal():
        return int(typed)
    try:
        return read_day(answers.get("birth_date", "")).year
    except ValidationError:
        return None


def years_of_birth(people: Iterable[int]) -> dict[int, int]:
    """Return the year in which each of these people was born, where it is recorded."""
    known = Identity.objects.filter(victim__in=list(people), voided_at=None)
    return {one.victim_id: one.birth_date.year for one in known if one.birth_date}


def keep_pairs(victim: Victim, content: Content) -> None:
    """Keep who in the whole register looks like the new person, for who reaches both.

    Names that only sound alike are left out: there are many. Whoever registers is not
    told: existence beyond reach is a secret.
    """
    others = Victim.objects.current().exclude(pk=victim.pk)
    likely = with_year(likenesses(others, content), content["answers"])
    found: dict[Any, Victim] = {
        one.victim.code: one.victim for one in likely if one.same
    }
    apart = content["apart"]
    told = others.filter(code__in=[code for code in apart if code not in found])
    found |= {one.code: one for one in told}
    PossibleDuplicate.objects.bulk_create(
        PossibleDuplicate(victim=victim, other=other, why_apart=apart.get(code, ""))
        for code, other in found.items()
    )
