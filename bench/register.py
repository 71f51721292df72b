"""Registers of any size from a fixed seed: valid, in the proportions of the demo's.

`python -m bench.register 10000 FOLDER` writes one. Persons come over fifteen years,
shelters are as many as their stays need, and every rule of the register holds.
"""

import csv
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

from bench.people import DAYS, FIRST_DAY, People, Row
from bench.words import ARTICLES, REGIONS, TOPICS


class Maker(People):
    """Makes the rows of a register of so many persons."""

    def opened_on(self, case: int) -> date:
        """Return the day on which a case was opened: cases come evenly."""
        return FIRST_DAY + timedelta(case * (DAYS - 400) // self.cases)

    def make_cases(self) -> Iterator[Row]:
        """Yield cases, most of them with the investigation completed."""
        yield "number", "opened_on", "investigation_completed_on", "article"
        for number in range(self.cases):
            opened = self.opened_on(number)
            done = opened + timedelta(100) if self.chance(0.8) else ""
            yield f"C-{number:06}", opened, done, "144-1"

    def case_victims(self) -> Iterator[Row]:
        """Yield the case of each person."""
        yield "case", "victim"
        for number in range(self.persons):
            yield f"C-{number % self.cases:06}", f"V-{number:07}"

    def offences(self) -> Iterator[Row]:
        """Yield two offences a person."""
        yield "number", "case", "article", "registered_on"
        for number in range(self.persons * 2):
            case = number % self.cases
            day = self.day_after(self.opened_on(case), 90)
            article = self.random.choice(ARTICLES)
            yield f"O-{number:07}", f"C-{case:06}", article, day

    def groups(self) -> Iterator[Row]:
        """Yield a group in every fourth case."""
        yield "code", "case", "neutralised_on"
        for case in range(0, self.cases, 4):
            day = self.day_after(self.opened_on(case), 90)
            yield f"G-{case:06}", f"C-{case:06}", day

    def make_accused(self) -> Iterator[Row]:
        """Yield accused persons, all sent to court."""
        yield "code", "case", "sex", "citizenship", "group", "sent_to_court_on"
        for number in range(self.accused):
            case = number % self.cases
            group = f"G-{case:06}" if case % 4 == 0 else ""
            court = self.opened_on(case) + timedelta(110)
            sex = "M" if self.chance(0.2) else "F"
            yield f"A-{number:06}", f"C-{case:06}", sex, "AZE", group, court

    def verdicts(self) -> Iterator[Row]:
        """Yield the verdict of every other accused."""
        yield "accused", "verdict_on", "result", "in_force_on"
        for number in range(0, self.accused, 2):
            court = self.opened_on(number % self.cases) + timedelta(110)
            day = self.day_after(court, 200, 30)
            yield f"A-{number:06}", day, "guilty", day + timedelta(20)

    def wanted(self) -> Iterator[Row]:
        """Yield a notice for every other accused."""
        yield "accused", "declared_on", "closed_on", "outcome"
        for number in range(1, self.accused, 2):
            day = self.day_after(self.opened_on(number % self.cases), 60)
            closed = self.done_after(day, 400, 1) if self.chance(0.6) else ""
            yield f"A-{number:06}", day, closed, "detained" if closed else ""

    def calls(self) -> Iterator[Row]:
        """Yield seventy appeals a person at the demo's size, three at the largest."""
        yield "received_on", "topic", "outcome"
        for _number in range(max(13_800, self.persons * 2)):
            topic = self.random.choice(TOPICS)
            yield self.any_day(), topic, "explained"

    def activities(self) -> Iterator[Row]:
        """Yield events."""
        yield (
            *("kind", "held_on", "organiser", "region"),
            *("role", "participants", "copies"),
        )
        for _number in range(max(150, self.persons // 20)):
            place = self.random.choice(REGIONS)
            people = self.random.randint(5, 90)
            yield "seminar", self.any_day(), "mia", place, "organiser", people, 0

    def grants(self) -> Iterator[Row]:
        """Yield grants."""
        yield "project", "organisation", "granted_on", "amount", "purpose", "recipients"
        for number in range(max(20, self.persons // 100)):
            code = f"ngo-{number % 20:02}"
            yield f"P-{number:05}", code, self.any_day(), 10_450, "awareness", ""

    def returns(self) -> Iterator[Row]:
        """Yield one figure of another agency a year."""
        yield "figure", "year", "value", "precision", "agency", "document"
        for year in range(2010, 2025):
            document = f"labour_monitoring_centre/{year}"
            agency = "labour_monitoring_centre"
            figure = "labour.sites_inspected"
            yield figure, year, 100 + year % 40, "exact", agency, document

    def baselines(self) -> Iterator[Row]:
        """Yield the totals before the first year."""
        yield "figure", "through_year", "value", "source"
        for figure in ("victims", "prosecuted", "offences"):
            yield f"cumulative.{figure}", 2009, 300, "annual report for 2009"

    def files(self) -> dict[str, Callable[[], Iterator[Row]]]:
        """Return what makes the rows of each file, the header first."""
        return {
            "organisations": self.organisations,
            "shelters": self.make_shelters,
            "victims": self.victims,
            "decisions": self.decisions,
            "exploitations": self.exploitations,
            "placements": self.placements,
            "services": self.services,
            "referrals": self.referrals,
            "allowances": self.allowances,
            "dependants": self.dependants,
            "dependant_services": self.dependant_services,
            "cases": self.make_cases,
            "case_victims": self.case_victims,
            "offences": self.offences,
            "groups": self.groups,
            "accused": self.make_accused,
            "verdicts": self.verdicts,
            "wanted": self.wanted,
            "calls": self.calls,
            "activities": self.activities,
            "grants": self.grants,
            "returns": self.returns,
            "baselines": self.baselines,
        }


def make_register(folder: Path, persons: int) -> int:
    """Write a register of so many persons into the folder; return the rows."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = 0
    for name, make in Maker(persons).files().items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            for row in make():
                writer.writerow(row)
                rows += 1
        rows -= 1
    return rows


if __name__ == "__main__":
    print(make_register(Path(sys.argv[2]), int(sys.argv[1])))
