"""The tags: gathered from every file of words, one each, none twice, a byte long."""

import sys
from collections.abc import Mapping
from types import ModuleType
from typing import Any

import pytest
from attrs import frozen

from protocol import commands, facts
from protocol.commands.command import Command
from protocol.facts.fact import Fact
from protocol.wire.tags import COMMANDS, FACTS, gathered
from protocol.word import Word

pytestmark = pytest.mark.law


@pytest.fixture
def twice(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A package of words in which a second file gives out a tag again."""

    @frozen(kw_only=True)
    class Again(Command, tag=1):
        """Has the tag of OpenIncident."""

        __module__ = f"{commands.__name__}.work"

    monkeypatch.setattr(sys.modules[f"{commands.__name__}.work"], "Again", Again, raising=False)
    return commands


@pytest.mark.parametrize(
    ("table", "package", "base"),
    [(COMMANDS, commands, Command), (FACTS, facts, Fact)],
    ids=["commands", "facts"],
)
def test_every_class_in_every_file_of_words_is_gathered(
    table: Mapping[int, type[Word]], package: ModuleType, base: type[Word]
) -> None:
    """Nobody keeps a list: a word is known by being written."""
    written = {each for each in _subclasses(base) if each.__module__.startswith(f"{package.__name__}.")}
    assert set(table.values()) == written
    assert all(kind.tag == tag for tag, kind in table.items())


def test_a_tag_that_two_have_is_an_error_that_names_both(twice: ModuleType) -> None:
    """At the first import, before a byte is written."""
    with pytest.raises(ValueError, match="tag 1 is given to OpenIncident and to Again"):
        gathered(twice, Command)


@pytest.mark.parametrize("table", [COMMANDS, FACTS], ids=["commands", "facts"])
def test_a_tag_costs_one_byte(table: Mapping[int, type[Any]]) -> None:
    """Up to 127 msgpack writes an integer in one."""
    assert all(1 <= tag <= 127 for tag in table)


def _subclasses(base: type[Word]) -> set[type[Word]]:
    """attrs makes each class twice; the first is dropped when nobody holds it, the second is the module's."""
    return {each for each in base.__subclasses__() if _is_at_home(each)}


def _is_at_home(kind: type) -> bool:
    return getattr(sys.modules[kind.__module__], kind.__name__, None) is kind
