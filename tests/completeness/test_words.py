"""Every word of the language has its whole place in the house; what it lacks is named."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from console.actions.catalog import CATALOG
from console.texts.texts import LANGUAGES, Texts
from protocol.commands.command import Command
from protocol.commands.pairs import RaiseEmergency
from protocol.facts.fact import Fact
from protocol.facts.incidents import PlaceChanged
from protocol.facts.intake import CaughtFlagged
from protocol.fold import FOLDS
from protocol.model.role import Role
from protocol.permissions import MAY, SERVERS_OWN
from protocol.wire.tags import COMMANDS, FACTS
from server.decide import DECISIONS
from server.sight.visibility import SIGHTS

pytestmark = pytest.mark.law

SERVER = Path(__file__).parents[2] / "server"

OF_OLD_JOURNALS = {
    PlaceChanged: "version 1 wrote it; since then `PlaceSaid`",
    CaughtFlagged: "version 1 wrote it; since then `CaughtMarked`",
}
"""Facts that are read and never made any more."""


def key_of(kind: type) -> str:
    """The name as the texts write it: `AssignUnit` is `assign-unit`."""
    return "".join(f"-{char.lower()}" if char.isupper() else char for char in kind.__name__).lstrip("-")


def lacks_of_command(kind: type[Command]) -> Iterator[str]:
    """What a wish must have before anybody can wish for it."""
    if kind not in DECISIONS:
        yield "a decision: server/decide, DECISIONS"
    if kind not in SERVERS_OWN and not any(kind in allowed for allowed in MAY.values()):
        yield "a role that may wish for it, or the server as its only maker: protocol/permissions.py"
    yield from _lacking_texts(f"command-{key_of(kind)}", "words.ftl")
    spoken = kind not in SERVERS_OWN and kind not in MAY[Role.MELDER]
    if spoken and not any(action.command_type is kind for action in CATALOG.actions):
        yield "a verb: console/actions"


def lacks_of_fact(kind: type[Fact]) -> Iterator[str]:
    """What a fact must have before it may happen."""
    if kind not in FOLDS:
        yield "a fold: protocol/fold, FOLDS"
    if kind not in SIGHTS:
        yield "who sees it: server/sight/visibility.py, SIGHTS"
    if kind.__name__ not in made_by_the_server() and kind not in OF_OLD_JOURNALS:
        yield "somebody who makes it: server/decide, or OF_OLD_JOURNALS here"
    yield from _lacking_texts(f"fact-{key_of(kind)}", "cli.ftl")


def _lacking_texts(key: str, file: str) -> Iterator[str]:
    for language in LANGUAGES:
        if not Texts(language).has(key):
            yield f"its text {key}: console/texts/{language}/{file}"


@cache
def made_by_the_server() -> frozenset[str]:
    """The names of all classes that some file of the server makes values of."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in sorted(SERVER.rglob("*.py")))
    calls = (node.func for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call))
    return frozenset(
        func.id if isinstance(func, ast.Name) else func.attr
        for func in calls
        if isinstance(func, ast.Name | ast.Attribute)
    )


@pytest.mark.parametrize("kind", COMMANDS.values(), ids=lambda kind: kind.__name__)
def test_a_command_can_be_wished_for_decided_and_told(kind: type[Command]) -> None:
    """Decision, permission, verb, and its word in both languages."""
    lacking = [f"{kind.__name__} lacks {each}" for each in lacks_of_command(kind)]
    assert not lacking, "\n".join(lacking)


@pytest.mark.parametrize("kind", FACTS.values(), ids=lambda kind: kind.__name__)
def test_a_fact_is_made_folded_seen_and_told(kind: type[Fact]) -> None:
    """A maker, a fold, who sees it, and its sentence in both languages."""
    lacking = [f"{kind.__name__} lacks {each}" for each in lacks_of_fact(kind)]
    assert not lacking, "\n".join(lacking)


def test_what_is_said_to_be_of_old_journals_is_made_no_more() -> None:
    """Else its reason hides that a new one lacks a maker."""
    assert {kind.__name__ for kind in OF_OLD_JOURNALS} & made_by_the_server() == set()


def test_a_word_that_stands_nowhere_lacks_all_of_it() -> None:
    """This test can fail: a class beside the language has nothing."""
    assert len(list(lacks_of_command(Command))) == 5
    assert len(list(lacks_of_fact(Fact))) == 5
    assert list(lacks_of_command(RaiseEmergency)) == []
