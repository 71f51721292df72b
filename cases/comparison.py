"""Two to four cases side by side: what they have in common, then each attribute."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, NamedTuple

from django.db.models import Prefetch, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from cases.choices import VerdictResult
from cases.contacts import shared
from cases.models import Accused, CaseVictim, CriminalCase, Verdict, WantedNotice
from reference.choices import Sex
from reference.countries import country_name
from thb.letters import capfirst
from victims.choices import Means
from victims.models import Exploitation, Victim

FEWEST: Final = 2
MOST: Final = 4
NOTHING: Final = "—"
VAGUE: Final = ("", "other", "unknown")  # to have this in common says nothing

type Values = Callable[[Any], Iterable[str]]


class Item(NamedTuple):
    """Something that two cases or more have: what it is, its name, in which cases."""

    kind: str | Promise
    name: str
    numbers: list[str]
    in_all: bool


class Cell(NamedTuple):
    """What one case has of an attribute."""

    number: str
    values: list[str]

    @property
    def text(self) -> str:
        """Return the values in one line."""
        return ", ".join(self.values)


class Row(NamedTuple):
    """An attribute, and what each case has of it."""

    label: str | Promise
    cells: list[Cell]

    @property
    def differs(self) -> bool:
        """Tell whether the cases are not alike in it."""
        return len({cell.text for cell in self.cells}) > 1


class Attribute(NamedTuple):
    """An attribute that is compared; what `shared` says may be had in common."""

    label: str | Promise
    values: Values
    is_shared: bool = False


def prepared(cases: QuerySet[CriminalCase], user: User) -> list[CriminalCase]:
    """Return the cases with all that is compared, in few queries."""
    reached = Victim.objects.visible_to(user).current()
    links = CaseVictim.objects.current().filter(victim__in=reached.values("pk"))
    main = Exploitation.objects.current().filter(main=True)
    accused = Accused.objects.current().select_related("group")
    verdicts: Any = Verdict.objects.current()
    found: Any = cases
    return list(
        found.prefetch_related(
            "offences",
            "groups",
            Prefetch("accused", accused, "its_accused"),
            Prefetch("its_accused__verdicts", verdicts, "its_verdicts"),
            Prefetch(
                "its_accused__wanted_notices",
                WantedNotice.objects.current().filter(closed_on=None),
                "its_notices",
            ),
            Prefetch("victim_links", links.select_related("victim"), "its_links"),
            Prefetch("its_links__victim__exploitations", main, "its_main"),
        )
    )


def persons(case: Any) -> list[str]:
    """Return the codes of the victims."""
    return [link.victim.code for link in case.its_links]


def groups(case: Any) -> list[str]:
    """Return the codes of the groups of the case and of its accused."""
    own = [group.code for group in case.groups.all() if group.voided_at is None]
    return [*own, *(one.group.code for one in case.its_accused if one.group)]


def accused(case: Any) -> list[str]:
    """Return the codes of the accused."""
    return [one.code for one in case.its_accused]


def main_forms(case: Any) -> list[Exploitation]:
    """Return the main forms of exploitation of the victims."""
    return [form for link in case.its_links for form in link.victim.its_main]


def destinations(case: Any) -> list[str]:
    """Return the countries in which the victims were exploited."""
    return [country_name(form.country) for form in main_forms(case) if form.country]


def forms(case: Any) -> list[str]:
    """Return the forms in which the victims were exploited."""
    return [capfirst(form.get_type_display()) for form in main_forms(case)]


def recruiters(case: Any) -> list[str]:
    """Return what the recruiters were to the victims."""
    found = main_forms(case)
    told = [form for form in found if form.recruiter_relation not in VAGUE]
    return [capfirst(form.get_recruiter_relation_display()) for form in told]


def means(case: Any) -> list[str]:
    """Return the means that were used."""
    codes = (code for form in main_forms(case) for code in form.means)
    return [capfirst(str(Means(code).label)) for code in codes if code not in VAGUE]


def articles(case: Any) -> list[str]:
    """Return the articles of the case and of its offences."""
    own = [one.article for one in case.offences.all() if one.voided_at is None]
    return [article for article in (case.article, *own) if article]


def citizenships(case: Any) -> list[str]:
    """Return the citizenships of the accused."""
    return [one.get_citizenship_display() for one in case.its_accused]


def day(name: str) -> Values:
    """Return what reads a day of the case."""
    return lambda case: [f"{found:%d.%m.%Y}"] if (found := getattr(case, name)) else []


def stage(case: Any) -> list[str]:
    """Return how far the case has come."""
    return [capfirst(case.get_stage_display())]


def number_of_offences(case: Any) -> list[str]:
    """Return how many offences count."""
    return [str(sum(one.voided_at is None for one in case.offences.all()))]


def number_of_accused(case: Any) -> list[str]:
    """Return how many are accused, women and men."""
    by_sex = [one.sex for one in case.its_accused]
    counted = {
        "all": len(by_sex),
        "women": by_sex.count(Sex.FEMALE),
        "men": by_sex.count(Sex.MALE),
    }
    return [_("%(all)s (women %(women)s, men %(men)s)") % counted]


def in_court(case: Any) -> list[str]:
    """Return how many of the accused were sent to court."""
    return [str(sum(one.sent_to_court_on is not None for one in case.its_accused))]


def convicted(case: Any) -> list[str]:
    """Return how many of the accused were found guilty."""
    guilty = [
        any(verdict.result == VerdictResult.GUILTY for verdict in one.its_verdicts)
        for one in case.its_accused
    ]
    return [str(sum(guilty))]


def still_wanted(case: Any) -> list[str]:
    """Return how many of the accused are still wanted."""
    return [str(sum(bool(one.its_notices) for one in case.its_accused))]


def number_of_victims(case: Any) -> list[str]:
    """Return how many victims are within reach."""
    return [str(len(case.its_links))]


ATTRIBUTES: Final = (
    Attribute(gettext_lazy("Victims"), persons, is_shared=True),
    Attribute(gettext_lazy("Accused"), accused, is_shared=True),
    Attribute(gettext_lazy("Groups"), groups, is_shared=True),
    Attribute(gettext_lazy("Destination"), destinations, is_shared=True),
    Attribute(gettext_lazy("Articles"), articles, is_shared=True),
    Attribute(gettext_lazy("Form of exploitation"), forms, is_shared=True),
    Attribute(gettext_lazy("The recruiter was"), recruiters, is_shared=True),
    Attribute(gettext_lazy("Means"), means, is_shared=True),
    Attribute(gettext_lazy("Citizenship of the accused"), citizenships, is_shared=True),
    Attribute(gettext_lazy("Stage"), stage),
    Attribute(gettext_lazy("Opened"), day("opened_on")),
    Attribute(
        gettext_lazy("Investigation completed"), day("investigation_completed_on")
    ),
    Attribute(gettext_lazy("Offences"), number_of_offences),
    Attribute(gettext_lazy("Number of accused"), number_of_accused),
    Attribute(gettext_lazy("Sent to court"), in_court),
    Attribute(gettext_lazy("Convicted"), convicted),
    Attribute(gettext_lazy("Still wanted"), still_wanted),
    Attribute(gettext_lazy("Number of victims"), number_of_victims),
)


def distinct(values: Iterable[str]) -> list[str]:
    """Return the values that are recorded, each once, in order."""
    return sorted({value for value in values if value})


def rows(cases: list[CriminalCase]) -> list[Row]:
    """Return a row for each attribute."""
    return [
        Row(
            attribute.label,
            [
                Cell(case.number, distinct(attribute.values(case)) or [NOTHING])
                for case in cases
            ],
        )
        for attribute in ATTRIBUTES
    ]


def in_common(cases: list[CriminalCase], user: User) -> list[Item]:
    """Return what two or more of the cases have, persons first; contacts last."""
    found = [
        item
        for attribute in ATTRIBUTES
        if attribute.is_shared
        for item in items(attribute, cases)
    ]
    numbers = {case.number for case in cases}
    own = CriminalCase.objects.filter(pk__in=[case.pk for case in cases])
    for pair in shared(user, own):
        if numbers.issuperset(pair):
            every = len(numbers) == len(pair)
            found.append(Item(_("Contact"), _("the same contact"), list(pair), every))
    return found


def items(attribute: Attribute, cases: list[CriminalCase]) -> Iterator[Item]:
    """Yield the values of an attribute that two cases or more have."""
    having: dict[str, list[str]] = {}
    for case in cases:
        for value in distinct(attribute.values(case)):
            having.setdefault(value, []).append(case.number)
    for value, numbers in sorted(having.items()):
        if len(numbers) >= FEWEST:
            yield Item(attribute.label, value, numbers, len(numbers) == len(cases))
