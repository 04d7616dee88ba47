"""One spelling of a name for all ways to write it: ordinals, and the words that people shorten. Pure.

`2e Kanaalstraat`, `Tweede Kanaalstraat`; `Burg. De Vriesplein`, `burgemeester de Vriesplein`; `O.Z.`,
`Oudezijds`; `'t Hof`, `het Hof`. Names of the map and typed words both come through here, so that either
may be short. Works on `folded` words and changes nothing that is spelled so already.
"""

_ORDINALS_NL = (
    "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende",
    "elfde", "twaalfde", "dertiende", "veertiende", "vijftiende", "zestiende", "zeventiende", "achttiende",
    "negentiende", "twintigste",
)  # fmt: skip
_ORDINALS_EN = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
)  # fmt: skip
_NL_ENDS, _EN_ENDS = ("e", "de", "ste"), ("st", "nd", "rd", "th")

_LONG = {
    "burg": "burgemeester",
    "burgem": "burgemeester",
    "bgm": "burgemeester",
    "pres": "president",
    "prof": "professor",
    "dr": "doctor",
    "mr": "meester",
    "ir": "ingenieur",
    "ds": "dominee",
    "jhr": "jonkheer",
    "jkvr": "jonkvrouw",
    "past": "pastoor",
    "kap": "kapelaan",
    "kard": "kardinaal",
    "mgr": "monseigneur",
    "gen": "generaal",
    "adm": "admiraal",
    "lt": "luitenant",
    "luit": "luitenant",
    "kol": "kolonel",
    "gouv": "gouverneur",
    "min": "minister",
    "weth": "wethouder",
    "not": "notaris",
    "st": "sint",
    "ste": "sint",
    "joh": "johannes",
    "wilh": "wilhelmina",
    "str": "straat",
    "ln": "laan",
    "pln": "plein",
    "gr": "gracht",
    "nwe": "nieuwe",
    "nw": "nieuwe",
    "gv": "gravin",
    "vd": "van de",
    "vh": "van het",
    "vdr": "van der",
    "v": "van",
    "d": "de",
    "t": "het",
    "oz": "oudezijds",
    "nz": "nieuwezijds",
    "oudez": "oudezijds",
    "nieuwez": "nieuwezijds",
    "ave": "avenue",
    "rd": "road",
    "blvd": "boulevard",
    "sq": "square",
}
_PAIRS = {
    ("o", "z"): "oudezijds",
    ("n", "z"): "nieuwezijds",
    ("s", "gravenhage"): "den haag",
    ("s", "hertogenbosch"): "den bosch",
    ("v", "d"): "van de",
    ("v", "h"): "van het",
}
_GLUED = {"sgravenhage": "den haag", "shertogenbosch": "den bosch"}
_ENDS = (("str", "straat"), ("strt", "straat"), ("pln", "plein"), ("wg", "weg"))
"""What people make of the end of a word: `Dorpsstr`, `Dorpsstr.`"""

_LEAST_STEM = 3


def _ordinals() -> dict[str, str]:
    found: dict[str, str] = {}
    for number, word in enumerate(_ORDINALS_NL, 1):
        found |= {f"{number}{end}": word for end in _NL_ENDS}
    for number, word in enumerate(_ORDINALS_EN, 1):
        found |= {f"{number}{end}": word for end in _EN_ENDS}
    return found


_WORDS = _ordinals() | _LONG | _GLUED


def spelled(folded: str) -> str:
    """The folded name or words in their one spelling."""
    words = folded.split()
    found: list[str] = []
    at = 0
    while at < len(words):
        pair = _PAIRS.get((words[at], words[at + 1])) if at + 1 < len(words) else None
        found.append(pair if pair is not None else _spelled(words[at]))
        at += 1 if pair is None else 2
    return " ".join(found)


def stands_for(short: str, long: str) -> bool:
    """True for a shortened word of at least two letters: the same first letter, the others in their order."""
    rest = iter(long)
    return (
        len(short) >= 2
        and len(long) > len(short)
        and long[0] == short[0]
        and all(each in rest for each in short)
    )


def _spelled(word: str) -> str:
    known = _WORDS.get(word)
    if known is not None:
        return known
    for end, whole in _ENDS:
        if word.endswith(end) and len(word) - len(end) >= _LEAST_STEM:
            return word[: -len(end)] + whole
    return word
