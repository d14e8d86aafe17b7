"""From a referral on view to its sealed file: what is missing, to whom, where, and what became of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from amparo.core.completeness import gaps_of
from amparo.core.i18n import _
from amparo.ui.cases.contents import REFERRAL, Contents
from amparo.ui.printouts import Printouts
from amparo.ui.refer.dialog import SealDialog
from amparo.ui.refer.picking import PickDialog
from amparo.ui.refer.sealing import Order, seal
from amparo.ui.services import Services

if TYPE_CHECKING:
    from amparo.ui.cases.referral import ReferralPage
    from amparo.vault.records import Card


def ask_to_seal(page: ReferralPage, contents: Contents, services: Services) -> None:
    """Ask over the page, and seal as the officer decides."""
    if page.referral is not None:
        gaps = gaps_of(contents.form(REFERRAL), page.referral.filled)
        dialog = SealDialog(gaps, services, page)
        dialog.gap_chosen.connect(page.editor.focus_field)
        dialog.asked.connect(partial(_seal, page, contents, services))
        dialog.open()


def ask_for_receiver(page: ReferralPage, services: Services) -> None:
    """Ask over the page for a body of the directory."""
    settings = services.settings.current
    entries = services.store.entries(settings.language)
    dialog = PickDialog(entries, settings.state, services.theme, page)
    dialog.picked.connect(page.set_receiver)
    dialog.open()


def _seal(
    page: ReferralPage, contents: Contents, services: Services, cards: tuple[Card, ...], folder: Path | None
) -> None:
    sheet = page.sheet(services.today())
    if page.referral is None or sheet is None:
        return
    settings = services.settings.current
    order = Order(
        referral=page.referral,
        printout=Printouts(services.store, settings).record(sheet),
        paper=settings.paper,
        cards=cards,
        folder=folder,
        outbox=services.outbox,
        edition=contents.edition,
        today=services.today(),
    )
    page.say(_("One moment"))
    services.vault.ask(
        partial(seal, order), partial(_tell_sealed, page, folder is None), lambda error: page.say(str(error))
    )


def _tell_sealed(page: ReferralPage, is_in_outbox: bool, name: str) -> None:
    if is_in_outbox:
        page.say(_("Sealed. It waits in the outbox until it is sent, carried or taken back."))
    else:
        said = _("Sealed as {name}. Carry it to the receiver as it is, and call.")
        page.say(said.format(name=name))
    page.refresh()
