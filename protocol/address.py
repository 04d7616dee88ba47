"""Where a server is and as whom to dial it, as people write it: `ws://anna@127.0.0.1:8765`.

Pure: text in, a valid value or a named problem out; which sentence goes with a problem is the reader's
business. Both command lines read their URL here. The secret is never part of it.
"""

from enum import StrEnum
from urllib.parse import quote, unquote, urlsplit

from attrs import field, frozen
from attrs.validators import in_, instance_of

from protocol.errors import OpenlijnError

SCHEMES = ("ws", "wss", "ws+unix")


class Problem(StrEnum):
    """What is wrong with an address. The value is a key for the texts."""

    SCHEME = "scheme"
    """It does not begin with ws://, wss:// or ws+unix://."""

    NAME_MISSING = "name-missing"
    SECRET_INSIDE = "secret-inside"
    """A secret on a command line is read by everybody on the machine."""

    HOST_MISSING = "host-missing"
    PORT_WRONG = "port-wrong"
    """Not a whole number from 1 to 65535."""

    PATH_MISSING = "path-missing"
    """A Unix socket needs an absolute path."""

    TOO_MUCH = "too-much"
    """A path, a query or a fragment behind host and port."""


class AddressWrong(OpenlijnError):
    """What was written is not an address.

    `problem` says why; `shown` is what was written, without a secret that stood in it.
    """

    def __init__(self, problem: Problem, written: str) -> None:
        self.problem = problem
        self.shown = _without_secret(written)
        super().__init__(f"{self.shown}: {problem}")


@frozen(kw_only=True)
class Address:
    """A server and the account to dial it with."""

    scheme: str = field(validator=in_(SCHEMES))
    name: str = field(validator=instance_of(str))
    """The account; never empty."""

    where: str = field(validator=instance_of(str))
    """`host`, `host:port`, `[::1]:port`, or the absolute path of a Unix socket."""

    @property
    def url(self) -> str:
        """What is dialled: the URL without the name."""
        return f"{self.scheme}://{self.where}"

    @property
    def unix_path(self) -> str | None:
        """The path of the Unix socket; None for TCP."""
        return self.where if self.scheme == "ws+unix" else None

    def __str__(self) -> str:
        """As people write it; `read_address` reads it back."""
        return f"{self.scheme}://{quote(self.name, safe='')}@{self.where}"


def read_address(written: str) -> Address:
    """The address in a URL. Raises AddressWrong.

    The name may be percent-encoded; the path of a Unix socket is taken literally.
    """
    scheme, separator, rest = written.strip().partition("://")
    if not separator or scheme.lower() not in SCHEMES:
        raise AddressWrong(Problem.SCHEME, written)
    scheme = scheme.lower()
    user, at, where = rest.partition("@") if scheme == "ws+unix" else _last_at(rest)
    if ":" in user:
        raise AddressWrong(Problem.SECRET_INSIDE, written)
    name = unquote(user)
    if not at or not name.strip():
        raise AddressWrong(Problem.NAME_MISSING, written)
    if scheme == "ws+unix":
        if not where.startswith("/") or where == "/":
            raise AddressWrong(Problem.PATH_MISSING, written)
    else:
        where = _checked_host(where, written)
    return Address(scheme=scheme, name=name, where=where)


def _last_at(rest: str) -> tuple[str, str, str]:
    """A stray @ belongs to the name (or to a secret, which is refused), never to the host."""
    user, at, where = rest.rpartition("@")
    return user, at, where


def _checked_host(where: str, written: str) -> str:
    try:
        parts = urlsplit(f"//{where}")
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise AddressWrong(Problem.PORT_WRONG, written) from error
    if not host:
        raise AddressWrong(Problem.HOST_MISSING, written)
    if port == 0 or parts.netloc.endswith(":"):
        raise AddressWrong(Problem.PORT_WRONG, written)
    if parts.path not in ("", "/") or parts.query or parts.fragment:
        raise AddressWrong(Problem.TOO_MUCH, written)
    return parts.netloc


def _without_secret(written: str) -> str:
    """What stands between a colon and the last @ of the user part is not repeated in any message."""
    scheme, separator, rest = written.partition("://")
    user, at, where = rest.rpartition("@")
    if at and ":" in user:
        user = f"{user.partition(':')[0]}:…"
    return f"{scheme}{separator}{user}{at}{where}"
