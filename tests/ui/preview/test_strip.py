from amparo.ui.preview.strip import Strip

STRIP = Strip(count=3, width=80, height=100, gap=10)


def test_pages_stand_apart_from_one_another_and_from_both_ends() -> None:
    assert [STRIP.top(number) for number in range(3)] == [10, 120, 230]
    assert STRIP.length == 340
    assert STRIP.across == 100


def test_what_is_seen_is_what_is_between() -> None:
    assert STRIP.seen(0, 50) == range(1)
    assert STRIP.seen(0, 121) == range(2)
    assert STRIP.seen(130, 230) == range(1, 2)
    assert STRIP.seen(240, 5000) == range(2, 3)


def test_nothing_is_seen_of_nothing() -> None:
    assert STRIP.seen(0, 5) == range(1)
    assert Strip(count=0, width=1, height=1).seen(0, 500) == range(0)


def test_a_place_is_found_again_at_another_size() -> None:
    larger = Strip(count=3, width=160, height=210, gap=10)
    assert larger.at(STRIP.part(STRIP.top(2))) == larger.top(2) + 10
