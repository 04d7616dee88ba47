"""What stands around an address in typed words: `tegenover`, a postcode, a town behind it. Pure.

`bij Brinkstraat 12, 1012 PX Waterdam` is read whole and without each of these; the best reading wins, and
what stood in front stays in the name. Used by `places` and `located`, which know the areas of the map.
"""

import re
from collections.abc import Callable, Iterator

from attrs import evolve, frozen

from server.geo.said_place import MOST_CHARS
from server.geo.schema import folded
from server.geo.spelling import spelled

MOST = 8
"""Readings of one text."""

_LEAD = re.compile(
    r"\s*(?:ter hoogte van|t\.?h\.?v\.?|in de buurt van|aan de overkant van|tegenover|t\.?o\.?v\.?|t/o"
    r"|dicht ?bij|nabij|vlak ?bij|bij|naast|achter|voor|op|aan|in"
    r"|opposite|next to|in front of|behind|near|close to|at|on)"
    r"(?:\s+(?:de|het|'t|the))?\s+(?=\S)",
    re.IGNORECASE,
)
_POSTCODE = re.compile(r"(?<!\w)([1-9][0-9]{3}) ?([A-Za-z]{2})(?!\w)", re.ASCII)
_WHOLE, _NO_LEAD, _NO_POSTCODE, _IN_AREA, _UNKNOWN_AREA = 1.0, 0.99, 0.999, 0.995, 0.9
_MOST_AREA_WORDS = 3
_LEAST_AREA_CHARS = 3

IsArea = Callable[[str], float]
"""How surely spelled words name an area of the map: 1.0 for its name, less for a beginning, 0.0 for none."""


@frozen(kw_only=True)
class Said:
    """One reading: what is left of the text, and what was read of the rest."""

    text: str
    lead: str = ""
    """What stands before it and says how it lies there, as typed; empty for nothing."""

    areas: tuple[str, ...] = ()
    """The spelled areas that are said behind it, all of them on the map."""

    postcode: str = ""
    """In capitals without a space; empty for none."""

    worth: float = _WHOLE
    """What a place is worth that is found by this reading."""

    sure: bool = True
    """False where something was left out that nobody understood."""


def readings(text: str, is_area: IsArea) -> Iterator[Said]:
    """Every reading, the whole text first; at most MOST, and one for a text with nothing around it."""
    text = text[:MOST_CHARS]
    whole = Said(text=text)
    heads = [whole]
    lead = _LEAD.match(text)
    if lead is not None:
        heads.append(evolve(whole, text=text[lead.end() :], lead=text[: lead.end()].strip(), worth=_NO_LEAD))
    left = MOST
    for head in heads:
        for said in _tails(head, is_area):
            if left and (said.text.strip(" ,") or said.postcode):
                left -= 1
                yield said


def _tails(said: Said, is_area: IsArea) -> Iterator[Said]:
    """The reading itself, and without the postcode and the areas behind it."""
    yield said
    code = _POSTCODE.search(said.text)
    if code is not None:
        rest = f"{said.text[: code.start()].rstrip(' ,')} , {said.text[code.end() :].lstrip(' ,')}".strip(
            " ,"
        )
        worth = said.worth * _NO_POSTCODE
        said = evolve(said, text=rest, postcode=f"{code[1]}{code[2]}".upper(), worth=worth)
        yield said
    for _ in range(2):
        cut = _without_area(said, is_area)
        if cut is None:
            return
        said = cut
        yield said


def _without_area(said: Said, is_area: IsArea) -> Said | None:
    """Without the area at its end; None where none stands there."""
    before, comma, behind = said.text.rpartition(",")
    if comma and before.strip() and behind.strip():
        return _cut(said, before, behind, is_area, unknown=not any(char.isdigit() for char in behind))
    words = said.text.split()
    for count in range(min(_MOST_AREA_WORDS, len(words) - 1), 0, -1):
        behind = " ".join(words[-count:])
        if len(behind) >= _LEAST_AREA_CHARS:
            cut = _cut(said, " ".join(words[:-count]), behind, is_area, unknown=False)
            if cut is not None:
                return cut
    return None


def _cut(said: Said, before: str, behind: str, is_area: IsArea, *, unknown: bool) -> Said | None:
    name = spelled(folded(behind))
    known = is_area(name) if name else 0.0
    if known == 1.0:
        return evolve(said, text=before, areas=(*said.areas, name), worth=said.worth * _IN_AREA)
    if known:
        return evolve(said, text=before, worth=said.worth * known, sure=False)
    return evolve(said, text=before, worth=said.worth * _UNKNOWN_AREA, sure=False) if unknown else None
