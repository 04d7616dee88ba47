"""From a number as a file writes it to a value.

Stricter than float(): no words such as nan, no underscores, only plain digits. Used for degrees and epochs.
"""

import re

_NUMBER = re.compile(r"[-+]?[0-9]{1,20}(?:[.,][0-9]{0,30})?(?:[eE][-+]?[0-9]{1,2})?")


def number(text: str) -> float | None:
    """The number, with a point or a comma before the decimals; None if it is not one."""
    if not _NUMBER.fullmatch(text):
        return None
    return float(text.replace(",", "."))
