"""What a site says of the melders' links: [melder] of `openlijn.toml`.

Every mistake names file, line and key.
"""

from urllib.parse import urlsplit

from attrs import frozen

from protocol.model.terms import MAX_S, Terms
from server.toml_table import TomlTable

MAX_URL_CHARS = 200
LEAST_S = 60
EXPECTED_URL = "an address as https://melder.example.org, with nothing behind it but a path"


@frozen(kw_only=True)
class MelderSettings:
    """The table."""

    url: str = ""
    """Where melders reach this server, without a last stroke; "" when the site does not say."""

    link_lasts_s: int = Terms().link_lasts_s


def read_melder(root: TomlTable) -> MelderSettings:
    """The table [melder]; defaults where it says nothing. Raises ConfigWrong."""
    table, default = root.table_or_none("melder"), MelderSettings()
    if table is None:
        return default
    url = table.text_or_none("url", EXPECTED_URL)
    if url is not None and not _is_address(url):
        table.wrong("url", EXPECTED_URL, url)
    lasts_s = table.number_or("link_lasts_s", default.link_lasts_s)
    if not LEAST_S <= lasts_s <= MAX_S or lasts_s != int(lasts_s):
        table.wrong("link_lasts_s", f"a whole number from {LEAST_S} to {MAX_S}", lasts_s)
    table.no_others()
    return MelderSettings(url=(url or "").rstrip("/"), link_lasts_s=int(lasts_s))


def _is_address(url: str) -> bool:
    """True for what can stand in a text message before the code."""
    if len(url) > MAX_URL_CHARS or not url.isascii() or not url.isprintable() or " " in url:
        return False
    try:
        parts = urlsplit(url)
        has_host = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:  # no port, no host
        return False
    return parts.scheme in ("https", "http") and has_host and "?" not in url and "#" not in url
