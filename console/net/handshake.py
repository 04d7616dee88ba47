"""What a console says in the handshake, and what a refusal of it means. Pure."""

import base64
from collections.abc import Mapping
from http import HTTPStatus

from attrs import field, frozen

from console.net.trouble import Trouble
from protocol.session.client import Hello

_BUSY = frozenset({429, 500, 502, 503, 504})
_VERSION = frozenset({HTTPStatus.BAD_REQUEST, HTTPStatus.UPGRADE_REQUIRED})
MAX_SAID_CHARS = 200


@frozen(kw_only=True)
class TurnedAway:
    """The server answered the handshake with something else than a websocket."""

    trouble: Trouble = field()
    final: bool
    """True when dialling again cannot help."""


def headers(hello: Hello, name: str, secret: str, *, void_ticket: str = "") -> Mapping[str, str]:
    """The headers of a handshake: a ticket where one is good, else name and secret; and what we have."""
    if hello.ticket and hello.ticket != void_ticket:
        proof = f"Bearer {hello.ticket}"
    else:
        proof = f"Basic {base64.b64encode(f'{name}:{secret}'.encode()).decode()}"
    said = {"Authorization": proof}
    if hello.after > 0:
        said["Openlijn-After"] = hello.has
    return said


def turned_away(status: int, body: bytes, name: str) -> TurnedAway:
    """What an HTTP status other than 101 means for a console that dials as `name`."""
    if status == HTTPStatus.UNAUTHORIZED:
        return TurnedAway(trouble=Trouble(key="trouble-wrong-secret", args={"name": name}), final=True)
    if status in _VERSION:
        said = body.decode("utf-8", "replace").strip()[:MAX_SAID_CHARS]
        return TurnedAway(trouble=Trouble(key="trouble-version", args={"said": said}), final=True)
    if status in _BUSY:
        return TurnedAway(trouble=Trouble(key="trouble-busy"), final=False)
    return TurnedAway(trouble=Trouble(key="trouble-not-openlijn", args={"status": status}), final=True)
