"""How the archive compares places, telephone numbers and words. Pure."""

import re

from protocol.model.letters import plain_letters

COMPARED_DIGITS = 9
"""The end of a telephone number that says whose it is: country and trunk prefix differ by who wrote it."""

LEAST_DIGITS = 5
"""Shorter numbers are not somebody's."""


_TELEPHONE = re.compile(r"(?<![\w+])(?:\+[0-9]|\(?0)(?:[ ()./\-]{0,2}[0-9]){8,16}(?!\w)", re.ASCII)
"""A number as one dials it, however its digits stand apart."""


def place_key(name: str) -> str:
    """A place as it is compared: case, accents and spacing do not count."""
    return " ".join(plain_letters(name).split())


def what_key(what: str) -> str:
    """What is the matter as it is compared: case and accents do not count."""
    return plain_letters(what)


def digits_of(number: str) -> str:
    """The digits of a telephone number, last one first, so that its end is a beginning."""
    return re.sub(r"\D", "", number)[::-1]


def same_number_key(number: str) -> str:
    """Equal for two ways to write one number; "" for what is no number of somebody."""
    digits = digits_of(number)
    return digits[:COMPARED_DIGITS] if len(digits) >= LEAST_DIGITS else ""


def asked_number(number: str) -> str:
    """The digits that were asked for, last one first: `+31 6 ...`, `0031 6 ...` and `06 ...` ask the same."""
    return digits_of(number)[:COMPARED_DIGITS]


def as_indexed(said: str) -> str:
    """Words as the full text holds them: without accents, each telephone number in one piece beside it."""
    numbers = (digits_of(match[0])[:COMPARED_DIGITS][::-1] for match in _TELEPHONE.finditer(said))
    return " ".join((plain_letters(said), *(f"{number} 0{number}" for number in numbers)))


def full_text(text: str) -> str:
    """A query of FTS5: every word of the text, the last one as a beginning; "" when it has no word.

    A telephone number is one word, however it is written.
    """
    whole = _TELEPHONE.sub(lambda match: digits_of(match[0])[:COMPARED_DIGITS][::-1], text)
    words = re.findall(r"\w+", plain_letters(whole))
    return " ".join(f'"{word}"' for word in words) + "*" if words else ""
