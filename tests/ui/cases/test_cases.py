"""Cases, visits and referrals in the window."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from amparo.core.blocks import Table
from amparo.core.model import PageId
from amparo.screening.answers import Age, Answer
from amparo.ui.cases.carried import carried_over
from amparo.ui.cases.rows import RowKind, matching, rows_of
from amparo.ui.cases.sheets import shift_sheet
from amparo.ui.form.inputs import ChoiceInput, ChoicesInput, ComboInput, DateInput, TextInput
from amparo.vault.audit import AuditEntry
from amparo.vault.records import Case, CaseState, KeptScreening, Visit
from tests.ui.conftest import OpenKit, open_case, open_vault, settle, window_of

TODAY = date(2026, 11, 26)
NOW = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
BOOTH = PageId("checklist/booth")


def case(code: str = "AAAA-0001", **more: object) -> Case:
    made = Case(code=code, opened_at=NOW, changed_at=NOW, review_on=date(2026, 12, 26), salt=b"s" * 16)
    return replace(made, **more)  # type: ignore[arg-type]


def visit(**filled: str) -> Visit:
    return Visit(
        code="BBBB-0001", opened_at=NOW, changed_at=NOW, review_on=TODAY, salt=b"s" * 16, filled=filled
    )


def screening(**more: object) -> KeptScreening:
    made = KeptScreening(id="s1", checklist=BOOTH, begun_at=NOW, changed_at=NOW)
    return replace(made, **more)  # type: ignore[arg-type]


# The list


def test_drafts_come_first_then_the_nearest_next_step() -> None:
    rows = rows_of(
        (case("A", next_on=date(2026, 12, 9)), case("B"), case("C", next_on=date(2026, 12, 1))),
        (visit(site="Finca", **{"next-on": "2026-12-05"}),),
        (screening(),),
        {BOOTH: "The booth"},
        TODAY,
        due=frozenset({"BBBB-0001"}),
    )
    assert [row.key for row in rows] == ["s1", "C", "BBBB-0001", "A", "B"]
    assert rows[0].cells[-1] == "The booth"
    assert rows[2].cells[-1] == "Finca"
    assert rows[2].is_due
    assert rows[2].cells[6] == "26 November 2026: due"


def test_the_filter_wants_every_word_and_one_kind() -> None:
    rows = rows_of(
        (case("A", filled={"called-name": "Ñandú"}), case("B", state=CaseState.CLOSED, age="child")),
        (visit(site="Finca Ñandú"),),
        (),
        {},
        TODAY,
    )
    assert {row.key for row in matching(rows, words="ñandú")} == {"A", "BBBB-0001"}
    assert [row.key for row in matching(rows, words="ñandú finca")] == ["BBBB-0001"]
    assert [row.key for row in matching(rows, words="child")] == ["B"]
    assert [row.key for row in matching(rows, kind="closed")] == ["B"]
    assert [row.key for row in matching(rows, kind=RowKind.VISIT)] == ["BBBB-0001"]
    assert matching(rows, words="nobody") == ()


def test_a_row_is_opened_by_enter_and_found_by_its_words(open_kit: OpenKit, qtbot: QtBot) -> None:
    kit = open_kit()
    page = open_case(kit, qtbot)
    page.case.editor.inputs["called-name"].line.setText("Ñandú")  # type: ignore[attr-defined]
    page.show_list()
    settle(kit, qtbot)
    page.overview.filter.setText("nobody of this name")
    assert page.overview.list.isHidden()
    assert "Clear the filter" in page.overview.count.text()
    page.overview.filter.setText("ñandú")
    page.overview.take_keys()
    QTest.keyClick(page.overview.list, Qt.Key.Key_Return)
    settle(kit, qtbot)
    assert page.currentWidget() is page.case
    assert page.case.editor.inputs["called-name"].line.text() == "Ñandú"  # type: ignore[attr-defined]


def test_what_is_due_is_destroyed_after_a_question_or_kept_longer(
    open_kit: OpenKit, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    kit = open_kit()
    page = open_vault(kit, qtbot)
    for _time in range(2):
        kit.vault.ask(lambda vault: vault.cases.open(review_on=date(2020, 1, 1)))
    settle(kit, qtbot)
    page.refresh()
    settle(kit, qtbot)
    due = page.overview.due
    assert not due.isHidden()
    assert "2 have come" in due.title.text()
    first, second = due.boxes
    second_key = due.boxes[second].key
    assert not due.destroy_button.isEnabled()
    first.setChecked(True)
    monkeypatch.setattr("amparo.ui.cases.due.ask", lambda *_: True)
    due.destroy_button.click()
    settle(kit, qtbot)
    [left] = due.boxes
    assert due.boxes[left].key == second_key
    left.setChecked(True)
    due.later_button.click()
    settle(kit, qtbot)
    assert due.isHidden()
    [row] = page.overview.model.rows
    assert row.review_on is not None
    assert row.review_on > date.today()  # noqa: DTZ011 - the officer's day


# A case


def test_every_field_of_a_case_is_kept_as_it_is_edited(open_kit: OpenKit, qtbot: QtBot) -> None:
    kit = open_kit()
    page = open_case(kit, qtbot)
    inputs = page.case.editor.inputs
    inputs["called-name"].line.setText("Ñandú")  # type: ignore[attr-defined]
    age, review, following = inputs["age-group"], inputs["review-on"], inputs["next-on"]
    assert isinstance(age, ChoiceInput)
    assert isinstance(review, DateInput)
    assert isinstance(following, DateInput)
    age.radios["child"].setChecked(True)
    review.line.setText("31.12.2026")
    following.line.setText("5.12.2026")
    code = page.case.case.code if page.case.case else ""
    kit.vault.lock()
    settle(kit, qtbot)
    open_vault(kit, qtbot)
    got: list[Case] = []
    kit.vault.ask(lambda vault: vault.cases.get(code), got.append)
    settle(kit, qtbot)
    assert (got[0].age, got[0].review_on, got[0].next_on) == ("child", date(2026, 12, 31), date(2026, 12, 5))
    assert got[0].filled["called-name"] == "Ñandú"


def test_a_date_that_cannot_be_is_told_and_the_old_one_stays(open_kit: OpenKit, qtbot: QtBot) -> None:
    kit = open_kit()
    page = open_case(kit, qtbot)
    review = page.case.editor.inputs["review-on"]
    assert isinstance(review, DateInput)
    before = page.case.case.review_on if page.case.case else None
    review.line.setText("31.2.2026")
    assert "no date" in review.trouble.text()
    assert page.case.case is not None
    assert page.case.case.review_on == before


def test_a_case_is_closed_opened_again_and_destroyed(
    open_kit: OpenKit, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    kit = open_kit()
    page = open_case(kit, qtbot)
    page.case.close_button.click()
    assert "closed" in page.case.facts.text()
    page.case.close_button.click()
    assert "open" in page.case.facts.text()
    monkeypatch.setattr("amparo.ui.cases.record.ask", lambda *_: True)
    page.case.destroy_button.click()
    settle(kit, qtbot)
    assert page.currentWidget() is page.overview
    assert page.overview.model.rows == ()


def test_a_screening_of_a_case_becomes_a_referral_with_its_facts(open_kit: OpenKit, qtbot: QtBot) -> None:
    kit = open_kit(role="border")
    page, window = open_case(kit, qtbot), window_of(kit)
    code = page.case.case.code if page.case.case else ""
    page.case.editor.inputs["language"].line.setText("Quechua")  # type: ignore[attr-defined]
    page.case.checklist.setCurrentIndex(page.case.checklist.findData(BOOTH))
    page.case.screen_button.click()
    assert window.current == "identify"
    view = window.library.reading.middle.screening
    view.ages[Age.POSSIBLE_CHILD].click()
    signs = list(view.rows)
    view.rows[signs[0]].buttons[Answer.CONFIRMED].click()
    view.rows[signs[1]].buttons[Answer.SUSPECTED].click()
    assert code in view.where.text()
    window.show_page("cases")
    settle(kit, qtbot)
    assert page.currentWidget() is page.case
    assert [one.id for one in page.case.screenings]
    page.case.refer_button.click()
    settle(kit, qtbot)
    referral = page.referral.referral
    assert referral is not None
    assert referral.filled["case-code"] == code
    assert referral.filled["signs"] == (signs[0],), "what is suspected is not carried over"
    assert referral.filled["age-group"] == "possible-child"
    assert referral.filled["language"] == "Quechua"
    qtbot.waitUntil(lambda: page.referral.editor.is_built)
    page.referral.editor.inputs["wishes"].line.setText("to phone home")  # type: ignore[attr-defined]
    page.referral.left.emit()
    settle(kit, qtbot)
    assert page.currentWidget() is page.case
    assert len(page.case.referrals) == 1
    assert page.case.referrals[0].filled["wishes"] == "to phone home"


def test_what_is_carried_over_of_a_visit_and_of_unscored_kinds() -> None:
    filled = carried_over(
        case(filled={"called-name": "Ñandú"}),
        (
            screening(answers={"B-P1": "confirmed", "B-P2": "suspected"}, age="adult"),
            screening(id="s2", answers={"B-P1": "confirmed"}, age="child"),
        ),
        visit(sector="farm"),
        {},
        edition="2026.11.1",
        now=NOW,
    )
    assert filled == {
        "case-code": "AAAA-0001",
        "edition": "2026.11.1",
        "referred-at": "2026-11-26T12:00+00:00",
        "age-group": "child",
        "signs": ("B-P1",),
        "sector": "farm",
        "review-on": "2026-12-26",
        "called-name": "Ñandú",
    }


def test_a_case_prints_without_being_saved_as_a_file(open_kit: OpenKit, qtbot: QtBot) -> None:
    kit = open_kit()
    page = open_case(kit, qtbot)
    page.case.editor.inputs["called-name"].line.setText("Ñandú")  # type: ignore[attr-defined]
    sheet = page.case.sheet(TODAY)
    assert sheet is not None
    assert sheet.is_personal
    assert sheet.salt == (page.case.case.salt if page.case.case else b"")
    (table,) = (block for block in sheet.blocks if isinstance(block, Table))
    assert ("Name as the person wishes to be called", "Ñandú") in table.rows


# A visit


def test_a_visit_holds_papers_evidence_and_many_screenings(open_kit: OpenKit, qtbot: QtBot) -> None:
    kit = open_kit(role="labour")
    page, window = open_vault(kit, qtbot), window_of(kit)
    page.overview.visit_asked.emit()
    qtbot.waitUntil(lambda: page.currentWidget() is page.visit and page.visit.editor.is_built)
    editor = page.visit.editor
    site, sector, seen = editor.inputs["site"], editor.inputs["sector"], editor.inputs["seen"]
    assert isinstance(site, TextInput)
    assert isinstance(sector, ComboInput)
    assert isinstance(seen, ChoicesInput)
    site.line.setText("Finca")
    sector.box.setCurrentIndex(sector.box.findData("farm"))
    sector.box.activated.emit(sector.box.currentIndex())
    seen.boxes["wages"].setChecked(True)
    repeats = editor._repeats["evidence"]
    repeats.add_button.click()
    repeats.add_button.click()
    editor.inputs["evidence.0.seal"].line.setText("S1")  # type: ignore[attr-defined]
    editor.inputs["evidence.1.seal"].line.setText("S2")  # type: ignore[attr-defined]
    editor.take_out_row("evidence", 0)
    for age in (Age.ADULT, Age.CHILD):
        window.show_page("cases")
        settle(kit, qtbot)
        page.visit.screen_button.click()
        window.library.reading.middle.screening.ages[age].click()
    window.show_page("cases")
    settle(kit, qtbot)
    assert len(page.visit.screenings) == 2
    kit.vault.lock()
    settle(kit, qtbot)
    open_vault(kit, qtbot)
    [row] = page.overview.model.rows
    page.overview.opened.emit(row)
    settle(kit, qtbot)
    assert page.visit.visit is not None
    assert page.visit.visit.filled == {
        "site": "Finca",
        "sector": "farm",
        "seen": ("wages",),
        "evidence.0.seal": "S2",
    }
    assert len(page.visit.screenings) == 2


# The log on paper


def test_the_shift_sheet_has_every_deed_and_the_head() -> None:
    entries = (
        AuditEntry(1, "2026-11-26T08:00:00+00:00", "vault-made", "", "a" * 64),
        AuditEntry(2, "2026-11-26T08:01:00+00:00", "case-opened", "7K3M-Q0TZ", "b" * 64),
    )
    table, *rest = shift_sheet(entries)
    assert isinstance(table, Table)
    assert table.rows[1] == ("2", "2026-11-26 08:01:00+00:00", "case opened", "7K3M-Q0TZ")
    assert "bbbbbbbb bbbbbbbb" in str(rest)
    assert shift_sheet(())
