"""A lit digit: how long it stands, and what it stands for."""

from console.row.deed import Deed
from console.row.lit import Kind, Lit, deed_meant


def test_a_status_stands_longer() -> None:
    """A unit's screen is pressed while driving."""
    for kind in Kind:
        assert Lit(kind=kind, digit=3, held="3").lasts_s == (1.0 if kind is Kind.STATUS else 0.35)


def test_each_lit_digit_is_another() -> None:
    """Also with the same number: the timer of the first does not end the second."""
    assert Lit(kind=Kind.PICK, digit=3, held="3") != Lit(kind=Kind.PICK, digit=3, held="3")


def test_only_behind_space_it_means_a_deed() -> None:
    """In a list it means a row."""
    deed = Deed(number=3, action="open-contact", words="verbind door")
    assert deed_meant(Lit(kind=Kind.DEED, digit=3, held=" 3", meant=deed)) is deed
    assert deed_meant(Lit(kind=Kind.PICK, digit=3, held="3", meant=7)) is None
