"""A server whose answers come late, as on a slow line.

`SLOW_ANSWERS=0.4` holds every page, post and fetched part back for so many seconds, and
the rest of a page once more after its first line; `SLOW_SCRIPTS=0.4` every script. A
test of the browser that only passes while the server is quicker fails under them.
"""

import os
import time

from django.contrib.staticfiles.handlers import StaticFilesHandler

ANSWERS = float(os.environ.get("SLOW_ANSWERS") or 0)
SCRIPTS = float(os.environ.get("SLOW_SCRIPTS") or 0)


class LateHandler(StaticFilesHandler):
    """The site of the tests, behind a slow line."""

    def __call__(self, environ, start_response):
        path = environ["PATH_INFO"]
        asks_for_file = self._should_handle(path)
        time.sleep(ANSWERS if not asks_for_file else SCRIPTS * path.endswith(".js"))
        answer = super().__call__(environ, start_response)
        return answer if asks_for_file or not ANSWERS else LatePage(answer)


class LatePage:
    """An answer whose first line comes alone."""

    def __init__(self, answer):
        self.answer = answer

    def __iter__(self):
        for part in self.answer:
            first, line, rest = part.partition(b"\n")
            yield first + line
            time.sleep(ANSWERS if rest else 0)
            yield rest

    def close(self):
        """End the request, as the server does after every answer."""
        self.answer.close()
