"""The law stands in its golden files, and a change of it shows."""

import itertools
from collections.abc import Mapping
from typing import Any

import pytest

from protocol.wire.tags import COMMANDS, FACTS
from tests.golden import wire
from tests.golden.golden import GOLDEN, WRITE, Golden, stray

pytestmark = pytest.mark.law

PAIRS = {"commands": COMMANDS, "facts": FACTS}


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda golden: golden.name)
def test_the_law_is_what_its_golden_file_says(golden: Golden) -> None:
    """Somebody decides about every difference; nothing writes the file but the command, by hand."""
    difference = golden.difference()
    assert not difference, f"\n{difference}\n\n{golden.asks}\nWhen that is decided: {WRITE}"


def test_no_golden_file_lies_here_that_nobody_reads() -> None:
    """It would be reviewed for nothing."""
    assert stray(each.name for each in GOLDEN) == set()


@pytest.mark.parametrize("title", PAIRS)
def test_no_two_tags_can_be_swapped(title: str) -> None:
    """For each pair: an old journal would put an officer's words in the melder's mouth."""
    table: Mapping[int, type[Any]] = PAIRS[title]
    told = wire.words_lines(title, table)
    kept = next(golden for golden in GOLDEN if golden.name == "wire").path.read_text(encoding="utf-8")
    assert "\n".join(told) in kept
    unnoticed = [
        (a, b)
        for a, b in itertools.combinations(table, 2)
        if wire.words_lines(title, {**table, a: table[b], b: table[a]}) == told
    ]
    assert unnoticed == []


@pytest.mark.parametrize("title", PAIRS)
def test_no_tag_can_be_taken_away_or_moved(title: str) -> None:
    """A tag of a word that is gone stays given out: its old records are still in journals."""
    table: Mapping[int, type[Any]] = PAIRS[title]
    told = wire.words_lines(title, table)
    for tag, kind in table.items():
        without = {other: each for other, each in table.items() if other != tag}
        assert wire.words_lines(title, without) != told
        assert wire.words_lines(title, {**without, max(table) + 1: kind}) != told
