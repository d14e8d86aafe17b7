from datetime import date

from amparo.core.model import Hit, Kind, PageHead, PageId, Source
from amparo.library.search import Answer
from amparo.ui.results.model import GuessRow, HitRow, JumpRow, MoreRow, page_of, rows_of, summary

SOURCE = Source(key="SEED", title="Plan", publisher="OAS", year="2010", read="whole")


def hit(page: str, score: float = 1.0) -> Hit:
    return Hit(
        page=PageId(page),
        kind=Kind.PLAN,
        lang="en",
        title=page,
        context="",
        text=page,
        asked="",
        source=SOURCE,
        as_of=date(2010, 5, 27),
        score=score,
    )


def test_one_document_does_not_fill_the_page() -> None:
    plan = [hit(f"plan/activity/{n}") for n in range(1, 9)]
    rows = rows_of(Answer(query="q", hits=(*plan[:5], hit("guidance/interview"), *plan[5:])))
    assert [page_of(row) for row in rows] == [
        "plan/activity/1",
        "plan/activity/2",
        "plan/activity/3",
        None,
        "guidance/interview",
    ]
    assert rows[3] == MoreRow("plan", 5)
    assert summary(rows) == "9 passages"


def test_a_document_unfolds() -> None:
    hits = tuple(hit(f"plan/activity/{n}") for n in range(1, 9))
    rows = rows_of(Answer(hits=(*hits, hit("guidance/x"))), frozenset({"plan"}))
    assert sum(isinstance(row, HitRow) for row in rows) == 9


def test_the_only_document_is_shown_whole() -> None:
    rows = rows_of(Answer(hits=tuple(hit(f"plan/activity/{n}") for n in range(1, 9))))
    assert len(rows) == 8


def test_one_row_is_never_folded_away_behind_another() -> None:
    rows = rows_of(Answer(hits=(*(hit(f"plan/activity/{n}") for n in range(1, 5)), hit("guidance/x"))))
    assert len(rows) == 5


def test_the_directory_leaves_room_for_what_to_do() -> None:
    states = [hit(f"directory/{alpha3}") for alpha3 in ("arg", "bol", "bra", "chl", "col")]
    rows = rows_of(Answer(hits=(*states, hit("guidance/x"))))
    assert [page_of(row) for row in rows[:3]] == ["directory/arg", "directory/bol", "directory/bra"]
    assert rows[3:] == (MoreRow("directory", 2), HitRow(hit("guidance/x")))


def test_a_page_stands_once_with_its_best_passage() -> None:
    best, footnote = hit("plan/activity/2", 2.0), hit("plan/activity/2", 1.0)
    assert rows_of(Answer(hits=(best, footnote))) == (HitRow(best),)


def test_jump_first_and_guesses_last() -> None:
    head = PageHead(
        id=PageId("plan/activity/13"), kind=Kind.PLAN, lang="en", title="Activity 13", subject="", parent=None
    )
    answer = Answer(jump=head, hits=(hit("plan/activity/1"),), suggestions=("police",))
    assert rows_of(answer) == (JumpRow(head), HitRow(answer.hits[0]), GuessRow("police"))
