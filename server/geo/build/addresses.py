"""The tags of an address in OpenStreetMap -> its house numbers. Pure."""

import re
from collections.abc import Iterator, Mapping

from server.geo.build.source import House, Quanta

_NUMBER = re.compile(r"(\d{1,6})(?!\d)\s*(.*)")
MOST_SUFFIX_CHARS = 12
MOST_CODE_CHARS = 8


def houses_at(tags: Mapping[str, str], at: Quanta) -> Iterator[House]:
    """The house numbers told here: `12`, `12a`, `12 bis`, `12-2`, or several with `;` or `,` between them.

    None without a street or place to number them in, or without a digit.
    """
    street = (tags.get("addr:street") or tags.get("addr:place") or "").strip()
    if not street:
        return
    code = "".join(tags.get("addr:postcode", "").split()).upper()[:MOST_CODE_CHARS]
    for told in re.split("[;,]", tags.get("addr:housenumber", "")):
        found = _NUMBER.fullmatch(told.strip())
        if found:
            suffix = "".join(found[2].split())[:MOST_SUFFIX_CHARS]
            yield House(street=street, number=int(found[1]), suffix=suffix, postcode=code, at=at)
