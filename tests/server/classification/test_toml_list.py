"""A list in TOML: every mistake names file, line and key."""

from pathlib import Path

import pytest

from server.classification.classes import LOCAL, Class
from server.classification.toml_list import read_toml
from server.toml_table import ConfigWrong

PATH = Path("classes.toml")


def test_a_list_is_read_in_its_order() -> None:
    """With and without the parts that may be missing."""
    text = (
        '[[class]]\ncode = "brand"\nlevels = ["Gevaar", "Brand"]\npriority = 1\nwords = ["vuur"]\n'
        '[[class]]\ncode = "x"\nlevels = ["Iets"]\ndefinition = "Wat dan ook."\n'
    )
    assert read_toml(PATH, text.encode(), origin=LOCAL) == (
        Class(code="brand", levels=("Gevaar", "Brand"), priority=1, words=("vuur",), origin=LOCAL),
        Class(code="x", levels=("Iets",), definition="Wat dan ook.", origin=LOCAL),
    )


_ONE = '[[class]]\ncode = "brand"\nlevels = ["Brand"]\nwords = ["vuur"]\n'


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ("", None, "class"),
        ('[[class]]\nlevels = ["a"]\n', 1, "class.code"),
        ('[[class]]\ncode = "a"\n', 1, "class.levels"),
        ('[[class]]\ncode = "a"\nlevels = ["a", "b", "c", "d"]\n', 3, "class.levels"),
        ('[[class]]\ncode = "' + "a" * 17 + '"\nlevels = ["a"]\n', 2, "class.code"),
        (_ONE + "priority = 2.5\n", 5, "class.priority"),
        (_ONE + "prio = 2\n", 5, "class.prio"),
        (_ONE + '[[class]]\ncode = "BRAND"\nlevels = ["a"]\n', 6, "class.code"),
        (_ONE + '[[class]]\ncode = "brand"\nlevels = ["a"]\n', 6, "class.code"),
        (_ONE + '[[class]]\ncode = "a"\nlevels = ["a"]\nwords = ["Vuur"]\n', 8, "class.words"),
    ],
)
def test_a_mistake_names_its_line_and_key(text: str, line: int | None, key: str) -> None:
    """Of the class in which it stands."""
    with pytest.raises(ConfigWrong) as caught:
        read_toml(PATH, text.encode())
    assert (caught.value.path, caught.value.line, caught.value.key) == (PATH, line, key)
