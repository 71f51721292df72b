"""What the failed checks say on the page: each its own alert, or many under one."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import attrgetter
from typing import Final, NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reports.chapters import address_of
from reports.checks import Check
from reports.editions import Edition

MANY_OF_A_KIND: Final = frozenset({"outlier", "return", "share"})


class Finding(NamedTuple):
    """One failed check, with the address of the records behind it, if they open.

    `word` is the explanation that it has.
    """

    check: Check
    url: str
    link: str
    word: str = ""


class Group(NamedTuple):
    """Failed checks that are read together; `kind` is that of components/alert.html."""

    kind: str
    title: str
    text: str
    findings: list[Finding]
    folded: bool = False


def groups(
    failed: Iterable[Check], opened: Mapping[str, str], words: Mapping[str, str]
) -> Iterator[Group]:
    """Yield the alerts of the page; `opened` has an address for each check's code.

    `words` has the explanations, by the check's code too.
    """
    for kind, checks in groupby(failed, key=attrgetter("kind")):
        findings = [
            finding(check, opened[check.code], words.get(check.code, ""))
            for check in checks
        ]
        if kind in MANY_OF_A_KIND:
            yield Group("", title(kind, len(findings)), "", findings, folded=True)
        else:
            yield from map(alone, findings)


def alone(found: Finding) -> Group:
    """Return the alert of one check."""
    kind = "danger" if found.check.blocks else "warning"
    return Group(kind, str(found.check.title), str(found.check.message), [found])


def finding(check: Check, url: str, word: str = "") -> Finding:
    """Return a failed check with the words of its link."""
    link = ngettext("Open %d record", "Open %d records", check.records) % check.records
    return Finding(check, url, link, word)


def title(kind: str, number: int) -> str:
    """Return the heading over checks of one kind."""
    match kind:
        case "outlier":
            return (
                ngettext(
                    "%d figure changed by more than half",
                    "%d figures changed by more than half",
                    number,
                )
                % number
            )
        case "return":
            return (
                ngettext(
                    "%d return of another agency is missing or not approved",
                    "%d returns of other agencies are missing or not approved",
                    number,
                )
                % number
            )
        case _:
            return _("“Other” or “not recorded” is used for more than a tenth")


def address(check: Check, edition: Edition) -> str:
    """Return the address of the records behind a check; nothing where none are."""
    if check.listed is not None:
        return reverse("reports:check", args=[edition.year, check.code])
    if not check.opens or not check.records:
        return ""
    return address_of(edition, check.opens)
