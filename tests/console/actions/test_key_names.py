"""How a key is called on the keyboard."""

import pytest

from console.actions.catalog import CATALOG
from console.actions.key_names import key_name


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("colon", ":"),
        ("f2", "F2"),
        ("ctrl+p", "Ctrl+P"),
        ("ctrl+down", "Ctrl+↓"),
        ("shift+tab", "Shift+Tab"),
        ("J", "J"),
        (None, ""),
    ],
)
def test_a_key_is_called_as_it_stands_on_the_keyboard(key: str | None, name: str) -> None:
    """A letter keeps its case, because the other case is another key."""
    assert key_name(key) == name


def test_two_keys_of_the_catalog_are_never_called_the_same() -> None:
    """Nobody reads one key in the help and presses another; no key is called by its inner name."""
    keys = {key for action in CATALOG.actions for key in (action.key,) if key}
    names = [key_name(key) for key in keys]
    assert len(set(names)) == len(keys)
    assert [name for name in names if "_" in name] == []
