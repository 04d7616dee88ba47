"""Documents that a console can ask for by name, sent over the bulk lane in small pieces.

A name is a path, and behind a `?` what is asked, urlencoded (`search?text=fiets&page=2`). JSON, JSON lines
(one object a line), Markdown or CSV; times ISO 8601 with zone, absent values null. A name that means nothing,
or asks for it wrongly, is refused with what and where.

`history/417`
    JSON lines, oldest first: {seq, at, by, fact, ...fields}. From the journal, so also what left the board.
`search?text=&place=&number=&from=&to=&priority=&code=&what=&open=&page=`
    JSON lines, newest first. The first line is the head {total, page, pages, per_page: 20}; then CASE lines.
    text: every word, the last one as a beginning; place, what: a part of it; number: of the melder, the last
    digits; from, to: a day 2026-09-21 or a time with zone, on the opening, `to` is not included (a day is);
    priority: 1 or 1,2; code: the code or its beginning; open: yes or no; page from 1.
`near/417?radius_m=&days=` and `near?lat=&lon=&place=&number=&code=&radius_m=&days=&open=`
    JSON lines: head {total}, at most 20 CASE lines each with {why: ["place", "number", "code"], distance_m,
    age_s}; open ones first, then most reasons, then newest (A83). Radius 250 m, 90 days unless said.
    place: same place name, or within the radius of the point; number: same melder; code: same code within the
    radius. `near/417` takes all of them from incident 417 and leaves itself out.
`indicators`
    One JSON object {now, clock_start, target_min, shift: WINDOW, week: WINDOW} with
    WINDOW = {from, hours, opened, closed,
      on_spot: {within, late, waiting_late, status_missing, under_way, nobody_sent, share},
      first_reaction: {count, none_yet, p50_s, p90_s},
      promises: {kept, moved, broken, open, breached}, feedback: {given, impossible, owed, share},
      emergency: {closings, of, passed: {KEY: count}},
      choices: {of, nearest, passed_over, extra_s: {p50, p90, total}, explained, reasons: {KEY: count},
      by_road: count},
      contact: {of, opened, direct, before_arrival, p50_s, p90_s}, cards: {pushed, in_time, taken,
      share_in_time}, central_s}; a share is 0..1, null when there is nothing to share. In `choices` (B6) a
      p50 and a p90 are over those that passed somebody over, null when nobody was. In `contact` (A46) they
      are seconds from the opening to direct contact; `of` is all that was opened. `central_s` (A67) counts
      stretches of central coordination that are over.
`owed`
    JSON lines: feedback owed, longest first: {number, what, place, priority, since, since_s, open, units,
    holder, melder_number, call_back, shift}. Per unit: its call sign in `units`; per shift: shift is true
    when it was opened within the rolling 8 h; the room: all lines.
`dossier?<as search, no page>&advice=&follow_up=2026-10-01&format=md|csv&title=&lang=nl|en`
    The pattern over what the filter finds, oldest first, at most 500 (A84, A85).
`classifications`
    JSON lines: {code, levels: [one to three], priority (or null), words: [...], definition, origin:
    "shipped"|"site"|"local"}, in the list's order.
`cards`
    JSON lines, one a classification: {code, questions: [{question, key, nl, en, kind}]}, inherited ones
    included; kind is "text", "direction", "vehicle", "weapon", "injury" or "description".

`map/<32 hex digits>`
    The content of this address: the index of the map whose address the welcome gave, or a piece in it; see
    `protocol.map`. Goes behind every other document of the same link.
`places?text=&lat=&lon=&most=`
    JSON lines, best first, at most 8: [name, kind, lat, lon], kind "street", "house", "crossing", "spot" or
    "area". Typing errors are forgiven; among equals the nearest to lat and lon. The last word may be half.
`recommend/417?most=8`
    JSON lines: the head {number, by_road, point: bool, skills: [...], ring_names: [...]}, then one a unit
    {unit, call_sign, travel_s, weighed_s, ring, age_s, reasons: [{key, ...}]}, best first; travel_s is null
    when the position is too old or unknown. most: 1 to 200.
`reach?minutes=15&sending=3,4`
    What can be reached in so many minutes (1 to 60) from where units are, and what is lost when units 3 and 4
    go: `protocol.map.reach`. Not JSON.
`link/417`
    The melder's way in, as one JSON object {code, path, base, expires, opened}: code as it is read out
    ("k7qd-9fmt-x2bn"), path "/m/CODE" on this server, base the site's address before it ("" when the site
    did not say), opened true once the melder's page came in. Refused with no-link when there is none that is
    good now.

CASE = {number, open, opened, closed, closed_because, priority, code, what, place, lat, lon, melder_number,
  melder_name, story, phase, units: [call signs], reaction (newest key), reacted, assigned, arrived, spoken,
  promises: {kept, moved, broken, open}, feedback: "given"|"impossible"|"owed"|"none", passed: [keys]}
"""

from collections.abc import Sequence

from protocol.errors import Reason, Refused
from server.decide.actor import Actor
from server.documents.shelf import Shelf, wanted


class Documents:
    """Everything that can be asked for by name."""

    def __init__(self, shelves: Sequence[Shelf]) -> None:
        """Raises ValueError when two shelves have the same kind."""
        self._shelf_by_kind = {kind: shelf for shelf in shelves for kind in shelf.kinds}
        if len(self._shelf_by_kind) != sum(len(shelf.kinds) for shelf in shelves):
            raise ValueError(f"each kind of document must stand on one shelf, got {self.kinds}")

    @property
    def kinds(self) -> tuple[str, ...]:
        """The first words of all names."""
        return tuple(self._shelf_by_kind)

    async def document(self, name: str, reader: Actor | None = None) -> bytes:
        """The document, whole, as this reader may have it; None is the server itself.

        Raises Refused for a name that means nothing here; JournalError.
        """
        asked = wanted(name, reader)
        shelf = self._shelf_by_kind.get(asked.kind)
        content = None if shelf is None else await shelf.document(asked)
        if content is None:
            raise Refused(Reason.INVALID, what=name[:80], expected=", ".join(self.kinds))
        return content
