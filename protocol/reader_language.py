"""Which language a person reads: what was asked for, else what the machine is set to. Pure.

Used by the texts of the console and of the server's few commands; the language of the wire has nothing to do
with it.
"""

from collections.abc import Mapping

DUTCH, ENGLISH = "nl", "en"
ASKED = "OPENLIJN_LANG"
SET = ("LC_ALL", "LC_MESSAGES", "LANG")
"""As every program reads them: the first that says something counts."""


def language_of(environ: Mapping[str, str]) -> str:
    """OPENLIJN_LANG where it names a language of ours, else Dutch on a machine that is set to Dutch, else
    English: also where nothing is set, because the README that led there is in English.
    """
    asked = _language(environ.get(ASKED, ""))
    if asked in (DUTCH, ENGLISH):
        return asked
    found = next((environ[name] for name in SET if environ.get(name)), "")
    return DUTCH if _language(found) == DUTCH else ENGLISH


def _language(locale: str) -> str:
    """`nl` of `nl_BE.UTF-8@euro`."""
    return locale.strip().replace("-", "_").partition("_")[0].partition(".")[0].lower()
