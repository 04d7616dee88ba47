"""What people write: the two kinds of text, and the check that each passes at birth.

A *Name* recurs (a call sign, a street, what happened in two words) and may be shortened on the wire; a *Text*
is free and seldom recurs. Both are kept as written, also with control or bidi characters: nothing typed is
lost, and the console shows such characters as harmless signs. Only what cannot be stored at all is refused.
"""

from collections.abc import Callable
from typing import Any, NewType

Name = NewType("Name", str)
Text = NewType("Text", str)

UNSEEN = Text("\ue000")
"""In the place of words that their reader may not see: a fold takes note of them and keeps none."""

TAKEN_BACK = Text("\ue002")
"""In the place of a reason, where a melding is closed because its opening was taken back."""

MAX_NAME_CHARS = 200
MAX_TEXT_CHARS = 2_000


def same_name(a: str, b: str) -> bool:
    """True when two names are one and the same: a call sign and an account may differ in case."""
    return a.casefold() == b.casefold()


def storable(max_chars: int, *, empty: bool = False) -> Callable[[Any, Any, Any], None]:
    """A validator: str of at most `max_chars` characters, no lone surrogates; empty only if allowed."""

    def check(_instance: Any, attribute: Any, value: Any) -> None:
        if not isinstance(value, str):
            raise TypeError(f"{attribute.name} must be text, got {type(value).__name__}")
        if not empty and not value.strip():
            raise ValueError(f"{attribute.name} must not be empty")
        if len(value) > max_chars:
            raise ValueError(f"{attribute.name} must be at most {max_chars} characters, got {len(value)}")
        try:
            value.encode()
        except UnicodeEncodeError as error:
            raise ValueError(f"{attribute.name} holds half a character (a lone surrogate)") from error

    return check


name_field = storable(MAX_NAME_CHARS)
text_field = storable(MAX_TEXT_CHARS)


def unknown_or_name_field(instance: Any, attribute: Any, value: Any) -> None:
    """A validator: as a name, or "" for what nobody knows yet; blanks alone are neither."""
    if value != "":
        name_field(instance, attribute, value)
