"""The columns of the list of people, and what else of a person they need."""

from functools import cache
from typing import Any, Final

from django.db.models import OuterRef, QuerySet, Subquery, TextChoices
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from reference.choices import Sex
from reference.countries import country_name
from reference.records import CURRENT
from thb.columns import Column
from thb.letters import capfirst
from victims.choices import CaseStatus, ExploitationType, Status
from victims.due import SEES_DEADLINES, due_kind, next_due, workers
from victims.file import given_name
from victims.models import Exploitation, Victim
from victims.standing import STATUS_KIND, age_words, status_words

BY_NAME: Final = "given name"  # sealed: see victims/by_name.py


def day(value: Any) -> str:
    """Return 04.06.2019; nothing for no day."""
    return f"{value:%d.%m.%Y}" if value else ""


@cache
def in_words(codes: type[TextChoices], _language: str | None) -> dict[str, str]:
    """Return the words of each code of a list, as a cell has them."""
    return {code: capfirst(label) for code, label in codes.choices}


def code_of(codes: type[TextChoices], value: str | None) -> str:
    """Return a code in words; nothing for none."""
    return in_words(codes, get_language()).get(value, value) if value else ""


def own_identity(victim: Any) -> Any:
    """Return the identity that the list fetched with the person, if it did."""
    return victim.__dict__["_state"].fields_cache.get("identity")


def age(victim: Victim) -> str:
    """Return whether the person is of age."""
    identity = own_identity(victim)
    born = identity.birth_date if identity else None
    return capfirst(age_words(victim, born, localdate()))


def status(victim: Any) -> str:
    """Return the latest decision in words."""
    now = victim.status_now
    return code_of(Status, now) if now else capfirst(status_words(now))


def where(victim: Any) -> str | Promise:
    """Return the shelter that the person stays in."""
    return victim.shelter_now or victim.shelter_code_now or ""


def contact(victim: Any) -> str:
    """Return the day of the last help, else of the first contact."""
    return day(victim.last_contact_on or victim.first_contact_on)


PEOPLE: Final = {
    "code": Column(_("Code"), "code", lambda victim: victim.code, ""),
    "name": Column(
        _("Given name"),
        BY_NAME,
        lambda victim: given_name(own_identity(victim)),
        "wide given",
        permission="victims.view_given_name",
        personal=True,
    ),
    "sex": Column(
        _("Sex"),
        text=lambda victim: code_of(Sex, victim.sex),
        part="pair whole",
    ),
    "age": Column(_("Age"), text=age, part="pair whole"),
    "status": Column(
        _("Status"),
        text=status,
        part="whole",
        kind=lambda victim: STATUS_KIND.get(victim.status_now, ""),
    ),
    "identified": Column(
        _("Identified on"), text=lambda victim: day(victim.identified_day)
    ),
    "form": Column(
        _("Form of exploitation"),
        text=lambda victim: code_of(ExploitationType, victim.main_form),
        permission="victims.view_exploitation",
        usual=False,
    ),
    "destination": Column(
        _("Country of exploitation"),
        text=lambda v: country_name(v.main_country) if v.main_country else "",
        permission="victims.view_exploitation",
        usual=False,
    ),
    "placement": Column(
        _("Placement"),
        text=where,
        part="labelled whole",
        permission="assistance.view_placement",
    ),
    "due": Column(
        _("Next due"), text=next_due, kind=due_kind, permission=SEES_DEADLINES
    ),
    "worker": Column(_("Worker"), text=workers, permission="victims.view_assignment"),
    "contact": Column(
        _("Last contact"), text=contact, permission="assistance.view_service"
    ),
    "citizenship": Column(
        _("Citizenship"),
        text=lambda v: country_name(v.citizenship) if v.citizenship else "",
        usual=False,
    ),
    "first_contact": Column(
        _("First contact"),
        text=lambda victim: day(victim.first_contact_on),
        usual=False,
    ),
    "help": Column(
        _("State of the help"),
        text=lambda victim: code_of(CaseStatus, victim.case_status),
        permission="assistance.view_service",
        usual=False,
    ),
    "entered": Column(_("Entered"), "pk"),  # only to sort by
}


def with_main_exploitation(people: QuerySet[Victim]) -> QuerySet[Victim]:
    """Return the people with `main_form` and `main_country` of their exploitation."""
    main = Exploitation.objects.filter(CURRENT, main=True, victim=OuterRef("pk"))
    return people.annotate(
        main_form=Subquery(main.values("type")[:1]),
        main_country=Subquery(main.values("country")[:1]),
    )
