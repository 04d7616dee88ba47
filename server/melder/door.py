"""Which page a browser gets behind `/m/CODE`: the same small page for every link, never stored by anybody.

The page itself says whether its link is good, once it is on its line: opening it changes nothing, so that a
preview of a text message uses no link up. Guessers are slowed down by address.
"""

import base64
import hashlib
import json
import re
from collections import OrderedDict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from time import monotonic
from urllib.parse import urlsplit

from attrs import frozen
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message

from server.bucket import Bucket
from server.texts.texts import LANGUAGES, Texts

PATH = re.compile(r"/m/([0-9A-Za-z-]{1,40})(?:(/line)|[^0-9A-Za-z/-]{0,6}/?)")
"""Behind the code may stand what a text message puts there: a full stop, a bracket."""

MAX_PAGE_BYTES = 30_000
GUESSES_PER_S = 0.2
GUESSES_AT_ONCE = 10.0
MOST_ADDRESSES = 10_000
_PREFIX = "melder-"


@frozen(kw_only=True)
class Asked:
    """What a path under /m asks for."""

    code: str
    line: bool
    """True for the websocket of the page, False for the page."""


def asked(path: str) -> Asked | None:
    """What the path asks for; None when it is none of ours."""
    found = PATH.fullmatch(path)
    return None if found is None else Asked(code=found[1], line=found[2] is not None)


def is_own(origin: str | None, host: str | None) -> bool:
    """True when a page of this very server asks, or nobody says which: another site's page opens no line."""
    if origin is None:
        return True
    try:
        asking = urlsplit(origin).netloc.casefold()
    except ValueError:  # no address at all
        return False
    return bool(asking) and host is not None and asking == host.casefold()


@cache
def page() -> tuple[bytes, Mapping[str, str]]:
    """The page and its headers."""
    html = files("server.melder").joinpath("page.html").read_text("utf-8")
    texts = json.dumps({language: _sentences(language) for language in LANGUAGES}, ensure_ascii=False)
    html = html.replace("/*TEXTS*/{}", texts.replace("<", "\\u003c"))
    rest = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    policy = f"default-src 'none'; connect-src 'self' ws: wss:; {_hashes(html)}; {rest}"
    return html.encode(), {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": policy,
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }


def _sentences(language: str) -> Mapping[str, str]:
    texts = Texts(language)
    source = files("server.texts").joinpath(language, "melder.ftl").read_text("utf-8")
    keys = [each.id.name for each in FluentParser().parse(source).body if isinstance(each, Message)]
    return {key.removeprefix(_PREFIX): texts.say(key) for key in keys}


def _hashes(html: str) -> str:
    """The page's own style and script, and no others."""
    sources = []
    for name, tag in (("style-src", "style"), ("script-src", "script")):
        inside = html.partition(f"<{tag}>")[2].partition(f"</{tag}>")[0]
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        sources.append(f"{name} 'sha256-{digest}'")
    return "; ".join(sources)


class Guesses:
    """How often an address tried a code that opens nothing."""

    def __init__(self) -> None:
        self._bucket_by_address: OrderedDict[str, Bucket] = OrderedDict()

    def wrong(self, address: str) -> bool:
        """Count one; True when this address has guessed too often."""
        bucket = self._bucket_by_address.pop(address, None)
        if bucket is None:
            bucket = Bucket(rate_per_s=GUESSES_PER_S, burst=GUESSES_AT_ONCE, now_s=monotonic())
        self._bucket_by_address[address] = bucket
        while len(self._bucket_by_address) > MOST_ADDRESSES:
            self._bucket_by_address.popitem(last=False)
        return bucket.take(monotonic()) > 0
