"""How a person may be reached: an unsafe phone or address is never a link."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from django.utils.translation import gettext as _

from thb.facts import Fact, facts
from thb.letters import capfirst
from victims.choices import Safety
from victims.models import Identity

SAFETY_OF: Final = {"phone": "phone_safety", "address": "address_safety"}
KIND: Final = {Safety.SAFE: "ok", Safety.UNSAFE: "warn", Safety.ASK_FIRST: "half"}


def identity_facts(identity: Identity, names: Iterable[str]) -> Iterator[Any]:
    """Yield facts of the identity; phone and address with whether they are safe."""
    for fact, name in zip(facts(identity, *names), names, strict=True):
        told = name in SAFETY_OF and bool(getattr(identity, name))
        yield contact_fact(identity, fact, name) if told else fact


def contact_fact(identity: Identity, fact: Fact, name: str) -> dict[str, Any]:
    """Return a fact of components/facts.html that says whether it may be used."""
    safety = getattr(identity, SAFETY_OF[name])
    barred = identity.never_contact or safety == Safety.UNSAFE
    call = name == "phone" and safety == Safety.SAFE and not barred
    return {
        "label": fact.label,
        "value": fact.value,
        "struck": barred,
        "kind": "warn" if barred else KIND.get(safety, ""),
        "note": warning(identity, safety),
        "call": fact.value.replace(" ", "") if call else "",
    }


def warning(identity: Identity, safety: str) -> str:
    """Return in words whether the person may be reached so."""
    if identity.never_contact:
        return _("Never contact")
    return capfirst(str(Safety(safety).label)) if safety else _("Not asked yet")
