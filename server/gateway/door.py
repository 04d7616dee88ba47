"""The door: who may come in, judged on the handshake's headers alone.

Pure but for the password hash, which the caller's `proven` runs in a thread. Called by the gateway before a
websocket exists; a refusal is an HTTP status and a sentence in English for whoever reads the wire, and the
console makes its own sentence from the status.
"""

import base64
from collections.abc import Awaitable, Callable, Mapping, Sequence

from attrs import frozen

from protocol.wire import SUBPROTOCOL, VERSION
from server.accounts.accounts import Account

MAX_HEADER_CHARS = 2_048

_OTHER_KIND = {
    True: "This world is an exercise, and your account is for a live world.\n",
    False: "This world is live, and your account is for an exercise.\n",
}


@frozen(kw_only=True)
class Admitted:
    """Let in: the account, and what the console says it has."""

    account: Account
    after: int
    """The number to resume after; 0 for none."""

    history: str
    """Which journal that number is of; "" for none."""

    words: int = 0
    """The newest change whose words of lines it has; 0 for none."""


@frozen(kw_only=True)
class TurnedAway:
    """Not let in."""

    status: int
    """400 bad request, 401 not proven, 403 an account of the other kind of world, 426 another version."""

    reason: str
    """For the counters: one word."""

    text: str


async def judge(
    headers: Mapping[str, str],
    offered: Sequence[str],
    *,
    exercise: bool,
    proven: Callable[[str, str], Awaitable[Account | None]],
    ticket_holder: Callable[[str], Account | None],
) -> Admitted | TurnedAway:
    """The verdict. `offered` are the websocket subprotocols in the request; a header's case says nothing.

    `exercise` is the kind of world behind the door: an account of the other kind does not open it.
    """
    if SUBPROTOCOL not in offered:
        asked = ascii(", ".join(offered) or "none")
        return TurnedAway(
            status=426,
            reason="version",
            text=f"This server speaks {SUBPROTOCOL}, you offered {asked:.60}: install Openlijn 0.{VERSION} "
            "and start it again. What you sent and had no answer to is kept.\n",
        )
    header_by_name = {name.lower(): value for name, value in headers.items()}
    scheme, _, credentials = header_by_name.get("authorization", "").partition(" ")
    if not credentials or len(credentials) > MAX_HEADER_CHARS:
        return TurnedAway(status=401, reason="no-proof", text="An account and its secret are needed.\n")
    account: Account | None = None
    if scheme.lower() == "bearer":
        account = ticket_holder(credentials)
    elif scheme.lower() == "basic":
        name, secret = _basic(credentials)
        account = await proven(name, secret) if name else None
    if account is None:
        return TurnedAway(
            status=401, reason="not-proven", text="Unknown name, wrong secret or void ticket.\n"
        )
    if not account.opens(exercise):
        return TurnedAway(status=403, reason="other-kind", text=_OTHER_KIND[exercise])
    history, *numbers = header_by_name.get("openlijn-after", "").split(":")
    if not history and not numbers:
        return Admitted(account=account, after=0, history="")
    whole = len(numbers) in (1, 2) and all(each.isdecimal() and len(each) <= 18 for each in numbers)
    if not whole or len(history) > 40:
        return TurnedAway(
            status=400,
            reason="bad-after",
            text="Openlijn-After must be HISTORY:NUMBER or HISTORY:NUMBER:NUMBER, whole numbers.\n",
        )
    after, words = (*map(int, numbers), 0)[:2]
    return Admitted(account=account, after=after, history=history, words=words)


def _basic(credentials: str) -> tuple[str, str]:
    """Name and secret; two empty texts when it is neither."""
    try:
        name, _, secret = base64.b64decode(credentials, validate=True).decode("utf-8").partition(":")
    except ValueError:  # not base64, not ASCII, not UTF-8
        return "", ""
    return name, secret
