"""The document behind `link 417` as a picture to read out. Reads the desk and what came; asks for nothing.

Whether the page was opened is in the board.
"""

from datetime import datetime
from typing import Any

from console.documents.link_code import link_rows
from console.melder_link.view import LinkView, draw_link
from console.paint.clock import LOCAL
from console.paint.row import Row, plain
from console.paint.tone import Tone
from console.part.context import Context


def link_card(context: Context, number: int, content: bytes, site: str, width: int) -> tuple[str, list[Row]]:
    """Title and rows; what the server sent is said to be no link where it is none."""
    title = context.say("lines-link-title", incident=number)
    row, sentence = next(iter(link_rows(content, site, context.texts)))
    if "code" not in row:
        return title, [plain(f" {sentence}", Tone.WARN)]
    incident = context.board.incidents.get(number)
    link = None if incident is None else incident.contact_line.link
    verb = context.verb_of("withdraw-link")
    view = LinkView(
        code=str(row["code"]),
        url=str(row["url"]),
        expires=_moment(row["expires"]),
        opened=None if link is None else link.opened_at,
        withdraw=f"{verb} {number}",
    )
    return title, draw_link(view, context.say, now=context.now, zone=LOCAL, width=width)


def _moment(value: Any) -> datetime | None:
    try:
        moment = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return None
    return moment if moment.tzinfo is not None else None
