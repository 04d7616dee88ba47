"""What a part may look at, at one moment."""

from attrs import evolve

from console.actions.action import Selection, Where
from console.actions.catalog import CATALOG
from console.part.context import USUAL_TERMS, Context
from protocol.model.line_kind import LineKind
from protocol.model.role import Role
from protocol.model.terms import Terms
from tests.console.rig import Rig


def context_of(role: Role | None) -> Context:
    """Of somebody with this role; None before the first welcome."""
    rig = Rig(role=role or Role.CENTRALIST)
    if role is not None:
        rig.welcome()
    return rig.desk().context()


def test_before_the_first_welcome_nobody_is_refused_anything() -> None:
    """Nobody knows who we are: the server decides."""
    unknown, partner = context_of(None), context_of(Role.PARTNER)
    assert (unknown.name, unknown.role, unknown.terms) == ("", None, USUAL_TERMS)
    assert all(unknown.permitted(action) for action in CATALOG.actions)
    assert not partner.permitted(CATALOG.by_id["priority"])
    assert partner.permitted(CATALOG.by_id["help"])


def test_the_terms_are_those_of_the_site_once_it_is_known() -> None:
    """The usual ones only until then."""
    context = context_of(Role.CENTRALIST)
    assert context.welcome is not None
    terms = Terms(reason_to_listen=True)
    assert evolve(context, welcome=evolve(context.welcome, terms=terms)).terms == terms


def test_an_entry_is_selected_only_on_the_open_line() -> None:
    """What one reads on the contact line is never struck by a number of the other line."""
    context = evolve(context_of(Role.CENTRALIST), incident=1, unit=2, entry=3)
    assert context.selection == Selection(incident=1, unit=2, entry=3)
    on_contact = evolve(context, line=LineKind.CONTACT)
    assert on_contact.selection == Selection(incident=1, unit=2, entry=None)


def test_what_is_missing_has_the_digits_only_for_the_melding_in_view() -> None:
    """Another selection or another panel takes them away."""
    context = evolve(context_of(Role.CENTRALIST), panel=Where.MELDING, incident=1, guarding=1)
    assert context.guards
    assert not evolve(context, incident=2).guards
    assert not evolve(context, panel=Where.BOARD).guards
    assert not evolve(context, incident=None, guarding=None).guards
