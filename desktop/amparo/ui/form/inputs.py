"""One input for each type of field; it takes a value, gives back what was edited, and can forget it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from amparo.core.fields import Option
from amparo.core.filled import Value, read_date, read_time, trouble_of
from amparo.core.i18n import _
from amparo.ui.flow import Flow
from amparo.ui.theme.theme import Theme
from amparo.ui.widgets import ComboBox, button, keep_private, label


def _warning() -> str:
    """What free text is not for; it stands there while the line is empty, and below it afterwards."""
    return _("No names of accused, no addresses, no diagnosis")


class Input(QWidget):
    """What all inputs have in common."""

    edited = Signal(object)  # Value

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)

    def show_value(self, value: Value) -> None:
        """Show a value; tells nobody."""
        raise NotImplementedError

    def clear(self) -> None:
        """Show and keep nothing."""
        self.show_value("")


class TextInput(Input):
    """A line; with names to complete from, they are only offered."""

    def __init__(self, name: str, kind: str = "text", known: Iterable[str] = ()) -> None:
        super().__init__(name)
        self._kind, self._known = kind, tuple(known)
        self.line, self.trouble = QLineEdit(), label("", "danger")
        self.warning = label(_warning() if kind == "text" else "", "quiet")
        self.line.setAccessibleName(name)
        keep_private(self.line)
        if kind == "text":
            self.line.setPlaceholderText(_warning())
        if kind == "body" and self._known:
            completer = QCompleter(list(self._known), self.line)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            self.line.setCompleter(completer)
        self.across = QHBoxLayout()
        self.across.addWidget(self.line, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self.across)
        layout.addWidget(self.warning)
        layout.addWidget(self.trouble)
        self.warning.hide()
        self.trouble.hide()
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._tell)

    def show_value(self, value: Value) -> None:
        """Show a value; what stands there already keeps its cursor."""
        words = value if isinstance(value, str) else ", ".join(value)
        if self.read() != value:
            with QSignalBlocker(self.line):
                self.line.setText(words)
        self._show_trouble()

    def read(self) -> Value:
        """What stands there."""
        typed = self.line.text()
        if self._kind == "codes":
            return tuple(code.strip() for code in typed.split(",") if code.strip())
        return typed

    def clear(self) -> None:
        """Forget what was typed, and how to undo that."""
        with QSignalBlocker(self.line):
            self.line.setText("")
        self._show_trouble()

    def _tell(self) -> None:
        self._show_trouble()
        self.edited.emit(self.read())

    def _show_trouble(self) -> None:
        said = trouble_of(self._kind, self.read(), self._known if self._kind == "codes" else ())
        self.trouble.setText(said)
        self.trouble.setVisible(bool(said))
        self.warning.setVisible(bool(self.warning.text() and self.line.text()))


class DateInput(TextInput):
    """A date, or a date with its time, typed as people do; a button sets it to now."""

    def __init__(self, name: str, kind: str) -> None:
        super().__init__(name, kind)
        self.line.setPlaceholderText("2026-11-03" if kind == "date" else "2026-11-03 23:15")
        words = _("Today") if kind == "date" else _("Now")
        self.now_button = button(words, self._set_now)
        self.now_button.setAccessibleName(f"{name}: {words}")
        self.across.addWidget(self.now_button)

    def show_value(self, value: Value) -> None:
        """Show it in the form in which it is typed."""
        said = value if isinstance(value, str) else ""
        at = read_time(said) if self._kind == "date-time" else None
        super().show_value(f"{at:%Y-%m-%d %H:%M}" if at else said)

    def read(self) -> Value:
        """ISO 8601, a time with the zone of this computer; as it was typed where it is no date yet."""
        typed = self.line.text()
        if self._kind == "date":
            day = read_date(typed)
            return day.isoformat() if day else typed
        at = read_time(typed)
        return at.astimezone().isoformat(timespec="minutes") if at else typed

    def _set_now(self) -> None:
        now = datetime.now().astimezone()
        self.line.setText(f"{now:%Y-%m-%d}" if self._kind == "date" else f"{now:%Y-%m-%d %H:%M}")


class LongInput(Input):
    """Several lines; Tab leaves them."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(name)
        keep_private(self.text)
        self.text.setPlaceholderText(_warning())
        self.text.setMinimumHeight(self.text.fontMetrics().lineSpacing() * 5)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.warning = label(_warning(), "quiet")
        self.warning.hide()
        layout.addWidget(self.text)
        layout.addWidget(self.warning)
        self.setFocusProxy(self.text)
        self.text.textChanged.connect(self._tell)

    def show_value(self, value: Value) -> None:
        """Show it, unless it stands there already."""
        said = value if isinstance(value, str) else ""
        if said != self.text.toPlainText():
            with QSignalBlocker(self.text):
                self.text.setPlainText(said)
        self.warning.setVisible(bool(said))

    def clear(self) -> None:
        """Forget it, and how to undo that."""
        with QSignalBlocker(self.text):
            self.text.setPlainText("")
        self.text.document().clearUndoRedoStacks()
        self.warning.hide()

    def _tell(self) -> None:
        self.warning.setVisible(bool(self.text.toPlainText()))
        self.edited.emit(self.text.toPlainText())


class ChoiceInput(Input):
    """One of a few, or none: all are in sight."""

    def __init__(self, name: str, options: tuple[Option, ...]) -> None:
        super().__init__(name)
        self._group, flow = QButtonGroup(self), Flow()
        self.radios: dict[str, QRadioButton] = {}
        for option in (Option(id="", label=_("no answer")), *options):
            radio = QRadioButton(option.label)
            radio.setAccessibleName(f"{name}: {option.label}")
            radio.toggled.connect(self._tell)
            self._group.addButton(radio)
            self.radios[option.id] = radio
            flow.addWidget(radio)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(flow)
        self.setFocusProxy(self.radios[""])
        self.show_value("")

    def show_value(self, value: Value) -> None:
        """Mark one."""
        radio = self.radios.get(value if isinstance(value, str) else "", self.radios[""])
        self.blockSignals(True)
        radio.setChecked(True)
        self.blockSignals(False)

    def _tell(self, is_on: bool) -> None:
        if is_on:
            self.edited.emit(next(key for key, radio in self.radios.items() if radio.isChecked()))


class ComboInput(Input):
    """One of many, in a list that opens."""

    def __init__(self, name: str, options: Iterable[tuple[str, str]], theme: Theme) -> None:
        super().__init__(name)
        self.box = ComboBox(theme)
        self.box.setAccessibleName(name)
        self.box.addItem(_("no answer"), "")
        for key, words in options:
            self.box.addItem(words, key)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        layout.addStretch(1)
        self.setFocusProxy(self.box)
        self.box.activated.connect(lambda _place: self.edited.emit(self.box.currentData()))

    def show_value(self, value: Value) -> None:
        """Choose one."""
        self.box.setCurrentIndex(max(self.box.findData(value), 0))


class ChoicesInput(Input):
    """Any of several."""

    def __init__(self, name: str, options: tuple[Option, ...]) -> None:
        super().__init__(name)
        flow = Flow()
        self.boxes: dict[str, QCheckBox] = {}
        for option in options:
            box = QCheckBox(option.label)
            box.setAccessibleName(f"{name}: {option.label}")
            box.toggled.connect(self._tell)
            self.boxes[option.id] = box
            flow.addWidget(box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(flow)
        self.setFocusProxy(next(iter(self.boxes.values())))

    def show_value(self, value: Value) -> None:
        """Tick these."""
        self.blockSignals(True)
        for key, box in self.boxes.items():
            box.setChecked(key in value if isinstance(value, tuple) else False)
        self.blockSignals(False)

    def _tell(self) -> None:
        self.edited.emit(tuple(key for key, box in self.boxes.items() if box.isChecked()))
