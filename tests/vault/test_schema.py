"""Tables as they are made, and as they come to be from older ones."""

from datetime import date
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from amparo.vault import connection
from amparo.vault.errors import FromNewer
from amparo.vault.header import new_key
from amparo.vault.schema import VERSION, bring_up_to_date, migrations
from amparo.vault.vault import Vault

Shape = list[tuple[str, str, str]]


def shape(db: Database) -> Shape:
    return db.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()


@pytest.fixture
def fresh(tmp_path: Path) -> Shape:
    db = connection.connect(tmp_path / "fresh.db", new_key(), is_new=True)
    bring_up_to_date(db)
    made = shape(db)
    connection.close(db)
    return made


def names() -> list[str]:
    return [step.name for step in migrations._migrations]


def test_the_version_is_the_number_of_steps() -> None:
    assert len(names()) == VERSION


@pytest.mark.parametrize("steps", range(1, VERSION + 1))
def test_a_store_of_any_release_becomes_as_a_fresh_one(tmp_path: Path, fresh: Shape, steps: int) -> None:
    key = new_key()
    db = connection.connect(tmp_path / "old.db", key, is_new=True)
    later = names()[steps] if steps < VERSION else None
    migrations.apply(db, stop_before=later)
    db.execute(f"PRAGMA user_version = {steps}")
    connection.close(db)
    again = connection.connect(tmp_path / "old.db", key)
    bring_up_to_date(again)
    assert shape(again) == fresh
    assert again.execute("PRAGMA user_version").fetchone() == (VERSION,)
    connection.close(again)


def test_steps_that_were_killed_in_the_middle_go_on(tmp_path: Path, fresh: Shape) -> None:
    db = connection.connect(tmp_path / "half.db", new_key(), is_new=True)
    migrations.apply(db, stop_before=names()[2])
    bring_up_to_date(db)
    assert shape(db) == fresh
    connection.close(db)


def test_a_newer_one_is_refused_and_unchanged(tmp_path: Path) -> None:
    db = connection.connect(tmp_path / "new.db", new_key(), is_new=True)
    bring_up_to_date(db)
    db.execute(f"PRAGMA user_version = {VERSION + 1}")
    before = shape(db)
    with pytest.raises(FromNewer):
        bring_up_to_date(db)
    assert shape(db) == before
    connection.close(db)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE audit SET about = 'x'",
        "UPDATE audit SET number = number + 1",
        "UPDATE OR IGNORE audit SET about = 'x'",
        "DELETE FROM audit",
        "DELETE FROM audit WHERE number = 1",
        "INSERT INTO audit VALUES (1, '', '', '', '')",
        "INSERT INTO audit VALUES (0, '', '', '', '')",
        "INSERT OR REPLACE INTO audit VALUES (1, '', '', '', '')",
        "REPLACE INTO audit VALUES (2, '', '', '', '')",
        "INSERT INTO audit VALUES (1, '', '', '', '') ON CONFLICT DO UPDATE SET about = 'x'",
    ],
)
def test_entries_of_the_log_are_only_added_even_by_sql(vault: Vault, sql: str) -> None:
    vault.cases.open(review_on=date(2026, 12, 26))
    before = vault.audit.entries()
    db = vault.cases._table._db
    with pytest.raises(dbapi2.IntegrityError, match="only added"):
        db.execute(sql)
    assert vault.audit.entries() == before
    assert vault.log_fault is None


def test_what_hangs_on_a_case_names_one_that_is_there(vault: Vault) -> None:
    with pytest.raises(dbapi2.IntegrityError):
        vault.referrals.begin("no such case", {})
