"""What is known of a case already, carried over to its referral, so that nobody is asked twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from amparo.core.indicators import Indicator
    from amparo.ui.cases.contents import Contents
    from amparo.vault.records import Case, Filled, KeptScreening, Referral, Visit
    from amparo.vault.vault import Vault

_EXPLOITATION = {
    "sexual-exploitation": "sexual",
    "forced-criminality": "crime",
    "begging": "begging",
    "forced-marriage": "marriage",
    "organ-removal": "organs",
    "child-soldiering": "other",
    "illegal-adoption": "other",
}
"""Kinds that signs tell of, by the options of the referral form."""


def carried_over(
    case: Case,
    screenings: Iterable[KeptScreening],
    visit: Visit | None,
    signs: Mapping[str, Indicator],
    *,
    edition: str,
    now: datetime,
) -> Filled:
    """The first values of a referral form.

    Only confirmed signs are carried: a suspicion is to be established, not referred to others as a sign.

    Args:
        signs: of all checklists, by their ids.
        edition: the version of the content.
        now: in the officer's own time zone.
    """
    confirmed = tuple(dict.fromkeys(_confirmed(screenings)))
    kinds = dict.fromkeys(
        _EXPLOITATION[kind] for sign in confirmed if sign in signs for kind in signs[sign].unscored
    )
    known: dict[str, str | tuple[str, ...]] = {
        "case-code": case.code,
        "edition": edition,
        "referred-at": now.isoformat(timespec="minutes"),
        "age-group": case.age or age_of(screenings),
        "language": case.filled.get("language", ""),
        "signs": confirmed,
        "sector": visit.filled.get("sector", "") if visit else "",
        "exploitation": tuple(kinds),
        "next-step": case.filled.get("next-step", ""),
        "review-on": case.review_on.isoformat(),
        "called-name": case.filled.get("called-name", ""),
    }
    return {key: value for key, value in known.items() if value}


def _confirmed(screenings: Iterable[KeptScreening]) -> Iterator[str]:
    for screening in screenings:
        for sign, answer in screening.answers.items():
            if answer == "confirmed":
                yield sign


def age_of(screenings: Iterable[KeptScreening]) -> str:
    """The age group that was assessed; of several, the one that protects most."""
    said = {screening.age for screening in screenings}
    return next((age for age in ("child", "possible-child", "adult") if age in said), "")


def begin_referral(case: Case, contents: Contents, vault: Vault) -> Referral:
    """A new draft for a case, with what is known of it; of a visit, where the screening was made at one."""
    screenings = vault.screenings.of_case(case.code)
    at = next((one.visit_code for one in screenings if one.visit_code), None)
    filled = carried_over(
        case,
        screenings,
        vault.visits.get(at) if at else None,
        contents.signs,
        edition=contents.edition,
        now=datetime.now().astimezone(),
    )
    return vault.referrals.begin(case.code, filled)
