"""The close codes: one meaning each."""

from protocol.session.close_codes import CloseCode
from protocol.session.ending import Why, closed_with


def test_every_code_of_ours_has_a_meaning_of_its_own() -> None:
    """A new one needs a line in the table of endings, or its reader sees a cut."""
    ours = [code for code in CloseCode if code >= 4000]
    meanings = [closed_with(code).why for code in ours]
    assert Why.CUT not in meanings
    assert len(set(meanings)) == len(ours)
