"""Why there is no link: from a status, a close code, an error; and what is final."""

import pytest

from protocol.session.close_codes import CloseCode
from protocol.session.ending import FINAL, Ending, Why, closed_with, failed, late, turned_away


@pytest.mark.parametrize(
    ("status", "why", "final"),
    [
        (400, Why.VERSION, True),
        (401, Why.WRONG_SECRET, True),
        (403, Why.OTHER_KIND, True),
        (426, Why.VERSION, True),
        (302, Why.NOT_OPENLIJN, True),
        (404, Why.NOT_OPENLIJN, True),
        (429, Why.BUSY, False),
        (500, Why.BUSY, False),
        (503, Why.BUSY, False),
    ],
)
def test_only_some_answers_are_final(status: int, why: Why, final: bool) -> None:
    """A busy server may be asked again; a wrong secret, another version or another kind of server not."""
    ending = turned_away(status, b"words\n", "anna")
    assert (ending.why, ending.final) == (why, final)
    assert ending.args["said"] == "words"


def test_a_server_that_says_much_is_cut_short() -> None:
    """Also when it is no text at all."""
    assert len(str(turned_away(404, b"\xff" * 5_000, "anna").args["said"])) == 200


@pytest.mark.parametrize(
    ("code", "why"),
    [
        (None, Why.CUT),
        (1000, Why.CUT),
        (1006, Why.CUT),
        (4999, Why.CUT),
        (CloseCode.GOING_AWAY, Why.SERVER_STOPS),
        (CloseCode.RESUME, Why.BEHIND),
        (CloseCode.DEAF, Why.UNHEARD),
        (CloseCode.BAD_MESSAGE, Why.NOT_UNDERSTOOD),
        (CloseCode.AGAIN, Why.BUSY),
    ],
)
def test_a_close_code_says_why_and_none_is_final(code: int | None, why: Why) -> None:
    """A link that was let in may dial again, whatever ended it."""
    assert closed_with(code) == Ending(why=why)
    assert not closed_with(code).final


def test_who_does_not_answer_is_named_with_the_reason_of_the_system() -> None:
    """Or with the words of the error, where the system has none; both may be tried again."""
    assert failed(OSError(111, "Connection refused"), "host:1").args == {
        "where": "host:1",
        "why": "Connection refused",
    }
    assert failed(ValueError("elsewhere"), "host:1").args["why"] == "elsewhere"
    assert late("host:1", 10) == Ending(why=Why.TIMEOUT, args={"where": "host:1", "seconds": 10})
    assert not FINAL & {Why.UNREACHABLE, Why.TIMEOUT}
