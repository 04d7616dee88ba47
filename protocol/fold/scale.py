"""What facts about scaling do to an incident. Called by `protocol.fold` only."""

from collections.abc import Callable, Mapping
from typing import Any

from attrs import evolve

from protocol.change import Change
from protocol.facts.scale import (
    ColleaguesAsked,
    GripSet,
    LeadSwitched,
    LevelSet,
    WhoDropped,
    WhoNoted,
    WhoTaken,
)
from protocol.facts.timeline import LinesJoined, LinesParted, PartnerDismissed, PartnerInvited
from protocol.fold.incidents import evolved
from protocol.model.board import Board
from protocol.model.scale import Level, Scale, WhoRow


def asked(board: Board, fact: ColleaguesAsked, change: Change) -> Board:
    """Colleagues are asked onto the line since now."""
    return _scale(
        board,
        fact.incident,
        lambda scale: evolve(scale, asked_at=change.at, asked_by=change.by, asked_text=fact.text),
    )


def who_noted(board: Board, fact: WhoNoted, _change: Change) -> Board:
    """One row more."""
    return _scale(
        board,
        fact.incident,
        lambda scale: evolve(
            scale,
            who=(
                *scale.who,
                WhoRow(id=len(scale.who) + 1, kind=fact.kind, what=fact.what, who=fact.who),
            ),
        ),
    )


def who_taken(board: Board, fact: WhoTaken, change: Change) -> Board:
    """Whoever made the change fills the row."""
    return _row(board, fact.incident, fact.row, lambda row: evolve(row, who=change.by))


def who_dropped(board: Board, fact: WhoDropped, _change: Change) -> Board:
    """The row counts no longer, and stays in the story."""
    return _row(board, fact.incident, fact.row, lambda row: evolve(row, is_dropped=True))


def lead_switched(board: Board, fact: LeadSwitched, change: Change) -> Board:
    """Central or decentral since now; the seconds of a central stretch that ends are added up (A67)."""

    def switched(scale: Scale) -> Scale:
        spent_s = scale.central_s
        if scale.is_central and not fact.central and scale.central_since is not None:
            spent_s += max(0, int((change.at - scale.central_since).total_seconds()))
        return evolve(
            scale,
            is_central=fact.central,
            central_since=change.at,
            central_by=change.by,
            central_s=spent_s,
        )

    return _scale(board, fact.incident, switched)


def level_set(board: Board, fact: LevelSet, change: Change) -> Board:
    """Another rung; the first step up starts the golden hour (A73, A77)."""
    return _scale(board, fact.incident, lambda scale: _raised(evolve(scale, level=fact.level), change))


def grip_set(board: Board, fact: GripSet, change: Change) -> Board:
    """Another GRIP; the ladder stays where it is."""
    return _scale(board, fact.incident, lambda scale: _raised(evolve(scale, grip=fact.grip), change))


def partner_invited(board: Board, fact: PartnerInvited, _change: Change) -> Board:
    """One partner more sees it."""
    return _scale(
        board,
        fact.incident,
        lambda scale: (
            scale
            if fact.partner in scale.partners
            else evolve(scale, partners=(*scale.partners, fact.partner))
        ),
    )


def partner_dismissed(board: Board, fact: PartnerDismissed, _change: Change) -> Board:
    """One partner fewer; it is off the line as well."""
    incident = board.incidents.get(fact.incident)
    if incident is None:
        return board
    scale = evolve(
        incident.scale, partners=tuple(each for each in incident.scale.partners if each != fact.partner)
    )
    members = tuple(each for each in incident.members if each.name != fact.partner)
    return evolved(board, incident.number, scale=scale, members=members)


def lines_joined(board: Board, fact: LinesJoined, _change: Change) -> Board:
    """Both lines, and all that either was one with already, are one."""
    ends = (fact.incident, fact.other)
    known = (board.incidents.get(number) for number in ends)
    more = (number for each in known if each is not None for number in each.scale.joined_to)
    group = sorted({*ends, *more})
    for number in group:
        incident = board.incidents.get(number)
        if incident is not None:
            others = tuple(other for other in group if other != number)
            board = evolved(board, number, scale=evolve(incident.scale, joined_to=others))
    return board


def lines_parted(board: Board, fact: LinesParted, _change: Change) -> Board:
    """This one is out of the group; the others stay together."""
    incident = board.incidents.get(fact.incident)
    if incident is None:
        return board
    for number in incident.scale.joined_to:
        board = _scale(
            board,
            number,
            lambda scale: evolve(
                scale, joined_to=tuple(each for each in scale.joined_to if each != fact.incident)
            ),
        )
    return _scale(board, fact.incident, lambda scale: evolve(scale, joined_to=()))


def _raised(scale: Scale, change: Change) -> Scale:
    is_up = scale.level is not Level.TEAM or scale.grip > 0
    return evolve(scale, raised_at=scale.raised_at or change.at) if is_up else evolve(scale, raised_at=None)


def _scale(board: Board, number: int, change: Callable[[Scale], Scale]) -> Board:
    incident = board.incidents.get(number)
    return board if incident is None else evolved(board, number, scale=change(incident.scale))


def _row(board: Board, number: int, id: int, change: Callable[[WhoRow], WhoRow]) -> Board:
    return _scale(
        board,
        number,
        lambda scale: evolve(scale, who=tuple(change(row) if row.id == id else row for row in scale.who)),
    )


FOLDS: Mapping[type, Callable[[Board, Any, Change], Board]] = {
    ColleaguesAsked: asked,
    WhoNoted: who_noted,
    WhoTaken: who_taken,
    WhoDropped: who_dropped,
    LeadSwitched: lead_switched,
    LevelSet: level_set,
    GripSet: grip_set,
    PartnerInvited: partner_invited,
    PartnerDismissed: partner_dismissed,
    LinesJoined: lines_joined,
    LinesParted: lines_parted,
}
