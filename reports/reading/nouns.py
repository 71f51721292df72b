"""What a number counts, by the noun beside it: persons, crimes, groups, places."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from reports.catalogue.called import CALLED
from reports.catalogue.called.cells import CELLS, CUES
from reports.choices import Unit
from reports.figures import Figure
from reports.reading.calling import Called, Words, pattern
from reports.reading.letters import folded
from reports.reading.mentions import Mention, Role
from reports.reading.speech import AZ_AFTER
from reports.reading.tokens import Token

FAR: Final = 4
NEAR: Final = 2
NOUNS: Final[Mapping[str, str]] = {
    "case": "criminal_case*|cinayət_iş*|уголовн*_дел*|case|cases|дел|дело|дела|işin|işi|işdən",
    "group": "criminal_group*|group*|gang*|network*|cinayətkar_qrup*|qrup*|dəstə*|"
    "преступн*_групп*|групп|группы|группа|банд*",
    "offence": "crime*|offence*|offense*|criminal_act*|cinayət|cinayəti|cinayətin|"
    "cinayətdən|cinayətə|преступлен*|эпизод*",
    "fact": "fact|facts|illegal_act*|illegal_action*|unlawful_act*|action*|fakt*|hal|halı|"
    "hallar*|qanunsuz_əməl*|qanunsuz_hərəkət*|hadisə*|факт|факта|фактов|фактам|факты|"
    "случа*|деян*|действи*",
    "child": "child*|minor|minors|juvenile*|boys|girls|uşaq*|uşağ*|azyaşlı*|yetkinlik*|övlad*|"
    "дет*|ребен*|несовершеннолетн*|подрост*|девоч*|мальчик*",
    "employer": "employer*|compan*|işəgötürən*|iş_verən*|sahibkar*|работодател*|предпринимат*",
    "person": "рабоч*|person|persons|people|women|woman|men|man|"
    "foreigner*|parent*|individual*|worker*|"
    "member*|citizen*|migrant*|nəfər*|şəxs*|qadın*|kişi*|"
    "əcnəbi*|valideyn*|üzv*|işçi*|человек*|лиц|лица|лицам|"
    "женщин*|мужчин*|иностран*|родител*|участник*|член*|"
    "гражда*|работник*",
    "victim": "victim*|survivor*|qurban*|zərərçəkmiş*|zərərçəkən*|жертв*|пострадавш*|потерпевш*",
    "accused": "accused|trafficker*|suspect*|defendant*|fugitive*|təqsirləndiril*|alverçi*|обвиняем*|торговц*|подсудим*|осужденн*",
    "appeal": "appeal*|call|calls|caller*|inquir*|enquir*|requests|müraciət*|zəng*|обращени*|звон*",
    "event": "conference*|seminar*|training*|event|events|meeting*|konfrans*|seminar*|təlim*|"
    "tədbir*|конференц*|семинар*|тренинг*|мероприят*",
    "place": "city|cities|region*|district*|town*|şəhər*|rayon*|bölgə*|город*|район*|регион*",
    "copy": "propaganda_material*|awareness_material*|copies|leaflet*|booklet*|brochure*|"
    "flyer*|nüsxə*|buklet*|vəsait*|экземпляр*|буклет*|брошюр*|листов*",
    "material": "material*|материал*",
    "project": "project*|layihə*|проект*",
    "shelter": "shelter*|sığınaca*|sığınaq*|приют*|убежищ*|center*|centre*|mərkəz*|центр*",
    "site": "строек|стройк*|tikinti_sahə*|construction_site*|site|sites|obyekt*|объект*|площадк*",
    "contract": "contract*|müqavilə*|договор*|контракт*",
    "association": "public_association*|association*|ngo|ngos|organi*|ictimai_birli*|birli*|qht*|"
    "təşkilat*|объединен*|нпо|организац*",
    "agreement": "agreement*|program*|saziş*|proqram*|соглашен*|программ*|document*|law|laws|"
    "act|acts|countr*|state|states|ölkə*|стран|страны|country",
}
FITS: Final[Mapping[str, frozenset[str]]] = {
    Unit.PERSON: frozenset({"person", "child", "victim", "accused"}),
    Unit.CHILD: frozenset({"child", "person", "victim"}),
    Unit.OFFENCE: frozenset({"offence", "fact", "case"}),
    Unit.CASE: frozenset({"case"}),
    Unit.GROUP: frozenset({"group"}),
    Unit.APPEAL: frozenset({"appeal"}),
    Unit.EVENT: frozenset({"event"}),
    Unit.PLACE: frozenset({"place"}),
    Unit.COPY: frozenset({"copy", "material"}),
    Unit.PROJECT: frozenset({"project", "shelter"}),
    Unit.SITE: frozenset({"site"}),
    Unit.EMPLOYER: frozenset({"employer", "person", "material"}),
    Unit.CONTRACT: frozenset({"contract"}),
    Unit.MATERIAL: frozenset({"material", "case"}),
    Unit.ACT: frozenset({"fact", "offence"}),
    Unit.FACT: frozenset({"fact", "offence", "case"}),
    Unit.ASSOCIATION: frozenset({"association"}),
}
STOPS: Final = """
of were was are is been be has have had in at by to from for on with among and or but
which who that under the than across as this its his does us versus plus thus always
besides perhaps less yes includes concerns during within against into per each
ilə və üzrə isə ki bu hər da də nə ən çox az idi olub olmuş olmuşdur olmuşdu olmaqla
təşkil imiş deyil
о об в во на из от до по за к с со и были было был была при для только лишь уже еще также
же стало составило составил составила достигло против оказалось стали вместо тогда
"""


def noun_of(
    tokens: Sequence[Token], words: Words, found: Mention, language: str
) -> str:
    """Return the kind of what the number counts; nothing where no noun tells it."""
    limit = _limit(tokens, found)
    best: tuple[int, int, str] | None = None
    for kind, said in NOUNS.items():
        for span in words.spans(pattern(said).groups[0]):
            least = _after(tokens, found) - 1 + (NEAR if kind == "agreement" else FAR)
            if found.last < span.first <= min(limit, least):
                here = (span.first, -span.last, kind)
                best = here if best is None else min(best, here)
    if best:
        return best[2]
    return OTHER if _is_foreign_word(tokens, found, language) else ""


OTHER: Final = "other"


def _is_foreign_word(tokens: Sequence[Token], found: Mention, language: str) -> bool:
    """Tell whether a word follows that no figure knows: 640 pupils, 120 embassies."""
    first = _after(tokens, found)
    following = tokens[first : first + 3]
    words = [t for t in following[:2] if t.is_word and t.fold not in FOLDED_STOPS]
    if not words or words[0] is not following[0]:
        return False
    telling = words[:1] if language == "az" else words
    if any(is_known(word.fold, language) for word in telling):
        return False
    return language != "en" or any(word.fold.endswith("s") for word in words)


def _after(tokens: Sequence[Token], found: Mention) -> int:
    """Return the first token after a number, its ending and the words "or more"."""
    at = found.last + 1
    dashed = at + 1 < len(tokens) and tokens[at].text in "-‑"
    at += 2 if dashed and tokens[at].start == found.end else 0
    more = at > found.last + 1 and at < len(tokens) and tokens[at].fold in AZ_AFTER
    return at + more


@cache
def _vocabulary(language: str) -> tuple[frozenset[str], tuple[str, ...]]:
    said = [*NOUNS.values(), *(p for c in every_call() for p in getattr(c, language))]
    phrases = [ph for one in said for g in pattern(one).wanted for ph in g.phrases]
    stems = [stem for phrase in phrases for stem in phrase]
    whole = frozenset(stem for stem in stems if not stem.endswith("*"))
    return whole, tuple(sorted({s[:-1] for s in stems if s.endswith("*")}))


def is_known(word: str, language: str) -> bool:
    """Return whether a word is one by which anything of the report is called."""
    whole, beginnings = _vocabulary(language)
    return word in whole or word.startswith(beginnings)


def every_call() -> Iterator[Called]:
    """Yield how every figure and cell is called."""
    yield from CALLED.values()
    for cells in (*CELLS.values(), CUES):
        yield from cells.values()


def _limit(tokens: Sequence[Token], found: Mention) -> int:
    """Return the last token that may be the noun of the number."""
    first = _after(tokens, found)
    last = min(first - 1 + FAR, len(tokens) - 1)
    for at in range(first, last + 1):
        token = tokens[at]
        ends = token.is_number or token.text in ",;:()–—." or token.fold in FOLDED_STOPS
        if ends:
            return at - 1
    return last


FOLDED_STOPS: Final = frozenset(map(folded, STOPS.split()))


PEOPLE: Final[Mapping[str, tuple[str, ...]]] = {
    "victim": (
        "victims.",
        "assistance.",
        "allowances.",
        "cumulative.victims",
        "raids.",
    ),
    "accused": ("accused.", "wanted.", "groups.", "cumulative.prosecuted", "morality."),
}
"""The figures that victims, and accused persons, can be counted by."""


def can_be(figure: Figure, found: Mention, noun: str) -> bool:
    """Return whether a figure can be what the number counts, by its noun."""
    told = noun in PEOPLE and figure.unit in {Unit.PERSON, Unit.CHILD}
    if told and not figure.code.startswith(PEOPLE[noun]):
        return False
    return fits(figure.unit, found, noun)


def fits(unit: str, found: Mention, noun: str) -> bool:
    """Return whether a figure of such a unit can be what the number counts."""
    if unit == Unit.AZN or found.role is Role.MONEY:
        return unit == Unit.AZN and found.role is Role.MONEY
    if unit == Unit.PERCENT or found.role is Role.PERCENT:
        return unit == Unit.PERCENT and found.role is Role.PERCENT
    return not noun or noun in FITS[unit]
