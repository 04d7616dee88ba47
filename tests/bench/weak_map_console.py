"""A console at the far end of a weak link that fetches the map, without a screen and without a cache.

`python -m tests.bench.weak_map_console` reads its orders as one JSON line on stdin; then one JSON line per
event: the board whole, the first usable map, the whole town, and each change.
"""

import asyncio
import json
import sys
from typing import Any

from console.map.lane import MapLane
from console.map.wanted import Looking
from console.net.access import Access
from console.net.link import new_link
from protocol.address import read_address
from protocol.map.index import Box
from protocol.session.events import Changed, Event
from tests.bench.weak_console import say


async def main() -> None:
    """Until killed, or until the link ends for good."""
    orders: dict[str, Any] = json.loads(
        await asyncio.get_running_loop().run_in_executor(None, sys.stdin.readline)
    )
    link = new_link(Access(address=read_address(orders["url"]), secret=orders["secret"]))
    looking = Looking(box=Box(**orders["box"]), level=2)
    lane = MapLane(link.store, link.fetch, None, looking=lambda: looking, grew=lambda _: None)
    said: set[str] = set()

    def once(event: str, when: bool) -> None:
        if when and event not in said:
            said.add(event)
            say(event, fetched=lane.fetched_bytes)

    def hear(event: Event) -> None:
        once("board", link.store.complete)
        while lane.step():
            pass
        atlas = lane.atlas
        if atlas is not None:
            nearby = [piece.box for piece in atlas.index.pieces if piece.level == 0]
            wanted = sum(box.meets(looking.box) for box in nearby)
            drawn = sum(sheet.level == 0 and sheet.box.meets(looking.box) for sheet in atlas.sheets)
            once("usable", drawn >= wanted)
            once("whole", lane.is_whole)
        if isinstance(event, Changed):
            say("change", seq=event.change.seq)

    link.store.listen(hear)
    say("dial")
    async with link.running():
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
