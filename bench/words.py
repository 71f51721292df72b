"""Words of made-up registers."""

# ruff: noqa: SIM905 - a list of words is read best as a line of words
from typing import Final

FAMILY_NAMES: Final = (
    "Əliyev Məmmədov Hüseynov Quliyev İsmayılov Həsənov Abbasov Rzayev Orucov Şərifov"
    " Cəfərov Kərimov Bağırov Nəsirov Süleymanov Mirzəyev Babayev Əhmədov Musayev"
).split()
GIVEN_NAMES: Final = (
    "Könül Ülviyyə Şəbnəm Aygün Leyla Zöhrə Günay Nərgiz Səbinə Aytən Rəşad Elçin"
    " Kamran Vüqar Orxan Tural"
).split()
SYLLABLES: Final = "ba da fa ga ha ka la ma na ra sa ta za be de le me ne".split()
REGIONS: Final = "Bakı Gəncə Sumqayıt Şəki Lənkəran Quba Şabran Şirvan Ağstafa".split()
COUNTRIES: Final = "TUR TUR TUR TUR TUR TUR QAT QAT IRN RUS AZE ARE".split()
SOURCES: Final = "police hotline foreign_authority ngo self border_service iom".split()
ARTICLES: Final = "144-1 144-1 144-1 144-1 144-2 144-3".split()
TOPICS: Final = "labour education domestic_violence adoption other unknown".split()
MEANS: Final = "threats deception debt_bondage withholds_documents fraud".split()
