"""The text checker measured: precision and recall by kind and language.

`python -m bench.texts [ROUNDS]`. Two sets of texts: those that the words of the figures
were chosen by, and held-out paraphrases that nothing was chosen by.
"""

import os
import random
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field

import django

ROUNDS = 100
YEARS = range(2012, 2026)


@dataclass
class Score:
    """What was planted and found, alarmed in vain, and bound to its figure."""

    planted: Counter[tuple[str, str]] = field(default_factory=Counter)
    found: Counter[tuple[str, str]] = field(default_factory=Counter)
    alarms: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    numbers: Counter[str] = field(default_factory=Counter)
    bound: Counter[str] = field(default_factory=Counter)
    misses: dict[str, Counter[str]] = field(
        default_factory=lambda: defaultdict(Counter)
    )


def main() -> None:
    """Measure both sets and print the tables."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench.settings")
    os.environ["DEMO"] = "1"
    django.setup()
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    for held_out in (False, True):
        score = measure(rounds, held_out=held_out)
        show(score, "held-out paraphrases" if held_out else "texts in use")


def measure(rounds: int, *, held_out: bool) -> Score:
    """Return the score of so many errors of each kind a language."""
    from bench.planting import KINDS, clean, planted  # noqa: PLC0415
    from bench.prose import templates  # noqa: PLC0415

    score = Score()
    texts = templates(held_out=held_out)
    for language in ("az", "en", "ru"):
        own = [one for one in texts if one[1] == language]
        for seed in range(max(1, rounds // 5)):
            clean(score, own[seed % len(own)], seed)
        for kind in KINDS:
            for seed in range(rounds):
                chance = random.Random(f"{kind}{seed}")
                planted(score, kind, own, chance)
    return score


def show(score: Score, title: str) -> None:
    """Print the tables of one set."""
    print(f"\nText checker, {title}: recall of planted errors, found / planted")
    kinds = list(dict.fromkeys(kind for kind, _language in score.planted))
    print(f"  {'':18}" + "".join(f"{lang:>16}" for lang in ("az", "en", "ru")))
    for kind in kinds:
        cells = [
            f"{score.found[kind, lang]:>7}/{score.planted[kind, lang]:<4}"
            f"{share(score.found[kind, lang], score.planted[kind, lang]):>4}"
            for lang in ("az", "en", "ru")
        ]
        print(f"  {kind:18}" + " ".join(cells))
    for lang in ("az", "en", "ru"):
        right = score.alarms[lang] - score.false[lang]
        print(
            f"  {lang}: precision of alarms {right}/{score.alarms[lang]} "
            f"{share(right, score.alarms[lang])}, numbers bound to their figure "
            f"{score.bound[lang]}/{score.numbers[lang]} "
            f"{share(score.bound[lang], score.numbers[lang])}"
        )


def share(part: int, whole: int) -> str:
    """Return the part in percent."""
    return f"{100 * part // whole}%" if whole else "–"


if __name__ == "__main__":
    main()
