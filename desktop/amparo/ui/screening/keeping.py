"""Screenings and the vault: while it is open each answer is kept in it, and locking takes them all along."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from amparo.core.model import PageId
from amparo.screening.answers import Age, Answer
from amparo.ui.screening.sitting import Screening, Screenings
from amparo.ui.vault.model import VaultModel
from amparo.ui.vault.state import VaultState

if TYPE_CHECKING:
    from amparo.vault.records import KeptScreening
    from amparo.vault.vault import Vault


class Keeping(QObject):
    """Needs nobody to call it; without a vault it does nothing."""

    def __init__(self, screenings: Screenings, vault: VaultModel) -> None:
        super().__init__()
        self._screenings, self._vault = screenings, vault
        self._was_open = vault.state.is_open
        self._kept: dict[str, KeptScreening] = {}  # as they were given to the vault last, or came from it
        screenings.changed.connect(self._keep)
        vault.changed.connect(self._follow)
        vault.locking.connect(self._forget)

    def discard(self, checklist: PageId) -> None:
        """Begin again: a draft is gone from the vault too, what was kept with a case or visit stays there."""
        screening = self._screenings.of(checklist)
        self._screenings.forget(checklist)
        if screening.id and not screening.kept_with:
            self._vault.keep(_name(screening), partial(_destroy, screening.id))

    def put_to(self, checklist: PageId, *, case_code: str = "", visit_code: str = "") -> None:
        """Keep it with a case or a visit."""
        screening = self._screenings.of(checklist)
        if screening.id:
            put = partial(_put, screening.id, case_code, visit_code)
            self._vault.ask(put)
            self._screenings.keep_with(checklist, case_code=case_code, visit_code=visit_code)

    def begin(self, checklist: PageId, *, case_code: str = "", visit_code: str = "") -> None:
        """Begin one for a case or at a visit; what was begun by the same checklist stays as a draft."""
        self._screenings.forget(checklist)
        self._screenings.keep_with(checklist)  # gives it an id, and the vault a row
        self.put_to(checklist, case_code=case_code, visit_code=visit_code)

    def resume(self, kept: KeptScreening) -> None:
        """Go on with one of the vault; what was begun by the same checklist stays in the vault as a draft."""
        screening = screening_of(kept)
        self._kept[kept.id] = kept_of(kept.checklist, screening)
        self._screenings.resume(PageId(kept.checklist), screening)

    def _keep(self, checklist: str) -> None:
        screening = self._screenings.of(PageId(checklist))
        if not screening.id or not self._vault.state.is_open:
            return
        kept = kept_of(checklist, screening)
        if self._kept.get(screening.id) != kept:
            self._kept[screening.id] = kept
            self._vault.keep(_name(screening), partial(_save, kept))

    def _forget(self) -> None:
        self._kept.clear()
        self._screenings.forget_all()

    def _follow(self, state: VaultState) -> None:
        if state.is_open and not self._was_open:
            for checklist in self._screenings.begun():  # begun while it was locked, or before there was one
                self._keep(checklist)
        self._was_open = state.is_open


def kept_of(checklist: str, screening: Screening) -> KeptScreening:
    """A screening as the vault holds it."""
    from amparo.vault.records import KeptScreening

    assert screening.begun_at is not None
    return KeptScreening(
        id=screening.id,
        checklist=checklist,
        begun_at=screening.begun_at,
        changed_at=screening.begun_at,
        age=screening.age.value if screening.age else "",
        answers={sign: answer.value for sign, answer in screening.answers.items()},
        notes=screening.notes,
        by_judgement=screening.by_judgement,
    )


def screening_of(kept: KeptScreening) -> Screening:
    """A screening of the vault as it is answered."""
    return Screening(
        id=kept.id,
        begun_at=kept.begun_at,
        case_code=kept.case_code or "",
        visit_code=kept.visit_code or "",
        age=Age(kept.age) if kept.age else None,
        answers={sign: Answer(answer) for sign, answer in kept.answers.items()},
        notes=dict(kept.notes),
        by_judgement=kept.by_judgement,
    )


def _name(screening: Screening) -> str:
    return f"screening {screening.id}"


def _save(kept: KeptScreening, vault: Vault) -> None:
    vault.screenings.save(kept)


def _destroy(key: str, vault: Vault) -> None:
    vault.screenings.destroy(key)


def _put(key: str, case_code: str, visit_code: str, vault: Vault) -> None:
    vault.screenings.keep(key, case_code=case_code or None, visit_code=visit_code or None)
