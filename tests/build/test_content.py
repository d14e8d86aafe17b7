"""From documents to content: all faults told, the same bytes for the same documents, old content kept."""

import errno
import os
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest

from amparo.core.model import Kind
from amparo.library.documents import Fault, read_document
from amparo.library.manifest import MANIFEST, PACK, read_manifest
from amparo.library.search import Search
from amparo.library.store import Store
from amparo_build import content as contents
from amparo_build.content import DOCUMENTS, build, check, gather, main
from amparo_resources.schema import KINDS
from tests.library.examples import CHECKLIST, DIRECTORY, EXAMPLES, GUIDANCE, PAGES, RIGHTS, SOURCES

PLAN = "plan/work-plan.en.yaml"
RUR = "directory/rur.yaml"
BOOTH, TALK, CARD = "checklist/booth.en.yaml", "guidance/talk.en.md", "rights/card.en.yaml"


@pytest.fixture(scope="module")
def real() -> dict[str, bytes]:
    return gather(DOCUMENTS)


@pytest.fixture(scope="module", autouse=True)
def _each_is_read_once() -> Iterator[None]:
    """The tests differ in a document or two, and all are checked each time: the same bytes are read once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(contents, "read_document", cache(read_document))
        yield


@pytest.fixture(scope="module")
def few(real: dict[str, bytes]) -> dict[str, bytes]:
    """Documents of every kind that hold together, and take a second to build: the plan and the examples."""
    examples = {name: text.encode() for name, text in EXAMPLES.items()}
    kept = {name: real[name] for name in real if name.startswith(("plan/", "sources/"))}
    return kept | examples | {"edition.yaml": real["edition.yaml"]}


@pytest.fixture
def documents(tmp_path: Path, few: dict[str, bytes]) -> list[str]:
    """How to tell the program to build those."""
    return ["--documents", str(write(tmp_path / "few", few))]


def snapshot(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def write(folder: Path, files: dict[str, bytes]) -> Path:
    """Documents in a folder, as their writers keep them."""
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def line_with(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n") + 1


def fault_of(files: dict[str, bytes], name: str, text: str) -> Fault:
    """The one fault that this document brings into the others."""
    (fault,) = check(files | {name: text.encode()})
    assert fault.file == name
    return fault


# What there is


def test_the_documents_of_the_kit_hold(real: dict[str, bytes]) -> None:
    assert check(real) == []


def test_adding_content_is_only_adding_files(real: dict[str, bytes], enriched: Path) -> None:
    assert check(real | {name: text.encode() for name, text in EXAMPLES.items()}) == []
    with Store(enriched) as store:
        ids = {head.id for head in store.heads()}
        for page in PAGES:
            assert page in ids
            assert page in {head.id for head in store.page("plan/activity/36").served_by}
    kinds = {page.partition("/")[0] for page in PAGES}
    assert kinds | {"plan", "sources", "thesaurus"} == KINDS.keys() == {kind.value for kind in Kind}


# What does not hold


def test_a_source_that_is_not_defined_is_told(real: dict[str, bytes]) -> None:
    text = CHECKLIST.replace("    sources: [PAL-3]", "    sources: [PAL-3, NOBODY-1]")
    fault = fault_of(real, BOOTH, text)
    assert fault.line == line_with(text, "NOBODY-1")
    assert fault.field == "situations[0].indicators[0].sources[1]"
    assert "NOBODY-1 is not defined" in fault.reason


def test_a_source_that_is_not_defined_is_told_in_markdown_by_the_line_of_the_file(
    real: dict[str, bytes],
) -> None:
    text = GUIDANCE.replace("[SEED]", "[NOBODY-1]")
    assert fault_of(real, TALK, text).line == line_with(text, "NOBODY-1")


def test_a_source_defined_twice_is_told(real: dict[str, bytes]) -> None:
    text = SOURCES.replace("RUR-1", "SEED")
    fault = fault_of(real, "sources/wide.yaml", text)
    assert fault.line == line_with(text, "key: SEED")
    assert "SEED" in fault.reason


def test_an_item_that_does_not_exist_is_told(real: dict[str, bytes]) -> None:
    text = CHECKLIST.replace("[plan/activity/36]", "[plan/activity/36, plan/activity/53]")
    fault = fault_of(real, BOOTH, text)
    assert (fault.line, fault.field) == (line_with(text, "serves:"), "serves[1]")
    assert "plan/activity/53 does not exist" in fault.reason


def test_a_page_to_read_on_that_does_not_exist_is_told(real: dict[str, bytes]) -> None:
    text = CHECKLIST.replace("as_of:", "read_on: [guidance/nowhere]\nas_of:")
    fault = fault_of(real, BOOTH, text)
    assert (fault.line, fault.field) == (line_with(text, "read_on:"), "read_on[0]")
    assert "guidance/nowhere does not exist" in fault.reason


def test_an_item_that_a_message_of_the_card_serves_has_to_exist_too(real: dict[str, bytes]) -> None:
    text = RIGHTS.replace("plan/activity/34", "plan/mandate/11")
    fault = fault_of(real, CARD, text)
    assert fault.line == line_with(text, "plan/mandate/11")
    assert fault.field == "messages[0].serves[0]"


def test_a_number_without_provenance_is_told_and_nothing_is_built(
    real: dict[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = DIRECTORY.replace("    provenance: body\n", "")
    documents = write(tmp_path / "documents", real | {RUR: text.encode()})
    assert main(["--documents", str(documents)]) == 1
    told = capsys.readouterr().err
    assert f"{RUR}, line {line_with(text, '- dial: 0800')}, bodies[0].numbers[0]: " in told
    assert "`provenance`" in told


@pytest.mark.parametrize(
    ("old", "new", "at", "field", "reason"),
    [
        ("- id: unit", "- id: line", "- id: line\n  name: Unit", "bodies[1].id", "line is there twice"),
        ("role: police-unit", "role: consular", "role: consular", "bodies[1].role", "were not found"),
        (
            "role: police-unit",
            "key_card: 'AMPARO-KEY:1:x'\n  role: police-unit",
            "key_card: ",
            "bodies[1].key_card",
            "no key card",
        ),
        ("[555-1234]", "['112']", "- text: 555", "bodies[0].superseded[0]", "is also a number to call"),
        ("[555-1234]", "[080 055 501]", "- text: 555", "bodies[0].superseded[0]", "is also a number to call"),
    ],
)
def test_an_entry_that_contradicts_itself_is_told(
    real: dict[str, bytes], old: str, new: str, at: str, field: str, reason: str
) -> None:
    text = DIRECTORY.replace(old, new)
    fault = fault_of(real, RUR, text)
    assert (fault.line, fault.field) == (line_with(text, at), field)
    assert reason in fault.reason


@pytest.mark.parametrize(
    "target", ["plan/activity/99", "guidance/nowhere", "activity/13", "plan/activity/13#end"]
)
def test_a_link_that_leads_nowhere_is_told(real: dict[str, bytes], target: str) -> None:
    text = GUIDANCE.replace("(plan/activity/36)", f"({target})")
    fault = fault_of(real, TALK, text)
    assert fault.field == "body"
    assert f"{target} leads nowhere" in fault.reason
    assert fault.line == line_with(text, target)


def test_links_between_documents_hold(real: dict[str, bytes]) -> None:
    text = GUIDANCE.replace("(plan/activity/36)", "(checklist/booth)")
    assert check(real | {TALK: text.encode(), BOOTH: CHECKLIST.encode()}) == []


def test_a_page_that_two_documents_make_is_told(real: dict[str, bytes]) -> None:
    head = GUIDANCE.removeprefix("---\n").partition("---\n")[0].encode()
    files = real | {TALK: GUIDANCE.encode(), "guidance/talk.en.yaml": head}
    (fault,) = check(files)
    assert fault.file == "guidance/talk.en.yaml"
    assert f"guidance/talk is already made by {TALK}" in fault.reason


def test_a_second_work_plan_is_told_once(real: dict[str, bytes]) -> None:
    fault = fault_of(real, "plan/work-plans.en.yaml", real[PLAN].decode())
    assert "page plan is already made" in fault.reason


def test_two_activities_of_one_number_are_told(real: dict[str, bytes]) -> None:
    text = real[PLAN].decode()
    doubled = text.replace("  - number: 11\n", "  - number: 10\n", 1)  # 11 is served by no page
    assert doubled != text
    fault = fault_of(real, PLAN, doubled)
    assert "plan/activity/10" in fault.reason


def test_without_an_edition_nothing_holds(real: dict[str, bytes]) -> None:
    (fault,) = check({name: data for name, data in real.items() if name != "edition.yaml"})
    assert fault.file == "edition.yaml"


def test_all_faults_are_told_at_once(real: dict[str, bytes]) -> None:
    files = real | {
        BOOTH: CHECKLIST.replace("intro:", "introduction:").encode(),
        TALK: b"no head",
        "directory/x.yaml": b"\xff",
        "edition.yaml": b"version: x\n",
    }
    assert [fault.file for fault in check(files)] == [BOOTH, "directory/x.yaml", "edition.yaml", TALK]


@pytest.mark.parametrize(
    "name", ["checklist/booth.en.yml", "checklist/more/booth.en.yaml", "guidance/talk.en.markdown"]
)
def test_no_file_of_a_writer_is_left_out_without_a_word(
    tmp_path: Path, real: dict[str, bytes], name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write(tmp_path / "documents", real | {name: CHECKLIST.encode()})
    assert main(["--documents", str(folder)]) == 1
    assert name in capsys.readouterr().err


# Building


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "out" / "built"
    monkeypatch.setenv("AMPARO_CONTENT", str(folder))
    return folder


def test_building_says_what_was_built_with_its_hash(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of the documents of the kit: the other tests build few."""
    assert main([]) == 0
    out, err = capsys.readouterr()
    edition = read_manifest(built).edition
    assert out == f"content {edition.version}: {len(gather(DOCUMENTS))} documents, SHA-256 {edition.sha256}\n"
    assert err == ""
    assert edition.sha256 == sha256((built / PACK).read_bytes()).hexdigest()


def test_the_same_documents_give_the_same_hash_from_any_folder(
    built: Path,
    tmp_path: Path,
    few: dict[str, bytes],
    documents: list[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(documents) == 0
    first = capsys.readouterr().out
    folder = write(tmp_path / "elsewhere", dict(sorted(few.items(), reverse=True)))
    for path in folder.rglob("*"):
        os.utime(path, (0, 0))
    assert main(["--documents", str(folder)]) == 0
    assert capsys.readouterr().out == first
    assert snapshot(built).keys() >= {PACK, MANIFEST, "library.sqlite"}


def test_another_document_gives_another_hash(content: Path, enriched: Path) -> None:
    assert read_manifest(content).edition.sha256 != read_manifest(enriched).edition.sha256


def test_what_it_was_made_from_is_written_down(built: Path, documents: list[str]) -> None:
    assert main([*documents, "--inputs", "abc123"]) == 0
    assert (built / "inputs.txt").read_text(encoding="ascii") == "abc123"


def test_nothing_is_left_beside_it(built: Path, documents: list[str]) -> None:
    assert main(documents) == main(documents) == 0
    assert [path.name for path in built.parent.iterdir()] == ["built"]


def test_faults_are_told_one_a_line_and_the_old_content_stays(
    built: Path,
    tmp_path: Path,
    few: dict[str, bytes],
    documents: list[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(documents) == 0
    before = snapshot(built)
    capsys.readouterr()
    folder = write(tmp_path / "documents", few | {BOOTH: b"kind: form\n", TALK: b"x"})
    assert main(["--documents", str(folder)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert [line.partition(",")[0] for line in err.splitlines()] == [
        BOOTH,
        TALK,
        "2 faults; nothing was built.",
    ]
    assert snapshot(built) == before


def test_no_documents_at_all_is_a_fault(
    built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--documents", str(tmp_path / "nowhere")]) == 1
    assert "edition.yaml" in capsys.readouterr().err
    assert not built.exists()


def test_a_document_that_fails_late_leaves_the_old_content(built: Path, few: dict[str, bytes]) -> None:
    build(few, built)
    before = snapshot(built)
    with pytest.raises(Fault):
        build(few | {BOOTH: b"kind: form\n"}, built)
    assert snapshot(built) == before
    assert [path.name for path in built.parent.iterdir()] == ["built"]


@pytest.fixture(params=["taking the old away", "putting the new there"])
def stuck(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A system that will not rename a folder, as where a virus scanner holds it."""
    rename, name = (
        Path.rename,
        {"taking the old away": "built", "putting the new there": "fresh"}[request.param],
    )

    def refuse(path: Path, target: Path) -> Path:
        if path.name == name:
            raise PermissionError(errno.EACCES, "Access is denied")
        return rename(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", refuse)
        yield request.param


def test_a_swap_that_fails_leaves_the_old_content(
    built: Path, documents: list[str], content: Path, stuck: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(built, snapshot(content))
    assert main(documents) == 1, stuck
    assert "could not be written" in capsys.readouterr().err
    assert built.is_dir(), "the old content is gone"
    assert snapshot(built) == snapshot(content)


def test_a_place_that_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("AMPARO_CONTENT", str(tmp_path / "file" / "built"))
    assert main([]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert str(tmp_path / "file" / "built") in err


def test_what_was_built_answers(content: Path) -> None:
    """It was built by the same word."""
    with Search(content, read_manifest(content)) as search:
        assert search.ask("peacekeeping").hits[0].page == "plan/activity/13"
