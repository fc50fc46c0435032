"""LibreOffice as the oracle: what it makes of the official formulas, predicted to the last error."""

from __future__ import annotations

from tests.tools.oracle import TOLERANCE, consult


def test_random_sets_come_out_as_predicted_and_as_scored() -> None:
    told = consult(30, seed=2021)
    assert told.wrong == []
    assert told.sets == 60
    assert told.worst <= TOLERANCE
    assert told.scored > told.predicted / 2
    assert set(told.errors) == {"#DIV/0!", "#VALUE!"}
