"""Simulated years: people are drawn one by one, and counted as the register would."""

from collections import Counter
from collections.abc import Iterable
from random import Random
from typing import TYPE_CHECKING

from reports.catalogue import FIGURES
from reports.catalogue.victims import FORCED
from reports.figures import Cumulative
from reports.year import Line, YearFigures

if TYPE_CHECKING:
    from reports.counting import Cells, Number

COUNTRIES = ("TUR", "ARE", "QAT", "IRN", "RUS", "AZE", "GEO", "UKR", "unknown")
CITIZENSHIPS = ("AZE", "UZB", "TJK", "GEO", "UKR", "unknown")
FORMS = ("sexual_exploitation", "forced_labour", "forced_begging", "other", "unknown")
TYPES = {("F", True): "women", ("M", True): "men"}
RATES = ("400", "700")


def simulated(seed: int) -> YearFigures:
    """Return the figures of a year that never was."""
    return _Year(Random(seed)).figures()


class _Year:
    def __init__(self, random: Random) -> None:
        self.random = random
        self.values: dict[str, Number | None] = {}
        self.cells: dict[str, dict[str, Cells]] = {}

    def figures(self) -> YearFigures:
        self.victims()
        self.help()
        self.prosecution()
        self.returns()
        lines = {code: self.line(code) for code in FIGURES}
        return YearFigures(2030, lines, {})

    def line(self, code: str) -> Line:
        figure = FIGURES[code]
        previous = 1000 if isinstance(figure, Cumulative) else None
        value = self.values.get(code)
        if isinstance(figure, Cumulative):
            parts = [self.values.get(part.code) or 0 for part in figure.parts]
            value = 1000 + sum(int(part) for part in parts)
        return Line(figure, value, previous, cells=self.cells.get(code, {}))

    def put(self, code: str, value: int, **cells: Iterable[object]) -> None:
        self.values[code] = value
        counted = {name: Counter(map(str, of)) for name, of in cells.items()}
        self.cells[code] = {name: dict(of) for name, of in counted.items()}

    def drawn(self, of: tuple[str, ...], skew: float) -> str:
        weights = [skew**-place for place in range(len(of))]
        return self.random.choices(of, weights)[0]

    def victims(self) -> None:
        number = self.random.choice((0, 2, 7, 20, 60, 91, 150, 400))
        skews = [self.random.uniform(1.2, 6) for _ in range(4)]
        people = [
            (
                self.drawn(("F", "M", "unknown"), skews[0] * 2),
                self.random.random() > 1 / (4 * skews[0]),
                self.drawn(CITIZENSHIPS, skews[1] * 2),
                self.drawn(COUNTRIES, skews[2]),
                self.drawn(FORMS, skews[3]),
            )
            for _ in range(number)
        ]
        types = [
            TYPES.get((sex, adult), "unknown" if adult else "children")
            for sex, adult, *_rest in people
        ]
        sexes, _adults, citizens, countries, forms = (
            zip(*people, strict=True) if people else ((),) * 5
        )
        self.put(
            "victims.identified",
            number,
            person_type=types,
            sex=sexes,
            citizenship=citizens,
            country_of_exploitation=countries,
            exploitation_type=forms,
        )
        forced = [person for person in people if person[4] in FORCED]
        self.put(
            "victims.forced_labour",
            len(forced),
            country_of_exploitation=[person[3] for person in forced],
        )
        children = types.count("children")
        self.put("raids.confirmed_victims", self.random.randint(0, min(children, 3)))

    def help(self) -> None:
        sheltered = self.random.randint(0, int(self.values["victims.identified"] or 0))
        self.put("assistance.sheltered", sheltered)
        for kind in ("medical", "psychological", "legal"):
            self.put(f"assistance.{kind}", self.random.randint(0, sheltered))
        for code in ("employed", "vocational", "returned_to_family"):
            self.put(f"assistance.{code}", self.random.randint(0, sheltered))
        paid = self.random.randint(0, sheltered)
        rates = [self.drawn(RATES, self.random.uniform(1, 9)) for _ in range(paid)]
        self.put("allowances.recipients", paid, amount=rates)
        self.put("allowances.amount_azn", sum(map(int, rates)))
        for code in ("preschool", "alimony", "documents"):
            self.put(f"dependants.{code}", self.random.randint(0, 12))

    def prosecution(self) -> None:
        accused = self.random.randint(0, 40)
        skew = self.random.uniform(1, 9)
        sexes = [self.drawn(("F", "M"), skew) for _ in range(accused)]
        self.put("accused.sent_to_court", accused, sex=sexes)
        convicted = self.random.randint(0, 40)
        courts = [
            self.drawn(("earlier_years", "same_year"), skew) for _ in range(convicted)
        ]
        self.put("accused.convicted", convicted, sent_to_court=courts)
        wanted = self.random.randint(0, 40)
        self.put("wanted.total", wanted)
        self.put("wanted.detained", self.random.randint(0, wanted))
        self.put("offences.trafficking", self.random.randint(0, 200))
        self.put("offences.forced_labour", self.random.randint(0, 6))

    def returns(self) -> None:
        self.put("raids.children", self.random.randint(3, 500))
