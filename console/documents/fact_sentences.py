"""A row about a fact -> a sentence, for `watch` and `history` without --json. Pure.

Rows come from `plain` or from a history document of the server.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from console.board.order_reason import order_why
from console.documents.fact_sentences_back import back_args
from console.documents.fact_sentences_dispatch import dispatch_args
from console.documents.fact_sentences_line import line_args
from console.documents.fact_sentences_parts import part_args
from console.paint.clock import clock
from console.texts.texts import Texts
from protocol.model.board import Board
from protocol.model.text import TAKEN_BACK, UNSEEN

_WORDS = {
    "status": "status-",
    "phase": "phase-",
    "means": "means-",
    "kind": "reaction-",
    "source": "source-",
    "aim": "aim-",
    "role": "citizen-role-",
    "citizen": "citizen-view-",
    "order": "order-",
    "crew": "crew-",
    "autonomy": "autonomy-",
    "card": "card-kind-",
    "level": "level-",
}
_TIMES = ("due", "happened_at", "fact_at", "expires_at")

_BESIDES: Mapping[str, tuple[str, ...]] = {
    "IntakeDescribed": ("source", "question", "melder", "expects", "fears", "story"),
    "ReportAttached": ("melder",),
    "Reacted": ("agreed", "due", "text"),
    "Referred": ("consent",),
    "IncidentClosed": ("passed",),
    "UnitSignedOn": ("crew", "autonomy", "team", "skills"),
    "Listening": ("why",),
    "SteppedIn": ("why",),
    "SteppedBack": ("why",),
    "ContactClosed": ("why",),
    "LevelSet": ("why",),
    "GripSet": ("why",),
    "ColleaguesAsked": ("text",),
}
"""Fields that a fact may leave empty: they are told only when they say something."""


_UNTOLD = ("seq", "at", "by", "fact", "key", "taken_back_by")
"""The head of a row, and what proves who somebody is."""

_USUAL = (("autonomy", "independent"),)
"""What goes without saying."""


def told(row: Mapping[str, Any], board: Board, texts: Texts) -> str:
    """Time, who, and what happened. A field that this version does not know is left out."""
    name = str(row.get("fact", ""))
    key = "fact" + "".join(f"-{char.lower()}" if char.isupper() else char for char in name)
    at = _local(str(row["at"]))
    besides = _BESIDES.get(name, ())
    args = {
        field: _shown(field, value, board, texts, at)
        for field, value in row.items()
        if field not in (*_UNTOLD, *besides)
    }
    if besides:
        args["more"] = "".join(_said(besides, row, board, texts, at))
    args |= dispatch_args(name, row, texts)
    args |= line_args(name, row, board, texts)
    args |= part_args(name, row, texts)
    args |= back_args(name, row, texts)
    if row.get("text") == UNSEEN and texts.has(f"{key}-unseen"):
        key = f"{key}-unseen"
    if name == "OrderSwitched":
        args["why"] = order_why(str(row.get("why", "")), texts)
    what = texts.say(key, **args) if texts.has(key) else name
    if row.get("taken_back_by"):
        what = texts.say("told-taken-back", what=what, by=str(row["taken_back_by"]))
    return texts.say("fact-line", at=_when(at, board), by=str(row.get("by", "")), what=what)


def _said(
    fields: tuple[str, ...], row: Mapping[str, Any], board: Board, texts: Texts, at: datetime
) -> Iterator[str]:
    for field in fields:
        value = row.get(field)
        if value in (None, False, "", [], ()) or (field, value) in _USUAL:
            continue
        if field == "question":
            yield texts.say("told-question", value=_word("question-", value, texts))
        elif field == "passed" and isinstance(value, list | tuple):
            yield texts.say("told-passed", value=texts.missing(map(str, value), short=True))
        else:
            yield texts.say(f"told-{field}", value=_shown(field, value, board, texts, at))


def _shown(field: str, value: Any, board: Board, texts: Texts, at: datetime) -> str | int:
    if value == UNSEEN:
        return texts.say("told-unseen")
    if value == TAKEN_BACK:
        return texts.say("told-closed-by-taking-back")
    if field in _WORDS:
        return _word(_WORDS[field], value, texts)
    if field in _TIMES and isinstance(value, str):
        moment = _local(value)
        return f"{moment:%H:%M}" if moment.date() == at.date() else f"{moment:%d-%m %H:%M}"
    if field == "unit" and value in board.units:
        return board.units[value].call_sign
    if field == "code" and not value:
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value)) or "none"
    if isinstance(value, Mapping):
        return " ".join(str(value[part]) for part in ("name", "number") if value.get(part))
    return value if isinstance(value, int) else str(value)


def _word(prefix: str, value: Any, texts: Texts) -> str:
    """The word of a value; the value itself when this version has no word for it."""
    key = f"{prefix}{value}".replace("_", "-")
    return texts.say(key) if texts.has(key) else str(value)


def _when(at: datetime, board: Board) -> str:
    """With its day where that is another than the day of the newest change."""
    return clock(at, at if board.seq == 0 else board.at, seconds=True)


def _local(moment: str) -> datetime:
    return datetime.fromisoformat(moment).astimezone()
