"""What a site says of its links: an address that fits a text message, and how long a link is good."""

from pathlib import Path

import pytest

from protocol.model.terms import Terms
from server.settings.settings import FILE_NAME, Settings, read_settings
from server.toml_table import ConfigWrong


def _read(directory: Path, text: str) -> Settings:
    (directory / FILE_NAME).write_text(f"[melder]\n{text}\n")
    return read_settings(directory)


@pytest.mark.parametrize("text", ["", 'url = "https://lijn.example"\nlink_lasts_s = 7200'])
def test_the_table_may_say_nothing_or_all(tmp_path: Path, text: str) -> None:
    """Without it the address is not known, and a link is good for the time of the terms."""
    settings = _read(tmp_path, text)
    expected = ("https://lijn.example", 7_200) if text else ("", Terms().link_lasts_s)
    assert (settings.melder_url, settings.terms.link_lasts_s) == expected


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("https://lijn.example", "https://lijn.example"),
        ("https://lijn.example/", "https://lijn.example"),
        ("http://10.0.0.1:8765", "http://10.0.0.1:8765"),
        ("https://lijn.example/politie/", "https://lijn.example/politie"),
    ],
)
def test_an_address_is_kept_without_its_last_stroke(tmp_path: Path, said: str, kept: str) -> None:
    """The path of the link begins with one."""
    assert _read(tmp_path, f'url = "{said}"').melder_url == kept


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('url = ""', "url"),
        ("url = 5", "url"),
        ('url = "lijn.example"', "url"),
        ('url = "ftp://lijn.example"', "url"),
        ('url = "javascript:alert(1)"', "url"),
        ('url = "https://"', "url"),
        ('url = "https://lijn.example/?x=1"', "url"),
        ('url = "https://lijn.example/#x"', "url"),
        ('url = "https://lijn example"', "url"),
        ('url = "https://lijn.example:x"', "url"),
        ('url = "https://lïjn.example"', "url"),
        ('url = "https://lijn.example\\u0007"', "url"),
        (f'url = "https://lijn.example/{"x" * 200}"', "url"),
        ("link_lasts_s = 59", "link_lasts_s"),
        ("link_lasts_s = 604801", "link_lasts_s"),
        ("link_lasts_s = 60.5", "link_lasts_s"),
        ('link_lasts_s = "lang"', "link_lasts_s"),
        ("link_last_s = 60", "link_last_s"),
    ],
)
def test_a_mistake_says_where_it_is(tmp_path: Path, text: str, key: str) -> None:
    """File, line and key."""
    with pytest.raises(ConfigWrong) as caught:
        _read(tmp_path, text)
    assert str(caught.value).startswith(f"{tmp_path / FILE_NAME}:2: melder.{key}: expected ")
