"""What a row about a deed taken back needs: what it was, and who hears of it. Pure; part of `told`."""

from collections.abc import Iterator, Mapping
from typing import Any

from console.texts.texts import Texts


def back_args(name: str, row: Mapping[str, Any], texts: Texts) -> dict[str, str]:
    """The arguments of the sentence for a fact of this name; empty for facts that need none from here."""
    match name:
        case "DeedTakenBack":
            return {"what": deed_word(str(row.get("what", "")), texts), "more": "".join(_heard(row, texts))}
        case "EmergencyRestored":
            emergency = row.get("emergency")
            return {"call_sign": str(emergency.get("call_sign", "")) if isinstance(emergency, dict) else ""}
        case _:
            return {}


def deed_word(command: str, texts: Texts) -> str:
    """What a command is called, by the name of its class; the name where this version has no word for it."""
    key = "command" + "".join(f"-{char.lower()}" if char.isupper() else char for char in command)
    return texts.say(key) if texts.has(key) else command


def _heard(row: Mapping[str, Any], texts: Texts) -> Iterator[str]:
    people, had_it = row.get("people") or (), row.get("had_it") or ()
    if row.get("everyone"):
        yield texts.say("told-back-everyone")
    elif people:
        yield texts.say("told-back-people", names=", ".join(map(str, people)))
    if had_it:
        yield texts.say("told-back-had-it", names=", ".join(map(str, had_it)))
