"""Names and texts are checked at birth, and kept exactly as written."""

from typing import Any

import pytest
from attrs import field, frozen
from hypothesis import given

from protocol.model.text import MAX_NAME_CHARS, MAX_TEXT_CHARS, name_field, storable, text_field
from tests.strategies import names, texts


@frozen(kw_only=True)
class Note:
    """Something with each kind of text."""

    name: str = field(default="x", validator=name_field)
    text: str = field(default="x", validator=text_field)
    remark: str = field(default="", validator=storable(5, empty=True))


@pytest.mark.parametrize(
    ("name", "value", "error", "words"),
    [
        ("name", "", ValueError, "name must not be empty"),
        ("name", " \t\n", ValueError, "name must not be empty"),
        ("name", "x" * 201, ValueError, "name must be at most 200 characters, got 201"),
        ("text", "x" * 2_001, ValueError, "text must be at most 2000 characters, got 2001"),
        ("remark", "123456", ValueError, "remark must be at most 5 characters, got 6"),
        ("text", "a\ud83d", ValueError, "text holds half a character"),
        ("text", "\udfff", ValueError, "text holds half a character"),
        ("name", 7, TypeError, "name must be text, got int"),
        ("name", b"x", TypeError, "name must be text, got bytes"),
        ("remark", None, TypeError, "remark must be text, got NoneType"),
    ],
)
def test_what_cannot_be_stored_is_refused_by_name(
    name: str, value: Any, error: type[Exception], words: str
) -> None:
    """The message names the field, the rule and what came."""
    with pytest.raises(error, match=words):
        Note(**{name: value})


def test_the_limits_themselves_are_accepted() -> None:
    """Counted in characters, not in bytes; nothing at all only where that is allowed."""
    note = Note(name="🚓" * MAX_NAME_CHARS, text="🚓" * MAX_TEXT_CHARS, remark="")
    assert (len(note.name), len(note.text), len(note.remark)) == (200, 2_000, 0)


@given(names(), texts())
def test_what_is_typed_is_kept_as_typed(name: str, text: str) -> None:
    """Control and right-to-left signs, spaces at the ends and all."""
    assert (name, text) == (Note(name=name).name, Note(text=text).text)
