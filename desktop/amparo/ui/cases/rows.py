"""The list of the vault: cases, visits and drafts as rows, and what of them is looked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from amparo.core.dates import age, long_date
from amparo.core.i18n import N_, _
from amparo.ui.cases.words import AGES, CASE_STATES
from amparo.ui.refer.words import ANSWERS

if TYPE_CHECKING:
    from amparo.vault.records import Case, KeptScreening, Received, Visit
    from amparo.vault.vault import Vault


class RowKind(StrEnum):
    """What a row is of."""

    CASE = "case"
    VISIT = "visit"
    RECEIVED = "received"
    DRAFT = "draft"


KINDS = {
    RowKind.CASE: N_("Case"),
    RowKind.VISIT: N_("Visit"),
    RowKind.RECEIVED: N_("Received"),
    RowKind.DRAFT: N_("Draft screening"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the list.

    Attributes:
        cells: the words of its columns.
        key: the code of a case or visit, the id of what was received or of a draft.
        code: by which people speak of it; empty for a draft.
        state: of a case; empty for others.
        group: age group in words; empty for a visit.
        opened: the day on which it began, in the officer's own time.
        next_on: the day of the next step; None for none.
        review_on: the day on which it goes or is looked at again; None for a draft, which goes after a day.
        is_due: its date of destruction or review has come.
        note: how the person wishes to be called, the place of work, the checklist.
    """

    kind: RowKind
    key: str
    code: str = ""
    cells: tuple[str, ...] = ()
    state: str = ""
    group: str = ""
    opened: date
    next_on: date | None = None
    review_on: date | None = None
    is_due: bool = False
    note: str = ""


COLUMNS = (
    N_("Kind"),
    N_("Code"),
    N_("Stage"),
    N_("Age group"),
    N_("Begun"),
    N_("Next step"),
    N_("Destroy or review"),
    N_("Note"),
)


def rows_of(
    cases: tuple[Case, ...],
    visits: tuple[Visit, ...],
    drafts: tuple[KeptScreening, ...],
    checklists: Mapping[str, str],
    today: date,
    *,
    received: tuple[Received, ...] = (),
    due: frozenset[str] = frozenset(),
) -> tuple[Row, ...]:
    """All rows: drafts first, then what has the nearest next step, then the latest.

    Args:
        checklists: the titles of checklists by their pages.
        due: the keys of what has come to its date.
    """
    rows = [
        *(_draft_row(draft, checklists) for draft in drafts),
        *map(_case_row, cases),
        *map(_visit_row, visits),
        *map(_received_row, received),
    ]
    marked = (replace(row, is_due=row.key in due) for row in sorted(rows, key=_order))
    return tuple(replace(row, cells=_cells(row, today)) for row in marked)


def rows_in(vault: Vault, *, checklists: Mapping[str, str], today: date) -> tuple[Row, ...]:
    """All rows of a vault; in its thread, since 500 take a while."""
    drafts, received = vault.screenings.drafts(), vault.post.received()
    return rows_of(
        vault.cases.all(),
        vault.visits.all(),
        drafts,
        checklists,
        today,
        received=received,
        due=vault.due(today),
    )


def matching(rows: tuple[Row, ...], *, words: str = "", kind: str = "") -> tuple[Row, ...]:
    """The rows in which every word stands, of one kind or state.

    Args:
        kind: a `RowKind`, the state of a case, or empty for all.
    """
    wanted = words.casefold().split()
    return tuple(
        row
        for row in rows
        if kind in ("", row.kind.value, row.state)
        and all(word in " ".join(row.cells).casefold() for word in wanted)
    )


def _cells(row: Row, today: date) -> tuple[str, ...]:
    review = long_date(row.review_on) if row.review_on else ""
    return (
        _(KINDS[row.kind]),
        row.code or _("not kept yet"),
        _(CASE_STATES[row.state]) if row.state else "",
        row.group,
        age(row.opened, today) or long_date(row.opened),
        long_date(row.next_on) if row.next_on else "",
        _("{date}: due").format(date=review) if row.is_due else review,
        row.note,
    )


def _order(row: Row) -> tuple[bool, date, int]:
    return (row.kind is not RowKind.DRAFT, row.next_on or date.max, -row.opened.toordinal())


def _case_row(case: Case) -> Row:
    return Row(
        kind=RowKind.CASE,
        key=case.code,
        code=case.code,
        state=case.state.value,
        group=_(AGES[case.age]),
        opened=_day(case.opened_at),
        next_on=case.next_on,
        review_on=case.review_on,
        note=_text(case.filled.get("called-name", "")),
    )


def _visit_row(visit: Visit) -> Row:
    return Row(
        kind=RowKind.VISIT,
        key=visit.code,
        code=visit.code,
        opened=_day(visit.opened_at),
        next_on=_date(visit.filled.get("next-on", "")),
        review_on=visit.review_on,
        note=_text(visit.filled.get("site", "")),
    )


def _received_row(received: Received) -> Row:
    return Row(
        kind=RowKind.RECEIVED,
        key=received.record_id,
        code=received.case_code,
        opened=_day(received.changed_at),
        review_on=received.review_on,
        note=_(ANSWERS[received.state]),
    )


def _draft_row(draft: KeptScreening, checklists: Mapping[str, str]) -> Row:
    return Row(
        kind=RowKind.DRAFT,
        key=draft.id,
        group=_(AGES[draft.age]),
        opened=_day(draft.begun_at),
        note=checklists.get(draft.checklist, draft.checklist),
    )


def _day(at: datetime) -> date:
    return at.astimezone().date()


def _text(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else ", ".join(value)


def _date(value: str | tuple[str, ...]) -> date | None:
    try:
        return date.fromisoformat(_text(value))
    except ValueError:
        return None
