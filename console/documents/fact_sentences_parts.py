"""What rows about a place or a melder need: the parts that were said, in words. Pure; part of `told`."""

from collections.abc import Iterator, Mapping
from typing import Any

from console.texts.texts import Texts


def part_args(name: str, row: Mapping[str, Any], texts: Texts) -> dict[str, str]:
    """The arguments of the sentence for a fact of this name; empty for facts that need none from here."""
    match name:
        case "PlaceSaid":
            return {"parts": ", ".join(_place(row, texts))}
        case "MelderDescribed":
            return {"parts": ", ".join(_melder(row, texts))}
        case _:
            return {}


def _place(row: Mapping[str, Any], texts: Texts) -> Iterator[str]:
    if row.get("name"):
        yield texts.say("told-place-name", value=str(row["name"]))
    if row.get("point"):
        yield texts.say("told-place-point")
    if row.get("without_point"):
        yield texts.say("told-place-no-point")


def _melder(row: Mapping[str, Any], texts: Texts) -> Iterator[str]:
    """A name or number that was emptied is said too: somebody took it back."""
    for part in ("name", "number"):
        if row.get(part) is not None:
            yield str(row[part]) or texts.say(f"told-melder-no-{part}")
    if row.get("kind") is not None:
        key = f"melder-kind-{row['kind']}"
        yield texts.say(key) if texts.has(key) else str(row["kind"])
    if row.get("call_back") is not None:
        yield texts.say("told-melder-call-back" if row["call_back"] else "told-melder-no-call-back")
