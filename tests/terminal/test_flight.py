"""What is under way to the terminal: frames wait for its answers, and never for one that does not come."""

from intervisie_tui.terminal.flight import ASK, Flight


def answering() -> Flight:
    """To a terminal that has answered before."""
    flight = Flight()
    flight.landed()
    return flight


def test_small_frames_are_sent_without_a_question() -> None:
    flight = answering()
    assert [flight.sent(40, 0) for _ in range(12)] == [""] * 12
    assert flight.wait(0) == 0


def test_after_half_a_kilobyte_it_is_asked_once() -> None:
    flight = answering()
    assert [flight.sent(300, 0) for _ in range(4)] == ["", ASK, "", ""]


def test_a_terminal_that_has_never_answered_is_not_asked_and_not_waited_for() -> None:
    flight = Flight()
    assert flight.sent(100_000, 0) == ""
    assert flight.wait(0) == 0


def test_frames_wait_for_an_answer_and_somebody_is_told_when_it_comes() -> None:
    flight = answering()
    flight.sent(600, 0)
    assert flight.wait(0) == 0  # there is room for another
    flight.sent(600, 0)
    assert flight.wait(0.5) == 1.5
    assert flight.landed()
    assert flight.wait(0.5) == 0


def test_nobody_is_told_of_an_answer_that_nobody_waits_for() -> None:
    flight = answering()
    flight.sent(600, 0)
    assert not flight.landed()


def test_what_was_sent_after_the_question_is_still_under_way_when_the_answer_comes() -> None:
    flight = answering()
    flight.sent(600, 0)
    flight.sent(400, 0)
    flight.landed()
    assert flight.sent(200, 0) == ASK


def test_an_answer_that_does_not_come_is_given_up_and_not_asked_for_until_one_comes_after_all() -> None:
    flight = answering()
    flight.sent(2_000, 0)
    assert flight.wait(1) > 0
    assert flight.wait(2) == 0
    assert flight.sent(2_000, 2) == ""
    assert flight.wait(2) == 0
    flight.landed()
    assert flight.sent(2_000, 9) == ASK


def test_an_answer_that_nobody_asked_for_changes_nothing() -> None:
    flight = answering()
    assert not flight.landed()
    assert [flight.sent(300, 0) for _ in range(2)] == ["", ASK]


def test_whoever_leaves_waits_for_the_last_answer_but_not_for_ever() -> None:
    flight = answering()
    flight.end(60)  # nothing to wait for
    flight.sent(600, 0)
    flight.end(0)
    flight.landed()
    flight.end(60)
