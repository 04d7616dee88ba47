"""One change as the journal keeps it: who made it, when, about which incidents, and its encoded facts.

Made by the room, stored and given back unchanged by every journal. Never looks inside `body`.
"""

from collections.abc import Callable

from attrs import Attribute, field, frozen

MAX_INT = 2**63 - 1
MAX_BODY_BYTES = 16 * 1024 * 1024


def _whole(minimum: int, value: object, name: str) -> None:
    # bool is an int to Python, and would come back from a database as one.
    if type(value) is not int or not minimum <= value <= MAX_INT:
        raise ValueError(f"{name} must be a whole number from {minimum} to {MAX_INT}, got {value!r}")


def _at_least(minimum: int) -> Callable[[object, "Attribute[int]", int], None]:
    def check(_: object, attribute: "Attribute[int]", value: int) -> None:
        _whole(minimum, value, attribute.name)

    return check


def _account(_: object, attribute: "Attribute[str]", value: object) -> None:
    if not isinstance(value, str) or not value or "\0" in value:
        raise ValueError(f"{attribute.name} must be a name without NUL and not empty, got {value!r}")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise ValueError(f"{attribute.name} must be text that UTF-8 can hold, got {value!r}") from None


def _incidents(_: object, attribute: "Attribute[tuple[int, ...]]", value: object) -> None:
    if not isinstance(value, tuple):
        raise ValueError(f"{attribute.name} must be a tuple of incident numbers, got {value!r}")
    for number in value:
        _whole(1, number, f"{attribute.name}: each number")
    if len(set(value)) != len(value):
        raise ValueError(f"{attribute.name} must name an incident only once, got {value!r}")


def _body(_: object, attribute: "Attribute[bytes]", value: object) -> None:
    if not isinstance(value, bytes):
        raise ValueError(f"{attribute.name} must be bytes, got {type(value).__name__}")
    if len(value) > MAX_BODY_BYTES:
        raise ValueError(f"{attribute.name} must be at most {MAX_BODY_BYTES} bytes, got {len(value)}")


@frozen(kw_only=True)
class Record:
    """A change, final and numbered.

    Raises:
        ValueError: a field breaks its rule; the message names field, rule and value.
    """

    seq: int = field(validator=_at_least(1))
    """Its number: 1 for the first, then without gaps."""
    at_ms: int = field(validator=_at_least(0))
    """When it was decided, UTC, milliseconds since 1970."""
    by: str = field(validator=_account)
    """The account that asked for it."""
    command: int = field(validator=_at_least(0))
    """The id that `by` gave the command; 0 means made by the server itself and is never deduplicated."""
    incidents: tuple[int, ...] = field(validator=_incidents)
    """The incidents it is about, each once; empty when about none."""
    body: bytes = field(validator=_body, repr=False)
    """The encoded facts, at most `MAX_BODY_BYTES`; opaque here."""
