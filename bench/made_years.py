"""Years of figures made from a seed: values and cells that agree with each other."""

import random
from collections.abc import Mapping

from prevention.choices import CallTopic
from reports.catalogue import FIGURES
from reports.reading.register import Register, YearValues

type Cells = dict[str, dict[str, int]]

USUAL: Mapping[str, int] = {
    "victims.identified": 90,
    "victims.forced_labour": 7,
    "assistance.sheltered": 78,
    "assistance.employed": 14,
    "assistance.vocational": 45,
    "assistance.returned_to_family": 58,
    "allowances.recipients": 60,
    "offences.trafficking": 160,
    "offences.documents": 36,
    "groups.members": 12,
    "wanted.total": 40,
    "cases.investigation_completed": 30,
    "accused.sent_to_court": 35,
    "accused.convicted": 42,
    "calls.received": 6800,
    "activities.copies": 100_000,
    "activities.seminar_regions": 50,
    "activities.events_attended": 51,
    "grants.projects": 20,
    "grants.amount_azn": 209_000,
    "labour.fines_azn": 454_000,
    "labour.contracts_growth": 153_000,
    "labour.contracts_growth_private": 90_000,
    "labour.workers_without_contract": 351,
    "labour.sites_inspected": 120,
    "migration.foreigners_sanctioned": 11_000,
    "migration.foreigners_deported": 8_000,
    "raids.children": 430,
    "raids.parents_sanctioned": 180,
    "raids.materials_sent": 670,
    "dost.children_monitored": 78,
    "web.illegal_acts": 100,
    "morality.offences": 53,
    "morality.administrative": 779,
    "training.foreigners": 1800,
    "cumulative.victims": 950,
    "cumulative.prosecuted": 560,
    "cumulative.offences": 1500,
}
SMALL = 20
COUNTRIES = ("TUR", "QAT", "IRN", "RUS", "ARE", "AZE")
TOPICS = tuple(topic for topic in CallTopic.values if topic != CallTopic.UNKNOWN)


def made_register(seed: int, year: int) -> Register:
    """Return what a register could say of a year and of the year before it."""
    chance = random.Random(seed)
    return Register({y: _year(chance) for y in (year, year - 1)}, year - 1, year)


def _year(chance: random.Random) -> YearValues:
    values = {code: _value(chance, code) for code in FIGURES}
    values["wanted.detained"] = chance.randint(1, values["wanted.total"] - 1)
    values["grants.shelters_and_centres_azn"] = values["grants.amount_azn"] // 2 + 500
    values["grants.shelters"], values["grants.centres"] = (
        chance.randint(2, 6),
        chance.randint(2, 9),
    )
    share = round(1000 * values["wanted.detained"] / values["wanted.total"]) / 10
    cells = {code: _cells(chance, code, values[code]) for code in FIGURES}
    rates = cells["allowances.recipients"]["amount"].items()
    values["allowances.amount_azn"] = sum(int(rate) * paid for rate, paid in rates)
    known = {**values, "wanted.detained_percent": share}
    return YearValues(known, cells, {"web.illegal_acts": "about"})  # type: ignore[arg-type]


def _value(chance: random.Random, code: str) -> int:
    usual = USUAL.get(code, SMALL)
    return max(8, round(usual * chance.uniform(0.6, 1.6)))


def _cells(chance: random.Random, code: str, total: int) -> Cells:
    if code == "victims.identified":
        people = split(chance, total, ("women", "men", "children"))
        adults = {"F": people["women"], "M": total - people["women"]}
        return {
            "person_type": people,
            "sex": adults,
            "country_of_exploitation": split(chance, total, COUNTRIES),
        }
    if code == "calls.received":
        return {"topic": split(chance, total, TOPICS)}
    if code == "allowances.recipients":
        return {"amount": split(chance, total, ("700", "400"))}
    if code == "accused.sent_to_court":
        return {"sex": split(chance, total, ("F", "M"))}
    return {}


def split(chance: random.Random, total: int, names: tuple[str, ...]) -> dict[str, int]:
    """Return the total in parts, the first the largest and none of them zero."""
    rest, parts = total - len(names), {}
    for name in names[:-1]:
        taken = chance.randint(rest // 3, max(rest // 3, 3 * rest // 4))
        parts[name] = taken + 1
        rest -= taken
    parts[names[-1]] = rest + 1
    return parts
