"""Claims shared out: a figure goes to one number, so that all together fit best."""

from typing import Final

from reports.reading.sentence import Claim

LEAST: Final = 0.85
"""The least score by which a number is bound at all."""
FALLEN: Final = 0.5
"""How much of its best score a number must keep, when another takes its best."""
GAIN: Final = 1e-9
ROUNDS: Final = 20


class Assignment:
    """Numbers with their claims, the best first; `bound` is what each was given.

    Each takes its best free claim, the surest first; then two numbers change as long as
    the sum of the scores grows.
    """

    def __init__(self, ordered: list[Claim]) -> None:
        self.claims: dict[int, list[Claim]] = {}
        for claim in ordered:
            own = self.claims.setdefault(claim.mention.first, [])
            best = own[0].score if own else claim.score
            if claim.score >= max(LEAST, best * FALLEN):
                own.append(claim)
        self.bound: dict[int, Claim] = {}
        for claim in ordered:
            at = claim.mention.first
            if claim in self.claims[at] and at not in self.bound and self._free(claim):
                self.bound[at] = claim
        self._improve()

    def _holders(self, claim: Claim) -> list[int]:
        """Return the numbers that hold the same target, or its word."""
        return [at for at, held in self.bound.items() if claim.excludes(held)]

    def _free(self, claim: Claim) -> bool:
        return not self._holders(claim)

    def _improve(self) -> None:
        for _round in range(ROUNDS):
            if not any(
                self._try(claim) for own in self.claims.values() for claim in own
            ):
                return

    def _try(self, claim: Claim) -> bool:
        """Take a claim, where the one who held it loses less by that than is won."""
        at = claim.mention.first
        won = claim.score - self._score(at)
        holders = self._holders(claim)
        if won <= GAIN or len(holders) > 1:
            return False
        before = dict(self.bound)
        self.bound[at] = claim
        for other in holders:
            won -= self._score(other)
            del self.bound[other]
            free = next((c for c in self.claims[other] if self._free(c)), None)
            if free is not None:
                self.bound[other] = free
                won += free.score
        if won <= GAIN:
            self.bound = before
        return won > GAIN

    def _score(self, at: int) -> float:
        held = self.bound.get(at)
        return held.score if held else 0.0
