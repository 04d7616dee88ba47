"""Made-up Dutch names for a training town: streets, squares, parks, shops and public places.

Names are put together from parts, by dice that the caller brings; the same dice give the same names. No town
has exactly these.
"""

import random
from collections.abc import Iterator

_FIRST = (
    *(
        "Wilgen",
        "Elzen",
        "Vlier",
        "Beuken",
        "Meidoorn",
        "Zwaluw",
        "Reiger",
        "Fuut",
        "Wulp",
        "Snoek",
        "Brasem",
    ),
    *("Touwslagers", "Zeilmakers", "Kuipers", "Turfschippers", "Rietdekkers", "Blekers", "Mandenmakers"),
    *("Kalkoven", "Spuisluis", "Boezem", "Griend", "Zuidwal", "Klaproos", "Dotterbloem", "Lisdodde"),
    *("Wieken", "Roggen", "Vlas", "Haver", "Koperslagers", "Lantaarn", "Ankersmids", "Loodsmans"),
)
_STREETS = ("straat", "straat", "straat", "laan", "laan", "weg", "dreef")
_LANES = ("straat", "steeg", "pad", "singel", "weg")
_SQUARES = ("Boterplein", "Zeilplein", "Oude Turfmarkt", "Lantaarnplein")
_PARKS = ("Griendpark", "Fuutpark", "Molenpark", "Wielewaalpark")
_SHOPS = (
    *("Bakkerij De Warme Wieken", "Supermarkt De Zeilmaker", "Fietsenmaker Spaak & Zoon", "Café Het Anker"),
    *("Apotheek Dotterbloem", "Bouwmarkt De Kade", "Kapsalon Knip en Klaar", "Tankstation Oostpoort"),
    *("Juwelier Van Zilverbeek", "Snackbar De Golf", "Drogisterij De Vijzel", "Boekhandel Bladwijzer"),
)
_PUBLIC = (
    *("Station Waterdam", "Zwembad De Fuut", "Basisschool De Regenboogbrug", "Sporthal Griendpark"),
    *("Bibliotheek Waterdam", "Verzorgingshuis Vlierhof", "Busstation Noord", "Jachthaven De Spui"),
)


def street_names(dice: random.Random) -> Iterator[str]:
    """Names of streets, none twice; ends after about two hundred."""
    names = [first + last for first in _FIRST for last in dict.fromkeys(_STREETS + _LANES)]
    dice.shuffle(names)
    yield from names


def square_names(dice: random.Random) -> list[str]:
    """Names of squares, in the order of the dice."""
    return dice.sample(_SQUARES, len(_SQUARES))


def park_names(dice: random.Random) -> list[str]:
    """Names of parks, in the order of the dice."""
    return dice.sample(_PARKS, len(_PARKS))


def spot_names(dice: random.Random) -> list[str]:
    """Names of shops and public places, in the order of the dice."""
    names = [*_SHOPS, *_PUBLIC]
    return dice.sample(names, len(names))
