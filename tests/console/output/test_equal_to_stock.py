"""The same keys give the same screen as Textual's own display, at a fraction of the bytes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.bench.terminal import LAYERS, Phase, bytes_per_phase, start
from tests.console.output.pair import (
    BACKSPACE,
    DEMO,
    ESCAPE,
    F2,
    F3,
    F4,
    F5,
    F6,
    F7,
    F8,
    F9,
    F10,
    PAGE_DOWN,
    SAME_MAP,
    TAB,
    Pair,
)

SCRIPT = (
    *("a", "bc", BACKSPACE, "日", "é", F2, F2, F3, F4, SAME_MAP, F5, F5, F5),
    *(F7, F7, F7, F7, F7, F6, F5, ESCAPE, F8, F9, F10, F3 + F5 + F2, TAB, PAGE_DOWN),
)
ENVIRONMENTS: dict[str, dict[str, str]] = {
    "truecolor": {},
    "256 colours": {"COLORTERM": "", "TEXTUAL_COLOR_SYSTEM": "256"},
    "16 colours": {"TEXTUAL_COLOR_SYSTEM": "standard"},
    "no colour": {"NO_COLOR": "1"},
    "ansi theme": {"DEMO_THEME": "ansi-dark"},
    "no coloured erase": {"TERM": "screen-256color"},
}


SELDOM = ("256 colours", "16 colours", "no colour")
"""Like truecolor but for the colours themselves, which test_cells covers."""


@pytest.fixture(
    params=[
        pytest.param(environment, id=name, marks=[pytest.mark.slow] if name in SELDOM else [])
        for name, environment in ENVIRONMENTS.items()
    ]
)
def pair(request: pytest.FixtureRequest) -> Iterator[Pair]:
    """Both displays of the demo, in each environment."""
    with (
        start(DEMO, "stock", environment=request.param) as stock,
        start(DEMO, "diff", environment=request.param) as diff,
    ):
        stock.wait_output()
        diff.wait_output()
        both = Pair(stock, diff)
        both.settle()
        yield both


def test_every_phase_shows_the_same(pair: Pair) -> None:
    """Typing, board, map, log, wide characters, dialog, toast, animation, paging, in every kind of colour."""
    pair.assert_equal("start")
    for number, keys in enumerate(SCRIPT):
        pair.type(keys)
        pair.assert_equal(f"phase {number}, {keys!r}")


def test_bytes() -> None:
    """What the thin line pays: a cell, fifty markers, a typed character; nothing for what did not change."""
    phases = [
        Phase(name="first cell", keys=F2),
        Phase(name="cell", keys=F2),
        Phase(name="fifty markers", keys=F3),
        Phase(name="one marker", keys=F4),
        Phase(name="same map", keys=SAME_MAP),
        Phase(name="first character", keys="a"),
        Phase(name="character", keys="b"),
        Phase(name="log line", keys=F5),
    ]
    counted = bytes_per_phase(DEMO, phases)
    diff = {name: by_layer["diff"] for name, by_layer in counted.items()}
    assert diff["first cell"] <= 100
    assert diff["cell"] <= 100
    assert diff["fifty markers"] <= 2500
    assert diff["one marker"] <= 100
    assert diff["same map"] == 0
    assert diff["first character"] <= 150
    assert diff["character"] <= 150
    assert diff["log line"] <= 300
    assert diff["start-up"] <= 10_000
    for name, by_layer in counted.items():
        assert by_layer["diff"] <= by_layer["stock"], name
    assert set(LAYERS) == set(counted["cell"])
