"""A fault made on purpose: one change of which no run gets anything, as when the hub fails on it."""

from typing import Any

import pytest

import server.hub.run
from protocol.change import Change
from protocol.facts.fact import Fact
from server.sight.visibility import seen


def leave_out(seq: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Change `seq` is told to nobody; the next one closes over it, as over any that nobody may see."""

    def all_but_one(change: Change, *rest: Any, **more: Any) -> tuple[Fact, ...]:
        return () if change.seq == seq else seen(change, *rest, **more)

    monkeypatch.setattr(server.hub.run, "seen", all_but_one)
