"""Finding people by a code or, where it may be, by a name or number."""

from typing import NamedTuple

from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from victims.codes import normalise_code
from victims.models import Identity, Victim

MOST_FOUND = 50
MOST_ALIKE = 10


class Likeness(NamedTuple):
    """A person who may be the one looked for, and why; never a name."""

    victim: Victim
    reason: Promise | str
    same: bool = False  # of name or number, not only of sound


def found(people: QuerySet[Victim], typed: str, user: User) -> QuerySet[Victim]:
    """Return those of the people whose code begins so, else whose identity has it.

    Without a right to identities only the code is looked at. Names that only sound
    alike come where none is spelt so. Each is asked for apart: an index answers it.
    """
    text = typed.strip()
    by_code = people.filter(
        Q(code__startswith=normalise_code(text)) | Q(code__startswith=text)
    )
    named = user.has_perm("victims.view_identity")
    if not text or not named:
        return by_code if text else people.none()
    if any(map(str.isdigit, text)) and by_code.exists():
        return by_code
    spelt = people.filter(among(Identity.objects.matching(text)))
    if spelt.exists():
        return spelt
    return people.filter(among(Identity.objects.sounding_like(text)))


def among(identities: QuerySet[Identity]) -> Q:
    """Match the people of these identities."""
    return Q(pk__in=identities.filter(voided_at=None).values("victim"))


def alike(people: QuerySet[Victim], typed: str) -> list[Likeness]:
    """Return up to ten people who may be the one: same words, then like sounds."""
    same = list(people.filter(among(Identity.objects.matching(typed)))[:MOST_ALIKE])
    sounds = people.filter(among(Identity.objects.sounding_like(typed)))
    near = sounds.exclude(pk__in=[victim.pk for victim in same])[:MOST_ALIKE]
    likenesses = [Likeness(one, _("Same name or number"), same=True) for one in same]
    likenesses += [Likeness(victim, _("Name that sounds alike")) for victim in near]
    return likenesses[:MOST_ALIKE]
