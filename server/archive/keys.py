"""How the archive compares places, telephone numbers and words. Pure."""

import re

COMPARED_DIGITS = 9
"""The end of a telephone number that says whose it is: country and trunk prefix differ by who wrote it."""

LEAST_DIGITS = 5
"""Shorter numbers are not somebody's."""


def place_key(name: str) -> str:
    """A place as it is compared: case and spacing do not count."""
    return " ".join(name.casefold().split())


def digits_of(number: str) -> str:
    """The digits of a telephone number, last one first, so that its end is a beginning."""
    return re.sub(r"\D", "", number)[::-1]


def same_number_key(number: str) -> str:
    """Equal for two ways to write one number; "" for what is no number of somebody."""
    digits = digits_of(number)
    return digits[:COMPARED_DIGITS] if len(digits) >= LEAST_DIGITS else ""


def full_text(text: str) -> str:
    """A query of FTS5: every word of the text, the last one as a beginning; "" when it has no word."""
    words = re.findall(r"\w+", text)
    return " ".join(f'"{word}"' for word in words) + "*" if words else ""
