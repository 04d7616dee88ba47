"""How a unit signed on the last time, kept in the folder of its account and world: it is not asked again.

One entry a call sign. A file that cannot be read or written costs a question, never the work.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from console.memory.typed_file import replace_file
from protocol.commands.units import SignOnUnit
from protocol.model.autonomy import Autonomy
from protocol.model.means import Means
from protocol.model.text import Name

FILE_NAME = "sign-on.json"


class KeptDuty:
    """What was remembered, by call sign."""

    def __init__(self, folder: Callable[[], Path | None]) -> None:
        """`folder` is that of the account in the world of the moment; None as long as that is not known."""
        self._folder = folder

    def of(self, call_sign: str) -> SignOnUnit | None:
        """The wish of the last time; None where none was kept or what was kept makes no sense."""
        row = self._read().get(call_sign)
        try:
            return None if row is None else _wish(call_sign, row)
        except (KeyError, TypeError, ValueError):
            return None

    def keep(self, wish: SignOnUnit) -> None:
        """This is how it signs on from now on."""
        folder = self._folder()
        if folder is None:
            return
        try:
            replace_file(folder / FILE_NAME, json.dumps(self._read() | {wish.call_sign: _row(wish)}).encode())
        except OSError:
            return

    def _read(self) -> dict[str, Any]:
        folder = self._folder()
        try:
            rows = {} if folder is None else json.loads((folder / FILE_NAME).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return rows if isinstance(rows, dict) else {}


def _row(wish: SignOnUnit) -> dict[str, Any]:
    return {
        "means": wish.means.name,
        "crew": wish.crew,
        "team": wish.team,
        "skills": list(wish.skills),
        "autonomy": wish.autonomy.name,
    }


def _wish(call_sign: str, row: Any) -> SignOnUnit:
    return SignOnUnit(
        call_sign=Name(call_sign),
        means=Means[row["means"]],
        crew=row["crew"],
        team=Name(row["team"]),
        skills=tuple(Name(skill) for skill in row["skills"]),
        autonomy=Autonomy[row["autonomy"]],
    )
