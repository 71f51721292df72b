"""A checked text as its page shows it: the text in pieces with marks, and the list."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from reports.kinds import kind_behind
from reports.reading import saying
from reports.reading.choices import Found
from reports.reading.findings import Finding

WIDE: Final = frozenset({Found.SUM, Found.REPEATED, Found.UNCLEAR})
SIGNS: Final = {
    Found.MATCHES: "✓",
    Found.DIFFERS: "≠",
    Found.SUM: "Σ",
    Found.PERCENT: "%",
    Found.REPEATED: "2×",
    Found.UNCLEAR: "?",
    Found.UNKNOWN: "·",
}
STATES: Final = {Found.MATCHES: "ok", Found.UNKNOWN: "no"}
WRONG: Final = "wrong"
ALL: Final = "all"
LONGEST_QUOTE: Final = 120


class Row(NamedTuple):
    """A finding in the list; `number` ties it to its mark in the text."""

    number: int
    finding: Finding
    sign: str
    state: str
    quote: str
    why: str
    words: str
    title: str
    url: str


class Piece(NamedTuple):
    """A stretch of the text: with a mark, within a wider one, or plain.

    The mark leads to its row, or to the figure where the row is not listed.
    """

    text: str
    row: Row | None
    href: str
    within: str
    opens: list[Row]


class Choice(NamedTuple):
    """A kind that the list can be narrowed to, and how many there are of it."""

    value: str
    label: str | Promise
    total: int
    chosen: bool


class CheckedText:
    """What the page shows of one text."""

    def __init__(
        self, text: str, findings: list[Finding], user: User, show: str = ""
    ) -> None:
        self.text, self.user = text, user
        self.rows = [self._row(n, f) for n, f in enumerate(findings, start=1)]
        known = {WRONG, ALL, *Found.values}
        self.show = show if show in known else WRONG

    @property
    def wrong(self) -> int:
        """Return how many findings are to be put right."""
        return sum(row.finding.is_wrong for row in self.rows)

    @property
    def listed(self) -> list[Row]:
        """Return the rows of the kind that is shown."""
        return [row for row in self.rows if self._is_shown(row, self.show)]

    @property
    def choices(self) -> list[Choice]:
        """Return the kinds that the text has findings of."""
        named: list[tuple[str, str | Promise]] = [
            (WRONG, _("to correct")),
            *((kind.value, kind.label) for kind in Found),
            (ALL, _("all")),
        ]
        counted = [
            (value, label, sum(self._is_shown(row, value) for row in self.rows))
            for value, label in named
        ]
        return [
            Choice(value, label, total, value == self.show)
            for value, label, total in counted
            if total or value in {WRONG, self.show}
        ]

    @property
    def pieces(self) -> Iterator[Piece]:
        """Yield the text in stretches, each with the mark that it has."""
        narrow = [row for row in self.rows if row.finding.kind not in WIDE]
        wide = [row for row in self.rows if row.finding.kind in WIDE]
        cuts = {0, len(self.text)}
        cuts |= {place for r in self.rows for place in (r.finding.start, r.finding.end)}
        marked = {row.finding.start: row for row in narrow}
        places = sorted(cuts)
        for start, end in pairwise(places):
            around = [r for r in wide if r.finding.start <= start < r.finding.end]
            opens = [row for row in around if row.finding.start == start]
            within = str(around[0].finding.kind) if around else ""
            row = marked.get(start)
            yield Piece(self.text[start:end], row, self._href(row), within, opens)

    def _href(self, row: Row | None) -> str:
        if row is None:
            return ""
        return f"#finding-{row.number}" if self._is_shown(row, self.show) else row.url

    def _row(self, number: int, finding: Finding) -> Row:
        quote = " ".join(finding.quote.split())
        cut = quote if len(quote) <= LONGEST_QUOTE else f"{quote[:LONGEST_QUOTE]}…"
        return Row(
            number,
            finding,
            SIGNS[finding.kind],
            STATES.get(finding.kind, "warn"),
            cut,
            saying.sentence(finding),
            saying.words(finding),
            saying.title(finding),
            self._url(finding),
        )

    def _url(self, finding: Finding) -> str:
        """Return the address of the records behind the figure, if it may be opened."""
        if not finding.figure or finding.year is None:
            return ""
        if not self.user.has_perm(kind_behind(finding.figure).permission):
            return ""
        year, figure = finding.year, finding.figure
        if finding.cell and finding.expected:
            parts = [year, figure, finding.breakdown, finding.cell]
            return reverse("reports:cell", args=parts)
        return reverse("reports:figure", args=[year, figure])

    def _is_shown(self, row: Row, show: str) -> bool:
        if show in {WRONG, ALL}:
            return show == ALL or row.finding.is_wrong
        return row.finding.kind == show
