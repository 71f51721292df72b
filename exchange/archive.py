"""The CSV files of a register in one archive."""

from io import TextIOWrapper
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from exchange.exporting import one_moment, write_csv
from exchange.sheets import SHEETS


def write_zip(file: IO[bytes]) -> None:
    """Write the register without identities into an archive, one file a sheet."""
    with ZipFile(file, "w", ZIP_DEFLATED) as archive, one_moment():
        for sheet in SHEETS:
            member = ZipInfo(f"{sheet.name}.csv")  # undated: equal registers are equal
            member.compress_type = ZIP_DEFLATED
            with (
                archive.open(member, "w", force_zip64=True) as binary,
                TextIOWrapper(binary, encoding="utf-8", newline="") as text,
            ):
                write_csv(text, sheet, with_identity=False)
