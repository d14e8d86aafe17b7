"""list, search, show and print, as a person and as another program sees them."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from amparo.core.model import Kind
from amparo.core.places import CONTENT_VARIABLE
from amparo.paper.pages import Pages
from tests.cli.conftest import Amparo
from tests.cli.damage import INDEX_DAMAGE, LIBRARY_DAMAGE
from tests.library import seed
from tests.library.examples import PAGES

READING = [
    ("list",),
    ("search", "victims"),
    ("show", "plan/activity/13"),
    ("print", "plan/activity/13", "-o", "x.pdf"),
]
ITEMS = (
    [(f"plan/activity/{one.number}", one.text) for one in seed.ACTIVITIES]
    + [(f"plan/mandate/{one.number}", one.text) for one in seed.MANDATE_ITEMS]
    + [(f"plan/resolution/{one.number}", one.text) for one in seed.RESOLUTION_PARAGRAPHS]
    + [("plan/definition", seed.LINES[seed.DEFINITION])]
)


@pytest.fixture(autouse=True)
def _in_a_folder_of_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


# list


def test_list_gives_every_page_with_these_keys(amparo: Amparo) -> None:
    code, out, err = amparo("list", "--json")
    rows = json.loads(out)
    assert (code, err) == (0, "")
    assert all(list(row) == ["id", "title", "kind", "langs"] for row in rows)
    assert rows[0] == {"id": "plan", "title": "Work Plan 2010-2012", "kind": "plan", "langs": ["en"]}
    assert {page for page, _ in ITEMS} <= {row["id"] for row in rows}


@pytest.mark.usefixtures("rich")
@pytest.mark.parametrize("kind", list(Kind))
def test_list_can_be_kept_to_a_kind(amparo: Amparo, kind: Kind) -> None:
    rows = json.loads(amparo("list", "--kind", kind.value, "--json").out)
    assert {row["kind"] for row in rows} == (set() if kind in (Kind.SOURCES, Kind.THESAURUS) else {kind})
    assert [row["id"] for row in rows if row["id"] in PAGES] == [
        page for page in PAGES if page.startswith(kind)
    ]


def test_list_for_a_person_is_a_line_a_page(amparo: Amparo) -> None:
    out = amparo("list").out
    assert len(out.splitlines()) == len(json.loads(amparo("list", "--json").out))
    (line,) = (line for line in out.splitlines() if line.startswith("plan/activity/13 "))
    assert "Activity 13: " in line


# search


def test_search_gives_hits_with_these_keys(amparo: Amparo) -> None:
    code, out, err = amparo("search", "peacekeeping", "--json")
    row = json.loads(out)[0]
    assert (code, err) == (0, "")
    assert list(row) == ["id", "title", "kind", "lang", "excerpt", "source", "as_of", "score"]
    assert (row["id"], row["kind"], row["lang"], row["as_of"]) == (
        "plan/activity/13",
        "plan",
        "en",
        "2010-05-27",
    )
    assert "peacekeeping" in row["excerpt"]
    assert row["source"].startswith("OAS Permanent Council (2010), ")
    assert row["score"] > 0


def test_search_gives_the_page_that_is_named_first_and_once(amparo: Amparo) -> None:
    rows = json.loads(amparo("search", "activity 13", "--json").out)
    assert [row["id"] for row in rows].count("plan/activity/13") == 1
    assert rows[0]["id"] == "plan/activity/13"
    assert list(rows[0]) == list(rows[-1])
    assert "Activity 13" in amparo("search", "activity 13").out


@pytest.mark.parametrize("limit", [1, 3])
def test_search_gives_no_more_than_the_limit(amparo: Amparo, limit: int) -> None:
    for text in ("victims", "protection"):  # a word, and a name too
        assert len(json.loads(amparo("search", text, "--limit", str(limit), "--json").out)) == limit


@pytest.mark.parametrize("option", [("--limit", "0"), ("--limit", "x"), ("--lang", "de"), ("--colour",)])
def test_search_with_an_option_that_is_none_is_told(amparo: Amparo, option: tuple[str, ...]) -> None:
    code, out, err = amparo("search", "victims", *option)
    assert (code, out) == (2, "")
    assert option[0] in err


@pytest.mark.parametrize("lang", ["en", "es", "pt", "fr"])
def test_search_in_any_language_of_the_kit(amparo: Amparo, lang: str) -> None:
    assert json.loads(amparo("search", "victims", "--lang", lang, "--json").out)


@pytest.mark.parametrize("text", ["xqzzy", "", " ", "\0", "---"])
def test_search_that_finds_nothing_says_how_to_go_on(amparo: Amparo, text: str) -> None:
    assert amparo("search", "--json", "--", text) == (0, "[]\n", "")
    code, out, _ = amparo("search", "--", text)
    assert code == 0
    assert "amparo list" in out or "Did you mean" in out


def test_search_guesses_where_a_word_is_misspelt(amparo: Amparo) -> None:
    assert "peacekeeping" in amparo("search", "peacekeping").out


def test_search_of_a_long_text_says_that_it_was_cut(amparo: Amparo) -> None:
    assert "its end was left out" in amparo("search", "victims " * 5000).out


# show


def test_show_gives_these_keys(amparo: Amparo) -> None:
    code, out, err = amparo("show", "plan/activity/2", "--json")
    row = json.loads(out)
    assert (code, err) == (0, "")
    assert list(row) == [
        "id",
        "title",
        "kind",
        "lang",
        "text",
        "notes",
        "footnote",
        "serves",
        "sources",
        "as_of",
    ]
    assert (row["id"], row["kind"], row["lang"], row["as_of"]) == (
        "plan/activity/2",
        "plan",
        "en",
        "2010-05-27",
    )
    assert row["serves"] == []
    assert {"text", "sources"} == set(row["notes"][0])
    assert row["sources"][0]["key"] == "SEED"


@pytest.mark.parametrize(("page", "text"), ITEMS, ids=[page for page, _ in ITEMS])
def test_show_gives_the_text_to_the_letter(amparo: Amparo, page: str, text: str) -> None:
    row = json.loads(amparo("show", page, "--json").out)
    assert row["text"] == text
    assert not any(note["text"] in row["text"] for note in row["notes"])
    footnote = {f"plan/activity/{number}": seed.LINES[line] for number, line in seed.FOOTNOTES.items()}.get(
        page
    )
    assert row["footnote"] == footnote
    assert text in amparo("show", page).out


def test_show_for_a_person_keeps_notes_apart_and_names_the_sources(amparo: Amparo) -> None:
    out = amparo("show", "plan/definition").out
    assert out.index(seed.LINES[seed.DEFINITION]) < out.index("[Note of the kit]") < out.index("PAL-3: ")


@pytest.mark.usefixtures("rich")
@pytest.mark.parametrize("page", PAGES)
def test_every_kind_is_shown_and_says_whom_it_serves(amparo: Amparo, page: str) -> None:
    row = json.loads(amparo("show", page, "--json").out)
    assert row["serves"] == ["plan/activity/36"]
    assert row["text"] in amparo("show", page).out


@pytest.mark.parametrize("page", ["plan/activity/99", "nowhere", "", "\0", "\udcff", "-", "../plan"])
def test_show_of_a_page_that_is_not_there_is_told(amparo: Amparo, page: str) -> None:
    for option in ((), ("--json",)):
        code, out, err = amparo("show", *option, "--", page)
        assert (code, out) == (2, "")
        assert "no page called" in err
        assert "Search for it" in err


# print


def test_print_writes_a_pdf_and_says_where(amparo: Amparo, tmp_path: Path) -> None:
    for paper, width in (("a4", 595.28), ("letter", 612.0)):
        output = tmp_path / "new folder" / f"{paper}.pdf"
        assert amparo("print", "plan/activity/13", "--paper", paper, "-o", str(output)) == (
            0,
            f"{output}\n",
            "",
        )
        with Pages(output.read_bytes()) as pages:
            assert pages.size_pt(0)[0] == pytest.approx(width, abs=0.5)
            words = " ".join(" ".join(pages.text(n) for n in range(pages.count)).split())
        assert "Activity 13" in words
    assert {path.name for path in (tmp_path / "new folder").iterdir()} == {"a4.pdf", "letter.pdf"}


def test_print_in_the_folder_that_one_stands_in(amparo: Amparo, tmp_path: Path) -> None:
    assert amparo("print", "plan/mandate/9", "-o", "ninth.pdf").code == 0
    assert (tmp_path / "ninth.pdf").read_bytes().startswith(b"%PDF-")


def test_print_takes_the_paper_and_the_state_of_the_settings(amparo: Amparo, home: Path) -> None:
    home.mkdir()
    (home / "settings.json").write_text('{"paper": "letter", "state": "PRY"}', encoding="ascii")
    assert amparo("print", "plan/activity/1", "-o", "x.pdf").code == 0
    with Pages(Path("x.pdf").read_bytes()) as pages:
        assert pages.size_pt(0)[0] == pytest.approx(612, abs=0.5)
        assert "Paraguay" in pages.text(0)


def test_print_of_a_sheet_with_as_many_lines_as_people(amparo: Amparo) -> None:
    assert amparo("print", "form/conduct-sign-off", "--rows", "75", "-o", "x.pdf").code == 0
    with Pages(Path("x.pdf").read_bytes()) as pages:
        words = " ".join(pages.text(number) for number in range(pages.count)).split()
    assert {"1", "75"} <= set(words)
    assert "76" not in words
    assert amparo("print", "form/conduct-sign-off", "--rows", "0", "-o", "y.pdf").code == 2
    assert not Path("y.pdf").exists()


def test_print_of_copies(amparo: Amparo, tmp_path: Path) -> None:
    assert amparo("print", "checklist/booth", "--copies", "25", "-o", "x.pdf").code == 0
    with Pages(Path("x.pdf").read_bytes()) as pages:
        one = pages.count // 25
        assert f"copy 25 of 25 · page {one} of {one}" in pages.text(pages.count - 1)
    sites = tmp_path / "sites.txt"
    sites.write_text("Taller Ñandú\n\nFinca Norte\n", encoding="utf-8")
    assert amparo("print", "checklist/booth", "--sites", str(sites), "--apart", "-o", "y.pdf").code == 0
    with Pages(Path("y.pdf").read_bytes()) as pages:
        assert "Taller Ñandú" in pages.text(0)
        assert "Finca Norte" in pages.text(pages.count - one)


@pytest.mark.parametrize("sites", [b"", b"\n \n", b"\xff\xfe", b"a\n" * 501])
def test_print_for_sites_that_cannot_be_read_is_told(amparo: Amparo, tmp_path: Path, sites: bytes) -> None:
    (tmp_path / "sites.txt").write_bytes(sites)
    code, out, err = amparo("print", "checklist/booth", "--sites", str(tmp_path / "sites.txt"), "-o", "x.pdf")
    assert (code, out) == (2, "")
    assert "sites.txt" in err
    assert not Path("x.pdf").exists()


def test_cards_have_no_copies(amparo: Amparo) -> None:
    card = ("print", "guidance/conduct-pocket-card", "--as", "cards", "-o", "x.pdf")
    assert amparo(*card, "--copies", "2").code == 2
    assert not Path("x.pdf").exists()


def test_print_of_cards_where_there_is_one(amparo: Amparo) -> None:
    assert amparo("print", "guidance/conduct-pocket-card", "--as", "cards", "-o", "x.pdf").code == 0
    with Pages(Path("x.pdf").read_bytes()) as pages:
        assert pages.text(0).count("Pocket card") == 8
    code, out, err = amparo("print", "plan/activity/13", "--as", "cards", "-o", "y.pdf")
    assert (code, out) == (2, "")
    assert "plan/activity/13 has no such form" in err
    assert not Path("y.pdf").exists()


def test_print_of_a_form_to_fill_in_on_a_screen(amparo: Amparo) -> None:
    assert amparo("print", "form/referral", "--as", "fillable", "-o", "x.pdf").code == 0
    assert amparo("print", "form/referral", "-o", "blank.pdf").code == 0
    assert b"/AcroForm" in Path("x.pdf").read_bytes()
    assert b"/AcroForm" not in Path("blank.pdf").read_bytes()
    code, out, err = amparo("print", "guidance/confidentiality", "--as", "fillable", "-o", "y.pdf")
    assert (code, out) == (2, "")
    assert "guidance/confidentiality has no such form" in err


@pytest.mark.parametrize("where", [".", "file/x.pdf"])
def test_print_where_it_cannot_write_is_told(amparo: Amparo, where: str) -> None:
    Path("file").write_bytes(b"mine")
    code, out, err = amparo("print", "plan/activity/13", "-o", where)
    assert (code, out) == (2, "")
    assert where in err
    assert Path("file").read_bytes() == b"mine"


def test_print_of_a_page_that_is_not_there_leaves_the_file_as_it_was(amparo: Amparo) -> None:
    Path("x.pdf").write_bytes(b"mine")
    assert amparo("print", "plan/activity/99", "-o", "x.pdf").code == 2
    assert Path("x.pdf").read_bytes() == b"mine"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="as POSIX has it")
def test_print_does_not_put_a_file_in_the_place_of_something_else(amparo: Amparo, tmp_path: Path) -> None:
    """As root, `-o /dev/null` would otherwise take the device away from everybody."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        amparo("print", "plan/activity/13", "-o", str(pipe))
    finally:
        os.close(reader)
    assert pipe.is_fifo()


@pytest.mark.parametrize("arguments", [("print", "plan"), ("print",), ("show",), ("sing",), ("--sing",), ()])
def test_what_is_no_command_is_told(amparo: Amparo, arguments: tuple[str, ...]) -> None:
    code, out, err = amparo(*arguments)
    assert (code, out) == (2, "")
    assert "Usage: amparo" in err


@pytest.mark.parametrize(
    "arguments", [("--help",), ("-h",), ("list", "--help"), ("doctor", "-h"), ("--version",)]
)
def test_help_and_version_are_no_failure(amparo: Amparo, arguments: tuple[str, ...]) -> None:
    code, out, err = amparo(*arguments)
    assert (code, err) == (0, "")
    assert "amparo" in out


# Bad days


@pytest.mark.parametrize("damage", LIBRARY_DAMAGE)
def test_damaged_content_is_told_and_no_answer_is_made_of_it(
    amparo: Amparo, copy: Path, damage: Callable[[Path], None]
) -> None:
    damage(copy)
    for command in READING:
        code, out, err = amparo(*command)
        assert (code, out) == (2, ""), command
        assert "damaged or incomplete" in err
        assert "Copy the kit again" in err


@pytest.mark.parametrize("damage", INDEX_DAMAGE)
def test_a_damaged_index_leaves_names_reading_and_printing(
    amparo: Amparo, copy: Path, damage: Callable[[Path], None]
) -> None:
    damage(copy)
    code, out, err = amparo("search", "activity 13", "--json")
    assert code == 0
    assert [row["id"] for row in json.loads(out)] == ["plan/activity/13"]
    assert "index of this kit is damaged" in err
    for command in READING:
        assert amparo(*command).code == 0, command


def test_unreadable_settings_are_told_once_and_the_command_goes_on(amparo: Amparo, home: Path) -> None:
    home.mkdir()
    (home / "settings.json").write_bytes(b'{"role": "bor')
    code, out, err = amparo("show", "plan/activity/13")
    assert code == 0
    assert "Activity 13" in out
    assert "settings could not be read and were set aside" in err
    assert amparo("show", "plan/activity/13").err == ""


def test_a_home_that_cannot_be_made_does_not_matter_to_reading(
    amparo: Amparo, home: Path, content: Path
) -> None:
    home.write_bytes(b"a file")
    for command in READING:
        code, out, _ = amparo(*command)
        assert code == 0
        assert out


def test_the_commands_keep_nothing(amparo: Amparo, home: Path) -> None:
    for command in READING:
        amparo(*command)
    assert not home.exists(), "a search is not written down"


@pytest.fixture
def read_only(copy: Path) -> Iterator[Path]:
    """Content on a medium that nothing can be written to."""
    if sys.platform.startswith("linux") and os.geteuid() == 0:
        bound = ["mount", "--bind", str(copy), str(copy)]
        if subprocess.run(bound, check=False).returncode:
            pytest.skip("mounting is not allowed here")
        subprocess.run(["mount", "-o", "remount,ro,bind", str(copy)], check=True)
        yield copy
        subprocess.run(["umount", str(copy)], check=True)
        return
    folders = [copy, *(path for path in copy.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    yield copy
    for folder in folders:
        folder.chmod(0o755)


def test_everything_works_from_a_read_only_medium(amparo: Amparo, read_only: Path) -> None:
    with pytest.raises(OSError, match=r"Read-only|denied"):
        (read_only / "index" / "x").write_bytes(b"")
    for command in (*READING, ("doctor",)):
        code, out, err = amparo(*command)
        assert (code, err) == (0, ""), command
        assert out


def test_content_elsewhere_is_used(amparo: Amparo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CONTENT_VARIABLE, str(tmp_path / "nowhere"))
    assert amparo("list").code == 2


@pytest.mark.usefixtures("rich")
def test_a_checklist_is_shown_with_its_signs(amparo: Amparo) -> None:
    row = json.loads(amparo("show", "checklist/example-booth", "--json").out)
    signs = row["indicators"]
    assert [list(sign) for sign in signs] == [
        ["id", "short", "observation", "applies_to", "points_to", "source"]
    ] * len(signs)
    rated = [points for sign in signs for points in sign["points_to"]]
    assert rated
    assert all(list(points) == ["dimension", "indicator", "adult", "child", "suggests"] for points in rated)
    assert "indicators" not in json.loads(amparo("show", "plan/activity/13", "--json").out)
