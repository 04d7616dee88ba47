"""Which streets have a postcode."""

from pathlib import Path

from server.geo.map_file import open_map
from server.geo.postcodes import streets_of
from tests.server.geo.local_town import built
from tests.server.geo.named import written


def test_a_code_names_its_street_and_a_map_of_before_knows_none(tmp_path: Path) -> None:
    """One street here; nothing for a code that no house has."""
    map_file = open_map(built(tmp_path))
    link = map_file.link()
    (street,) = streets_of(link, "1012PX")
    assert link.execute("SELECT name FROM place WHERE id = ?", (street,)).fetchone() == ("Brinkstraat",)
    assert streets_of(link, "9999ZZ") == []
    map_file.close()
    old = open_map(written(tmp_path / "old.map"))
    assert streets_of(old.link(), "1012PX") == []
    old.close()
