"""Numbers of which one grew or fell into the other: from 82 to 85, 82-dən 85-ə."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from reports.reading.mentions import Mention
from reports.reading.roles import Beside
from reports.reading.speech import begins
from reports.reading.tokens import Token

REACH: Final = 6
NEAR_AZ: Final = 7
"""So many tokens stand at most between the two numbers."""
MOVES: Final = (
    *("increas", "decreas", "grew", "grow", "fell", "fall", "rose", "rise", "risen"),
    *("drop", "declin", "climb", "went", "down", "up", "reduc", "jump", "shrank"),
    *("artib", "artmis", "azal", "yuksel", "dus", "enib", "enmis", "catib", "catmis"),
    *(
        "artaraq",
        "qalxib",
        "qalxmis",
        "qaldir",
        "rais",
        "вырос",
        "возрос",
        "увелич",
        "сниз",
    ),
    *("сократ", "уменьш", "упал", "подня", "повыс", "рост", "сниж", "поднял"),
)
FROM, TO = frozenset(["from", "с", "со"]), frozenset(["to", "до"])
AWAY: Final = ("dan", "den")
CHANGES_BY: Final = frozenset(["by", "на"])
FEWER: Final = ("fewer", "less", "more", "higher", "lower", "меньше", "больше")
ENDS: Final = frozenset([",", ".", ")", "(", ";", ""])
AZ_CHANGES: Final = ("artib", "azalib", "artmis", "azalmis", "artaraq", "azalaraq")
AZ_FEWER: Final = frozenset(["az", "cox", "artiq"])
AZ_BETWEEN: Final = frozenset(["nefer", "yaxud", "ve", "ya", "yeni", "faiz", "fakt"])
GROWTHS: Final = (
    *("increase", "decrease", "growth", "reduction", "rise", "drop", "fall", "decline"),
    *("artim", "azalma", "рост", "прирост", "снижен", "сокращен", "увеличен"),
)
BEFORE: Final = 9
AFTER: Final = 8
TOWARDS: Final = ("a", "e", "ya", "ye", "na", "ne", "sina", "sine", "una", "une")


def moves(tokens: Sequence[Token]) -> bool:
    """Return whether the words say that something grew or fell."""
    return any(token.is_word and begins(token.fold, MOVES) for token in tokens)


def pairs(
    tokens: Sequence[Token], found: Sequence[Mention], language: str
) -> Iterator[tuple[Mention, Mention]]:
    """Yield the numbers before and after a change, where the words tell of one."""
    if not moves(tokens):
        return
    joined = _joined_az if language == "az" else _joined
    told = [one for one in found if one.role.is_told and not one.changes]
    for one, two in pairwise(told):
        if one.role is two.role and joined(tokens, one, two):
            yield one, two


def _joined(tokens: Sequence[Token], one: Mention, two: Mention) -> bool:
    near = two.first - one.last <= REACH
    before = {token.fold for token in tokens[max(0, one.first - 2) : one.first]}
    return near and bool(before & FROM) and tokens[two.first - 1].fold in TO


def _joined_az(tokens: Sequence[Token], one: Mention, two: Mention) -> bool:
    """Tell by the endings: 82-dən 85-ə, 71 nəfərdən 54 nəfərə."""
    near = two.first - one.last <= NEAR_AZ
    return near and _ends(tokens, one, AWAY) and _ends(tokens, two, TOWARDS)


def _ends(tokens: Sequence[Token], found: Mention, endings: tuple[str, ...]) -> bool:
    """Tell whether the number, or the word after it, has one of the endings."""
    following = [t for t in tokens[found.last + 1 : found.last + 4] if t.is_word][:1]
    return bool(following) and following[0].fold.endswith(endings)


def fell_from(tokens: Sequence[Token], found: Mention) -> bool:
    """Return whether it is the number of "up from 23"."""
    before = tuple(
        token.fold for token in tokens[max(0, found.first - 2) : found.first]
    )
    return before in {("up", "from"), ("down", "from")}


def is_change(beside: Beside) -> bool:
    """Tell whether it is by how much a figure grew or fell: by 7, 7 fewer, artım 42."""
    return beside.before.text == "+" or any(rule(beside) for rule in RULES)


def _is_fewer(beside: Beside) -> bool:
    """Like 7 fewer than, на 7 меньше."""
    at = beside.following
    near = [beside.at(at), beside.at(at + 1)]
    said = [step for step, token in enumerate(near) if begins(token.fold, FEWER)]
    if not said or not beside.before.fold:
        return False
    then = beside.at(at + said[0] + 1)
    counted = beside.at(at + said[0] + 2).is_number  # more than 8 years
    told = (then.fold in {"than", "compared"} and not counted) or then.text in ENDS
    return told or beside.before.fold in CHANGES_BY


def _is_fewer_az(beside: Beside) -> bool:
    """Like 7 nəfər azalıb, 7 nəfər, yaxud 7,1 faiz azalıb, 155 müraciət az."""
    following = [beside.at(beside.following + step) for step in range(AFTER)]
    counted = following[0].is_word and not following[0].fold.endswith(AWAY)
    if following[1].fold in AZ_FEWER and counted and not beside.ending:
        return True
    words = [token.fold for token in following if token.is_word]
    grown = [at for at, word in enumerate(words) if begins(word, AZ_CHANGES)]
    return bool(grown) and (
        grown[0] <= 1 or all(word in AZ_BETWEEN for word in words[: grown[0]])
    )


def _is_growth(beside: Beside) -> bool:
    """Like increased by 7, an increase of 42, artım 42, рост на 42."""
    before, said = beside.before.fold, beside.at(-2).fold
    if begins(before, ("artim", "azalma", "прирост")):
        return True
    if before == "of" and begins(said, GROWTHS):
        return True
    window = [beside.at(step).fold for step in range(-BEFORE, -1)]
    return before in CHANGES_BY and any(begins(word, MOVES) for word in window)


RULES: Final = (_is_fewer, _is_fewer_az, _is_growth)
