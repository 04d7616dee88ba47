"""Waiting for the server without a screen: reached within a time, or the reason why not.

Used by `do`, `watch` and `history`; they give up where the screen would keep trying.
"""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from console.net.link import Link
from console.texts.trouble import CannotGoOn, Trouble
from protocol.session.events import LinkState


def utc_now() -> datetime:
    """This machine's clock."""
    return datetime.now(UTC)


async def wait_until(link: Link, condition: Callable[[], Any], within_s: float) -> bool:
    """Look again after every event, for so many seconds. False when it did not come about."""
    changed = asyncio.Event()
    stop = link.store.listen(lambda _event: changed.set())
    try:
        async with asyncio.timeout(within_s):
            while not condition():
                changed.clear()
                await changed.wait()
    except TimeoutError:
        return False
    finally:
        stop()
    return True


async def reach(link: Link, within_s: float) -> None:
    """Wait for the whole board. Raises CannotGoOn when it has not come in that time."""
    if not await wait_until(link, lambda: link.session.state is LinkState.LIVE, within_s):
        late = Trouble(
            key="trouble-timeout", args={"where": link.access.address.where, "seconds": round(within_s)}
        )
        raise CannotGoOn(link.trouble or late)
