"""Contacts that stand in two places: told by codes only, never by what they are.

A contact of an accused person is compared with the phones of victims' files and with
the contacts of the accused of other cases, by keyed tokens.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from django.db.models import QuerySet

from accounts.models import User
from cases.models import Accused, AccusedContact, CaseVictim, CriminalCase
from reference.records import CURRENT
from victims.models import Identity, Victim

type Cases = QuerySet[CriminalCase]
type Pair = tuple[str, str]  # of case numbers, the smaller first
type Holders = dict[int, list[AccusedContact]]  # by token
type Files = dict[int, list[Victim]]  # by token


class Match(NamedTuple):
    """A contact of an accused person that is also somebody else's."""

    accused: Accused
    kind: str
    victim: Victim | None = None
    other: Accused | None = None


def contacts(cases: Cases) -> QuerySet[AccusedContact]:
    """Return the contacts that count of the accused who count in the cases."""
    found = AccusedContact.objects.current().filter(
        accused__voided_at=None, accused__case__in=cases.values("pk")
    )
    return found.select_related("accused__case").defer("value")


def tokens_of(known: Iterable[AccusedContact]) -> list[int]:
    """Return the tokens of all the contacts."""
    return sorted({token for contact in known for token in contact.tokens})


def holders(cases: Cases, tokens: Sequence[int]) -> Holders:
    """Return, by token, the contacts of the accused of the cases that have it."""
    found: Holders = {}
    for contact in contacts(cases).filter(tokens__overlap=tokens):
        for token in contact.tokens:
            found.setdefault(token, []).append(contact)
    return found


def files(tokens: Sequence[int], user: User) -> Files:
    """Return, by token, the persons within reach in whose file a contact stands."""
    reached = Victim.objects.visible_to(user).current()
    identities = Identity.objects.filter(
        CURRENT, tokens__overlap=tokens, victim__in=reached.values("pk")
    )
    found: Files = {}
    for identity in identities.select_related("victim").only("tokens", "victim"):
        for token in set(identity.tokens).intersection(tokens):
            found.setdefault(token, []).append(identity.victim)
    return found


def matches(cases: Cases, user: User) -> list[Match]:
    """Return whose contacts match, of cases and persons within the user's reach."""
    own = list(contacts(cases))
    if not (tokens := tokens_of(own)):
        return []
    reached = CriminalCase.objects.visible_to(user).current()
    elsewhere, persons = holders(reached, tokens), files(tokens, user)
    return [m for contact in own for m in of_contact(contact, elsewhere, persons)]


def of_contact(
    contact: AccusedContact, elsewhere: Holders, persons: Files
) -> Iterator[Match]:
    """Yield who else has this contact."""
    kind = contact.get_kind_display()
    for token in contact.tokens:
        for victim in persons.get(token, ()):
            yield Match(contact.accused, kind, victim=victim)
        for other in elsewhere.get(token, ()):
            if other.accused.case_id != contact.accused.case_id:
                yield Match(contact.accused, kind, other=other.accused)


def shared(user: User, cases: Cases | None = None) -> list[Pair]:
    """Return the pairs of cases within reach that share a contact, and no more.

    They do where the same contact is an accused person's in both, or an accused
    person's in one and in the file of a victim of the other. With `cases`, by the
    contacts of these.
    """
    reached = CriminalCase.objects.visible_to(user).current()
    asked = tokens_of(contacts(reached)) if cases is None else tokens_in(cases, user)
    if not asked:
        return []
    accused, persons = holders(reached, asked), files(asked, user)
    victims_of = numbers_by_victim(persons, reached)
    pairs = {
        (min(one, other), max(one, other))
        for token, found in accused.items()
        for one in numbers_of(found)
        for other in numbers_of(found) | there(persons.get(token, ()), victims_of)
        if one != other
    }
    return sorted(pairs)


def tokens_in(cases: Cases, user: User) -> list[int]:
    """Return the tokens of the contacts of the accused and of the victims of cases."""
    own = contacts(cases)
    reached = Victim.objects.visible_to(user).current().values("pk")
    links = CaseVictim.objects.current().filter(
        case__in=cases.values("pk"), victim__in=reached
    )
    identities = Identity.objects.filter(CURRENT, victim__in=links.values("victim"))
    listed = identities.values_list("tokens", flat=True)
    return sorted({*tokens_of(own), *(token for known in listed for token in known)})


def numbers_of(found: Iterable[AccusedContact]) -> set[str]:
    """Return the numbers of the cases of the contacts."""
    return {contact.accused.case.number for contact in found if contact.accused.case}


def there(people: Iterable[Victim], victims_of: dict[int, set[str]]) -> set[str]:
    """Return the numbers of the cases in which the persons are victims."""
    return {number for one in people for number in victims_of.get(one.pk, ())}


def numbers_by_victim(persons: Files, cases: Cases) -> dict[int, set[str]]:
    """Return the numbers of the cases in which each of the persons is a victim."""
    people = {victim.pk for found in persons.values() for victim in found}
    links = CaseVictim.objects.current().filter(
        victim__in=people, case__in=cases.values("pk")
    )
    found: dict[int, set[str]] = {}
    for victim, number in links.values_list("victim", "case__number"):
        found.setdefault(victim, set()).add(number)
    return found


def sharing_with(case: CriminalCase, user: User) -> list[str]:
    """Return the numbers of the other cases that share a contact with this one."""
    own = CriminalCase.objects.filter(pk=case.pk)
    pairs = [pair for pair in shared(user, own) if case.number in pair]
    return sorted({number for pair in pairs for number in pair} - {case.number})


def codes_of(match: Match) -> list[str]:
    """Return the codes that a match names."""
    named = [match.accused, match.other]
    cases = [one.case for one in named if one is not None and one.case is not None]
    codes = [one.code for one in (*named, match.victim) if one is not None]
    return [*codes, *(case.number for case in cases)]
