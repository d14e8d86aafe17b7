"""What goes out and comes in: keys of one's own, those of receivers, what was sealed, what was received."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from sqlite_utils import Database

from amparo.vault.audit import Audit, Deed
from amparo.vault.cases import Cases
from amparo.vault.records import Card, CaseState, OwnKey, Received, ReferralState, Sealing, Setting
from amparo.vault.referrals import Referrals
from amparo.vault.table import Table

MakeKey = Callable[[], tuple[str, str]]
"""Makes a pair: secret, public."""


class Post:
    """The post of one vault."""

    def __init__(self, db: Database, audit: Audit, now: Callable[[], datetime]) -> None:
        self._audit, self._now = audit, now
        self._keys = Table(db, "keys", OwnKey, "name")
        self._cards = Table(db, "cards", Card, "public")
        self._sealings = Table(db, "sealings", Sealing, "record_id")
        self._received = Table(db, "received", Received, "record_id")
        self._settings = Table(db, "settings", Setting, "name")
        self._cases, self._referrals = Cases(db, audit, now), Referrals(db, audit, now)

    def setting(self, name: str) -> str:
        """What is remembered under this name; empty for nothing."""
        found = self._settings.get(name)
        return found.value if found else ""

    def remember(self, name: str, value: str) -> None:
        """Remember something, such as the inbox with its password."""
        with self._settings.transaction():
            self._settings.put(Setting(name=name, value=value, changed_at=self._now()))

    def key(self, name: str, make: MakeKey) -> OwnKey:
        """A key of one's own; made when it is first asked for."""
        with self._keys.transaction():
            found = self._keys.get(name)
            if found is None:
                secret, public = make()
                found = OwnKey(name=name, secret=secret, public=public, changed_at=self._now())
                self._keys.put(found)
        return found

    def cards(self) -> tuple[Card, ...]:
        """The receivers whose keys were compared, the latest first."""
        return self._cards.where()

    def add_card(self, *, public: str, name: str, signer: str, valid_until: date) -> Card:
        """Take a receiver's key in; another of the same key takes its place."""
        card = Card(public=public, name=name, signer=signer, valid_until=valid_until, changed_at=self._now())
        with self._cards.transaction():
            self._cards.put(card)
            self._audit.add(Deed.CARD_ADDED)
        return card

    def remove_card(self, public: str) -> None:
        """Seal to this key no more."""
        with self._cards.transaction():
            if self._cards.get(public):
                self._cards.delete(public)
                self._audit.add(Deed.CARD_REMOVED)

    def add_sealing(self, *, record_id: str, referral_id: str, receiver: str, digest: str) -> None:
        """Note that a referral was sealed; its state follows, and that of its case."""
        with self._sealings.transaction():
            referral = self._referrals.get(referral_id)
            if referral is None:
                return
            sealing = Sealing(
                record_id=record_id,
                referral_id=referral_id,
                receiver=receiver,
                digest=digest,
                changed_at=self._now(),
            )
            self._sealings.put(sealing)
            self._referrals.save(replace(referral, state=ReferralState.SEALED))
            case = self._cases.get(referral.case_code)
            if case and case.state is CaseState.OPEN:
                self._cases.save(replace(case, state=CaseState.REFERRED))
            self._audit.add(Deed.REFERRAL_SEALED, referral.case_code)

    def note_delivered(self, digests: tuple[str, ...]) -> None:
        """Note that these sealed files are where they should be; an answer that came before stays."""
        with self._sealings.transaction():
            for digest in digests:
                for sealing in self._sealings.where("digest = ?", [digest]):
                    referral = self._referrals.get(sealing.referral_id)
                    if referral and referral.state is ReferralState.SEALED:
                        self._referrals.save(replace(referral, state=ReferralState.DELIVERED))

    def sealings_of(self, referral_id: str) -> tuple[Sealing, ...]:
        """How a referral was sealed, the latest first."""
        return self._sealings.where("referral_id = ?", [referral_id])

    def receive(self, received: Received) -> Received:
        """Take in what was opened; what came before is given back as it is, and not taken twice."""
        with self._received.transaction():
            before = self._received.get(received.record_id)
            if before is not None:
                return before
            kept = replace(received, changed_at=self._now())
            self._received.put(kept)
            self._audit.add(Deed.RECEIVED, received.case_code)
        return kept

    def received(self) -> tuple[Received, ...]:
        """All that came in, the latest first."""
        return self._received.where()

    def answer(self, record_id: str, state: str, reason: str = "") -> Received | None:
        """Note what was answered; None where it is gone."""
        with self._received.transaction():
            before = self._received.get(record_id)
            if before is None:
                return None
            answered = replace(before, state=state, reason=reason, changed_at=self._now())
            self._received.put(answered)
            self._audit.add(Deed.ANSWERED, f"{before.case_code} {state}")
        return answered

    def keep_until(self, record_id: str, review_on: date) -> None:
        """Look at it again on a later day."""
        with self._received.transaction():
            if before := self._received.get(record_id):
                self._received.put(replace(before, review_on=review_on))

    def destroy_received(self, record_id: str) -> None:
        """Remove what came in."""
        with self._received.transaction():
            if before := self._received.get(record_id):
                self._received.delete(record_id)
                self._audit.add(Deed.RECEIVED_DESTROYED, before.case_code)
