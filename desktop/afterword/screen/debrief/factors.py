"""What it was about: what got in the way and what helped, whose it was, and how one knows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from afterword.journal import reflections
from afterword.journal.stories import FactorFact
from afterword.journal.terms import Control, Direction, Evidence, FactorType, ReflectionKind
from afterword.screen.debrief import acts
from afterword.screen.debrief.saving import Field
from afterword.screen.debrief.sitting import Sitting, Topic
from afterword.screen.pieces.boxes import Card, column, row
from afterword.screen.pieces.buttons import PillGroup
from afterword.screen.pieces.labels import label
from afterword.words import N_, _

KIND = ReflectionKind.DEBRIEF.value
IN_THE_WAY = tuple(
    (str(each), each.label_source)
    for each in (
        FactorType.KNOWLEDGE, FactorType.DELIVERY, FactorType.NERVES, FactorType.EXPECTATIONS, FactorType.MARKET,
    )
)  # fmt: skip
HELPED = (
    ("knowledge", N_("What I know")), ("experience", N_("What I have done")), ("delivery", N_("How I told it")),
    ("preparation", N_("That I had prepared")), ("nerves", N_("A calm head")), ("expectations", N_("A good match")),
)  # fmt: skip


def factors_of(sitting: Sitting, direction: str) -> dict[str, FactorFact]:
    """What was named, by its type; all of one interview, whichever reflection it was written in."""
    found = [factor for each in sitting.story.reflections for factor in each.factors if factor.direction == direction]
    return {factor.factor_type: factor for factor in found}


class Factors(Topic):
    """Pills for one direction; for each that got in the way, whose it was and how one knows."""

    def __init__(self, sitting: Sitting, direction: str, choices: Sequence[tuple[str, str]], name: str) -> None:
        super().__init__(sitting)
        self.direction, self._known = direction, [key for key, _text in choices]
        self._detailed = direction == Direction.HURT
        extra = [
            (key, FactorType(key).label_source) for key in factors_of(sitting, direction) if key not in self._known
        ]
        self._known += [key for key, _text in extra]
        self.pills = PillGroup(self.look, [(key, _(text)) for key, text in (*choices, *extra)], name=name)
        self.pills.changed.connect(self._changed)
        self.details: dict[int, FactorDetail] = {}
        self._box = QVBoxLayout()
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(self.look.px(8))
        self.setLayout(column(self.pills, self._box, space=8))
        self.refresh()

    def refresh(self) -> None:
        found = factors_of(self.sitting, self.direction)
        self.pills.choose(list(found))
        if not self._detailed:
            return
        ids = {factor.id for factor in found.values()}
        for key in [key for key in self.details if key not in ids]:
            detail = self.details.pop(key)
            self.sitting.saving.forget(detail.field)
            self._box.removeWidget(detail)
            detail.hide()
            detail.deleteLater()
        for factor in found.values():
            if factor.id not in self.details:
                detail = self.details[factor.id] = FactorDetail(self.sitting, factor)
                self._box.addWidget(detail)
            self.details[factor.id].show_factor(factor)

    def _changed(self) -> None:
        self.sitting.saving.flush()
        found = factors_of(self.sitting, self.direction)
        chosen = self.pills.chosen()
        for key in self._known:
            if key in chosen and key not in found:
                evidence = Evidence.GUESS if self._detailed else Evidence.OBSERVED
                control = Control.NOT_MINE if key == FactorType.MARKET else Control.UNCLEAR
                self.sitting.do(
                    acts.add_factor, self.sitting.interview_id, KIND, key, self.direction,
                    control=str(control), evidence=str(evidence),
                )  # fmt: skip
            elif key in found and key not in chosen:
                self.sitting.do(reflections.remove_factor, found[key].id)


class FactorDetail(QWidget):
    """Whose it was, how I know, and a line for it."""

    def __init__(self, sitting: Sitting, factor: FactorFact) -> None:
        super().__init__()
        self.sitting, self.key = sitting, factor.id
        look, title = sitting.look, FactorType(factor.factor_type).label
        self.control = self._group([(str(each), each.label) for each in Control], title, "control")
        self.evidence = self._group([(str(each), each.label) for each in Evidence], title, "evidence")
        self.field = self._field(title)
        card = Card(look, "base", "hair")
        card.setLayout(
            column(
                label(title, "body_s"),
                self._lines(),
                self.field.writing, space=8, margins=(16, 12, 16, 14),
            )
        )  # fmt: skip
        self.setLayout(row((card, 1)))

    def _lines(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.sitting.look.px(12))
        grid.setVerticalSpacing(self.sitting.look.px(6))
        grid.setColumnStretch(1, 1)
        for line, (text, group) in enumerate(
            ((_("Whose was it?"), self.control), (_("How do I know?"), self.evidence))
        ):
            grid.addWidget(label(text, "small", "text3"), line, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(group, line, 1)
        return grid

    def _group(self, choices: list[tuple[str, str]], title: str, field: str) -> PillGroup:
        said = _("Whose was it?") if field == "control" else _("How do I know?")
        group = PillGroup(self.sitting.look, choices, single=True, name=f"{title}: {said}")
        group.changed.connect(lambda: self._set(group, field))
        return group

    def _set(self, group: PillGroup, field: str) -> None:
        chosen = group.chosen()
        fallback = {"control": str(Control.UNCLEAR), "evidence": str(Evidence.GUESS)}[field]
        self.sitting.do(reflections.edit_factor, self.key, **{field: chosen[0] if chosen else fallback})

    def _field(self, title: str) -> Field:
        sitting = self.sitting

        def ask() -> str:
            found = (f.text for each in sitting.story.reflections for f in each.factors if f.id == self.key)
            return next(found, "")

        def save(text: str) -> None:
            sitting.type(f"factor {self.key}", reflections.edit_factor, self.key, text=text)

        return sitting.field(title, _("In a line, if you like."), ask, save, subject=lambda: (self.key, "text"))

    def show_factor(self, factor: FactorFact) -> None:
        self.control.choose([factor.control])
        self.evidence.choose([factor.evidence])
