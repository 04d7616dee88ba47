"""Words as they are compared when somebody looks for them: small letters, without accents. Pure.

Used wherever something is found by words that people type: places, the archive, the filter of the board. What
is compared so is never shown or kept so.
"""

import unicodedata

_AS_TYPED = str.maketrans(
    {
        "œ": "oe",
        "æ": "ae",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ŧ": "t",
        "þ": "th",
        "ı": "i",
        "ĳ": "ij",
        "\u2019": "'",
        "\u2018": "'",
        "`": "'",
        "ʼ": "'",
    }
)
"""Letters that Unicode does not take apart, as people type them who lack the key."""


def plain_letters(text: str) -> str:
    """The text in small letters without accents, `Łukasz` as `lukasz`; every other sign stays."""
    small = text.casefold()
    if small.isascii():
        return small.replace("`", "'")
    apart = unicodedata.normalize("NFKD", small.translate(_AS_TYPED))
    return "".join(char for char in apart if not unicodedata.combining(char)).translate(_AS_TYPED)
