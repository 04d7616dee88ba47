"""A row about a fact -> a sentence, for `watch` and `history` without --json. Pure.

Rows come from `plain` or from a history document of the server.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from console.texts.texts import Texts
from protocol.model.board import Board

_WORDS = {"status": "status-", "phase": "phase-", "means": "means-"}


def told(row: Mapping[str, Any], board: Board, texts: Texts) -> str:
    """Time, who, and what happened. A field that this version does not know is left out."""
    name = str(row.get("fact", ""))
    key = "fact" + "".join(f"-{char.lower()}" if char.isupper() else char for char in name)
    args = {
        field: _shown(field, value, board, texts)
        for field, value in row.items()
        if field not in ("seq", "at", "by", "fact")
    }
    what = texts.say(key, **args) if texts.has(key) else name
    at = datetime.fromisoformat(str(row["at"])).astimezone()
    return texts.say("fact-line", at=f"{at:%H:%M:%S}", by=str(row.get("by", "")), what=what)


def _shown(field: str, value: Any, board: Board, texts: Texts) -> str | int:
    if field in _WORDS:
        return texts.say(f"{_WORDS[field]}{value}")
    if field == "unit" and value in board.units:
        return board.units[value].call_sign
    if isinstance(value, Mapping):
        return str(value.get("name", ""))
    return value if isinstance(value, int) and not isinstance(value, bool) else str(value)
