"""Who may wish for what, and read which document, as text. Pure; asks `protocol.permissions`."""

from collections.abc import Callable, Iterable, Mapping

from protocol.model.role import Role
from protocol.permissions import (
    HEARS_PRESENCE,
    IS_PRESENT,
    MAY_FETCH,
    REPORTS_POSITIONS,
    SERVERS_OWN,
    may,
    may_fetch,
)
from protocol.wire.tags import COMMANDS

_WIDTH = max(len(role.key) for role in Role) + 2

_TICKS: Mapping[str, frozenset[Role]] = {
    "positions": REPORTS_POSITIONS,
    "presence": IS_PRESENT,
    "presence of others": HEARS_PRESENCE,
}
"""Who says them, and of the last who hears them."""


def text() -> str:
    """The whole file: a row each, a column a role."""
    documents = sorted(frozenset[str]().union(*MAY_FETCH.values()))
    kinds = {kind.__name__: kind for kind in COMMANDS.values()}
    own = {kind.__name__ for kind in SERVERS_OWN}
    parts = (
        _table("command", sorted(kinds), lambda role, name: may(role, kinds[name])),
        _table("document", documents, may_fetch),
        _table("tick", sorted(_TICKS), lambda role, name: role in _TICKS[name]),
        ("the server's own", *sorted(own)),
    )
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _table(title: str, names: Iterable[str], is_allowed: Callable[[Role, str], bool]) -> tuple[str, ...]:
    head = _row(title, (role.key for role in Role))
    return (
        head,
        *(_row(name, ("yes" if is_allowed(role, name) else "-" for role in Role)) for name in names),
    )


def _row(first: str, cells: Iterable[str]) -> str:
    return f"{first:<24}{''.join(cell.ljust(_WIDTH) for cell in cells)}".rstrip()
