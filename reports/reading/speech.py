"""Small words of each language that tell what a number is: years, money, percent."""

from collections.abc import Mapping
from typing import Final

type Stems = tuple[str, ...]

MONTHS: Final[Stems] = (
    *("january", "february", "march", "april", "may", "june", "july", "august"),
    *("september", "october", "november", "december"),
    *("yanvar", "fevral", "mart", "aprel", "iyun", "iyul", "avqust", "sentyabr"),
    *("oktyabr", "noyabr", "dekabr", "январ", "феврал", "март", "апрел", "июн"),
    *("июл", "август", "сентябр", "октябр", "ноябр", "декабр", "мая", "мае"),
)
YEAR_NOUNS: Final = frozenset(
    [
        "year",
        "years",
        "il",
        "ilin",
        "ilde",
        "ilden",
        "iller",
        "illerde",
        "illerin",
        "ilinde",
        "ili",
        "ile",
        "год",
        "года",
        "году",
        "годов",
        "годы",
        "годам",
        "годах",
        "годом",
        "г",
        "гг",
    ]
)
BEFORE_YEAR: Final = frozenset(
    [
        "in",
        "since",
        "by",
        "from",
        "of",
        "during",
        "for",
        "until",
        "till",
        "through",
        "before",
        "after",
        "to",
        "between",
        "and",
        "year",
        "early",
        "late",
        "mid",
        "с",
        "в",
        "за",
        "по",
        "до",
        "из",
        "к",
        "от",
        "на",
        "и",
    ]
)
DURATIONS: Final[Stems] = (
    *("month", "week", "hour", "minute", "kvadrat", "deqiqe", "hefte", "saat"),
    *("месяц", "недел", "минут", "возраст", "kilomet"),
)
SPANS: Final = frozenset(
    [
        "year",
        "years",
        "day",
        "days",
        "time",
        "times",
        "age",
        "ages",
        "old",
        "fold",
        "km",
        "metres",
        "meters",
        "il",
        "ildir",
        "ilde",
        "ilden",
        "illik",
        "ay",
        "ayda",
        "ayin",
        "aydan",
        "ayliq",
        "aylik",
        "gun",
        "gunde",
        "gunluk",
        "yas",
        "yasdan",
        "yasli",
        "yasinda",
        "yasina",
        "defe",
        "qat",
        "faiz",
        "bal",
        "лет",
        "год",
        "года",
        "летия",
        "летию",
        "летие",
        "дней",
        "дня",
        "день",
        "дню",
        "час",
        "часа",
        "часов",
        "раз",
        "раза",
        "кв",
        "км",
        "сутки",
        "суток",
        "месяцев",
    ]
)
EXACT_REFERENCES: Final = frozenset(
    [
        "art",
        "sec",
        "no",
        "ст",
        "п",
        "law",
        "order",
        "item",
        "page",
        "article",
        "section",
        "chapter",
        "paragraph",
        "clause",
        "annex",
        "table",
        "figure",
        "version",
        "decree",
        "resolution",
    ]
)
PHONES: Final[Stems] = (
    *("hotline", "helpline", "telephone", "phone", "tel", "hot", "line"),
    *("qaynar", "telefon", "xett", "горяч", "телефон", "лини", "номер"),
)
PERCENTS: Final[Stems] = ("percent", "faiz", "процент", "pct")
MANATS: Final[Stems] = ("manat", "azn", "манат", "ман")
OTHER_MONEY: Final[Stems] = (
    *("dollar", "usd", "euro", "eur", "доллар", "евро", "avro", "rubl", "рубл", "lira"),
)
FRACTIONS: Final[Stems] = (
    *("half", "third", "quarter", "fifth", "tenth", "треть", "четверт", "половин"),
    *("yari", "ucde", "dordde"),
)
ABOUT: Final[Stems] = (
    *("about", "approximat", "around", "nearly", "almost", "roughly", "some"),
    *("texminen", "teqriben", "yaxin", "около", "примерно", "приблизительно"),
    *("порядка", "почти"),
)
MORE: Final = (
    *(("more", "than"), ("over",), ("at", "least"), ("upwards", "of"), ("exceeding",)),
    *(("более",), ("больше",), ("свыше",), ("не", "менее"), ("не", "менше")),
)
LESS: Final = (
    *(("less", "than"), ("fewer", "than"), ("under",), ("up", "to"), ("at", "most")),
    *(("менее",), ("меньше",), ("до",), ("не", "более")),
)
AZ_AFTER: Final[Mapping[str, str]] = {
    "cox": "more_than",
    "artiq": "more_than",
    "yuxari": "more_than",
    "az": "less_than",
    "yaxin": "about",
    "qeder": "about",
}
"""What stands after the number and a case ending: 1800-dən çox."""
ORDINAL_ENDINGS: Final = frozenset(
    [
        "st",
        "nd",
        "rd",
        "th",
        "ci",
        "cu",
        "cı",
        "cü",
        "inci",
        "nci",
        "ncu",
        "i-ci",
        "й",
        "я",
        "е",
        "го",
        "му",
        "ом",
        "м",
        "ая",
        "ое",
        "ой",
        "ым",
        "ых",
        "ые",
        "ую",
    ]
)
CASE_ENDINGS: Final = frozenset(
    [
        "i",
        "u",
        "e",
        "a",
        "ni",
        "nu",
        "ne",
        "na",
        "in",
        "un",
        "nin",
        "nun",
        "si",
        "su",
        "sini",
        "sinin",
        "sina",
        "sine",
        "de",
        "da",
        "den",
        "dan",
        "sinden",
        "sindan",
        "unden",
        "inden",
        "undan",
        "indan",
        "ine",
        "una",
        "una",
        "nefer",
        "ti",
        "mi",
        "х",
        "ти",
        "и",
        "ми",
        "ю",
    ]
)
OF_WHICH: Final = (
    *(("of", "whom"), ("of", "them")),
    *(
        ("of", "which"),
        ("of", "this"),
        ("of", "these"),
        ("из", "них"),
        ("из", "которых"),
    ),
    *(("including",), ("onun",), ("bunun",), ("onlardan",), ("bundan",), ("ondan",)),
    *(("в", "том", "числе"), ("o", "cumleden")),
)
NEGATIONS: Final = frozenset(["not", "не"])


def begins(word: str, stems: Stems) -> bool:
    """Return whether a folded word begins with one of the stems."""
    return word.startswith(stems)
