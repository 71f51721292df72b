"""No page that a police analyst can open tells who a victim is or where she stays."""

from datetime import date

import pytest

from accounts.choices import Role
from cases.models import CaseVictim
from tests.crawling import addresses, leaks, walked
from tests.factories import (
    CaseVictimFactory,
    ConsentFactory,
    DependantFactory,
    ExploitationFactory,
    IdentityDocumentFactory,
    IdentityFactory,
    OffenceFactory,
    PlacementFactory,
    ReferralFactory,
    ServiceFactory,
    ShelterFactory,
    StatusDecisionFactory,
    UserFactory,
    VerdictFactory,
    VictimFactory,
    WantedNoticeFactory,
)
from victims.models import Victim

SECRETS = {
    "family name": "Məmmədquluzadə",
    "given name": "Gülşənbəyim",
    "father's name": "Ağakişi",
    "personal number": "7QX4Z9K",
    "phone": "+994 55 987 65 41",
    "phone as digits": "994559876541",
    "address": "Nizami küçəsi 203",
    "document": "AZE77120094",
    "shelter": "Nərgiz evi",
    "code of the shelter": "SHELTER-NN77",
    "grounds": "found at the port of Ələt",
    "explained by": "Psixoloq Sevinc",
}


@pytest.fixture
def case(db):
    """Return a case with one victim of whom everything is known."""
    verdict = VerdictFactory()
    case = verdict.accused.case
    OffenceFactory(case=case)
    WantedNoticeFactory(accused=verdict.accused)
    home = ShelterFactory(code=SECRETS["code of the shelter"], name=SECRETS["shelter"])
    victim = VictimFactory(code="V-2019-0001", registered_at=home)
    identity = IdentityFactory(
        victim=victim,
        family_name=SECRETS["family name"],
        given_name=SECRETS["given name"],
        father_name=SECRETS["father's name"],
        personal_number=SECRETS["personal number"],
        phone=SECRETS["phone"],
        address=SECRETS["address"],
        birth_date=date(1994, 3, 8),
    )
    IdentityDocumentFactory(identity=identity, number=SECRETS["document"])
    StatusDecisionFactory(victim=victim, grounds=SECRETS["grounds"])
    ExploitationFactory(victim=victim, main=True)
    PlacementFactory(victim=victim, shelter=home)
    ServiceFactory(victim=victim)
    ReferralFactory(victim=victim)
    DependantFactory(victim=victim)
    ConsentFactory(victim=victim, explained_by=SECRETS["explained by"])
    CaseVictimFactory(case=case, victim=victim)
    return case


@pytest.fixture
def answers(client, case):
    """Return a walk through everything that an analyst can open or try to."""

    def walk():
        client.force_login(UserFactory(role=Role.POLICE_ANALYST))
        known = {
            "number": case.number,
            "code": "V-2019-0001",
            "year": "2019",
            "figure": "victims.identified",
            "breakdown": "sex",
            "cell": "F",
            "form": "csv",
        }
        return walked(client, {"/", *addresses(known)})

    return walk


def test_no_page_of_an_analyst_tells_who_a_victim_is(answers):
    found = answers()

    opened = [text for status, text in found.values() if status == 200]
    broken = [address for address, (status, _text) in found.items() if status >= 500]
    assert leaks(found, SECRETS) == []
    assert broken == []
    assert any("V-2019-0001" in text for text in opened)
    assert len(opened) > 40


def test_a_hole_would_be_found(answers, monkeypatch):
    def told(self):
        return self.placements.first().shelter.name

    monkeypatch.setattr(Victim, "get_sex_display", told)

    found = leaks(answers(), SECRETS)

    case = CaseVictim.objects.get().case.number
    assert (f"/cases/{case}/victims/", "shelter") in found
