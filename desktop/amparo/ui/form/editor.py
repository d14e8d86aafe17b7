"""A form filled on the screen: every field with its reason and its privacy, and an input for its type."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from amparo.core.blocks import Block, Fields, Heading, Note, Paragraph, plain
from amparo.core.fields import PRIVACY, Detail, Field, required_words
from amparo.core.filled import Value, Values, key_of, row_count, without_row
from amparo.core.i18n import _
from amparo.ui.form.inputs import Input
from amparo.ui.form.making import Known, make_input
from amparo.ui.theme.theme import Theme
from amparo.ui.widgets import button, label

_SLICE_S = 0.02
"""A long form is built in slices: the window has its turn between them."""


class FormEditor(QWidget):
    """Tells every edit at once; holds the values only while they are shown."""

    changed = Signal(str, object)  # key, Value
    values_changed = Signal(object)  # Values: a row was taken out

    def __init__(self, blocks: tuple[Block, ...], theme: Theme, known: Known = Known()) -> None:  # noqa: B008
        super().__init__()
        self._blocks, self._theme, self._known = blocks, theme, known
        self._values: dict[str, Value] = {}
        self.inputs: dict[str, Input] = {}
        self._repeats: dict[str, _Repeats] = {}
        self._parts: list[tuple[QWidget, bool]] = []  # whether it is of the least that is needed
        self._is_least = False
        self._steps: Iterator[None] = iter(())
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._build_on)
        self._is_begun = False

    @property
    def is_built(self) -> bool:
        """Whether every field is there."""
        return self._is_begun and not self._timer.isActive()

    def show_values(self, values: Values) -> None:
        """Show these values; the first call builds the form."""
        self._values = dict(values)
        if not self._is_begun:
            self._is_begun = True
            self._steps = self._build()
            self._build_on()
        for key, made in self.inputs.items():
            made.show_value(self._values.get(key, ""))
        for repeats in self._repeats.values():
            repeats.show_rows(row_count(self._values, repeats.group))

    def clear(self) -> None:
        """Show and keep nothing."""
        self._values = {}
        for made in self.inputs.values():
            made.clear()
        for repeats in self._repeats.values():
            repeats.show_rows(0)

    def show_least(self, is_least: bool) -> None:
        """Show only the fields without which nothing is sent, or all."""
        self._is_least = is_least
        for part, is_needed in self._parts:
            part.setVisible(is_needed or not is_least)

    def focus_field(self, key: str) -> None:
        """Give the keys to an input; one that is hidden is shown with all the others."""
        if made := self.inputs.get(key):
            if not made.isVisibleTo(self):
                self.show_least(False)
            made.setFocus()

    def _add_part(self, part: QWidget, layout: QVBoxLayout, *, is_needed: bool) -> None:
        layout.addWidget(part)
        if layout is self._layout:
            self._parts.append((part, is_needed))
            part.setVisible(is_needed or not self._is_least)

    def add_field(self, asked: Field, layout: QVBoxLayout, group: str = "", row: int = 0) -> None:
        """Build a field with its details."""
        card = QFrame()
        card.setProperty("look", "card")
        within = QVBoxLayout(card)
        within.setContentsMargins(14, 10, 14, 12)
        within.setSpacing(6)
        within.addWidget(label(f"{asked.number}  {asked.label}" if asked.number else asked.label, "state"))
        privacy = _(PRIVACY[asked.privacy])
        within.addWidget(label(f"{asked.reason} ({required_words(asked)}; {privacy})", "quiet"))
        self._add_input(asked, within, asked.label, key_of(asked.id, group=group, row=row))
        for detail in asked.details:
            within.addWidget(label(detail.label))
            key = key_of(asked.id, detail=detail.id, group=group, row=row)
            self._add_input(detail, within, f"{asked.label}: {detail.label}", key)
        self._add_part(card, layout, is_needed=asked.minimum)

    def drop_inputs(self, prefix: str) -> None:
        """Forget the inputs of a row that is taken out."""
        for key in [key for key in self.inputs if key.startswith(prefix)]:
            self.inputs.pop(key).clear()

    def take_out_row(self, group: str, row: int) -> None:
        """Take a row out of a group that repeats."""
        self._values = without_row(self._values, group, row)
        self.values_changed.emit(dict(self._values))
        self.show_values(self._values)

    def _add_input(self, asked: Field | Detail, layout: QVBoxLayout, name: str, key: str) -> None:
        made = make_input(asked, name, self._known, self._theme)
        if made is None:
            return
        made.setEnabled(asked.type != "code")
        made.show_value(self._values.get(key, ""))
        made.edited.connect(partial(self._tell, key))
        self.inputs[key] = made
        layout.addWidget(made)

    def _tell(self, key: str, value: Value) -> None:
        self._values[key] = value
        self.changed.emit(key, value)

    def _build_on(self) -> None:
        ends_s = time.perf_counter() + _SLICE_S
        for _step in self._steps:
            if time.perf_counter() > ends_s:
                self._timer.start(0)
                return

    def _build(self) -> Iterator[None]:
        is_first = True  # the notes before the first group are for whoever fills in the least, too
        for block in self._blocks:
            is_first = is_first and not isinstance(block, Heading)
            match block:
                case Heading():
                    self._add_part(label(block.text, "section"), self._layout, is_needed=False)
                case Paragraph(text):
                    self._add_part(label(plain(text), "quiet"), self._layout, is_needed=True)
                case Note():
                    self._add_part(_note(block), self._layout, is_needed=is_first)
                case Fields() if block.repeats:
                    self._repeats[block.id] = repeats = _Repeats(block, self)
                    self._layout.addWidget(repeats)
                    repeats.show_rows(row_count(self._values, block.id))
                case Fields():
                    for asked in block.fields:
                        self.add_field(asked, self._layout)
                        yield
            yield


class _Repeats(QWidget):
    """Rows of the same fields; one more, or one less, by a button."""

    def __init__(self, block: Fields, editor: FormEditor) -> None:
        super().__init__()
        self.group, self._fields, self._editor = block.id, block.fields, editor
        self._rows: list[QFrame] = []
        self._list = QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._list)
        self.add_button = button(_("Add a row"), self.add_row)
        layout.addWidget(self.add_button)
        layout.addStretch(1)

    def show_rows(self, count: int) -> None:
        """As many rows as are filled; an empty one that was added stays until it is taken out."""
        while len(self._rows) > count:
            row = self._rows.pop()
            self._editor.drop_inputs(f"{self.group}.{len(self._rows)}.")
            row.hide()
            row.deleteLater()
        while len(self._rows) < count:
            self.add_row()

    def add_row(self) -> None:
        """One more."""
        number = len(self._rows)
        frame = QFrame()
        within = QVBoxLayout(frame)
        within.setContentsMargins(0, 0, 0, 8)
        within.addWidget(label(_("Row {n}").format(n=number + 1), "state"))
        for asked in self._fields:
            self._editor.add_field(asked, within, self.group, number)
        within.addWidget(
            button(_("Take this row out"), lambda: self._editor.take_out_row(self.group, number))
        )
        self._rows.append(frame)
        self._list.addWidget(frame)
        frame.show()


def _note(block: Note) -> QFrame:
    frame = QFrame()
    frame.setProperty("look", "notice")
    within = QVBoxLayout(frame)
    within.setContentsMargins(14, 8, 14, 8)
    within.addWidget(label(plain(block.text)))
    return frame
