"""Two ways of one work, timed in turn: a machine that slows down slows both."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

type Work = Callable[[], object]

WARM_UPS = 2


@dataclass(frozen=True, slots=True)
class Pair:
    """Medians of ours and the peer in milliseconds, and of the ratio pair by pair."""

    ours_ms: float
    peer_ms: float
    ratio: float


def milliseconds(work: Work) -> float:
    """Return how long the work takes once."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def paired(ours: Work, peer: Work, rounds: int) -> Pair:
    """Return the medians of `rounds` runs of both in turn, after a warm-up."""
    for _warm_up in range(WARM_UPS):
        ours()
        peer()
    runs = [(milliseconds(ours), milliseconds(peer)) for _round in range(rounds)]
    return Pair(
        statistics.median(mine for mine, _theirs in runs),
        statistics.median(theirs for _mine, theirs in runs),
        statistics.median(mine / theirs for mine, theirs in runs),
    )
