"""The document `link/417`: the melder's way in, for whoever reads it out or sends it.

Worked out when it is asked for, and kept by nobody; its shape stands in `server.documents.documents`.
"""

from collections.abc import Callable
from datetime import datetime

from protocol.errors import Reason, Refused
from protocol.model.board import Board
from server.documents.shelf import Wanted, line
from server.melder.codes import Codes, spoken


class LinkShelf:
    """`link`."""

    kinds: tuple[str, ...] = ("link",)

    def __init__(
        self, codes: Codes, *, board: Callable[[], Board], clock: Callable[[], datetime], base: str = ""
    ) -> None:
        """`board` gives everything durable; `base` is the address before the path, "" when not known."""
        self._codes = codes
        self._board = board
        self._clock = clock
        self._base = base

    async def document(self, asked: Wanted) -> bytes | None:
        """The document, whole. Raises Refused: NO_SUCH_INCIDENT, NO_LINK."""
        if asked.item is None:
            return None
        if asked.query:
            raise asked.wrong("link/NUMBER")
        number = asked.number()
        incident = self._board().incidents.get(number)
        if incident is None:
            raise Refused(Reason.NO_SUCH_INCIDENT, incident=number, last=self._board().last_incident)
        link = incident.contact_line.link
        if link is None or not link.is_good(self._clock()):
            raise Refused(Reason.NO_LINK, incident=number)
        code = self._codes.code(number, link.number)
        return line(
            {
                "code": spoken(code),
                "path": f"/m/{code}",
                "base": self._base,
                "expires": link.expires_at.isoformat(),
                "opened": link.opened_at is not None,
            }
        )
