"""One text with one error planted, checked: what was found, and what in vain."""

import random
from collections.abc import Callable
from typing import TYPE_CHECKING

from bench.made_years import made_register
from bench.prose import Part, Planter, Text, Writer
from reports.reading.checking import check
from reports.reading.choices import Found
from reports.reading.findings import Finding

if TYPE_CHECKING:
    from bench.texts import Score

type Template = tuple[str, str, str]
type Spans = list[tuple[int, int]]
type Planting = Callable[[Planter, Text], tuple[Text, list[int]] | None]

YEARS = (2012, 2025)
LONG = 14
EIGHTH = 8
NUMBERS: dict[str, Planting] = {
    "wrong number": Planter.wrong_number,
    "swapped": Planter.swapped,
    "other year": Planter.other_year,
    "wrong sum": Planter.wrong_sum,
    "wrong percent": Planter.wrong_percent,
}
KINDS = (*NUMBERS, "doubled", "nearly doubled")


def _writer(language: str, seed: int) -> Writer:
    year = random.Random(seed).randint(*YEARS)
    return Writer(made_register(seed, year), year, language)


def clean(score: "Score", template: Template, seed: int) -> None:
    """Check a text without error: each alarm is false, each number should be bound."""
    name, language, said = template
    writer = _writer(language, seed)
    text = writer.text(name, said)
    findings = check(text.written(), text.year, writer.register)
    by_place = {f.start: f for f in findings if f.kind is not Found.REPEATED}
    for start, _end, part in text.spans():
        score.numbers[language] += 1
        finding = by_place.get(start)
        right = finding is not None and is_right(finding, part)
        score.bound[language] += right
        if not right:
            score.misses[language][f"{name}: {part.target}"] += 1
    count(score, text, text.written(), findings, [])


def is_right(finding: Finding, part: Part) -> bool:
    """Return whether a number was bound to its figure and cell."""
    target = part.target
    if target is None or finding.kind is not Found.MATCHES:
        return False
    if part.form == "percent":
        return True
    sexes = {"women": "F", "men": "M", "F": "women", "M": "men"}
    same_cell = finding.cell in {target.cell, sexes.get(target.cell)}
    return finding.figure == target.figure and same_cell and finding.year == target.year


def count(
    score: "Score", text: Text, written: str, findings: list[Finding], spans: Spans
) -> None:
    """Count the alarms, and those that stand where nothing is wrong."""
    language, name = text.language, text.name
    for finding in findings:
        if finding.is_wrong:
            score.alarms[language] += 1
            if not _follows(finding, spans, written):
                score.false[language] += 1
                around = _around(
                    written, [(finding.start, min(finding.end, finding.start + 9))]
                )
                target = f"{finding.figure} {finding.cell} {finding.year}"
                said = (
                    f"{name}: FALSE {finding.kind} {target} | {around} | {finding.said}"
                )
                score.misses[language][said] += 1


def planted(
    score: "Score", kind: str, templates: list[Template], chance: random.Random
) -> None:
    """Plant an error in one of the texts, and see whether it is found."""
    for name, language, said in chance.sample(templates, len(templates)):
        writer = _writer(language, chance.randrange(10**6))
        text = writer.text(name, said)
        made = _made(kind, text, Planter(writer, chance), chance)
        if made is None:
            continue
        written, spans = made
        findings = check(written, text.year, writer.register)
        score.planted[kind, language] += 1
        hit = [f for f in findings if f.is_wrong and _overlaps(f, spans)]
        right_kind = [f for f in hit if _of_kind(kind, f)]
        score.found[kind, language] += bool(right_kind)
        if not right_kind:
            score.misses[language][
                f"{name}: MISSED {kind} {_around(written, spans)}"
            ] += 1
        count(score, text, written, findings, spans)
        return


def _around(written: str, spans: Spans) -> str:
    low, high = spans[0]
    return written[max(0, low - 40) : high + 40].replace("\n", " ")[:110]


def _of_kind(kind: str, finding: Finding) -> bool:
    repeats = finding.kind is Found.REPEATED
    if kind.endswith("doubled"):
        return repeats
    wanted = {"wrong sum": Found.SUM, "wrong percent": Found.PERCENT}.get(kind)
    return not repeats and wanted in {None, finding.kind}


def _follows(finding: Finding, spans: Spans, written: str) -> bool:
    """Return whether an alarm stands at the error, or follows from it.

    A wrong number also makes the sum and the percentage of its paragraph wrong.
    """
    if _overlaps(finding, spans):
        return True
    if finding.kind not in {Found.SUM, Found.PERCENT}:
        return False
    blocks = [written[:low].count("\n\n") for low, _high in spans]
    return written[: finding.start].count("\n\n") in blocks


def _overlaps(finding: Finding, spans: Spans) -> bool:
    return any(low < finding.end and finding.start < high for low, high in spans)


def _made(
    kind: str, text: Text, planter: Planter, chance: random.Random
) -> tuple[str, Spans] | None:
    if kind in NUMBERS:
        planted_text = NUMBERS[kind](planter, text)
        if planted_text is None:
            return None
        return planted_text[0].written(), _spans(*planted_text)
    return _doubled(text.written(), chance, nearly=kind != "doubled")


def _spans(text: Text, places: list[int]) -> Spans:
    starts = [0]
    for part in text.parts:
        starts.append(starts[-1] + len(part.text))
    return [(starts[at], starts[at + 1]) for at in places]


def _doubled(
    written: str, chance: random.Random, *, nearly: bool
) -> tuple[str, Spans] | None:
    """Put a paragraph in again further down; nearly: without each eighth word."""
    lines = written.split("\n")
    long = [at for at, line in enumerate(lines) if len(line.split()) > LONG]
    if not long:
        return None
    at = chance.choice(long)
    again = lines[at]
    if nearly:
        words = again.split(" ")
        kept = [
            w for n, w in enumerate(words) if n % EIGHTH or any(map(str.isdigit, w))
        ]
        again = " ".join(kept)
    later = chance.randint(at + 1, len(lines))
    lines[later:later] = [again]
    start = sum(len(line) + 1 for line in lines[:later])
    return "\n".join(lines), [(start, start + len(again))]
