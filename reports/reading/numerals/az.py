"""The number words of Azerbaijani, folded, with the endings of "two of them".

"onu" is left out: it also means him or her.
"""

from typing import Final

DIGITS: Final = "sifir bir iki uc dord bes alti yeddi sekkiz doqquz"
TENS: Final = "on iyirmi otuz qirx elli altmis yetmis seksen doxsan"
OF_THEM: Final = {
    "biri": 1, "ikisi": 2, "ucu": 3, "dordu": 4, "besi": 5, "altisi": 6,
    "yeddisi": 7, "sekkizi": 8, "doqquzu": 9, "iyirmisi": 20, "otuzu": 30,
    "qirxi": 40, "ellisi": 50, "altmisi": 60, "yetmisi": 70, "sekseni": 80,
    "doxsani": 90,
    "birini": 1, "ikisini": 2, "ucunu": 3, "dordunu": 4, "besini": 5, "altisini": 6,
    "birine": 1, "ikisine": 2, "ucune": 3, "dordune": 4, "besine": 5, "altisina": 6,
    "yeddisine": 7, "sekkizine": 8, "doqquzuna": 9,
    "birinin": 1, "ikisinin": 2, "ucunun": 3, "dordunun": 4, "besinin": 5,
}  # fmt: skip

WORDS: Final = (
    {word: value for value, word in enumerate(DIGITS.split())}
    | {word: 10 * ten for ten, word in enumerate(TENS.split(), start=1)}
    | OF_THEM
)
SCALES: Final = {"yuz": 100, "min": 1000, "milyon": 10**6, "milyard": 10**9}
