"""Years that are frozen: prepared by one, frozen by another, published, compared."""
