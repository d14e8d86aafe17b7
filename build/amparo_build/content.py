"""Build the content: check every document, pack them, and compile library and index beside the program.

Run by `python3 build/dev.py content`. Every fault is told, by file, line and field; what was built before
stays until all of the new is there.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pymupdf_fonts

import amparo_resources
from amparo.core.model import PageId
from amparo.core.places import find_places
from amparo.exchange.keycard import BadCard, card_of
from amparo.library.compile import compile_pack, draft_pages
from amparo.library.documents import EDITION, Fault, Written, read_document, read_edition
from amparo.library.draft import Draft, named, named_sources
from amparo.library.manifest import Manifest
from amparo.library.pack import make_pack
from amparo.library.pages.plan import PLAN
from amparo_resources import SCREEN_FACES
from amparo_resources.schema import Directory, Plan, Sources

DOCUMENTS = Path(amparo_resources.__path__[0]) / "content"
INPUTS = "inputs.txt"
FONTS = "fonts"


def gather(folder: Path) -> dict[str, bytes]:
    """Every file in a folder of documents, by its name in the pack; what no document is called is a fault."""
    below = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    taken = (path for path in below if path.parent.name and not path.name.startswith("."))
    paths = [Path(EDITION)] if (folder / EDITION).is_file() else []
    return {path.as_posix(): (folder / path).read_bytes() for path in (*paths, *taken)}


def check(files: dict[str, bytes]) -> list[Fault]:
    """All faults of a set of documents: of each by itself first, then of what they say of one another."""
    faults: list[Fault] = []
    documents: list[Written] = []
    drafts: list[tuple[Written, Draft]] = []
    for name in sorted(files):
        try:
            if name == EDITION:
                read_edition(files[name])
                continue
            written = read_document(name, files[name])
            documents.append(written)
            drafts += [(written, draft) for draft in draft_pages(written)]
        except Fault as fault:
            faults.append(fault)
    if EDITION not in files:
        faults.append(Fault(EDITION, 1, "", "it is not there"))
    return faults or [
        *_unknown_sources(documents),
        *_doubled_sources(documents),
        *_unknown_pages(documents, {draft.id for _, draft in drafts}),
        *_broken_links(drafts),
        *_doubled_pages(drafts),
        *_contradictions(documents),
    ]


def build(files: dict[str, bytes], folder: Path, inputs: str = "") -> Manifest:
    """Compile documents that hold into a folder, in place of what is there."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as scratch:
        fresh, old = Path(scratch) / "fresh", Path(scratch) / "old"
        fresh.mkdir()
        manifest = compile_pack(make_pack(files), fresh)
        unpack_faces(fresh / FONTS)
        (fresh / INPUTS).write_text(inputs, encoding="ascii")
        if folder.exists():
            folder.rename(old)
        try:
            fresh.rename(folder)
        except OSError:  # such as a virus scanner that still reads the new files
            if old.exists():
                old.rename(folder)
            raise
    return manifest


def unpack_faces(folder: Path) -> None:
    """Write the faces of the screen as files, so that no window waits for their unpacking."""
    folder.mkdir()
    for face in SCREEN_FACES:
        (folder / f"{face}.ttf").write_bytes(pymupdf_fonts.myfont(face))


def main(arguments: list[str] | None = None) -> int:
    """Build, and say what was built or what is wrong."""
    parser = argparse.ArgumentParser(description="Check the documents and build library and index from them.")
    parser.add_argument("--documents", type=Path, default=DOCUMENTS, help="the folder of documents")
    parser.add_argument(
        "--inputs", default="", help="what to write down as the hash of what it was made from"
    )
    chosen = parser.parse_args(arguments)
    files = gather(chosen.documents)
    if faults := check(files):
        print(*faults, sep="\n", file=sys.stderr)
        print(f"{len(faults)} faults; nothing was built.", file=sys.stderr)
        return 1
    folder = find_places().content
    try:
        manifest = build(files, folder, chosen.inputs)
    except OSError as error:
        print(f"The content could not be written to {folder}: {error.strerror}.", file=sys.stderr)
        return 1
    edition = manifest.edition
    print(f"content {edition.version}: {len(files)} documents, SHA-256 {edition.sha256}")
    return 0


def _unknown_sources(documents: list[Written]) -> Iterator[Fault]:
    """Source keys that no sources document defines, wherever a document names them."""
    tables = [written.document for written in documents if isinstance(written.document, Sources)]
    defined = {source.key for table in tables for source in table.sources}
    for written in documents:
        for path, key in named_sources(written.document):
            if key not in defined:
                yield Fault(written.file, written.line_of(path), path[2:], f"source {key} is not defined")


def _doubled_sources(documents: list[Written]) -> Iterator[Fault]:
    """Source keys that are defined more than once."""
    seen: set[str] = set()
    for written in documents:
        if not isinstance(written.document, Sources):
            continue
        for place, source in enumerate(written.document.sources):
            if source.key in seen:
                path = f"sources[{place}].key"
                line = written.line_of(f"$.{path}")
                yield Fault(written.file, line, path, f"{source.key} is defined twice")
            seen.add(source.key)


def _unknown_pages(documents: list[Written], there: set[PageId]) -> Iterator[Fault]:
    """Pages that a document, or a part of it, serves or leads on to and that are not there."""
    for written in documents:
        for field in ("serves", "read_on"):
            for path, page in named(written.document, field):
                if page not in there:
                    yield Fault(written.file, written.line_of(path), path[2:], f"{page} does not exist")


def _broken_links(drafts: list[tuple[Written, Draft]]) -> Iterator[Fault]:
    """Pages that prose leads to and that are not there."""
    there = {draft.id for _, draft in drafts}
    for written, draft in drafts:
        for target in _targets(draft):
            if "://" not in target and target not in there:
                line = written.body_line + written.body.partition(f"]({target}")[0].count("\n")
                yield Fault(written.file, line, "body", f"the link to {target} leads nowhere")


def _targets(draft: Draft) -> Iterator[str]:
    for block in draft.blocks:
        for prose in (getattr(block, "text", ()), *getattr(block, "items", ())):
            if isinstance(prose, tuple):
                yield from (span.target for span in prose if span.target)


def _doubled_pages(drafts: list[tuple[Written, Draft]]) -> Iterator[Fault]:
    """Pages that are made twice: by two documents, such as a second Work Plan, or by one."""
    seen: dict[tuple[str, str], str] = {}
    for written, draft in drafts:
        first = seen.get((draft.id, draft.lang))
        seen.setdefault((draft.id, draft.lang), written.file)
        is_told = first != written.file and isinstance(written.document, Plan) and draft.id != PLAN
        if first is not None and not is_told:  # of a second plan, its first page says enough
            yield Fault(written.file, 1, "", f"page {draft.id} is already made by {first}")


def _contradictions(documents: list[Written]) -> Iterator[Fault]:
    """What an entry of the directory says against itself, so that nobody knows whom to call."""
    for written in documents:
        if isinstance(written.document, Directory):
            for path, reason in _against_itself(written.document):
                yield Fault(written.file, written.line_of(f"$.{path}"), path, reason)


def _against_itself(entry: Directory) -> Iterator[tuple[str, str]]:
    called = {_digits(number.dial) for number in entry.emergency}
    called |= {_digits(number.dial) for body in entry.bodies for number in body.numbers}
    ids = [body.id for body in entry.bodies]
    for place, body in enumerate(entry.bodies):
        if body.id in ids[:place]:
            yield f"bodies[{place}].id", f"{body.id} is there twice"
        if body.key_card and not _is_key_card(body.key_card):
            yield f"bodies[{place}].key_card", "is no key card, or a letter of it is wrong"
        if body.role in entry.roles_not_found:
            yield f"bodies[{place}].role", f"{body.role} is also among the roles that were not found"
        for nth, old in enumerate(body.superseded):
            if any(_digits(number) in called for number in old.numbers):
                yield f"bodies[{place}].superseded[{nth}]", f"{old.text} is also a number to call"


def _is_key_card(line: str) -> bool:
    try:
        card_of(line)
    except BadCard:
        return False
    return True


def _digits(number: str) -> str:
    return "".join(filter(str.isdigit, number))


if __name__ == "__main__":
    sys.exit(main())
