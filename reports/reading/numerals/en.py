"""The number words of English."""

from typing import Final

UNITS: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen sixteen seventeen eighteen nineteen"
)
TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"

WORDS: Final = {word: value for value, word in enumerate(UNITS.split())} | {
    word: 10 * ten for ten, word in enumerate(TENS.split(), start=2)
}
SCALES: Final = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
