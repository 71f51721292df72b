"""What was changed in a person's file, over all its kinds of record."""

from typing import Any, Final

from django.db.models import Model, Q, QuerySet, Value

from accounts.models import User
from assistance.models import (
    Allowance,
    AllowanceCorrection,
    Compensation,
    DeadlineMark,
    DependantService,
    NightAbsence,
    Placement,
    Referral,
    ReflectionPeriod,
    RehabilitationPlan,
    ResidencePermit,
    Sending,
    Service,
)
from thb.history import Change, changes
from victims.models import (
    Assignment,
    Consent,
    Dependant,
    Exploitation,
    FirstHour,
    Identity,
    IdentityDocument,
    Note,
    Paper,
    RouteLeg,
    StatusDecision,
    Victim,
)

# The path from a row of history to the person, for each kind of record.
KINDS: Final[dict[type[Model], str]] = {
    Victim: "pgh_obj",
    Identity: "victim",
    IdentityDocument: "identity__victim",
    StatusDecision: "victim",
    Exploitation: "victim",
    RouteLeg: "victim",
    Consent: "victim",
    FirstHour: "victim",
    Assignment: "victim",
    Note: "victim",
    Paper: "victim",
    Placement: "victim",
    NightAbsence: "placement__victim",
    ReflectionPeriod: "victim",
    ResidencePermit: "victim",
    Service: "victim",
    RehabilitationPlan: "victim",
    Referral: "victim",
    Sending: "victim",
    Allowance: "victim",
    AllowanceCorrection: "allowance__victim",
    Compensation: "victim",
    Dependant: "victim",
    DependantService: "dependant__victim",
    DeadlineMark: "victim",
}
HIDDEN: Final = ("row_key", "tokens", "victim")


def hidden_from(user: User) -> tuple[str, ...]:
    """Return the fields without a value: a reason may name, a bed is a place."""
    named = user.has_perm("victims.view_identity")
    reason = () if named else ("void_reason",)
    bed = () if user.has_perm("assistance.view_bed") else ("bed", "bed_since")
    return (*HIDDEN, *reason, *bed)


def rows_of(model: Any, victim: Victim, user: User) -> QuerySet[Any]:
    """Return the history of the person's records of one kind.

    Of notes and documents only of those that are open to the user.
    """
    rows: QuerySet[Any] = model.pgh_event_model.objects.filter(
        Q(**{KINDS[model]: victim.pk})
    )
    if model not in (Note, Paper):
        return rows
    open_to = model.objects.visible_to(user).filter(victim=victim)
    return rows.filter(pgh_obj__in=open_to.order_by().values("pk"))


def seen_by(user: User) -> list[Any]:
    """Return the kinds of record that the user may see."""
    return [
        model
        for model in KINDS
        if user.has_perm(f"{model._meta.app_label}.view_{model._meta.model_name}")
    ]


def history(victim: Victim, user: User) -> list[Change]:
    """Return every change of the file that the user may see, the newest first."""
    rows = [rows_of(model, victim, user) for model in seen_by(user)]
    return without_code(changes(*rows, hidden=hidden_from(user)), victim)


def last_events(victim: Victim, user: User, limit: int = 5) -> list[Change]:
    """Return the last changes: one query finds which kinds of record they touch."""
    kinds = seen_by(user)
    times = [
        rows_of(model, victim, user)
        .annotate(kind_number=Value(number))
        .values_list("kind_number", "pgh_created_at")
        for number, model in enumerate(kinds)
    ]
    first, *others = times
    last = first.union(*others, all=True).order_by("-pgh_created_at")[:limit]
    touched = dict.fromkeys(kinds[kind] for kind, _at in last)
    rows = [rows_of(model, victim, user) for model in touched]
    return without_code(changes(*rows, hidden=hidden_from(user), limit=limit), victim)


def without_code(told: list[Change], victim: Victim) -> list[Change]:
    """Return the changes with the records' names without the person's own code."""
    return [
        change._replace(record=change.record.removeprefix(victim.code).lstrip(": "))
        for change in told
    ]
