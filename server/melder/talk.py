"""What the melder's page says and is told, as small JSON texts. Pure; strict on what comes in.

Up: {"k": key, "n": last word known} first; then {"i": id, "x": words}, {"i": id, "at": [lat, lon]},
{"i": id, "safe": true} or {} as a sign of life. The ids are the page's own, drawn at random: a message
sent again after a cut is not said twice, and two tabs give no two messages one id. Down: {"v": ...} with
what changed of the view, {"ok": id}, {"no": id, "why": key}, {} as the answer to a sign of life.
"""

import json
from typing import Any

from attrs import frozen

from protocol.commands.contact import MAX_WORDS_CHARS, SayAsMelder, SaySafe, ShareWhere
from protocol.errors import WrongShape
from protocol.model.moment import to_ms
from protocol.model.number import MAX_NUMBER
from protocol.model.point import Point
from protocol.model.text import UNSEEN, Name, Text
from server.melder.view import MeldersView

MAX_FRAME_BYTES = 4_096
"""500 characters, each written as six, with room to spare."""

MAX_ID = 2**43
KEY_CHARS = 32


@frozen(kw_only=True)
class Begin:
    """The page is here: its key, and the last word it has."""

    key: Name
    known: int


@frozen(kw_only=True)
class Said:
    """The page wishes something."""

    id: int
    command: SayAsMelder | ShareWhere | SaySafe


@frozen(kw_only=True)
class SignOfLife:
    """The page is still here."""


def read_begin(frame: str | bytes) -> Begin:
    """The first frame of a page. Raises WrongShape."""
    match _object(frame):
        case {"k": str(key), "n": int(known), **rest} if not rest and type(known) is int:
            if 0 <= known <= MAX_NUMBER and len(key) == KEY_CHARS and key.isascii() and key.isalnum():
                return Begin(key=Name(key), known=known)
    raise WrongShape("$", f"k of {KEY_CHARS} letters and digits, and n", "something else")


def read_said(frame: str | bytes, incident: int) -> Said | SignOfLife:
    """Any later frame of a page. Raises WrongShape."""
    raw = _object(frame)
    if not raw:
        return SignOfLife()
    id = raw.get("i")
    if type(id) is not int or not 1 <= id <= MAX_ID:
        raise WrongShape("$.i", f"a number from 1 to {MAX_ID}", type(id).__name__)
    try:
        match {key: value for key, value in raw.items() if key != "i"}:
            case {"x": str(words), **rest} if not rest:
                if len(words) > MAX_WORDS_CHARS:
                    raise WrongShape("$.x", f"at most {MAX_WORDS_CHARS} characters", len(words))
                return Said(id=id, command=SayAsMelder(incident=incident, text=_text_of(words)))
            case {"at": [lat, lon], **rest} if not rest and {type(lat), type(lon)} <= {int, float}:
                point = Point(lat_deg=lat, lon_deg=lon)
                return Said(id=id, command=ShareWhere(incident=incident, point=point))
            case {"safe": True, **rest} if not rest:
                return Said(id=id, command=SaySafe(incident=incident))
    except (ValueError, TypeError, OverflowError) as error:
        raise WrongShape("$", f"something that can be kept ({error})", "something else") from error
    # What came is not shown: it may be nested deeper than can be written down.
    raise WrongShape("$", "words, a place or safe", f"{len(raw)} keys")


def _text_of(words: str) -> Text:
    """An old phone has a picture at the sign that stands for words nobody may see: a space parts them."""
    return Text(f"{words} ") if words == UNSEEN else Text(words)


def write_view(view: MeldersView, *, known: int, before: MeldersView | None) -> str | None:
    """What changed since `before`, with the words after `known`; None when nothing did."""
    now, then = _plain(view), {} if before is None else _plain(before)
    changed: dict[str, Any] = {key: value for key, value in now.items() if then.get(key) != value}
    words = [[word.id, to_ms(word.at), int(word.mine), word.text] for word in view.words if word.id > known]
    if words:
        changed["words"] = words
    return _text({"v": changed}) if changed or before is None else None


def write_done(id: int) -> str:
    """It is heard and kept."""
    return _text({"ok": id})


def write_refused(id: int, why: str) -> str:
    """It is not; `why` is a key of the page's texts, or of none."""
    return _text({"no": id, "why": why})


ALIVE = "{}"


def _plain(view: MeldersView) -> dict[str, Any]:
    return {
        "struck": list(view.struck),
        "stage": view.stage,
        "officer": view.officer,
        "listeners": view.listeners,
        "promises": [[each.what, to_ms(each.due), to_ms(each.made), each.state] for each in view.promises],
        "safe": view.safe,
        "shared": view.shared,
        "feedback": view.feedback,
    }


def _object(frame: str | bytes) -> dict[str, Any]:
    if not isinstance(frame, str):
        raise WrongShape("$", "text", "bytes")
    try:
        raw = json.loads(frame, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise WrongShape("$", "JSON", frame[:60]) from error
    if not isinstance(raw, dict):
        raise WrongShape("$", "an object", frame[:60])
    return raw


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no number")


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
