"""The list and the cards of a site, put together at the start.

The site's list where the settings name one, else the one that ships; then the site's additions from
`classes.toml` and its cards from `cards.toml` in the data directory, where these files are.
"""

import logging
from importlib.resources import files
from pathlib import Path

from attrs import frozen

from server.classification.card import Cards, read_cards
from server.classification.classes import LOCAL, ClassList
from server.classification.site_list import read_site_list
from server.classification.toml_list import read_toml

log = logging.getLogger(__name__)

CLASSES, CARDS = "classes.toml", "cards.toml"


@frozen(kw_only=True)
class Classification:
    """Both."""

    classes: ClassList
    cards: Cards


def load(directory: Path, site_list: Path | None = None) -> Classification:
    """What holds in the world of `directory`. Raises ConfigWrong, OSError."""
    shipped = files("server.classification")
    if site_list is None:
        raw = shipped.joinpath(CLASSES).read_bytes()
        classes = ClassList(classes=read_toml(Path(CLASSES), raw))
    else:
        classes = read_site_list(site_list, site_list.read_bytes())
        for remark in classes.remarks:
            log.warning("%s", remark)
    additions = directory / CLASSES
    if additions.exists():
        classes = classes.with_local(read_toml(additions, additions.read_bytes(), origin=LOCAL))
    own_cards = directory / CARDS
    if own_cards.exists():
        cards = read_cards(own_cards, own_cards.read_bytes())
    else:
        cards = read_cards(Path(CARDS), shipped.joinpath(CARDS).read_bytes())
    return Classification(classes=classes, cards=cards)
