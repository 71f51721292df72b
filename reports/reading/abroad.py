"""Sentences on what other countries counted: their numbers are not of the register."""

from collections.abc import Iterator, Sequence
from typing import Final

from reports.catalogue.called.cells import CUES, countries
from reports.reading.calling import Group, Span, Words, pattern
from reports.reading.tokens import Token

HOME: Final = "AZE"
REACH: Final = 3
OPENING: Final = 4
"""So many tokens into a sentence may the country stand that it is about."""
AUTHORITIES: Final = pattern(
    "authorit*|government|reported|hakimiyyət|hökumət*|hökuməti|orqanları|"
    "власт*|правительств*|сообщил*"
).groups[0]
NEIGHBOURS: Final = pattern("neighbo*|qonşu|соседн*").groups[0]
COUNTED: Final = pattern(
    "identif*|detect*|regist*|convict*|opened|launched|recorded|prosecuted|sentenced|"
    "müəyyən|aşkar*|qeydə|məhkum|açılıb|"
    "выявл*|выявил*|установл*|зарегистр*|осужд*|возбужд*"
).groups[0]
TAKEN: Final = pattern(
    "traffick*|exploit*|taken|sold|sent|return*|brought|istismar*|aparıl*|satıl*|göndər*|"
    "qaytar*|вывез*|эксплуат*|продан*|отправл*|возвра*"
).groups[0]
IN: Final = frozenset(["in", "в", "во"])


def abroad(words: Words, language: str) -> list[Span]:
    """Return where another country stands as the one that counted."""
    cues = words.spans(AUTHORITIES)
    if not cues or words.spans(_citizens(language)):
        return []
    return [one for one in _foreign(words, language) if _near(cues, one)]


def is_abroad(tokens: Sequence[Token], words: Words, language: str) -> bool:
    """Return whether a whole sentence is about another country: "In Georgia ..."."""
    if words.spans(NEIGHBOURS):
        return any(_foreign(words, language))
    if words.spans(TAKEN) or not words.spans(COUNTED):
        return False
    return any(
        country.first <= OPENING and _is_place(tokens, country, language)
        for country in _foreign(words, language)
    )


def _foreign(words: Words, language: str) -> Iterator[Span]:
    for code, called in countries().items():
        if code != HOME:
            for known in called.patterns(language):
                yield from words.spans(known.groups[0])


def _citizens(language: str) -> Group:
    return CUES["citizenship"].patterns(language)[0].groups[0]


def _near(cues: Sequence[Span], country: Span) -> bool:
    return any(abs(cue.first - country.last) <= REACH for cue in cues)


def _is_place(tokens: Sequence[Token], country: Span, language: str) -> bool:
    """Tell whether the country is where something is: in Georgia, Gürcüstanda."""
    if language == "az":
        return tokens[country.last].fold.endswith(("da", "de"))
    return bool(country.first) and tokens[country.first - 1].fold in IN
