"""The tables of the store, as numbered steps that are never changed after a release."""

from sqlite_utils import Database, Migrations

from amparo.vault.connection import translated
from amparo.vault.errors import FromNewer

migrations = Migrations("vault")
VERSION = 5
"""How many steps this release knows."""


@migrations()
def m001_cases_and_visits(db: Database) -> None:
    """What lists show stands in columns of its own; the rest is JSON, by the ids of fields."""
    db.execute(
        """CREATE TABLE cases (
            code TEXT PRIMARY KEY, state TEXT NOT NULL, age TEXT NOT NULL, opened_at TEXT NOT NULL,
            changed_at TEXT NOT NULL, review_on TEXT NOT NULL, next_on TEXT, salt BLOB NOT NULL,
            filled TEXT NOT NULL
        ) STRICT"""
    )
    db.execute(
        """CREATE TABLE visits (
            code TEXT PRIMARY KEY, opened_at TEXT NOT NULL, changed_at TEXT NOT NULL, review_on TEXT NOT NULL,
            salt BLOB NOT NULL, filled TEXT NOT NULL
        ) STRICT"""
    )


@migrations()
def m002_screenings_and_referrals(db: Database) -> None:
    """They go with their case; a screening that belongs to no case goes with its visit, or is a draft."""
    db.execute(
        """CREATE TABLE screenings (
            id TEXT PRIMARY KEY, checklist TEXT NOT NULL, case_code TEXT REFERENCES cases ON DELETE CASCADE,
            visit_code TEXT REFERENCES visits ON DELETE SET NULL, begun_at TEXT NOT NULL,
            changed_at TEXT NOT NULL, age TEXT NOT NULL, answers TEXT NOT NULL, notes TEXT NOT NULL,
            by_judgement INTEGER NOT NULL
        ) STRICT"""
    )
    db.execute("CREATE INDEX screenings_of_case ON screenings (case_code)")
    db.execute("CREATE INDEX screenings_of_visit ON screenings (visit_code)")
    db.execute(
        """CREATE TABLE referrals (
            id TEXT PRIMARY KEY, case_code TEXT NOT NULL REFERENCES cases ON DELETE CASCADE,
            state TEXT NOT NULL, begun_at TEXT NOT NULL, changed_at TEXT NOT NULL, filled TEXT NOT NULL
        ) STRICT"""
    )
    db.execute("CREATE INDEX referrals_of_case ON referrals (case_code)")


@migrations()
def m003_audit(db: Database) -> None:
    """Entries are only ever added."""
    db.execute(
        """CREATE TABLE audit (
            number INTEGER PRIMARY KEY, at TEXT NOT NULL, deed TEXT NOT NULL, about TEXT NOT NULL,
            digest TEXT NOT NULL
        ) STRICT"""
    )
    for deed in ("UPDATE", "DELETE"):
        db.execute(
            f"CREATE TRIGGER audit_no_{deed.lower()} BEFORE {deed} ON audit"
            " BEGIN SELECT RAISE(ABORT, 'entries are only added'); END"
        )


@migrations()
def m004_post(db: Database) -> None:
    """Keys of one's own, those of receivers, what was sealed, and what was received."""
    db.execute(
        """CREATE TABLE keys (
            name TEXT PRIMARY KEY, secret TEXT NOT NULL, public TEXT NOT NULL, changed_at TEXT NOT NULL
        ) STRICT"""
    )
    db.execute(
        """CREATE TABLE cards (
            public TEXT PRIMARY KEY, name TEXT NOT NULL, signer TEXT NOT NULL, valid_until TEXT NOT NULL,
            changed_at TEXT NOT NULL
        ) STRICT"""
    )
    db.execute(
        """CREATE TABLE sealings (
            record_id TEXT PRIMARY KEY, referral_id TEXT NOT NULL REFERENCES referrals ON DELETE CASCADE,
            receiver TEXT NOT NULL, digest TEXT NOT NULL, changed_at TEXT NOT NULL
        ) STRICT"""
    )
    db.execute("CREATE INDEX sealings_of_referral ON sealings (referral_id)")
    db.execute(
        "CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL, changed_at TEXT NOT NULL) STRICT"
    )
    db.execute(
        """CREATE TABLE received (
            record_id TEXT PRIMARY KEY, case_code TEXT NOT NULL, sender TEXT NOT NULL, state TEXT NOT NULL,
            reason TEXT NOT NULL, record TEXT NOT NULL, review_on TEXT NOT NULL, changed_at TEXT NOT NULL
        ) STRICT"""
    )


@migrations()
def m005_no_entry_in_the_place_of_another(db: Database) -> None:
    """INSERT OR REPLACE removes a row without asking the triggers of DELETE."""
    db.execute(
        """CREATE TRIGGER audit_no_replace BEFORE INSERT ON audit
            WHEN EXISTS (SELECT 1 FROM audit WHERE number >= NEW.number)
            BEGIN SELECT RAISE(ABORT, 'entries are only added'); END"""
    )


def bring_up_to_date(db: Database) -> None:
    """Make or migrate the tables.

    Raises: FromNewer, where a later release wrote them.
    """
    with translated():
        version = db.execute("PRAGMA user_version").fetchone()[0]
        if version > VERSION:
            raise FromNewer
        if version < VERSION:
            migrations.apply(db)
            db.execute(f"PRAGMA user_version = {VERSION}")
