"""What the receiver of a referral is told of the person: the fields agreed, no more."""

from collections.abc import Callable, Iterator
from typing import Any, Final

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from assistance.choices import SharedField
from assistance.models import Sending
from thb.facts import Fact, facts, in_words
from thb.letters import capfirst
from victims.contact import identity_facts
from victims.models import Identity
from victims.standing import age_words


def told(sending: Sending) -> list[Fact]:
    """Return the code, the purpose and what else was agreed, without the identity."""
    code = Fact(str(_("Code")), sending.victim.code)
    always = [code, *facts(sending, "type", "sent_at", "sender")]
    agreed = [
        Fact(capfirst(str(SharedField(name).label)), capfirst(in_words(tell(sending))))
        for name, tell in TOLD.items()
        if name in sending.shared
    ]
    return [fact._replace(value=capfirst(fact.value)) for fact in always[:2]] + [
        *always[2:],
        *agreed,
    ]


def identity_told(sending: Sending) -> Iterator[Any]:
    """Yield the name and the phone, as far as they were agreed and are recorded."""
    identity = identity_of(sending) or Identity(victim=sending.victim)
    if SharedField.NAME in sending.shared:
        yield Fact(str(_("Name")), in_words(identity.full_name()))
    if SharedField.PHONE in sending.shared:
        yield from identity_facts(identity, ("phone",))


def identity_of(sending: Sending) -> Identity | None:
    """Return the identity of the person; None where none is recorded."""
    return Identity.objects.filter(victim=sending.victim, voided_at=None).first()


def _age_group(sending: Sending) -> Any:
    identity = identity_of(sending)
    born = identity.birth_date if identity else None
    return str(age_words(sending.victim, born, localdate()))


def _language(sending: Sending) -> str:
    consents = sending.victim.consents.current().exclude(language="")
    last = consents.order_by("-given_on", "-pk").first()
    return last.language if last else ""


TOLD: Final[dict[str, Callable[[Sending], Any]]] = {
    SharedField.SEX: lambda sending: sending.victim.get_sex_display(),
    SharedField.AGE_GROUP: _age_group,
    SharedField.CITIZENSHIP: lambda sending: sending.victim.get_citizenship_display(),
    SharedField.LANGUAGE: _language,
    SharedField.NEEDS: lambda sending: sending.needs,
}
