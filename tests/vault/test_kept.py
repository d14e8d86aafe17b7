"""What is stored comes back; what belongs together goes together; a deed and its log entry are one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amparo.vault.audit import Audit, Deed
from amparo.vault.records import CaseState, Filled, KeptScreening, Received, ReferralState
from amparo.vault.vault import Vault
from tests.vault.conftest import START, Clock

SOON = date(2026, 12, 26)
Reopen = Callable[..., Vault]
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
one_vault = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)


def screening(key: str = "s1", **more: object) -> KeptScreening:
    made = KeptScreening(id=key, checklist="checklist/booth", begun_at=START, changed_at=START)
    return replace(made, **more)  # type: ignore[arg-type]


@one_vault
@given(
    filled=st.dictionaries(words, words | st.lists(words, max_size=4).map(tuple), max_size=6),
    state=st.sampled_from(CaseState),
    next_on=st.none() | st.dates(),
    review_on=st.dates(),
)
def test_a_case_comes_back_as_it_was_kept(
    vault: Vault, filled: Filled, state: CaseState, next_on: date | None, review_on: date
) -> None:
    case = vault.cases.open(review_on=SOON)
    changed = replace(case, filled=filled, state=state, next_on=next_on, review_on=review_on)
    vault.cases.save(changed)
    assert vault.cases.get(case.code) == changed


@one_vault
@given(answers=st.dictionaries(words, words, max_size=8), notes=st.dictionaries(words, words, max_size=8))
def test_a_screening_comes_back_as_it_was_kept(
    vault: Vault, answers: dict[str, str], notes: dict[str, str]
) -> None:
    kept = screening(answers=answers, notes=notes, age="child", by_judgement=True)
    vault.screenings.save(kept)
    assert vault.screenings.get("s1") == kept


@one_vault
@given(
    filled=st.dictionaries(words, words | st.lists(words, max_size=4).map(tuple), max_size=6),
    review_on=st.dates(),
)
def test_a_visit_comes_back_as_it_was_kept(vault: Vault, filled: Filled, review_on: date) -> None:
    visit = vault.visits.open(review_on=SOON, filled=filled)
    assert vault.visits.get(visit.code) == visit
    changed = replace(visit, filled={**filled, "": "\0"}, review_on=review_on)
    vault.visits.save(changed)
    assert vault.visits.get(visit.code) == changed


@one_vault
@given(
    filled=st.dictionaries(words, words | st.lists(words, max_size=4).map(tuple), max_size=6),
    state=st.sampled_from(ReferralState),
)
def test_a_referral_comes_back_as_it_was_kept(vault: Vault, filled: Filled, state: ReferralState) -> None:
    case = vault.cases.open(review_on=SOON)
    referral = replace(vault.referrals.begin(case.code, filled), state=state)
    vault.referrals.save(referral)
    assert vault.referrals.of_case(case.code) == (referral,)


@one_vault
@given(key=words, text=words, day=st.dates())
def test_what_has_columns_of_its_own_comes_back(vault: Vault, key: str, text: str, day: date) -> None:
    vault.post.remember(key, text)
    assert vault.post.setting(key) == text
    card = vault.post.add_card(public=key, name=text, signer=text, valid_until=day)
    assert card in vault.post.cards()
    one = Received(
        record_id=key, case_code=text, sender=text, record=text, review_on=day, changed_at=START, reason=text
    )
    vault.post.destroy_received(key)
    assert vault.post.receive(one) == one
    assert one in vault.post.received()
    kept = screening(key, checklist=text, age=text)
    vault.screenings.save(kept)
    assert vault.screenings.get(key) == kept


def test_a_long_note_and_strange_letters_come_back(vault: Vault, reopen: Reopen) -> None:
    note = "Ñandú Çelik-Łukasz Đỗ \0 \U0001f600 " + "x" * 100_000
    vault.screenings.save(screening(notes={"B-1": note}))
    kept = reopen(vault).screenings.get("s1")
    assert kept is not None
    assert kept.notes == {"B-1": note}


def test_what_belongs_to_a_case_goes_with_it(vault: Vault) -> None:
    case, other = vault.cases.open(review_on=SOON), vault.cases.open(review_on=SOON)
    for key, code in (("s1", case.code), ("s2", other.code)):
        vault.screenings.save(screening(key))
        vault.screenings.keep(key, case_code=code)
    referral = vault.referrals.begin(case.code, {"signs": ("B-1",)})
    vault.destroy(cases=(case.code,))
    assert vault.cases.all() == (other,)
    assert vault.screenings.get("s1") is None
    assert vault.referrals.get(referral.id) is None
    assert vault.screenings.get("s2") is not None


def test_a_screening_of_a_case_outlives_the_visit_at_which_it_was_made(vault: Vault) -> None:
    case, visit = vault.cases.open(review_on=SOON), vault.visits.open(review_on=SOON)
    for key in ("s1", "s2"):
        vault.screenings.save(screening(key))
        vault.screenings.keep(key, visit_code=visit.code)
    vault.screenings.keep("s1", case_code=case.code)
    assert [one.id for one in vault.screenings.of_visit(visit.code)] == ["s1", "s2"]
    vault.destroy(visits=(visit.code,))
    [left] = vault.screenings.of_case(case.code)
    assert (left.id, left.visit_code) == ("s1", None)
    assert vault.screenings.get("s2") is None


def test_what_was_destroyed_does_not_come_back_by_a_late_save(vault: Vault) -> None:
    case, visit = vault.cases.open(review_on=SOON), vault.visits.open(review_on=SOON)
    referral = vault.referrals.begin(case.code, {})
    vault.destroy(cases=(case.code,), visits=(visit.code,))
    vault.cases.save(case)
    vault.visits.save(visit)
    vault.referrals.save(referral)
    assert (vault.cases.all(), vault.visits.all(), vault.referrals.of_case(case.code)) == ((), (), ())


def test_answering_does_not_take_a_screening_out_of_its_case(vault: Vault) -> None:
    case = vault.cases.open(review_on=SOON)
    vault.screenings.save(screening())
    vault.screenings.keep("s1", case_code=case.code)
    vault.screenings.save(screening(answers={"B-1": "confirmed"}))
    [kept] = vault.screenings.of_case(case.code)
    assert kept.answers == {"B-1": "confirmed"}
    assert vault.screenings.drafts() == ()


def test_drafts_go_after_a_day_and_what_was_kept_stays(vault: Vault, clock: Clock, reopen: Reopen) -> None:
    case = vault.cases.open(review_on=SOON)
    for key in ("old", "kept"):
        vault.screenings.save(screening(key))
    vault.screenings.keep("kept", case_code=case.code)
    clock.move(hours=20)
    vault.screenings.save(screening("new"))
    clock.move(hours=4)
    again = reopen(vault)
    assert [draft.id for draft in again.screenings.drafts()] == ["new"]
    assert [one.id for one in again.screenings.of_case(case.code)] == ["kept"]
    last = again.audit.last()
    assert last is not None
    assert (last.deed, last.about) == ("drafts-dropped", "1")


def test_a_clock_set_back_drops_and_asks_for_nothing(vault: Vault, clock: Clock, reopen: Reopen) -> None:
    vault.screenings.save(screening())
    vault.cases.open(review_on=START.date() - timedelta(days=500))
    assert vault.due(clock().date())
    clock.move(days=-400)
    again = reopen(vault)
    seen = [again.is_clock_behind]
    assert len(again.screenings.drafts()) == 1
    assert not again.due(clock().date()), "nothing is judged by a wrong clock"
    clock.move(days=401)
    assert again.due(clock().date())
    assert [*seen, again.is_clock_behind] == [True, False]


def test_a_clock_set_back_while_it_is_open_is_seen(vault: Vault, clock: Clock) -> None:
    seen = [vault.is_clock_behind]
    clock.move(seconds=-1)
    assert [*seen, vault.is_clock_behind] == [False, True]


def test_a_clock_that_was_ahead_keeps_no_draft_for_years(vault: Vault, clock: Clock, reopen: Reopen) -> None:
    clock.move(days=3650)
    vault.screenings.save(screening())
    again = reopen(vault)
    clock.move(days=-3650)
    again = reopen(again)
    assert again.is_clock_behind
    assert len(again.screenings.drafts()) == 1, "at first it is not clear which of the two was wrong"
    again = reopen(again)
    assert not again.is_clock_behind
    [draft] = again.screenings.drafts()
    assert draft.changed_at == clock(), "its day begins now"
    clock.move(hours=24)
    assert reopen(again).screenings.drafts() == ()


@pytest.mark.parametrize("seconds", [-1, 0, 1])
def test_a_draft_goes_after_exactly_a_day(vault: Vault, clock: Clock, reopen: Reopen, seconds: int) -> None:
    vault.screenings.save(screening())
    clock.move(hours=24, seconds=seconds)
    assert len(reopen(vault).screenings.drafts()) == (1 if seconds < 0 else 0)


def test_what_was_kept_never_goes_by_itself(vault: Vault, clock: Clock, reopen: Reopen) -> None:
    case, visit = vault.cases.open(review_on=SOON), vault.visits.open(review_on=SOON)
    for key, to in (("s1", {"case_code": case.code}), ("s2", {"visit_code": visit.code})):
        vault.screenings.save(screening(key))
        vault.screenings.keep(key, **to)
    clock.move(days=3650)
    again = reopen(vault)
    assert again.cases.all() == (case,)
    assert again.visits.all() == (visit,)
    assert len(again.screenings.of_case(case.code)) == len(again.screenings.of_visit(visit.code)) == 1


def test_what_has_come_to_its_date_is_due(vault: Vault) -> None:
    case = vault.cases.open(review_on=SOON)
    vault.cases.open(review_on=SOON + timedelta(days=1))
    visit = vault.visits.open(review_on=SOON - timedelta(days=1))
    due = vault.due(SOON)
    assert due == {case.code, visit.code}
    vault.keep_until((case.code, visit.code), SOON + timedelta(days=30))
    assert not vault.due(SOON)


def test_a_deed_without_its_log_entry_is_not_done(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    case = vault.cases.open(review_on=SOON)
    vault.screenings.save(screening())
    before = vault.audit.entries()

    def fail(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(Audit, "add", fail)
    for deed in (
        lambda: vault.cases.open(review_on=SOON),
        lambda: vault.cases.destroy(case.code),
        lambda: vault.cases.save(replace(case, state=CaseState.CLOSED)),
        lambda: vault.screenings.keep("s1", case_code=case.code),
        lambda: vault.referrals.begin(case.code, {}),
    ):
        with pytest.raises(RuntimeError):
            deed()
    assert vault.cases.all() == (case,)
    assert [draft.id for draft in vault.screenings.drafts()] == ["s1"]
    assert vault.referrals.of_case(case.code) == ()
    assert vault.audit.entries() == before


@pytest.mark.parametrize("failing", ["put", "delete"])
def test_a_log_entry_without_its_deed_is_not_made(
    vault: Vault, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    """What is written last fails: after the entry, before the end of the transaction."""
    case = vault.cases.open(review_on=SOON)
    vault.screenings.save(screening())
    before = vault.audit.entries()
    real = Audit.add

    def add_and_fail(audit: Audit, deed: Deed, about: str = "") -> None:
        real(audit, deed, about)
        raise RuntimeError

    monkeypatch.setattr(Audit, "add", add_and_fail)
    deeds: dict[str, Callable[[], object]] = {
        "put": lambda: vault.screenings.keep("s1", case_code=case.code),
        "delete": lambda: vault.cases.destroy(case.code),
    }
    with pytest.raises(RuntimeError):
        deeds[failing]()
    assert vault.audit.entries() == before
    assert vault.cases.all() == (case,)
    assert len(vault.screenings.drafts()) == 1


def test_the_life_of_a_referral_is_in_the_log(vault: Vault) -> None:
    case = vault.cases.open(review_on=SOON)
    referral = vault.referrals.begin(case.code, {"needs": ("medical",)})
    vault.referrals.save(replace(referral, filled={"needs": ("legal",)}))
    vault.referrals.save(replace(referral, state=ReferralState.HANDED_OVER))
    vault.referrals.destroy(referral.id)
    told = [(entry.deed, entry.about) for entry in vault.audit.entries()][-3:]
    assert told == [
        ("referral-begun", case.code),
        ("referral-state", f"{case.code} handed-over"),
        ("referral-destroyed", case.code),
    ]
