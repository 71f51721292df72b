"""How codes of the register stand in addresses: any code, also an imported one."""

import re
from typing import Final

from django.urls import register_converter

PARTS_OF_ADDRESSES: Final = re.compile(r"[/\\~]")


class CodeConverter:
    """A code as one part of an address: `12/2019` is `12~2F2019`, and comes back.

    Letters alone could be a page (`add`) and dots alone a folder (`..`), so such a code
    has its first character written the same way.
    """

    regex = r"[^/]+"

    def to_python(self, part: str) -> str:
        """Return the code that a part of an address stands for; no control signs."""
        code = re.sub(r"~([0-9A-F]{2})", lambda hit: chr(int(hit[1], 16)), part)
        if not code.isprintable():
            raise ValueError(part)
        return code

    def to_url(self, code: str) -> str:
        """Return the part of an address for a code."""
        safe = PARTS_OF_ADDRESSES.sub(lambda hit: written(hit[0]), str(code))
        if any(character.isdigit() for character in safe):
            return safe
        return written(safe[0]) + safe[1:] if safe[0].isascii() else safe


def written(character: str) -> str:
    """Return `~` and the two hexadecimal digits of an ASCII character."""
    return f"~{ord(character):02X}"


register_converter(CodeConverter, "code")
