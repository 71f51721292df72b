"""The figures counted a second time, in plain Python over the CSV files.

Written from the definitions, apart from the engine: it shares no code with it.
"""

import csv
from collections import Counter
from decimal import Decimal

from tests.reports.oracle_cells import age, country, number, percent, person_type, split


class Oracle:
    """The counted figures of one year of a folder in the exchange format."""

    def __init__(self, folder, year):
        self.year = year
        self.files = {}
        for path in folder.glob("*.csv"):
            with path.open(newline="", encoding="utf-8-sig") as file:
                self.files[path.stem] = list(csv.DictReader(file))
        self.persons = {
            row["code"]: row for row in self.rows("victims") if row["role"] == "victim"
        }

    def rows(self, name, **wanted):
        return [
            row
            for row in self.files.get(name, [])
            if all(row.get(key, "") == value for key, value in wanted.items())
        ]

    def within(self, day):
        return day[:4] == str(self.year)

    def figures(self):
        """Return value and breakdowns by code, as expected.json has them."""
        found = {}
        parts = (
            self.victims,
            self.help,
            self.money,
            self.children,
            self.crimes,
            self.wanted,
            self.courts,
            self.public,
            self.grants,
            self.totals,
        )
        for part in parts:
            for code, value in part():
                found[code] = value if isinstance(value, dict) else {"value": value}
        return found

    def first_decisions(self):
        first = {}
        for row in self.rows("decisions", status="identified"):
            code, day = row["victim"], row["decided_on"]
            if code in self.persons:
                first[code] = min(day, first.get(code, day))
        return first

    def identified(self):
        """Return the persons first identified in the year, each with an age."""
        return [
            self.persons[code] | {"age": age(self.persons[code], day)}
            for code, day in self.first_decisions().items()
            if self.within(day)
        ]

    def victims(self):
        main = {row["victim"]: row for row in self.rows("exploitations", main="1")}
        people = [(who, main.get(who["code"], {})) for who in self.identified()]
        forced = [
            (person, how)
            for person, how in people
            if how.get("type") in {"forced_labour", "forced_begging"}
        ]
        yield (
            "victims.identified",
            split(
                people,
                person_type=lambda pair: person_type(pair[0]),
                sex=lambda pair: pair[0]["sex"] or "unknown",
                citizenship=lambda pair: country(pair[0]["citizenship"]),
                country_of_exploitation=lambda pair: country(pair[1].get("country")),
                exploitation_type=lambda pair: pair[1].get("type") or "unknown",
            ),
        )
        yield (
            "victims.forced_labour",
            split(
                forced,
                country_of_exploitation=lambda pair: country(pair[1].get("country")),
            ),
        )

    def helped(self, name, day, **wanted):
        return {
            row["victim"]
            for row in self.rows(name, **wanted)
            if row["victim"] in self.persons and self.within(row[day])
        }

    def help(self):
        state = {r["code"] for r in self.rows("shelters", kind="state_shelter")}
        sheltered = {
            row["victim"]
            for row in self.rows("placements")
            if row["shelter"] in state
            and row["victim"] in self.persons
            and self.within(row["admitted_on"])
        }
        yield "assistance.sheltered", len(sheltered)
        for kind in ("medical", "psychological", "legal"):
            served = self.helped("services", "provided_on", type=kind)
            yield f"assistance.{kind}", len(sheltered & served)
        for code, day, wanted in (
            ("employed", "started_on", {"type": "employment", "outcome": "hired"}),
            ("vocational", "referred_on", {"type": "vocational_training"}),
            (
                "returned_to_family",
                "completed_on",
                {"type": "family_return", "outcome": "returned"},
            ),
        ):
            yield f"assistance.{code}", len(self.helped("referrals", day, **wanted))

    def money(self):
        paid = [
            row
            for row in self.rows("allowances", kind="one_time", status="paid")
            if row["victim"] in self.persons and self.within(row["paid_on"])
        ]
        amounts = split(paid, amount=lambda row: f"{number(row['amount'])}")
        yield (
            "allowances.recipients",
            amounts | {"value": len({row["victim"] for row in paid})},
        )
        yield "allowances.amount_azn", number(sum(Decimal(r["amount"]) for r in paid))

    def children(self):
        parents = {row["code"]: row["victim"] for row in self.rows("dependants")}
        for kind in ("preschool", "alimony", "documents"):
            helped = {
                row["dependant"]
                for row in self.rows("dependant_services", type=kind)
                if self.within(row["provided_on"])
                and parents[row["dependant"]] in self.persons
            }
            yield f"dependants.{kind}", len(helped)

    def dated(self, name, day, **wanted):
        return [row for row in self.rows(name, **wanted) if self.within(row[day])]

    def crimes(self):
        articles = {"trafficking": 1, "forced_labour": 2, "documents": 3}
        for name, number_of in articles.items():
            rows = self.dated("offences", "registered_on", article=f"144-{number_of}")
            yield f"offences.{name}", len(rows)
        groups = {row["code"] for row in self.dated("groups", "neutralised_on")}
        members = [row for row in self.rows("accused") if row["group"] in groups]
        yield "groups.neutralised", len(groups)
        yield "groups.members", len(members)
        completed = self.dated("cases", "investigation_completed_on")
        yield "cases.investigation_completed", len(completed)

    def wanted(self):
        notices = [
            row
            for row in self.rows("wanted")
            if row["declared_on"] <= f"{self.year}-12-31"
            and (row["closed_on"] or "9999") >= f"{self.year}-01-01"
        ]
        caught = {
            row["accused"]
            for row in notices
            if row["outcome"] == "detained" and self.within(row["closed_on"])
        }
        people = {row["accused"] for row in notices}
        yield "wanted.total", len(people)
        yield "wanted.detained", len(caught)
        yield "wanted.detained_percent", percent(len(caught), len(people))

    def courts(self):
        sent = self.dated("accused", "sent_to_court_on")
        yield "accused.sent_to_court", split(sent, sex=lambda r: r["sex"] or "unknown")
        guilty = {
            row["accused"]
            for row in self.dated("verdicts", "verdict_on", result="guilty")
        }
        people = [row for row in self.rows("accused") if row["code"] in guilty]
        yield (
            "accused.convicted",
            split(
                people,
                sent_to_court=lambda row: (
                    "same_year"
                    if self.within(row["sent_to_court_on"])
                    else "earlier_years"
                ),
            ),
        )

    def public(self):
        calls = self.dated("calls", "received_on")
        yield "calls.received", split(calls, topic=lambda r: r["topic"] or "unknown")
        related = [row for row in calls if row["outcome"] == "trafficking_referral"]
        yield "calls.trafficking_related", len(related)
        held = self.dated("activities", "held_on")
        seminars = {row["region"] for row in held if row["kind"] == "seminar"}
        yield "activities.seminar_regions", len(seminars - {""})
        yield "activities.copies", sum(int(row["copies"] or 0) for row in held)
        events = [
            row["role"]
            for row in held
            if row["kind"] in {"conference", "seminar", "training"}
        ]
        yield "activities.events_attended", events.count("participant")
        yield "activities.events_instructed", events.count("instructor")

    def grants(self):
        rows = self.dated("grants", "granted_on")
        purposes = Counter(row["purpose"] for row in rows)
        given = Counter()
        for row in rows:
            given[row["purpose"]] += Decimal(row["amount"] or 0)
        yield "grants.projects", len(rows)
        yield "grants.amount_azn", number(sum(given.values()))
        both = given["shelter"] + given["rehabilitation_centre"]
        yield "grants.shelters_and_centres_azn", number(both)
        yield "grants.shelters", purposes["shelter"]
        yield "grants.centres", purposes["rehabilitation_centre"]

    def totals(self):
        parts = {
            "cumulative.victims": lambda year: len(year.identified()),
            "cumulative.prosecuted": lambda year: len(
                year.dated("accused", "sent_to_court_on")
            ),
            "cumulative.offences": lambda year: len(
                year.dated("offences", "registered_on", article="144-1")
                + year.dated("offences", "registered_on", article="144-2")
            ),
        }
        for code, count in parts.items():
            yield code, self.total(code, count)

    def total(self, code, count):
        for row in self.rows("baselines", figure=code):
            through = int(row["through_year"])
            if through <= self.year:
                years = range(through + 1, self.year + 1)
                added = sum(count(self.of(year)) for year in years)
                return number(Decimal(row["value"]) + added)
        return None

    def of(self, year):
        other = object.__new__(Oracle)
        other.__dict__ = self.__dict__ | {"year": year}
        return other
