"""Dutch for whoever asks for it or has a Dutch machine, English for everybody else."""

from collections.abc import Mapping

import pytest

from protocol.reader_language import language_of


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "POSIX"}, "en"),
        ({"LANG": "nl_NL.UTF-8"}, "nl"),
        ({"LANG": "nl_BE@euro"}, "nl"),
        ({"LANG": "nl"}, "nl"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "nl_NL.UTF-8"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "nl_NL.UTF-8", "LANG": "en_US.UTF-8"}, "nl"),
        ({"LC_ALL": "C", "LC_MESSAGES": "nl_NL.UTF-8"}, "en"),
        ({"OPENLIJN_LANG": "en", "LC_ALL": "nl_NL"}, "en"),
        ({"OPENLIJN_LANG": "NL", "LANG": "en_US"}, "nl"),
        ({"OPENLIJN_LANG": "nl-BE"}, "nl"),
        ({"OPENLIJN_LANG": "fr", "LANG": "nl_NL"}, "nl"),
        ({"OPENLIJN_LANG": "fr"}, "en"),
    ],
)
def test_the_language_of_a_person(environ: Mapping[str, str], language: str) -> None:
    """What was asked for wins where it is ours; of the machine's settings the first that says something."""
    assert language_of(environ) == language
