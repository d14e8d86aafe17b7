"""The tables of the library, for who writes them and who reads them."""

VERSION = 4
"""Raised with every change below; a library of another version is never guessed at."""

PLAIN = ("id", "lang", "kind", "title", "subject", "context", "parent", "text", "footnote", "as_of", "status")
LISTS = ("instruments", "expects", "audience", "serves", "read_on", "sources")
SOURCE = ("key", "title", "publisher", "year", "read")

SCHEMA = f"""
PRAGMA user_version = {VERSION};
CREATE TABLE edition (version TEXT NOT NULL, issued TEXT NOT NULL, sha256 TEXT NOT NULL) STRICT;
CREATE TABLE source (
    key TEXT PRIMARY KEY, title TEXT NOT NULL, publisher TEXT NOT NULL, year TEXT NOT NULL, read TEXT NOT NULL
) STRICT;
-- A row a page and language; `place` is the order in which lists and trees show them.
-- instruments, expects, audience, serves, read_on, sources: JSON lists; notes, blocks: JSON.
CREATE TABLE page (
    id TEXT NOT NULL, lang TEXT NOT NULL, kind TEXT NOT NULL, place INTEGER NOT NULL,
    title TEXT NOT NULL, subject TEXT NOT NULL, context TEXT NOT NULL, parent TEXT,
    text TEXT NOT NULL, footnote TEXT NOT NULL, as_of TEXT NOT NULL, status TEXT NOT NULL,
    instruments TEXT NOT NULL, expects TEXT NOT NULL, audience TEXT NOT NULL, serves TEXT NOT NULL,
    read_on TEXT NOT NULL, sources TEXT NOT NULL, notes TEXT NOT NULL, blocks TEXT NOT NULL,
    PRIMARY KEY (id, lang)
) STRICT;
CREATE TABLE passage (
    key TEXT PRIMARY KEY, page TEXT NOT NULL, lang TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL
) STRICT;
CREATE TABLE serves (page TEXT NOT NULL, item TEXT NOT NULL) STRICT;
CREATE TABLE term (concept TEXT NOT NULL, lang TEXT NOT NULL, term TEXT NOT NULL) STRICT;
-- What is typed to go straight to a page, as `jumps` folds it: names, and telephone numbers.
CREATE TABLE shortcut (key TEXT PRIMARY KEY, page TEXT NOT NULL) STRICT;
-- A row an entry of the directory and language; `entry` is JSON.
CREATE TABLE directory (
    page TEXT NOT NULL, lang TEXT NOT NULL, place INTEGER NOT NULL, entry TEXT NOT NULL,
    PRIMARY KEY (page, lang)
) STRICT;
CREATE INDEX page_of_parent ON page (parent, place);
CREATE INDEX serves_item ON serves (item);
"""
