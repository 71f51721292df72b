"""The one form of what is frozen, over which its hash is made.

UTF-8, keys sorted, no spaces. A whole number is a number; one with decimals is a text,
so that no reader rounds it.
"""

import json
from datetime import datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any


def canonical(content: Any) -> str:
    """Return the content in its one form."""
    return json.dumps(
        content,
        ensure_ascii=False,
        allow_nan=False,
        sort_keys=True,
        separators=(",", ":"),
        default=_exact,
    )


def _exact(value: object) -> str:
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, datetime):
        return value.isoformat()
    return str(value)


def digest(text: str) -> str:
    """Return the SHA-256 of a text, as the database computes it again."""
    return sha256(text.encode()).hexdigest()


def read(text: str) -> dict[str, Any]:
    """Return what stands in a canonical text."""
    content: dict[str, Any] = json.loads(text)
    return content


def number(value: int | str | None) -> int | Decimal | None:
    """Return a number as it was before it was written."""
    return Decimal(value) if isinstance(value, str) else value
