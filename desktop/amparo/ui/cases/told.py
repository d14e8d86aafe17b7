"""Lines about screenings and referrals, for the pages that list them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from amparo.core.dates import long_date
from amparo.core.i18n import _
from amparo.screening.words import OUTCOMES
from amparo.ui.cases.contents import Contents
from amparo.ui.cases.words import AGES, REFERRAL_STATES
from amparo.ui.screening.keeping import screening_of

if TYPE_CHECKING:
    from amparo.vault.records import KeptScreening, Referral


def screening_line(kept: KeptScreening, contents: Contents) -> str:
    """Which checklist, whose, when, and what the answers add up to now."""
    title = contents.checklists.get(kept.checklist)
    if title is None:
        return " · ".join((kept.checklist, _(AGES[kept.age]), day_words(kept.begun_at)))
    found = screening_of(kept).assessed(contents.signs_of(kept.checklist))
    outcome = _(OUTCOMES[found.outcome]) if found else ""
    return " · ".join(filter(None, (title, _(AGES[kept.age]), day_words(kept.begun_at), outcome)))


def referral_line(referral: Referral) -> str:
    """When it was begun, and how far it is."""
    return " · ".join((day_words(referral.begun_at), _(REFERRAL_STATES[referral.state])))


def day_words(at: datetime) -> str:
    """The day in the officer's own time."""
    return long_date(at.astimezone().date())
