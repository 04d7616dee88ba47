"""What is typed as one line of JSON, and back: of any file, also a torn one, the last whole state. Pure.

A file is one state a line, the newest last. A state of a version that is not known here is neither read nor
thrown away: it waits for a program that knows it.
"""

import json
from datetime import datetime
from typing import Any

from attrs import frozen

from console.memory.typed import HalfForm, Typed, TypedIn, TypedLine
from protocol.model.text import Name
from protocol.session.origin import Origin

VERSION = 1


@frozen(kw_only=True)
class ReadBack:
    """What stands in a file."""

    typed: Typed | None = None
    """The last whole state; None where there is none that is known here."""

    foreign: bool = False
    """True when the last whole state is of a version that is not known here: leave the file as it is."""


def line_for(typed: Typed) -> bytes:
    """The state as a line, with its line break."""
    row = {
        "version": VERSION,
        "origin": origin_row(typed.origin),
        "lines": [
            {"in": str(line.typed_in), "number": line.number, "text": line.text, "at": line.at.isoformat()}
            for line in typed.lines
        ],
        "forms": [
            {
                "texts": list(map(list, form.texts)),
                "sent": list(map(list, form.sent)),
                "hand_in": form.hand_in,
                "number": form.number,
                "opening": form.opening,
                "at": form.at.isoformat(),
            }
            for form in typed.forms
        ],
    }
    return json.dumps(row).encode() + b"\n"


def last_whole(content: bytes) -> ReadBack:
    """The newest state that is whole; a line that was being written at the end of the program is none."""
    for line in reversed(content.split(b"\n")):
        try:
            row = json.loads(line)
        except ValueError:
            continue
        if not isinstance(row, dict) or not isinstance(row.get("version"), int):
            continue
        try:
            return ReadBack(typed=_typed(row)) if row["version"] == VERSION else ReadBack(foreign=True)
        except (KeyError, TypeError, ValueError):
            # Whole, and yet not as this version writes it: whoever wrote it may make sense of it.
            return ReadBack(foreign=True)
    return ReadBack()


def origin_row(origin: Origin | None) -> dict[str, Any] | None:
    """An origin as it stands in a file."""
    if origin is None:
        return None
    return {"world": origin.world, "exercise": origin.exercise, "history": origin.history}


def origin_in(row: Any) -> Origin | None:
    """The origin in a row. Raises KeyError, TypeError or ValueError for one that is none."""
    if row is None:
        return None
    return Origin(world=Name(row["world"]), exercise=row["exercise"], history=row["history"])


def _typed(row: dict[str, Any]) -> Typed:
    return Typed(
        origin=origin_in(row["origin"]),
        lines=tuple(
            TypedLine(
                typed_in=TypedIn(each["in"]),
                number=each["number"],
                text=each["text"],
                at=datetime.fromisoformat(each["at"]),
            )
            for each in row["lines"]
        ),
        forms=tuple(
            HalfForm(
                texts=tuple(map(tuple, each["texts"])),
                sent=tuple(map(tuple, each["sent"])),
                hand_in=each["hand_in"],
                number=each["number"],
                opening=each["opening"],
                at=datetime.fromisoformat(each["at"]),
            )
            for each in row["forms"]
        ),
    )
