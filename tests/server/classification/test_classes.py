"""A class and the list: valid from birth, each code once, additions marked."""

from typing import Any

import pytest

from server.classification.classes import LOCAL, SITE, Class, ClassList, folded


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"code": ""}, "code"),
        ({"code": "x" * 17}, "code must be at most 16"),
        ({"levels": ()}, "levels"),
        ({"levels": ("a", "b", "c", "d")}, "levels"),
        ({"levels": ("a", " ")}, "levels"),
        ({"priority": 6}, "priority must be a whole number from 1 to 5, got 6"),
        ({"priority": 2.0}, "priority"),
        ({"origin": "elsewhere"}, "origin"),
    ],
)
def test_a_class_that_makes_no_sense_is_refused(wrong: dict[str, Any], words: str) -> None:
    """Naming the field."""
    with pytest.raises((TypeError, ValueError), match=words):
        Class(**{"code": "brand", "levels": ("Gevaar", "Brand"), **wrong})


def test_local_additions_are_kept_and_marked() -> None:
    """One with a known code takes its place; the others come after the list."""
    known = [Class(code=code, levels=(code,), origin=SITE) for code in ("al", "br")]
    local = tuple(Class(code=code, levels=("ons", code)) for code in ("BR", "haven"))
    whole = ClassList(classes=tuple(known)).with_local(local)
    assert [(each.code, each.origin) for each in whole.classes] == [
        ("al", SITE),
        ("BR", LOCAL),
        ("haven", LOCAL),
    ]
    found = whole.class_of("HAVEN")
    assert found is not None
    assert found.shown() == {
        "code": "haven",
        "levels": ["ons", "haven"],
        "priority": None,
        "words": [],
        "definition": "",
        "origin": "local",
    }


def test_words_are_compared_by_letters_and_digits() -> None:
    """As people type them."""
    assert folded("Te-Water!") == folded("tewater") == "tewater"
