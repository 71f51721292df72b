"""Measured speed: the same work done by us and by a peer, in turn, as ratios."""
