"""`python -m bench [SIZES]`: medians and ratios, ours beside a peer, size by size."""

import argparse
import os
import resource
import tempfile
from pathlib import Path

import django

SIZES = (1_000, 10_000, 100_000)
ROUNDS = 9
MEBIBYTE = 1024  # ru_maxrss counts KiB


def main() -> None:
    """Measure each size in a database of its own and print a table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("sizes", nargs="*", type=int, default=SIZES, help="persons")
    asked.add_argument("--rounds", type=int, default=ROUNDS, help="runs of each work")
    options = asked.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench.settings")
    os.environ["DEMO"] = "1"  # no second factor for the users who are measured
    django.setup()

    from bench import databases  # noqa: PLC0415 - models load after django.setup()

    print("Medians in milliseconds; ratio = ours / peer, pair by pair.")
    ours: dict[int, dict[str, float]] = {}
    with databases.migrated_once() as template:
        for persons in options.sizes:
            with databases.empty_register(template, persons):
                ours[persons] = measure(persons, options.rounds)
    show_growth(ours)


def show_growth(ours: dict[int, dict[str, float]]) -> None:
    """Print how much longer each page takes in the largest register."""
    least, most = min(ours), max(ours)
    print(f"\n{most:,} persons / {least:,} persons (flat = 1)")
    for name, milliseconds in ours[most].items():
        print(f"  {name:40}{milliseconds / ours[least][name]:>8.2f}")


def measure(persons: int, rounds: int) -> dict[str, float]:
    """Import a register of so many persons and print what each work takes.

    Return our medians.
    """
    from bench import cases  # noqa: PLC0415
    from bench.measure import milliseconds, paired  # noqa: PLC0415
    from bench.register import make_register  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        rows = make_register(folder, persons)
        print(f"\n{persons:,} persons, {rows:,} rows")
        copied = milliseconds(lambda: cases.plain_copy(folder))
        imported = milliseconds(lambda: cases.import_register(folder))
    show("import / \\copy", imported, copied, imported / copied, "<= 20")
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEBIBYTE
    print(f"  {'memory of the import':40}{most:>10,.0f} MiB at most")
    cases.open_the_names()
    cases.open_what_is_due()
    medians = {}
    for case in cases.Register(persons).cases():
        pair = paired(case.ours, case.peer, rounds)
        show(case.name, pair.ours_ms, pair.peer_ms, pair.ratio, case.aim)
        medians[case.name] = pair.ours_ms
    return medians


def show(name: str, ours: float, peer: float, ratio: float, aim: str) -> None:
    """Print one line of the table."""
    print(
        f"  {name:40}{ours:>10,.1f}{peer:>10,.1f}{ratio:>8.2f}  aim {aim}", flush=True
    )


if __name__ == "__main__":
    main()
