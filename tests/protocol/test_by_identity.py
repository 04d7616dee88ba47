"""What was made of a value is kept for as long as the value is the same object."""

from protocol.by_identity import ByIdentity


def test_it_is_made_once_for_the_same_object_and_anew_for_another() -> None:
    """An equal one is another: comparing would cost as much as making."""
    asked: list[list[str]] = []

    def made(value: list[str]) -> str:
        asked.append(value)
        return value[0].upper()

    kept = ByIdentity(made)
    first, other = ["a"], ["a"]
    assert [
        kept.made_of(1, first),
        kept.made_of(1, first),
        kept.made_of(2, first),
        kept.made_of(1, other),
    ] == ["A"] * 4
    assert [each is other for each in asked] == [False, False, True]


def test_what_is_on_no_board_any_more_is_forgotten() -> None:
    """So that it is never longer than what is there."""
    asked: list[str] = []
    kept: ByIdentity[str, None] = ByIdentity(asked.append)
    for number, value in enumerate("abc"):
        kept.made_of(number, value)
    kept.keep_only({0: "a", 2: "c"}.keys())
    for number, value in enumerate("abc"):
        kept.made_of(number, value)
    assert "".join(asked) == "abcb"
