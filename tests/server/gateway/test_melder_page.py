"""A melder's browser is read frame by frame, and its going is nobody's error."""

from collections.abc import AsyncIterator
from typing import Any, cast

import pytest
from websockets.exceptions import ConnectionClosedError

from protocol.errors import TooLarge
from server.gateway.melder_page import Page
from server.melder.talk import MAX_FRAME_BYTES


class Browser:
    """A connection that gives these frames and is gone then."""

    def __init__(self, *frames: str | bytes) -> None:
        self._frames = frames

    async def __aiter__(self) -> AsyncIterator[str | bytes]:
        for frame in self._frames:
            yield frame
        raise ConnectionClosedError(None, None)

    async def send(self, _text: str) -> None:
        """Nobody is there."""
        raise ConnectionClosedError(None, None)


def _page(*frames: str | bytes) -> Page:
    return Page(cast(Any, Browser(*frames)))


async def test_frames_come_until_the_link_ends() -> None:
    """However it ends: the page comes back with what was not heard, and is told anew."""
    page = _page("een", b"twee")
    assert [frame async for frame in page.frames()] == ["een", b"twee"]
    await page.send("drie")


@pytest.mark.parametrize("letter", ["x", "é"])
async def test_a_frame_that_is_too_large_is_not_read(letter: str) -> None:
    """Counted in bytes, as it came."""
    size = len(letter.encode())
    fits = letter * (MAX_FRAME_BYTES // size)
    assert [frame async for frame in _page(fits).frames()] == [fits]
    with pytest.raises(TooLarge):
        [frame async for frame in _page(fits + letter * size).frames()]
