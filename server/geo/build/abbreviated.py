"""Which short name of a street is which long one: `Prof. Evertslaan` on a house, `Professor` on the way.

Pure. Whoever numbers houses shortens names that whoever draws streets writes out, and the other way round.
"""

from collections.abc import Iterable

from server.geo.schema import folded


def long_names(short: Iterable[str], known: Iterable[str]) -> dict[str, str]:
    """For names without a street of their own the one known name that it shortens, or that shortens it.

    A name that fits none, or several, is left out.
    """
    by_end: dict[tuple[int, str], list[str]] = {}
    for name in known:
        by_end.setdefault(_key(name), []).append(name)
    found = {}
    for name in short:
        fitting = [
            other for other in by_end.get(_key(name), ()) if shortens(name, other) or shortens(other, name)
        ]
        if len(fitting) == 1:
            found[name] = fitting[0]
    return found


def shortens(short: str, long: str) -> bool:
    """True when they differ only in words that end in a dot and stand for a longer one."""
    pairs = list(zip(short.split(), long.split(), strict=False))
    if len(short.split()) != len(long.split()) or folded(short) == folded(long):
        return False
    return all(folded(a) == folded(b) or (a.endswith(".") and _stands_for(a, b)) for a, b in pairs)


def _stands_for(short: str, long: str) -> bool:
    """`Dr.` for `Doctor`: the same first letter, and the others in their order."""
    letters, rest = folded(short), iter(folded(long))
    return bool(letters) and folded(long).startswith(letters[0]) and all(each in rest for each in letters)


def _key(name: str) -> tuple[int, str]:
    words = name.split()
    return len(words), folded(words[-1]) if words else ""
