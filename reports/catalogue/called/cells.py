"""How the cells of the breakdowns are called: sexes, ages, forms; countries by name."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from babel import Locale

from reference.countries import ALPHA_2
from reports.catalogue.called.hotline import TOPICS
from reports.reading.calling import Called
from reports.reading.letters import folded

SEXES: Final = {
    "F": Called(
        en=("women|woman|female*|girls",),
        az=("qadın*|qız*",),
        ru=("женщин*|женск*|девуш*",),
    ),
    "M": Called(
        en=("men|man|male|males|boys",),
        az=("kişi*|oğlan*",),
        ru=("мужчин*|мужск*|юнош*",),
    ),
}
PERSON_TYPES: Final = {
    "women": SEXES["F"],
    "men": SEXES["M"],
    "children": Called(
        en=("child|children|minor|minors|juvenile*|underage|under_18",),
        az=("uşaq*|uşağ*|azyaşlı*|yetkinlik_yaş*",),
        ru=("дет*|ребен*|несовершеннолетн*|подрост*",),
    ),
}
FORMS: Final = {
    "sexual_exploitation": Called(
        en=("sexual*|prostitution",),
        az=("cinsi_istismar*|seksual*",),
        ru=("сексуальн*",),
    ),
    "forced_labour": Called(
        en=("forced_labo*|labo*_exploitation",),
        az=("məcburi_əmə*|əmək_istismar*",),
        ru=("принудительн*_труд*|трудов*_эксплуат*",),
    ),
    "forced_begging": Called(
        en=("forced_begging|begging|beg",), az=("dilənç*",), ru=("попрошайн*",)
    ),
}
COURT_YEARS: Final = {
    "same_year": Called(
        en=(
            "court_in_the_same_year|in_the_same_year|court_in_the_reporting_year|court_that_year",
        ),
        az=(
            "həmin_il_məhkəməyə|həmin_il_ərzində|elə_həmin_il*|eyni_ildə_məhkəməyə|hesabat_ilində_məhkəməyə",
        ),
        ru=("переданы_суду_в_том_же_году|преданы_суду_в_том_же_году|том_же_году",),
    ),
    "earlier_years": Called(
        en=(
            "court_in_earlier_years|in_earlier_years|in_previous_years|court_in_previous_years|carried_over",
        ),
        az=("əvvəlki_illərdə|əvvəlki_illər_ərzində",),
        ru=(
            "преданы_суду_в_предыдущ*|преданы_суду_в_прошлые|в_предыдущие_годы|в_прошлые_годы|прошлых_лет",
        ),
    ),
}
OTHER_NAMES: Final[Mapping[str, Called]] = {
    "AZE": Called(
        en=("azerbaijan*|within_the_country|inside_the_country|in_the_country|our_country|own_country|domestic*|internally|at_home",),
        az=("azərbaycan*|ölkə_daxil*|ölkənin_daxil*|respublika_daxil*|ölkəmiz*|ölkə_ərazi*|ölkə_hüdud*",),
        ru=("азербайдж*|внутри_страны|территории_страны|в_стране|своеи_стране|пределах_страны|внутри_республики",),
    ),
    "ARE": Called(
        en=("uae|emirates|emirati*|dubai",),
        az=("bəə*|əmirlik*|dubay*",),
        ru=("оаэ|эмират*|дубаи|дубае",),
    ),
    "TUR": Called(en=("turkey*|turkish|türkiye|turks",), az=("türkiyə*",), ru=("турци*|турецк*|турк*",)),
    "RUS": Called(en=("russia*",), az=("rusiya*|rus",), ru=("росси*|рф|русск*",)),
    "QAT": Called(en=("qatar*",), az=("qətər*",), ru=("катар*",)),
    "IRN": Called(en=("iran*",), az=("iran*",), ru=("иран*",)),
    "UZB": Called(en=("uzbek*",), az=("özbək*",), ru=("узбек*",)),
    "TJK": Called(en=("tajik*",), az=("tacik*",), ru=("таджик*",)),
    "TKM": Called(en=("turkmen*",), az=("türkmən*",), ru=("туркмен*",)),
    "GEO": Called(en=("georgia*",), az=("gürcü*",), ru=("грузи*",)),
    "UKR": Called(en=("ukrain*",), az=("ukrayna*",), ru=("украин*",)),
    "KAZ": Called(en=("kazakh*",), az=("qazax*",), ru=("казах*",)),
    "KGZ": Called(en=("kyrgyz*",), az=("qırğız*",), ru=("киргиз*|кыргыз*",)),
    "PAK": Called(en=("pakistan*",), az=("pakistan*",), ru=("пакистан*",)),
    "IND": Called(en=("india|indian*",), az=("hindistan*",), ru=("инди*",)),
    "MDA": Called(en=("moldov*",), az=("moldova*",), ru=("молдав*|молдов*",)),
    "DEU": Called(en=("german*",), az=("almaniya*",), ru=("германи*|немец*",)),
    "POL": Called(en=("poland|polish",), az=("polşa*",), ru=("польш*|польск*",)),
    "XXA": Called(en=("stateless",), az=("vətəndaşlığı_olmayan*",), ru=("апатрид*|без_гражданства",)),
}  # fmt: skip
SHORTEST: Final = 4
ENDINGS: Final = {
    "en": ("", "s"),
    "az": ("", "a", "e", "ya", "ye", "da", "de", "dan", "den", "in", "nin", "i", "ni"),
    "ru": ("", "а", "у", "е", "ом", "и", "я", "ю"),
}
"""The endings of a short name, which begins other words as well: Çin, cinayət."""


@cache
def countries() -> Mapping[str, Called]:
    """Return how countries are called, by code: the name without its ending."""
    known = dict(OTHER_NAMES)
    for code, alpha_2 in ALPHA_2.items():
        names = {lang: _name(lang, alpha_2) for lang in ("en", "az", "ru")}
        if code not in known and all(names.values()):
            known[code] = Called(**{lang: (name,) for lang, name in names.items()})
    del known["TGO"]  # in Russian its name is the word for "of that"
    return known


@cache
def _territories(language: str) -> Mapping[str, str]:
    return Locale.parse(language).territories


def _name(language: str, alpha_2: str) -> str:
    words = folded(_territories(language).get(alpha_2, "")).replace("-", " ").split()
    plain = [word for word in words if word.isalpha()]
    if not plain or len(plain) != len(words):
        return ""
    last = plain[-1]
    if len(last) <= SHORTEST:
        return "|".join(
            "_".join([*plain[:-1], last + end]) for end in ENDINGS[language]
        )
    cut = 1 if language == "ru" and len(last) > SHORTEST and last[-1] in "аяйьи" else 0
    return "_".join([*plain[:-1], f"{last[: len(last) - cut]}*"])


UNKNOWN: Final = {
    "unknown": Called(
        en=(
            "not_known|unknown|not_recorded|undetermined|not_established|unidentified",
        ),
        az=(
            "məlum_deyil|naməlum|qeydə_alınmayıb|qeyd_edilmə*|qeyd_olunma*|göstərilmə*|müəyyən_edilməyib",
        ),
        ru=("неизвестн*|не_установлен*|не_указан*|не_известн*",),
    )
}

CELLS: Final[Mapping[str, Mapping[str, Called]]] = {
    "topic": TOPICS,
    "sex": SEXES | UNKNOWN,
    "person_type": PERSON_TYPES | UNKNOWN,
    "exploitation_type": FORMS | UNKNOWN,
    "sent_to_court": COURT_YEARS,
    "citizenship": countries(),
    "country_of_exploitation": {**countries(), **UNKNOWN},
}
"""What calls a cell, by the breakdown's name; amounts are told by their number."""

CUES: Final[Mapping[str, Called]] = {
    "citizenship": Called(
        en=("national*|citizen*|from|passport*",),
        az=("vətəndaş*",),
        ru=("граждан*|гражда*|подданн*|из",),
    ),
    "country_of_exploitation": Called(
        en=(
            "traffick*|taken|exploit*|transport*|sent_to|brought_to|destination*|to|in",
        ),
        az=("istismar*|aparıl*|göndəril*|satıl*|məqsəd*|təyinat*|alver*",),
        ru=("вывез*|эксплуат*|отправл*|продан*|переправ*|назначен*|в|во",),
    ),
}
"""What tells that a country is that of a citizen, or of the exploitation."""
