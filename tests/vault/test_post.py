"""Keys, cards, sealings and received referrals in the vault."""

from datetime import date

from amparo.vault.records import CaseState, Received, ReferralState
from amparo.vault.vault import Vault
from tests.vault.conftest import START

SOON = date(2026, 12, 26)


def received(**more: str) -> Received:
    return Received(
        record_id="r1",
        case_code="7K3M-Q0TZ",
        sender="00",
        record="{}",
        review_on=SOON,
        changed_at=START,
        **more,
    )


def test_a_key_of_ones_own_is_made_once(vault: Vault) -> None:
    first = vault.post.key("desk", lambda: ("secret", "public"))
    assert vault.post.key("desk", lambda: ("other", "other")) == first
    assert vault.post.key("signing", lambda: ("s", "p")).secret == "s"  # noqa: S105


def test_cards_are_added_replaced_and_removed(vault: Vault) -> None:
    for name in ("Old name", "New name"):
        vault.post.add_card(public="age1", name=name, signer="00", valid_until=SOON)
    assert [card.name for card in vault.post.cards()] == ["New name"]
    vault.post.remove_card("age1")
    vault.post.remove_card("age1")
    assert vault.post.cards() == ()
    assert [entry.deed for entry in vault.audit.entries()][-2:] == ["card-added", "card-removed"]


def test_a_sealing_belongs_to_its_referral_and_goes_with_it(vault: Vault) -> None:
    case = vault.cases.open(review_on=SOON)
    referral = vault.referrals.begin(case.code, {})
    vault.post.add_sealing(record_id="r1", referral_id=referral.id, receiver="Desk", digest="ab")
    kept = vault.referrals.get(referral.id)
    assert kept is not None
    assert kept.state is ReferralState.SEALED
    referred = vault.cases.get(case.code)
    assert referred is not None
    assert referred.state is CaseState.REFERRED
    assert [one.record_id for one in vault.post.sealings_of(referral.id)] == ["r1"]
    vault.destroy(cases=(case.code,))
    assert vault.post.sealings_of(referral.id) == ()
    vault.post.add_sealing(record_id="r2", referral_id=referral.id, receiver="Desk", digest="ab")
    assert vault.post.sealings_of(referral.id) == ()


def test_a_duplicate_is_recognised_and_an_answer_kept(vault: Vault) -> None:
    first = vault.post.receive(received())
    vault.post.answer("r1", "refused", "no place")
    again = vault.post.receive(received())
    assert (again.state, again.reason) == ("refused", "no place")
    assert first.record_id == again.record_id
    assert len(vault.post.received()) == 1
    assert vault.post.answer("gone", "accepted") is None
    vault.post.destroy_received("r1")
    assert vault.post.received() == ()
    deeds = [(entry.deed, entry.about) for entry in vault.audit.entries()][-3:]
    assert deeds == [
        ("received", "7K3M-Q0TZ"),
        ("answered", "7K3M-Q0TZ refused"),
        ("received-destroyed", "7K3M-Q0TZ"),
    ]


def test_what_was_received_has_its_time_too(vault: Vault) -> None:
    vault.post.receive(received())
    assert vault.due(SOON) == {"r1"}
    vault.keep_until(("r1", "gone"), date(2027, 1, 31))
    assert not vault.due(SOON)
    vault.back_up()
    vault.destroy(received=("r1",))
    assert vault.post.received() == ()
