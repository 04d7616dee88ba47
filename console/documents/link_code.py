"""The document behind `link 417`: the melder's code, to read out, and its address, to send. Pure.

The server names its address where its settings do; otherwise the melder comes by the address of this console.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from console.texts.texts import Texts
from protocol.address import Address

Row = dict[str, Any]

_SCHEMES = {"ws": "http", "wss": "https"}


def site_of(address: Address) -> str:
    """`http://host:port` of the server that is dialled; "" for a Unix socket, where no telephone comes."""
    scheme = _SCHEMES.get(address.scheme)
    return "" if scheme is None else f"{scheme}://{address.where}"


def link_name(values: Mapping[str, Any]) -> str:
    """The link of this incident."""
    return f"link/{values['incident']}"


def link_rows(content: bytes, site: str, texts: Texts) -> Iterator[tuple[Row, str]]:
    """The code with how long it is good, and the address."""
    found = _read(content)
    if found is None:
        yield {"unreadable": True}, texts.say("link-no-good")
        return
    url = f"{(str(found.get('base') or '') or site).rstrip('/')}{found['path']}"
    row = {"code": found["code"], "url": url, "expires": found.get("expires"), "opened": found.get("opened")}
    opened = texts.say("link-was-opened") if found.get("opened") else ""
    said = texts.say("link-shown", code=found["code"], expires=_local(found.get("expires")), opened=opened)
    yield row, f"{said}\n{texts.say('link-address', url=url)}"


def _read(content: bytes) -> Row | None:
    try:
        found = json.loads(content)
    except ValueError:
        return None
    if not isinstance(found, dict) or not all(isinstance(found.get(key), str) for key in ("code", "path")):
        return None
    return found


def _local(moment: Any) -> str:
    try:
        return f"{datetime.fromisoformat(moment).astimezone():%d-%m %H:%M}"
    except (TypeError, ValueError):
        return "–"
