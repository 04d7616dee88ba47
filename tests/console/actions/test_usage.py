"""What a verb wants behind it."""

from console.actions.catalog import CATALOG
from console.actions.usage import Usage, usage_of
from console.texts.texts import Texts

NL, EN = Texts("nl", strict=True), Texts("en", strict=True)


def test_a_line_as_one_would_type_it() -> None:
    """With the examples in their places, in the language of the reader."""
    usage = Usage(action=CATALOG.by_id["close"], examples={"incident": "5"})
    assert usage.line(NL) == "sluit 5 <reden>"
    assert usage.line(EN) == "close 5 <reason>"
    assert Usage(action=CATALOG.by_id["close"]).line(NL) == "sluit <melding> <reden>"


def test_what_may_be_left_out_stands_in_brackets_and_marks_stand_before() -> None:
    """`van:` begins whom it is from."""
    needed = CATALOG.by_id["need"].args
    assert [usage_of(arg, NL) for arg in needed] == ["<melding>", "<wat>", "van:<van wie>"]
    assert usage_of(CATALOG.by_id["open"].args[0], NL) == "[prioriteit]"
