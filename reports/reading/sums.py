"""Sums that a text claims, added again."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from reports.breakdowns import UNKNOWN
from reports.catalogue.called.cells import PERSON_TYPES
from reports.reading.calling import pattern
from reports.reading.choices import Found
from reports.reading.findings import Finding
from reports.reading.mentions import Mention, Role
from reports.reading.register import Register
from reports.reading.sentence import CLOSING, OPENING, Claim, Sentence, Target

INCLUDING: Final = pattern(
    "including|among_them|in_particular|mainly|mostly|especially|some|"
    "o_cümlədən|xüsusilə|əsasən|в_том_числе|включая|в_основном|среди_них|rest|remaining|"
    "the_others|digər*|qalan*|остальн*|прочие"
).groups[0]
BACK: Final = 2
REACH: Final = 7


def sums(sentence: Sentence, register: Register) -> list[Finding]:
    """Return the lists of the sentence that do not add up to the total they are of."""
    found = list(_of_cells(sentence, register))
    return found or list(_in_brackets(sentence))


def _of_cells(sentence: Sentence, register: Register) -> Iterator[Finding]:
    for target, parts in _lists(sentence).items():
        total = _total(sentence, target)
        if total is None or len(parts) < 2 or _is_broken(sentence, parts):  # noqa: PLR2004
            continue
        added = sum((part.mention.value for part in parts), Decimal())
        short = added < total.mention.value
        if added == total.mention.value:
            continue
        if short and not _is_whole(sentence, parts, register):
            continue
        yield _finding(sentence, parts, added, total)


def sums_of_lines(sentences: Sequence[Sentence], register: Register) -> list[Finding]:
    """Return the lists, a cell a line, that do not add up to the total above them."""
    runs = list(_runs(sentences))
    found = [_of_run(run, end, register) for run, end in runs if len(run) > 1]
    return [finding for finding in found if finding is not None]


def _runs(
    sentences: Sequence[Sentence],
) -> Iterator[tuple[list[Sentence], Sentence | None]]:
    """Yield lines with a cell each, and the line after them."""
    run: list[Sentence] = []
    for sentence in sentences:
        cell = _only_cell(sentence)
        if run and (cell is None or _of_whom(cell) != _of_whom(_only_cell(run[-1]))):
            yield run, sentence
            run = []
        if cell is not None:
            run.append(sentence)
    yield run, None


def _only_cell(sentence: Sentence) -> Target | None:
    """Return what the one cell of a line is of, where it has no other number."""
    lists = _lists(sentence)
    alone = len(sentence.told) == 1 and len(lists) == 1
    return next(iter(lists)) if alone else None


def _of_whom(target: Target | None) -> Target | None:
    """Return the target; sexes and ages are one list."""
    is_sex = target is not None and target.breakdown == "sex"
    return target._replace(breakdown="person_type") if target and is_sex else target


def _of_run(
    run: list[Sentence], end: Sentence | None, register: Register
) -> Finding | None:
    parts = [claim for sentence in run for claim in sentence.bound.values()]
    if any(part.target.breakdown == "person_type" for part in parts):
        parts = [as_person(part) for part in parts]
    whole = parts[0].target._replace(cell="")
    total = _total(run[0], whole) or (_own_total(end, whole) if end else None)
    added = sum((part.mention.value for part in parts), Decimal())
    if total is None or added == total.mention.value:
        return None
    short = added < total.mention.value
    if short and not _is_whole(run[-1], parts, register):
        return None
    finding = _finding(run[-1], parts, added, total)
    if run[0].passage is run[-1].passage:
        return replace(finding, start=parts[0].mention.start)
    return replace(finding, start=run[0].passage.start, end=run[-1].passage.end)


def _lists(sentence: Sentence) -> dict[Target, list[Claim]]:
    """Return the cells that the sentence lists, by what they are of."""
    lists: dict[Target, list[Claim]] = {}
    for at in sorted(sentence.bound):
        claim = sentence.bound[at]
        if claim.target.breakdown and claim.mention.role is Role.COUNT:
            whole = claim.target._replace(cell="")
            known = lists.setdefault(whole, [])
            if all(part.target != claim.target for part in known):
                known.append(claim)
    return _as_people(lists)


def _as_people(lists: dict[Target, list[Claim]]) -> dict[Target, list[Claim]]:
    """Return the lists with men and women among the children, where these are told."""
    for whole in [target for target in lists if target.breakdown == "person_type"]:
        same = lists.pop(whole._replace(breakdown="sex"), [])
        lists[whole] += [as_person(claim) for claim in same]
        lists[whole].sort(key=lambda claim: claim.mention.start)
    return lists


def as_person(claim: Claim) -> Claim:
    """Return a claim to a sex as one to the women or men of full age."""
    if claim.target.breakdown != "sex" or claim.target.cell not in ADULTS:
        return claim
    target = claim.target._replace(
        breakdown="person_type", cell=ADULTS[claim.target.cell]
    )
    return replace(claim, target=target)


ADULTS: Final = {"F": "women", "M": "men"}


def _total(sentence: Sentence, target: Target) -> Claim | None:
    """Return the total that a list is of: in its sentence, or just before it."""
    places = [sentence, *sentence.before[:BACK]]
    found = (_own_total(place, target) for place in places)
    return next((claim for claim in found if claim is not None), None)


def _own_total(sentence: Sentence, target: Target) -> Claim | None:
    """Return the total of a list in this sentence."""
    whole = target._replace(breakdown="")
    for claim in sentence.bound.values():
        exact = not claim.mention.changes and not claim.mention.said
        if claim.target == whole and exact:
            return claim
    return None


def _is_broken(sentence: Sentence, parts: Sequence[Claim]) -> bool:
    """Return whether a number that is not bound stands inside the list."""
    first, last = parts[0].mention.first, parts[-1].mention.first
    return any(
        first < found.first < last
        and found.first not in sentence.bound
        and found.role is Role.COUNT
        for found in sentence.told
    )


def _is_whole(sentence: Sentence, parts: Sequence[Claim], register: Register) -> bool:
    """Return whether the list names every part that the register knows."""
    if sentence.words.spans(INCLUDING):
        return False
    target = parts[0].target
    known = {
        cell for cell, n in register.cells(target).items() if n and cell != UNKNOWN
    }
    listed = {part.target.cell for part in parts}
    return bool(known) and known <= listed


def _finding(
    sentence: Sentence, parts: Sequence[Claim], added: Decimal, total: Claim
) -> Finding:
    start, end = parts[0].mention.start, _end(sentence, parts[-1])
    target = parts[0].target
    return Finding(
        Found.SUM,
        start,
        end,
        figure=target.figure,
        found=added,
        expected=total.mention.value,
        year=target.year,
        breakdown=target.breakdown,
        said=tuple(part.said[0] for part in parts if part.said),
        why="sum",
        about=(" + ".join(f"{part.mention.value:f}" for part in parts),),
    )


def _end(sentence: Sentence, claim: Claim) -> int:
    """Return where the words of the last part end."""
    said = claim.said[0] if claim.said else ""
    place = claim.mention.end - sentence.passage.start
    at = sentence.passage.text.find(said, place) if said else -1
    return sentence.passage.start + at + len(said) if at >= 0 else claim.mention.end


def _in_brackets(sentence: Sentence) -> Iterator[Finding]:
    """Yield lists of women, men and children in brackets that miss their total."""
    for whole, parts in _bracketed(sentence):
        added = sum((part.value for part in parts), Decimal())
        if added == whole.value or sentence.words.spans(INCLUDING):
            continue
        start, end = parts[0].start, parts[-1].end
        place = sentence.passage.start
        yield Finding(
            Found.SUM,
            start,
            end,
            sentence.passage.text[start - place : end - place],
            found=added,
            expected=whole.value,
            why="sum",
            about=(" + ".join(f"{part.value:f}" for part in parts),),
        )


def _bracketed(sentence: Sentence) -> Iterator[tuple[Mention, list[Mention]]]:
    opened = [
        at for at, t in enumerate(sentence.tokens) if t.text and t.text in OPENING
    ]
    for at in opened:
        closing = (
            place
            for place in range(at, len(sentence.tokens))
            if sentence.tokens[place].text in CLOSING
        )
        end = next(closing, None)
        before = [m for m in sentence.told if at - REACH <= m.last < at]
        inside = [m for m in sentence.told if end is not None and at < m.first < end]
        if before and len(inside) > 1 and all(_is_person(sentence, m) for m in inside):
            yield before[-1], inside


def _is_person(sentence: Sentence, found: Mention) -> bool:
    """Return whether the next word or the one before is women, men or children."""
    return found.role is Role.COUNT and any(
        sentence.nearness(found, span) > 0.9  # noqa: PLR2004 - beside it
        for called in PERSON_TYPES.values()
        for p in called.patterns(sentence.language)
        for span in sentence.words.spans(p.groups[0])
    )
