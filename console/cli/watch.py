"""Everything that happens, as lines on stdout, for scripts and for whoever wants to look on without a screen.

One line a fact, in order, none missing, and one for each word of a line that this account is on; after a cut
it goes on where it was. Where the server could only send a new board, a `gap` row says which numbers were
skipped.
"""

import asyncio
import json
from collections.abc import Callable
from typing import Any

from attrs import frozen

from console.cli.plain_json import fact_rows, fix_row
from console.documents.fact_sentences import told
from console.harmless import harmless
from console.net.await_server import reach
from console.net.link import Link
from console.texts.texts import Texts
from protocol.model.entry import Entry
from protocol.model.line_kind import LineKind
from protocol.plain import as_plain
from protocol.session.events import Changed, Event, Moved, Welcomed, WordsCame
from protocol.wire.messages import Shown


@frozen(kw_only=True)
class Watching:
    """What to show, and for how long."""

    as_json: bool = False
    positions: bool = False
    for_s: float | None = None
    """None: until stopped."""

    reach_s: float = 10.0


async def watch(
    link: Link, texts: Texts, watching: Watching, out: Callable[[str], object], err: Callable[[str], object]
) -> None:
    """Show what happens from now on. Raises CannotGoOn when the server is not there or will not have us."""
    watcher = _Watcher(link, texts, watching, out)
    link.store.listen(watcher.hear)
    async with link.running():
        await reach(link, watching.reach_s)
        err(texts.say("watch-begins", seq=link.store.board.seq))
        try:
            async with asyncio.timeout(watching.for_s):
                await asyncio.Event().wait()
        except TimeoutError:
            return


class _Watcher:
    """Turns events into lines."""

    def __init__(self, link: Link, texts: Texts, watching: Watching, out: Callable[[str], object]) -> None:
        self._link = link
        self._texts = texts
        self._watching = watching
        self._out = out
        self._last_seq: int | None = None
        self._words: dict[tuple[int, LineKind, int], Entry] = {}

    def hear(self, event: Event) -> None:
        match event:
            case Welcomed(welcome=welcome) if welcome.snapshot:
                last, self._last_seq = self._last_seq, welcome.seq
                if last is not None and welcome.seq > last:
                    row = {"gap": True, "after": last, "to": welcome.seq}
                    self._say(row, self._texts.say("watch-gap", after=last, to=welcome.seq))
            case Changed(change=change):
                self._last_seq = change.seq
                for row in fact_rows(change):
                    self._say(row, told(row, self._link.store.board, self._texts))
            case WordsCame(shown=shown):
                for entry in shown.entries:
                    self._word(shown, entry)
            case Moved(fixes=fixes) if self._watching.positions:
                for fix in fixes:
                    row = fix_row(fix, self._link.store.board)
                    self._say(row, self._texts.say("watch-position", **_flat(row)))

    def _word(self, shown: Shown, entry: Entry) -> None:
        """Once, and again where something about it changed: words may come twice."""
        place = shown.incident, shown.line, entry.id
        if self._words.get(place) == entry:
            return
        self._words[place] = entry
        row = {"seq": shown.seq, "incident": shown.incident, "line": shown.line.name.lower()}
        text = self._texts.say(
            "watch-word",
            incident=shown.incident,
            id=entry.id,
            by=harmless(entry.by),
            text=harmless(entry.text),
        )
        self._say({**row, "entry": as_plain(entry)}, text)

    def _say(self, row: dict[str, Any], text: str) -> None:
        self._out(json.dumps(row, ensure_ascii=False) if self._watching.as_json else text)


def _flat(row: dict[str, Any]) -> dict[str, str]:
    return {
        "unit": str(row["call_sign"] or row["position"]),
        "lat": f"{row['lat_deg']:.5f}",
        "lon": f"{row['lon_deg']:.5f}",
    }
