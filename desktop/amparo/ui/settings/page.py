"""One page for all choices; at the first start, without the ones that have a good default."""

from functools import partial
from typing import Any
from unicodedata import normalize

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QCompleter,
    QGridLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from amparo import __version__
from amparo.core import i18n
from amparo.core.blocks import Block, Table
from amparo.core.i18n import N_, _
from amparo.core.kinds import ROLE_NAMES
from amparo.core.settings import TEXT_SIZES, Paper, Settings, Theme
from amparo.core.states import STATES
from amparo.ui.theme.theme import Theme as Look
from amparo.ui.widgets import ComboBox, button, column, label, scrolling

_THEMES = {
    Theme.SYSTEM: N_("As the system has it"),
    Theme.LIGHT: N_("Light"),
    Theme.DARK: N_("Dark"),
}
_PAPERS = {Paper.A4: N_("A4"), Paper.LETTER: N_("Letter")}


class SettingsPage(QWidget):
    """Tells every choice as it is made; `finished` when the officer wants to go on."""

    chosen = Signal(str, object)  # the setting's name, its value
    finished = Signal()
    licences_asked = Signal()

    def __init__(self, settings: Settings, look: Look, *, is_first_start: bool) -> None:
        super().__init__()
        self._settings, self._look = settings, look
        self._choices: dict[str, dict[Any, QRadioButton]] = {}
        inside = QWidget()
        self._page = column(inside)
        title = _("Welcome to Amparo") if is_first_start else _("Settings")
        self._page.addWidget(label(title, "title"))
        if is_first_start:
            words = _("Three choices, so that the kit shows what you need. You can change them at any time.")
            self._page.addWidget(label(words, "quiet"))
        self._radios("language", _("Language"), {lang: i18n.NAMES[lang] for lang in i18n.offered()})
        self._radios("role", _("Your work"), _named(ROLE_NAMES))
        self.state = self._states()
        if not is_first_start:
            self._looks()
        verb = _("Open the kit") if is_first_start else _("Done")
        self.done = button(verb, self.finished.emit, "primary")
        self._page.addWidget(self.done, 0, Qt.AlignmentFlag.AlignLeft)
        if not is_first_start:
            self._about()
        self._page.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolling(inside))
        self.show_settings(settings)

    def show_settings(self, settings: Settings) -> None:
        """Show these choices, and go on only once the three are made."""
        self._settings = settings
        with QSignalBlocker(self):
            for name, radios in self._choices.items():
                if chosen := radios.get(getattr(settings, name)):
                    chosen.setChecked(True)
        self.done.setEnabled(settings.are_chosen)

    def blocks(self) -> tuple[Block, ...]:
        """The choices for the printer."""
        chosen = self._settings
        rows = (
            (_("Language"), i18n.NAMES.get(chosen.language, "")),
            (_("Your work"), _(ROLE_NAMES[chosen.role]) if chosen.role else ""),
            (_("Your state"), _(STATES[chosen.state]) if chosen.state else ""),
            (_("Colours"), _(_THEMES[chosen.theme])),
            (_("Text size"), f"{chosen.text_size} %"),
            (_("Paper"), _(_PAPERS[chosen.paper])),
        )
        return (Table((_("Setting"), _("Choice")), rows),)

    def _looks(self) -> None:
        self._radios("theme", _("Colours"), _named(_THEMES))
        self._radios("text_size", _("Text size"), {size: f"{size} %" for size in TEXT_SIZES})
        self._radios("paper", _("Paper"), _named(_PAPERS))

    def _about(self) -> None:
        self._page.addWidget(label(_("About this program"), "section"))
        self._page.addWidget(label(f"Amparo {__version__}"))
        licences = button(_("Licences of its parts"), self.licences_asked.emit, "link")
        self._page.addWidget(licences, 0, Qt.AlignmentFlag.AlignLeft)

    def _radios(self, name: str, title: str, choices: dict[Any, str]) -> None:
        """A heading and its choices, three in a row; the arrow keys move between them."""
        self._page.addWidget(label(title, "section"))
        group, grid = QButtonGroup(self), QGridLayout()
        columns = len(choices) if len(choices) <= len(TEXT_SIZES) else 3
        for place, (value, words) in enumerate(choices.items()):
            radio = QRadioButton(words)
            radio.setAccessibleName(f"{title}: {words}")
            radio.toggled.connect(partial(self._take, name, value))
            group.addButton(radio)
            self._choices.setdefault(name, {})[value] = radio
            grid.addWidget(radio, place // columns, place % columns)
        grid.setColumnStretch(columns, 1)
        self._page.addLayout(grid)

    def _take(self, name: str, value: object, is_on: bool) -> None:
        if is_on:
            self.chosen.emit(name, value)

    def _states(self) -> QComboBox:
        heading = label(_("Your state"), "section")
        box = ComboBox(self._look)
        box.setAccessibleName(_("Your state"))
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for code, name in sorted(STATES.items(), key=lambda state: normalize("NFD", _(state[1]))):
            box.addItem(_(name), code)
        line, completer = QLineEdit(), QCompleter(box.model(), box)
        line.setPlaceholderText(_("Choose, or type its name"))
        line.setAccessibleName(_("Your state"))
        box.setLineEdit(line)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        box.setCompleter(completer)
        box.setCurrentIndex(self._place_of_state(box))
        box.activated.connect(lambda place: self.chosen.emit("state", box.itemData(place)))
        line.editingFinished.connect(lambda: self._take_typed(box))
        heading.setBuddy(box)
        self._page.addWidget(heading)
        self._page.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
        return box

    def _place_of_state(self, box: QComboBox) -> int:
        return box.findData(self._settings.state) if self._settings.state else -1

    def _take_typed(self, box: QComboBox) -> None:
        """A name typed in full counts as chosen; anything else falls back to the choice before."""
        place = box.findText(box.currentText().strip(), Qt.MatchFlag.MatchFixedString)
        if place < 0:
            box.setCurrentIndex(self._place_of_state(box))
        elif box.itemData(place) != self._settings.state:
            box.setCurrentIndex(place)
            self.chosen.emit("state", box.itemData(place))


def _named(choices: dict[Any, str]) -> dict[Any, str]:
    return {value: _(words) for value, words in choices.items()}
