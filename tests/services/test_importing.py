"""An import shows what it would change, writes just that, and never lets an empty value overwrite."""

from __future__ import annotations

from dataclasses import replace

import pytest

from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.evaluation import Finding, Stage, TeamMember
from zi_desktop.domain.reading import Block, Reading
from zi_desktop.services.answers import add_evidence, answer_question, set_note, set_team
from zi_desktop.services.evaluations import load_report
from zi_desktop.services.importing import apply_import, plan_import
from zi_desktop.services.undo import undo
from zi_desktop.services.workspace import Workspace

UNIT = "Satker Contoh"
Q, R = "A.I.1.i.b", "A.I.1.i.a"
BLOCK = Block(
    Stage.TPI,
    cells={Q: "B"},
    notes={Q: "catatan berkas"},
    evidence={Q: ("SK.pdf", "SK.pdf", "Notulen.pdf")},
    findings={Q: (Finding("f", "temuan", "saran"),)},
    places={Q: "Jawaban!N7"},
)


def reading(*blocks: Block, edition: str = "zi-2021") -> Reading:
    return Reading(edition, "portalrb-jawaban", blocks)


def test_a_plan_writes_nothing(work: Workspace) -> None:
    plan = plan_import(work, reading(BLOCK), unit=UNIT, year=2026)
    assert work.store.evaluation_ids() == []
    assert plan.blocks[0].evaluation_id is None
    assert [(c.kind, c.before, c.after) for c in plan.blocks[0].changes[:2]] == [
        ("answer", "", "B"),
        ("note", "", "catatan berkas"),
    ]
    assert plan.blocks[0].changes[0].place == "Jawaban!N7"


def test_it_writes_what_the_plan_said(work: Workspace) -> None:
    made = apply_import(work, plan_import(work, reading(BLOCK), unit=UNIT, year=2026))
    stored = work.evaluation(made.evaluation_id)
    assert stored.cells == {Q: "B"}
    assert stored.notes == {Q: "catatan berkas"}
    assert [e.text for e in stored.evidence[Q]] == ["SK.pdf", "SK.pdf", "Notulen.pdf"]
    assert [(f.note, f.recommendation) for f in stored.findings[Q]] == [("temuan", "saran")]
    again = plan_import(work, reading(BLOCK), unit=UNIT, year=2026)
    assert again.blocks[0].changes == ()
    assert again.blocks[0].unchanged == 6
    assert not apply_import(work, again)


def test_what_the_file_leaves_empty_stays_as_it_is(work: Workspace, evaluation: str) -> None:
    answer_question(work, evaluation, R, "Ya", note="catatan saya")
    answer_question(work, evaluation, Q, "A")
    add_evidence(work, evaluation, Q, "SK.pdf")
    set_team(work, evaluation, (TeamMember("Rekaan"),))
    block = replace(BLOCK, notes={R: "", Q: "catatan berkas"})
    plan = plan_import(work, reading(block), unit=UNIT, year=2026)
    (answer,) = [c for c in plan.blocks[0].changes if c.kind == "answer"]
    assert (answer.before, answer.after) == ("A", "B")
    apply_import(work, plan)
    stored = work.evaluation(evaluation)
    assert stored.cells == {R: "Ya", Q: "B"}
    assert stored.notes == {R: "catatan saya", Q: "catatan berkas"}
    assert [e.text for e in stored.evidence[Q]] == ["SK.pdf", "SK.pdf", "Notulen.pdf"]
    assert stored.team == (TeamMember("Rekaan"),)


def test_the_preview_is_the_evaluation_as_it_will_be(work: Workspace, evaluation: str) -> None:
    answer_question(work, evaluation, R, "Ya")
    plan = plan_import(work, reading(BLOCK), unit=UNIT, year=2026)
    apply_import(work, plan)
    assert load_report(work, evaluation).score == plan.blocks[0].report.score


def test_what_was_unticked_is_not_written(work: Workspace, evaluation: str) -> None:
    set_note(work, evaluation, Q, "catatan saya")
    plan = plan_import(work, reading(BLOCK), unit=UNIT, year=2026)
    apply_import(work, plan, excluded=frozenset({(Stage.TPI, f"note:{Q}"), (Stage.TPI, f"evidence:{Q}:1")}))
    stored = work.evaluation(evaluation)
    assert stored.notes == {Q: "catatan saya"}
    assert [e.text for e in stored.evidence[Q]] == ["SK.pdf", "Notulen.pdf"]
    assert stored.cells == {Q: "B"}


def test_several_blocks_keep_their_stages(work: Workspace) -> None:
    unit = Block(Stage.MANDIRI, cells={Q: "A"})
    plan = plan_import(work, reading(unit, BLOCK), unit=UNIT, year=2026, stage=Stage.TPN)
    assert [b.stage for b in plan.blocks] == [Stage.MANDIRI, Stage.TPI]
    assert [i.code for i in plan.issues] == ["stage-ignored"]
    assert len(apply_import(work, plan).evaluation_ids) == 2


def test_all_of_it_or_nothing(work: Workspace) -> None:
    wrong = Block(Stage.MANDIRI, cells={Q: "A"}, findings={Q: (Finding("", "x"),)})
    plan = plan_import(work, reading(wrong, BLOCK), unit=UNIT, year=2026)
    broken = replace(plan.blocks[1].changes[0], target="answer:\x00", value=None)
    plan = replace(plan, blocks=(plan.blocks[0], replace(plan.blocks[1], changes=(broken,))))
    with pytest.raises(TypeError):
        apply_import(work, plan)
    assert work.store.evaluation_ids() == []


@pytest.mark.usefixtures("evaluation")
def test_another_edition_is_not_poured_into_an_evaluation(work: Workspace) -> None:
    with pytest.raises(ZiError) as refused:
        plan_import(
            work, reading(Block(Stage.TPI, cells={"A.I.1.a": "Ya"}), edition="zi-2014"), unit=UNIT, year=2026
        )
    assert refused.value.code == "edition-differs"


@pytest.mark.parametrize("blocks", [(), (Block(Stage.TPI),)])
def test_an_empty_worksheet_is_told(work: Workspace, blocks: tuple[Block, ...]) -> None:
    with pytest.raises(ZiError) as refused:
        plan_import(work, reading(*blocks), unit=UNIT, year=2026)
    assert refused.value.code == "nothing-to-import"


@pytest.mark.parametrize(("unit", "year", "code"), [("  ", 2026, "unit-missing"), ("x", 1999, "year")])
def test_a_unit_and_a_year_are_needed(work: Workspace, unit: str, year: int, code: str) -> None:
    with pytest.raises(ZiError) as refused:
        plan_import(work, reading(BLOCK), unit=unit, year=year)
    assert refused.value.code == code


def test_official_wording_alone_is_worth_an_import(work: Workspace, evaluation: str) -> None:
    apply_import(work, plan_import(work, reading(BLOCK), unit=UNIT, year=2026))
    worded = replace(reading(BLOCK), official_texts={Q: "bunyi rekaan", R: " "})
    plan = plan_import(work, worded, unit=UNIT, year=2026)
    assert (plan.blocks[0].changes, plan.official_texts) == ((), {Q: "bunyi rekaan"})
    made = apply_import(work, plan)
    assert (made.questions, made.cells, made.evaluations, made.evaluation_id) == (
        frozenset({Q}),
        frozenset(),
        False,
        evaluation,
    )
    assert work.store.official_texts("zi-2021") == {Q: "bunyi rekaan"}
    assert plan_import(work, worded, unit=UNIT, year=2026).official_texts == {}
    undo(work, made.batch)
    assert work.store.official_texts("zi-2021") == {}


def test_a_block_of_which_nothing_is_wanted_makes_no_evaluation(work: Workspace) -> None:
    unit = Block(Stage.MANDIRI, cells={Q: "A"})
    plan = plan_import(work, reading(unit, BLOCK), unit=UNIT, year=2026)
    made = apply_import(work, plan, excluded=frozenset({(Stage.MANDIRI, f"answer:{Q}")}))
    assert [work.evaluation(i).stage for i in made.evaluation_ids] == [Stage.TPI]
    assert len(work.store.evaluation_ids()) == 1
