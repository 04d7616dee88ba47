"""What rows about lines, scale and emergencies need beyond their fields. Pure; part of `told`."""

from collections.abc import Mapping
from typing import Any

from console.texts.texts import Texts
from protocol.model.board import Board


def line_args(name: str, row: Mapping[str, Any], board: Board, texts: Texts) -> dict[str, str | int]:
    """The arguments of the sentence for a fact of this name; empty for facts that need none from here."""
    match name:
        case "WhoNoted":
            kind = f"who-kind-{row.get('kind')}"
            return {
                "kind": texts.say(kind) if texts.has(kind) else str(row.get("kind")),
                "who": str(row.get("who") or texts.say("told-nobody-yet")),
            }
        case "AppealHeard":
            asked = f"appeal-kind-{row.get('kind')}"
            return {
                "kind": texts.say(asked) if texts.has(asked) else str(row.get("kind")),
                "unit": _signs([row["unit"]], board) if row.get("unit") else texts.say("told-the-room"),
            }
        case "UnitsProposed":
            return {"units": _signs(row.get("units"), board) or texts.say("told-nobody-near")}
        case "MelderShared":
            return {"point": _degrees(row.get("point"), texts)}
        case "EmergencyRaised":
            return {"nearby": _signs(row.get("nearby"), board) or texts.say("told-nobody-near")}
        case "IncidentShown":
            shown = row.get("incident_now")
            return {"incident_now": shown.get("number", "–") if isinstance(shown, Mapping) else "–"}
        case _:
            return {}


def _degrees(point: Any, texts: Texts) -> str:
    if not isinstance(point, Mapping):
        return texts.say("told-somewhere")
    parts = (point.get("lat_deg"), point.get("lon_deg"))
    if not all(isinstance(part, int | float) for part in parts):
        return texts.say("told-somewhere")
    return ", ".join(f"{part:.5f}" for part in parts)


def _signs(ids: Any, board: Board) -> str:
    """The call signs of these units; the id of one that has left the board."""
    listed = ids if isinstance(ids, list | tuple) else ()
    return ", ".join(str(board.units[id].call_sign) if id in board.units else str(id) for id in listed)
