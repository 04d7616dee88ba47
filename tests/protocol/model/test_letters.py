"""Words as they are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.model.letters import plain_letters


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Łukasz", "lukasz"),
        ("Café", "cafe"),
        ("Ångström", "angstrom"),
        ("Søren Æbelø", "soren aebelo"),
        ("Đorđe", "dorde"),
        ("Straße", "strasse"),
        ("İstanbul", "istanbul"),
        ("IJmuiden", "ijmuiden"),
        ("Ĳmuiden", "ijmuiden"),
        ("’s-Gravenhage", "'s-gravenhage"),
        ("Γειά", "γεια"),
    ],
)
def test_letters_are_found_by_who_lacks_the_key(text: str, plain: str) -> None:
    """Small, without accents; other signs stay."""
    assert plain_letters(text) == plain


@given(st.text())
def test_once_plain_it_stays_so(text: str) -> None:
    """Whatever is typed."""
    assert plain_letters(plain_letters(text)) == plain_letters(text)
