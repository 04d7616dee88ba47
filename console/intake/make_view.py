"""From the intake form under the hand to what its panel shows. Reads the desk."""

from console.desk.desk import Desk
from console.documents.dispatch import kind_word
from console.grammar.places import KnownPlace
from console.harmless import harmless
from console.intake.earlier import Earlier
from console.intake.form import CARD, LINE, Form
from console.intake.form_keys import choices_hint
from console.intake.similar import Near
from console.intake.view import EarlierView, FieldView, FormView, NearView, PlaceView
from console.paint.age import age, seconds_between
from protocol.model.point import distance_m

_WHY = {"place": "place", "number": "number", "code": "kind"}
"""The archive's reasons, and the keys of their words."""

_HINTED = frozenset({LINE, "melder", "earlier"})
_LABELS = {LINE: "form-line"}


def form_view(desk: Desk) -> FormView:
    """The form at this moment."""
    form = desk.forms.now
    return FormView(
        title=_title(desk, form),
        fields=tuple(_field(desk, form, name) for name in form.fields),
        near=tuple(_near(desk, each) for each in desk.forms.near()),
        picked=form.picked,
        earlier=tuple(_earlier(desk, each) for each in desk.forms.earlier),
        problem=form.problem,
        places=tuple(_place(desk, each) for each in desk.places_at_hand.candidates()),
        place_picked=desk.places_at_hand.chosen,
    )


def _title(desk: Desk, form: Form) -> str:
    if form.number is not None:
        return desk.say("form-title", incident=form.number)
    return desk.say("form-title-sent" if form.under_way else "form-title-new")


def _field(desk: Desk, form: Form, name: str) -> FieldView:
    question = next((each for each in form.questions if CARD + each.question == name), None)
    if question is not None:
        label, hint = question.text, ""
    else:
        label = desk.say(_LABELS.get(name, f"form-{name}"))
        hint = desk.say(f"{_LABELS.get(name, f'form-{name}')}-hint") if name in _HINTED else ""
        hint = hint or choices_hint(name, desk.texts.language)
    return FieldView(
        label=label,
        edit=form.edit(name),
        hint=hint,
        sent=form.is_sent(name),
        focused=form.at == name,
        key="" if question is None else question.key,
    )


def _earlier(desk: Desk, earlier: Earlier) -> EarlierView:
    words = {name: desk.say(f"form-near-{key}") for name, key in _WHY.items()}
    return EarlierView(
        number=earlier.number,
        day=earlier.opened.astimezone().strftime("%d-%m-%Y"),
        what=earlier.what,
        place=earlier.place,
        why=tuple(words.get(name, harmless(name)) for name in earlier.why),
    )


def _place(desk: Desk, place: KnownPlace) -> PlaceView:
    near = desk.places_at_hand.near()
    return PlaceView(
        name=place.name,
        kind=kind_word(place.kind, desk.texts),
        distance_m=None if near is None else distance_m(near, place.point),
    )


def _near(desk: Desk, near: Near) -> NearView:
    reasons = (("number", near.same_number), ("place", near.same_place), ("kind", near.same_kind))
    return NearView(
        incident=near.incident,
        why=tuple(desk.say(f"form-near-{name}") for name, holds in reasons if holds),
        distance_m=near.distance_m,
        age=age(seconds_between(near.incident.opened_at, desk.now)),
    )
