"""Log lines without personal data."""

import logging
import traceback
from types import TracebackType
from typing import Any, Final, override

from django.conf import settings

type ExceptionInfo = (
    tuple[type[BaseException], BaseException, TracebackType | None]
    | tuple[None, None, None]
)


LOGGING: Final[dict[str, Any]] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"codes": {"()": "thb.logs.CodesOnly"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "codes"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django": {"handlers": [], "level": "WARNING"}},
}


class CodesOnly(logging.Formatter):
    """Writes where an error arose and its kind; its message only outside production.

    A message of the database quotes the row it refused: names, phones, numbers.
    """

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    @override
    def formatException(self, ei: ExceptionInfo) -> str:
        """Return the lines of code that led to the error, and its class."""
        if not settings.PRODUCTION:
            return super().formatException(ei)
        places = "".join(traceback.format_tb(ei[2]))
        return f"{places}{ei[0].__qualname__}" if ei[0] else places
