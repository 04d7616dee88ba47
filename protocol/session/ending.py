"""Why there is no link, or why the last one ended, and whether dialling again can help. Pure.

Made by the dialler from a status, a close code or a silence, and by a shell from what its socket raised. The
console makes a sentence of it; a simulated person puts it in its error.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from http import HTTPStatus

from attrs import field, frozen

from protocol.session.close_codes import FRAME_WAS_BAD, CloseCode
from protocol.wire import VERSION

MAX_SAID_CHARS = 200
"""Of what the other end said, or of an error's text."""


class Why(StrEnum):
    """The kinds. The value is the key of a sentence in the texts, behind `trouble-`."""

    CUT = "cut"
    SILENT = "silent"
    BEHIND = "behind"
    UNHEARD = "unheard"
    SERVER_STOPS = "server-stops"
    BAD_MESSAGE = "bad-message"
    UNREADABLE = "unreadable"
    """Again, on the link that was to mend it."""

    UNKNOWN_WORD = "unknown-word"
    """The server says something that this version has no word for."""

    NOT_UNDERSTOOD = "not-understood"
    OUT_OF_STEP = "out-of-step"
    DRIFTED = "drifted"
    BUSY = "busy"
    TIMEOUT = "timeout"
    UNREACHABLE = "unreachable"
    WRONG_SECRET = "wrong-secret"
    NEWER_SERVER = "newer-server"
    OLDER_SERVER = "older-server"
    VERSION = "version"
    """Of a server that does not say which version it speaks."""

    OTHER_KIND = "other-kind"
    """The account is for live worlds and this is an exercise, or the other way round."""

    ANOTHER_HISTORY = "another-history"
    """Nobody sits here who could say what that means for what is still to be wished."""

    NOT_OPENLIJN = "not-openlijn"
    TLS = "tls"


FINAL = frozenset(
    {
        Why.UNREADABLE,
        Why.UNKNOWN_WORD,
        Why.WRONG_SECRET,
        Why.NEWER_SERVER,
        Why.OLDER_SERVER,
        Why.VERSION,
        Why.OTHER_KIND,
        Why.ANOTHER_HISTORY,
        Why.NOT_OPENLIJN,
        Why.TLS,
    }
)
"""Dialling again would change nothing: a person has to do something first."""

FAULTS = frozenset({Why.BAD_MESSAGE, Why.NOT_UNDERSTOOD, Why.OUT_OF_STEP, Why.DRIFTED})
"""No weather on the way: one of the two programs made a mistake, and somebody should look into it."""

_BY_CODE: Mapping[int, Why] = {
    CloseCode.GOING_AWAY: Why.SERVER_STOPS,
    CloseCode.RESUME: Why.BEHIND,
    CloseCode.DEAF: Why.UNHEARD,
    CloseCode.AGAIN: Why.BUSY,
}

_SUBPROTOCOL = re.compile(r"openlijn\.(\d{1,6})\b", re.ASCII)
"""As every server names what it speaks, since the first."""

_BUSY = frozenset({429, 500, 502, 503, 504})
_VERSION = frozenset({HTTPStatus.BAD_REQUEST, HTTPStatus.UPGRADE_REQUIRED})


@frozen(kw_only=True)
class Ending:
    """Why, and what belongs in its sentence."""

    why: Why
    args: Mapping[str, str | int] = field(factory=dict)

    @property
    def final(self) -> bool:
        """True when dialling again cannot help."""
        return self.why in FINAL

    @property
    def is_fault(self) -> bool:
        """True when one of the two programs made a mistake."""
        return self.why in FAULTS


def closed_with(code: int | None) -> Ending:
    """What the close code of the other end means; None, and every code that is not ours, is a cut: but for
    those that say that it could not read us.
    """
    return Ending(why=Why.NOT_UNDERSTOOD if code in FRAME_WAS_BAD else _BY_CODE.get(code or 0, Why.CUT))


def turned_away(status: int, body: bytes, name: str) -> Ending:
    """What an HTTP status other than 101 means for whoever dialled as `name`; the body is what was said."""
    said = body.decode("utf-8", "replace").strip()[:MAX_SAID_CHARS]
    why = _why_turned_away(status)
    if why is Why.VERSION:
        return other_version(said)
    return Ending(why=why, args={"name": name, "status": status, "said": said})


def other_version(said: str) -> Ending:
    """The server does not speak our version; the first that `said` names is its own."""
    spoken = _SUBPROTOCOL.search(said)
    if spoken is None or int(spoken[1]) == VERSION:
        return Ending(why=Why.VERSION, args={"said": said, "own": VERSION})
    needed = int(spoken[1])
    why = Why.NEWER_SERVER if needed > VERSION else Why.OLDER_SERVER
    return Ending(why=why, args={"needed": needed, "own": VERSION})


def _why_turned_away(status: int) -> Why:
    if status == HTTPStatus.UNAUTHORIZED:
        return Why.WRONG_SECRET
    if status == HTTPStatus.FORBIDDEN:
        return Why.OTHER_KIND
    if status in _VERSION:
        return Why.VERSION
    return Why.BUSY if status in _BUSY else Why.NOT_OPENLIJN


def failed(error: Exception, where: str) -> Ending:
    """Nobody answered at `where`, for the reason that the system or the websocket gives."""
    why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return Ending(why=Why.UNREACHABLE, args={"where": where, "why": why[:MAX_SAID_CHARS]})


def late(where: str, seconds: int) -> Ending:
    """Nobody answered at `where` in that time."""
    return Ending(why=Why.TIMEOUT, args={"where": where, "seconds": seconds})
