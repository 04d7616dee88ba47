"""A console at the far end of a weak link, without a screen: says on stdout when it knows what.

`python -m tests.bench.weak_console` reads its orders as one JSON line on stdin; then one JSON line per event:
the ten most urgent known, the whole board known, each change, whose positions came, each document that came
in whole. `window` in the orders is what its map shows. With `raw` in the orders it is a plain websockets
client that reports the size of what it receives.
"""

import asyncio
import json
import sys
from datetime import UTC, datetime
from time import monotonic
from typing import Any

from websockets.asyncio.client import connect

from protocol.errors import BadMessage, OutOfStep
from protocol.model.moment import to_ms
from protocol.model.window import Window
from protocol.session.client import ClientSession
from protocol.session.events import BoardArrived, Changed, Moved, PieceCame
from protocol.wire import SUBPROTOCOL
from protocol.wire.messages import Fetch


def say(event: str, **more: Any) -> None:
    """One line."""
    sys.stdout.write(json.dumps({"event": event, "at": monotonic(), **more}) + "\n")
    sys.stdout.flush()


async def console(orders: dict[str, Any]) -> None:
    """Dials, stays, and fetches the document that the orders name again and again."""
    session = ClientSession(first_id=1)
    say("dial")
    headers = {"Authorization": f"Basic {orders['basic']}"}
    async with connect(
        orders["url"],
        proxy=None,
        compression=None,
        ping_interval=None,
        open_timeout=60,
        user_agent_header=None,
        subprotocols=[SUBPROTOCOL],  # type: ignore[list-item]
        additional_headers=headers,
    ) as connection:
        say("open")
        session.opened(monotonic())
        fetches = 0
        session.looks_at(Window(**orders["window"]) if "window" in orders else None)
        while True:
            try:
                frame = await asyncio.wait_for(connection.recv(), 0.5)
            except TimeoutError:
                frame = b""
            if frame:
                for event in session.received(bytes(frame), monotonic(), to_ms(datetime.now(UTC))):  # type: ignore[arg-type]
                    match event:
                        case BoardArrived(parts=1):
                            say("ten", known=len(session.knowledge.board.incidents))
                        case BoardArrived(complete=True):
                            say("whole", known=len(session.knowledge.board.incidents))
                        case Changed(change=change):
                            say("change", seq=change.seq)
                        case Moved(fixes=fixes) if fixes:
                            say("moved", units=[fix.unit for fix in fixes])
                        case PieceCame(piece=piece) if piece.offset + len(piece.data) == piece.total:
                            say("document", total=piece.total)
                            fetches = 0
            if orders.get("document") and session.knowledge.complete and not fetches:
                fetches = 1
                session.fetch(Fetch(id=1, document=orders["document"]))
            session.tick(monotonic())
            if session.round_trip_s is not None and frame:
                say("trip", s=session.round_trip_s)
            while (out := session.next_frame(monotonic(), to_ms(datetime.now(UTC)))) is not None:
                await connection.send(out)


async def raw(orders: dict[str, Any]) -> None:
    """A plain client with the library's defaults off, so that it survives."""
    async with connect(orders["url"], proxy=None, ping_interval=None, open_timeout=60) as connection:
        say("open")
        async for frame in connection:
            say("frame", size=len(frame))


async def main() -> None:
    """Until killed, or until the link ends."""
    orders = json.loads(await asyncio.get_running_loop().run_in_executor(None, sys.stdin.readline))
    try:
        await (raw if orders.get("raw") else console)(orders)
    except (BadMessage, OutOfStep, OSError) as error:
        say("broken", why=str(error))


if __name__ == "__main__":
    asyncio.run(main())
