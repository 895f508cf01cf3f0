//! Every row of the contract's tables and of its five steps, with a case that triggers it and one that does not.
//!
//! A case starts from an agency's record that is complete but for the decisions, with one item of 機密性2・完全性1・可用性1, at
//! most 100 people, and nothing raised. Changes are made from left to right; `decide` decides what is open as proposed.

use crate::support::case::{changed, misses};
use crate::support::{example, undecided};

/// Name, changes, expectations.
type Case = (&'static str, &'static str, &'static str);

/// Runs every case and tells of all that fail, not just of the first.
#[track_caller]
fn check(cases: &[Case]) {
    let mut failures = Vec::new();
    for (name, changes, expected) in cases {
        let misses = misses(&changed(undecided(), changes), expected);
        if !misses.is_empty() {
            failures.push(format!("{name} [{changes}]: {}", misses.join("; ")));
        }
    }
    assert!(failures.is_empty(), "{} of {} cases failed:\n{}", failures.len(), cases.len(), failures.join("\n"));
}

#[test]
fn the_example_of_the_contract_comes_out_in_its_three_variants() {
    let fits = "proposal.C=low proposal.I=low proposal.A=low overall=low listed=yes low=yes outcome=fits errors=0";
    assert_eq!(misses(&example(), fits), Vec::<String>::new());

    let raised = changed(example(), "C7=yes undecide.C reason.C= decide.C=low");
    let not_low = "proposal.C=moderate effective.C=>=moderate standing.C=reason_missing outcome=not_low \
                   finding=lowered_without_reason";
    assert_eq!(misses(&raised, not_low), Vec::<String>::new());

    let lowered = changed(raised, "reason.C=会議の録画をせず、画面共有を公表資料に限る。");
    let still_fits = "proposal.C=moderate effective.C=low standing.C=lowered outcome=fits finding=lowered errors=0";
    assert_eq!(misses(&lowered, still_fits), Vec::<String>::new());

    let unknown = changed(example(), "C2=unknown");
    assert_eq!(misses(&unknown, "proposal.C=>=low outcome=undetermined finding=answers_unknown"), Vec::<String>::new());
}

#[test]
fn the_gate_ends_what_it_must() {
    check(&[
        ("all clear", "decide", "outcome=fits none=gate_ends errors=0"),
        ("G1 no", "decide G1=no", "outcome=out_of_scope finding=gate_ends"),
        ("G1 unknown", "decide G1=unknown", "outcome=undetermined finding=gate_unknown errors=0"),
        ("G1 open", "decide G1=open", "outcome=undetermined finding=gate_not_answered"),
        ("G2 no", "decide grade.C=1 G2=no", "outcome=not_required finding=gate_ends none=sensitive_item_against_gate"),
        ("G2 unknown", "decide G2=unknown", "outcome=undetermined finding=gate_unknown"),
        ("G2 open", "decide G2=open", "outcome=undetermined finding=gate_not_answered"),
        ("G3 yes", "decide G3=yes", "outcome=out_of_scope finding=gate_ends"),
        ("G3 unknown", "decide G3=unknown", "outcome=undetermined finding=gate_unknown"),
        ("G3 open", "decide G3=open", "outcome=undetermined finding=gate_not_answered"),
        ("G4 yes", "decide G4=yes", "outcome=stop finding=gate_ends"),
        ("G4 unknown", "decide G4=unknown", "outcome=undetermined finding=gate_unknown"),
        ("G4 open", "decide G4=open", "outcome=undetermined finding=gate_not_answered"),
        ("G6 no without reason", "decide G6=no", "outcome=fits finding=service_reason_missing errors=1"),
        ("G6 no with reason", "decide G6=no service_reason=通話だけを使う", "outcome=fits none=service_reason_missing errors=0"),
        ("G6 yes", "decide", "none=service_reason_missing"),
        ("G6 open", "decide G6=open", "outcome=fits finding=gate_not_answered"),
        ("G7 no", "decide G7=no", "outcome=fits finding=wide_use errors=0"),
        ("G7 yes", "decide", "none=wide_use none=conditions_of_use_missing"),
        ("G7 yes without conditions", "decide conditions=", "finding=conditions_of_use_missing errors=1"),
        ("G7 no without conditions", "decide conditions= G7=no", "none=conditions_of_use_missing errors=0"),
        ("G8 no", "decide G8=no", "outcome=invalid_assessor finding=assessor_not_of_agency"),
        ("G8 unknown", "decide G8=unknown", "outcome=undetermined finding=gate_unknown none=assessor_not_of_agency"),
        ("G8 open", "decide G8=open", "outcome=undetermined finding=gate_not_answered"),
        ("an option is no gate answer", "decide G1=longer", "outcome=undetermined finding=gate_not_answered finding=unknown_id"),
    ]);
}

#[test]
fn the_gate_agrees_with_the_items() {
    check(&[
        ("機密性3 against G3 no", "decide grade.C=3", "outcome=undetermined finding=grade_three_against_gate"),
        ("機密性3 with G3 yes", "decide grade.C=3 G3=yes", "outcome=out_of_scope none=grade_three_against_gate"),
        ("機密性3 with G3 open", "decide grade.C=3 G3=open", "outcome=undetermined none=grade_three_against_gate"),
        ("G2 yes and only 機密性1", "decide grade.C=1", "outcome=undetermined finding=no_sensitive_item_against_gate"),
        ("one of two is 機密性2", "grade.C=1 item=別 decide", "outcome=fits none=no_sensitive_item_against_gate"),
        (
            "one of two is not graded",
            "grade.C=1 item=別 grade.C=open decide",
            "outcome=undetermined none=no_sensitive_item_against_gate",
        ),
        ("no item at all", "no_items", "outcome=undetermined none=no_sensitive_item_against_gate"),
        ("機密性2 against G2 no", "decide G2=no", "outcome=undetermined finding=sensitive_item_against_gate"),
        (
            "機密性3 against G2 no",
            "decide G2=no G3=unknown grade.C=3",
            "outcome=undetermined finding=sensitive_item_against_gate",
        ),
        ("機密性1 with G2 no", "decide G2=no grade.C=1", "outcome=not_required none=sensitive_item_against_gate"),
        ("a contradiction and more than low", "C9=yes decide grade.C=3", "outcome=not_low finding=grade_three_against_gate"),
    ]);
}

#[test]
fn confidentiality_answers_do_what_the_table_says() {
    check(&[
        ("nothing", "", "proposal.C=low needs_reason.C=no causes.C= open.C="),
        ("C1 yes", "C1=yes", "proposal.C=low needs_reason.C=yes causes.C=C1"),
        ("C1 unknown", "C1=unknown", "proposal.C=>=low open.C=C1"),
        ("C1 open", "C1=open", "proposal.C=>=low open.C=C1"),
        ("C2 yes", "C2=yes", "proposal.C=moderate needs_reason.C=no causes.C=C2"),
        ("C2 unknown", "C2=unknown", "proposal.C=>=low"),
        ("C3 none", "persons=none", "proposal.C=low needs_reason.C=no state.C3=not_applicable"),
        ("C3 up to 100", "persons=up_to_100", "proposal.C=low needs_reason.C=no state.C3=derived"),
        ("C3 up to 1000", "persons=up_to_1000", "proposal.C=low needs_reason.C=yes causes.C=C3"),
        ("C3 up to 1000 of outside people", "persons=up_to_1000 C4=yes", "proposal.C=low causes.C=C3,C4"),
        ("C3 over 1000", "persons=over_1000", "proposal.C=low needs_reason.C=yes causes.C=C3"),
        (
            "C3 over 1000 of outside people",
            "persons=over_1000 C4=yes",
            "proposal.C=moderate needs_reason.C=yes causes.C=C3,C3,C4",
        ),
        ("C3 over 1000, of whom unknown", "persons=over_1000 C4=unknown", "proposal.C=>=low open.C=C4"),
        ("C3 open", "persons=open", "proposal.C=>=low open.C=C3 finding=item_without_person_count"),
        ("C3 unknown", "persons=unknown", "proposal.C=>=low open.C=C3 finding=answers_unknown none=item_without_person_count"),
        ("C4 yes", "C4=yes", "proposal.C=low needs_reason.C=yes causes.C=C4"),
        ("C5 yes", "C5=yes", "proposal.C=moderate needs_reason.C=no causes.C=C5"),
        ("C6 yes", "C6=yes", "proposal.C=moderate needs_reason.C=no causes.C=C6"),
        ("C7 yes", "C7=yes", "proposal.C=moderate needs_reason.C=no causes.C=C7"),
        ("C8 yes", "C8=yes", "proposal.C=moderate needs_reason.C=no causes.C=C8"),
        ("C9 yes", "C9=yes", "proposal.C=high needs_reason.C=no causes.C=C9"),
        ("C9 yes among others open", "C9=yes C5=open C6=unknown", "proposal.C=>=high open.C=C5,C6"),
        (
            "no personal data",
            "C2=yes C4=yes persons=none",
            "proposal.C=low causes.C= state.C2=not_applicable state.C4=not_applicable",
        ),
        ("some personal data", "C2=yes persons=up_to_100", "proposal.C=moderate state.C2=asked state.C4=asked"),
        ("an option is no answer to C2", "C2=longer", "proposal.C=>=low open.C=C2 finding=answers_missing"),
        (
            "機密性1",
            "C9=yes C1=yes C5=open grade.C=1",
            "proposal.C=low causes.C= open.C= as_proposed.C=yes state.C9=not_applicable",
        ),
        ("機密性1 needs no number of persons", "persons=open grade.C=1", "proposal.C=low none=item_without_person_count"),
        ("機密性2", "C9=yes grade.C=2", "proposal.C=high state.C9=asked"),
        ("not graded", "grade.C=open", "proposal.C=>=low as_proposed.C=no finding=item_without_grade"),
        ("not graded, and raised", "C7=yes grade.C=open", "proposal.C=>=moderate"),
    ]);
}

#[test]
fn integrity_answers_do_what_the_table_says() {
    check(&[
        ("nothing", "", "proposal.I=low needs_reason.I=no state.I5=not_applicable state.I1=derived"),
        ("I1 完全性2", "grade.I=2", "proposal.I=low needs_reason.I=yes causes.I=I1"),
        ("I1 完全性1", "grade.I=1", "proposal.I=low needs_reason.I=no causes.I="),
        ("I1 not graded", "grade.I=open", "proposal.I=>=low open.I=I1 finding=item_without_grade"),
        ("I1 is never asked twice", "I1=yes", "proposal.I=low needs_reason.I=no"),
        ("I2 yes", "I2=yes", "proposal.I=moderate needs_reason.I=no causes.I=I2 state.I5=asked"),
        ("I2 open", "I2=open", "proposal.I=>=low open.I=I2"),
        ("I3 yes", "I3=yes", "proposal.I=moderate causes.I=I3 state.I5=not_applicable"),
        ("I3 unknown", "I3=unknown", "proposal.I=>=low open.I=I3"),
        ("I4 yes", "I4=yes", "proposal.I=moderate causes.I=I4 state.I5=asked"),
        ("I4 unknown", "I4=unknown", "proposal.I=>=low open.I=I4"),
        ("I5 takes I2 away", "I2=yes I5=yes", "proposal.I=low needs_reason.I=yes causes.I=I5"),
        ("I5 takes I4 away", "I4=yes I5=yes", "proposal.I=low needs_reason.I=yes causes.I=I5"),
        ("I5 takes both away", "I2=yes I4=yes I5=yes", "proposal.I=low needs_reason.I=yes causes.I=I5"),
        ("I5 does not take I3 away", "I3=yes I5=yes", "proposal.I=moderate needs_reason.I=no causes.I=I3"),
        ("I5 takes nothing from the proposal", "I2=yes I3=yes I5=yes", "proposal.I=moderate needs_reason.I=no causes.I=I3"),
        ("I5 does not take I6 away", "I2=yes I6=yes I5=yes", "proposal.I=high causes.I=I6"),
        ("I5 no", "I2=yes I5=no", "proposal.I=moderate causes.I=I2"),
        ("I5 unknown mitigates nothing and keeps nothing open", "I2=yes I5=unknown", "proposal.I=moderate causes.I=I2 open.I="),
        ("I5 open mitigates nothing and keeps nothing open", "I2=yes I5=open", "proposal.I=moderate causes.I=I2 open.I="),
        ("I5 is not asked where nothing is raised", "I5=yes", "proposal.I=low needs_reason.I=no state.I5=not_applicable"),
        ("I6 yes", "I6=yes", "proposal.I=high causes.I=I6"),
        ("I6 unknown", "I6=unknown", "proposal.I=>=low open.I=I6"),
    ]);
}

#[test]
fn availability_answers_do_what_the_table_says() {
    check(&[
        ("nothing", "", "proposal.A=low needs_reason.A=no state.A3=not_applicable state.A1=derived"),
        ("A1 可用性2", "grade.A=2", "proposal.A=low needs_reason.A=yes causes.A=A1"),
        ("A1 可用性1", "grade.A=1", "proposal.A=low needs_reason.A=no causes.A="),
        ("A1 not graded", "grade.A=open", "proposal.A=>=low open.A=A1 finding=item_without_grade"),
        ("A2 one hour", "A2=within_one_hour", "proposal.A=moderate needs_reason.A=no causes.A=A2 state.A3=asked"),
        ("A2 one day", "A2=within_one_day", "proposal.A=low needs_reason.A=yes causes.A=A2 state.A3=not_applicable"),
        ("A2 three days", "A2=within_three_days", "proposal.A=low needs_reason.A=no causes.A="),
        ("A2 longer", "A2=longer", "proposal.A=low needs_reason.A=no causes.A="),
        ("A2 unknown", "A2=unknown", "proposal.A=>=low open.A=A2 finding=answers_unknown"),
        ("A2 open", "A2=open", "proposal.A=>=low open.A=A2 finding=answers_missing"),
        ("A2 yes is no answer", "A2=yes", "proposal.A=>=low open.A=A2"),
        ("A2 with an option that is not there", "A2=never", "proposal.A=>=low open.A=A2 finding=unknown_id"),
        ("A3 takes A2 away", "A2=within_one_hour A3=yes", "proposal.A=low needs_reason.A=yes causes.A=A3"),
        ("A3 takes A5 away", "A5=yes A3=yes", "proposal.A=low needs_reason.A=yes causes.A=A3"),
        ("A3 takes both away", "A2=within_one_hour A5=yes A3=yes", "proposal.A=low needs_reason.A=yes causes.A=A3"),
        ("A3 concerns raising only", "A2=within_one_day A5=yes A3=yes", "proposal.A=low needs_reason.A=yes causes.A=A2,A3"),
        ("A3 does not take A6 away", "A2=within_one_hour A6=yes A3=yes", "proposal.A=moderate causes.A=A6"),
        ("A3 does not take A4 away", "A5=yes A4=yes A3=yes", "proposal.A=high causes.A=A4"),
        ("A3 no", "A5=yes A3=no", "proposal.A=moderate causes.A=A5"),
        ("A3 unknown mitigates nothing and keeps nothing open", "A5=yes A3=unknown", "proposal.A=moderate open.A="),
        ("A3 is not asked where nothing is raised", "A3=yes", "proposal.A=low needs_reason.A=no state.A3=not_applicable"),
        ("A4 yes", "A4=yes", "proposal.A=high causes.A=A4"),
        ("A4 open", "A4=open", "proposal.A=>=low open.A=A4"),
        ("A5 yes", "A5=yes", "proposal.A=moderate causes.A=A5 state.A3=asked"),
        ("A5 unknown", "A5=unknown", "proposal.A=>=low open.A=A5"),
        ("A6 yes", "A6=yes", "proposal.A=moderate causes.A=A6 state.A3=not_applicable"),
        ("A6 unknown", "A6=unknown", "proposal.A=>=low open.A=A6"),
    ]);
}

#[test]
fn a_decision_that_lacks_what_it_needs_has_no_effect() {
    check(&[
        ("1 none", "", "standing.C=not_decided effective.C=>=low finding=not_decided"),
        ("1 none, raised", "C7=yes", "standing.C=not_decided effective.C=>=moderate outcome=not_low"),
        ("1 taken back", "decide undecide.C", "standing.C=not_decided effective.C=>=low outcome=undetermined"),
        (
            "2 the proposal rose above it",
            "decide C7=yes",
            "standing.C=reopened effective.C=>=moderate finding=reopened outcome=not_low",
        ),
        (
            "2 and was confirmed again",
            "decide C7=yes decide.C=moderate",
            "standing.C=as_proposed effective.C=moderate none=reopened",
        ),
        (
            "2 and was confirmed low with a reason",
            "decide C7=yes decide.C=low reason.C=限定",
            "standing.C=lowered effective.C=low",
        ),
        ("2 a reason alone confirms nothing", "decide reason.C=限定 C7=yes", "standing.C=reopened effective.C=>=moderate"),
        ("2 a new cause above it", "C7=yes decide.C=low reason.C=限定 C6=yes", "standing.C=reopened effective.C=>=moderate"),
        (
            "2 the same cause at a higher level",
            "C7=yes decide.C=low reason.C=限定 C9=yes",
            "standing.C=reopened effective.C=>=high",
        ),
        ("2 the same cause as seen", "C7=yes decide.C=low reason.C=限定 C7=no C7=yes", "standing.C=lowered effective.C=low"),
        ("2 a new cause not above it", "C7=yes decide.C=moderate C6=yes", "standing.C=as_proposed effective.C=moderate"),
        ("2 the proposal fell", "C7=yes decide.C=moderate C7=no", "standing.C=raised effective.C=moderate none=reopened"),
        (
            "2 a mitigation taken back",
            "I2=yes I5=yes decide.I=low reason.I=控え I5=no",
            "standing.I=reopened effective.I=>=moderate",
        ),
        ("2 comes before 3", "decide C7=yes C6=open", "standing.C=reopened effective.C=>=moderate none=low_while_open"),
        ("3 low while open", "C7=unknown decide.C=low", "standing.C=proposal_open effective.C=>=low finding=low_while_open"),
        (
            "3 more than low while open",
            "C7=unknown decide.C=moderate",
            "standing.C=proposal_open effective.C=>=moderate none=low_while_open outcome=not_low",
        ),
        (
            "3 the proposal is higher",
            "C7=yes C6=open decide.C=low",
            "standing.C=proposal_open effective.C=>=moderate finding=low_while_open",
        ),
        ("3 a reason does not help", "C7=unknown decide.C=low reason.C=大丈夫", "standing.C=proposal_open effective.C=>=low"),
        ("4 above the proposal", "decide.C=moderate", "standing.C=raised effective.C=moderate errors=2"),
        ("4 raising is free of reasons", "C1=yes decide.C=high", "standing.C=raised effective.C=high none=explanation_missing"),
        (
            "5 below, without a reason",
            "C7=yes decide.C=low",
            "standing.C=reason_missing effective.C=>=moderate finding=lowered_without_reason",
        ),
        (
            "5 below, with blanks for a reason",
            "C7=yes decide.C=low reason.C=\u{200B}",
            "standing.C=reason_missing finding=lowered_without_reason",
        ),
        (
            "5 below, with a reason",
            "C7=yes decide.C=low reason.C=限定",
            "standing.C=lowered effective.C=low finding=lowered none=lowered_without_reason",
        ),
        (
            "5 explain without a reason",
            "C1=yes decide.C=low",
            "standing.C=reason_missing effective.C=>=low finding=explanation_missing",
        ),
        (
            "5 explain with a reason",
            "C1=yes decide.C=low reason.C=公表前提",
            "standing.C=explained effective.C=low none=explanation_missing",
        ),
        (
            "5 mitigate without a reason",
            "I2=yes I5=yes decide.I=low",
            "standing.I=reason_missing effective.I=>=low finding=explanation_missing",
        ),
        ("5 mitigate with a reason", "I2=yes I5=yes decide.I=low reason.I=原本あり", "standing.I=explained effective.I=low"),
        (
            "5 explain and raise",
            "C1=yes C7=yes decide.C=moderate",
            "standing.C=reason_missing effective.C=>=moderate finding=explanation_missing",
        ),
        ("6 otherwise it stands", "decide", "standing.C=as_proposed effective.C=low"),
        ("6 at a higher level too", "C7=yes decide", "standing.C=as_proposed effective.C=moderate outcome=not_low"),
        ("risk is to be named where something was lowered", "C7=yes decide.C=low reason.C=限定", "finding=residual_risk_missing"),
        (
            "risk is to be named where something was explained",
            "C1=yes decide.C=low reason.C=公表",
            "finding=residual_risk_missing",
        ),
        ("risk named", "C1=yes decide.C=low reason.C=公表 risk=漏えい", "none=residual_risk_missing"),
        ("nothing lowered, no risk to name", "decide", "none=residual_risk_missing"),
    ]);
}

#[test]
fn many_cells_are_decided_in_one_act_only_where_nothing_is_left_to_think_about() {
    check(&[
        ("assessed and without reasons", "", "as_proposed.C=yes as_proposed.I=yes as_proposed.A=yes"),
        ("raised, but without reasons", "C7=yes", "as_proposed.C=yes"),
        ("機密性1", "grade.C=1", "as_proposed.C=yes"),
        ("a reason is needed", "C1=yes", "as_proposed.C=no"),
        ("a mitigation was used", "I2=yes I5=yes", "as_proposed.I=no"),
        ("something is open", "C5=open", "as_proposed.C=no"),
        ("decided already", "decide.C=moderate", "as_proposed.C=no"),
    ]);
}

#[test]
fn an_objective_is_the_highest_of_its_cells_and_may_be_raised() {
    check(&[
        ("one cell", "decide", "objective.C=low objective.I=low objective.A=low overall=low low=yes"),
        ("the highest of two", "decide item=別 C7=yes decide", "objective.C=moderate objective.I=low overall=moderate low=no"),
        (
            "one of two open",
            "decide item=別 C7=open decide.I=low decide.A=low",
            "objective.C=>=low objective.I=low overall=>=low low=undetermined",
        ),
        (
            "one open, another above low",
            "C7=yes decide item=別 C7=open",
            "objective.C=>=moderate overall=>=moderate low=no outcome=not_low",
        ),
        ("no items", "no_items", "objective.C=>=low overall=>=low outcome=undetermined finding=no_items"),
        (
            "a raise takes effect at once",
            "decide raise.C=moderate",
            "objective.C=moderate overall=moderate outcome=not_low finding=raise_without_reason",
        ),
        (
            "a raise with a reason",
            "decide raise.C=moderate raise_reason.C=集約",
            "objective.C=moderate none=raise_without_reason",
        ),
        ("a raise below has no effect", "A4=yes decide raise.A=moderate raise_reason.A=集約", "objective.A=high"),
        ("a raise does not assess", "raise.C=moderate raise_reason.C=集約", "objective.C=>=moderate outcome=not_low"),
        ("a raise without items", "no_items raise.C=high raise_reason.C=集約", "objective.C=>=high outcome=not_low"),
        ("a raise to low", "decide raise.C=low raise_reason.C=集約", "objective.C=low outcome=fits"),
        ("no raise", "decide raise.C=moderate raise.C=none", "objective.C=low none=raise_without_reason"),
    ]);
}

#[test]
fn condition_one_follows_from_the_choice_of_the_task() {
    check(&[
        ("an entry", "decide", "listed=yes outcome=fits"),
        ("an official row", "decide task=entry", "listed=yes outcome=fits none=entry_empty"),
        (
            "an official row without a task",
            "decide task=blank_entry",
            "listed=undetermined outcome=undetermined finding=entry_empty",
        ),
        ("none applies", "decide task=not_listed", "listed=no outcome=unlisted finding=task_not_listed errors=0"),
        ("unknown", "decide task=unknown", "listed=undetermined outcome=undetermined finding=task_unknown errors=0"),
        ("not chosen", "decide task=open", "listed=undetermined outcome=undetermined finding=task_not_chosen"),
        ("an entry nobody knows", "decide task=LIU-Z9", "listed=undetermined outcome=undetermined finding=unknown_id"),
    ]);
}

#[test]
fn the_first_outcome_that_applies_is_taken() {
    check(&[
        ("stop before out of scope", "decide G4=yes G1=no G3=yes", "outcome=stop"),
        ("stop before a contradiction", "decide G4=yes grade.C=3", "outcome=stop"),
        ("out of scope before a contradiction", "decide G1=no grade.C=3", "outcome=out_of_scope"),
        ("out of scope before not low", "C9=yes decide G3=yes", "outcome=out_of_scope"),
        ("a contradiction before not required", "decide G2=no", "outcome=undetermined"),
        ("a contradiction that is not low", "C9=yes decide G2=no", "outcome=not_low"),
        ("not required before invalid", "decide grade.C=1 G2=no G8=no", "outcome=not_required"),
        ("not required before not low", "I6=yes decide grade.C=1 G2=no", "outcome=not_required"),
        ("invalid before not low", "C9=yes decide G8=no", "outcome=invalid_assessor"),
        ("not low before an open gate", "C9=yes decide G1=unknown", "outcome=not_low"),
        ("not low before an open task", "C9=yes decide task=open", "outcome=not_low"),
        ("not low before an unlisted task", "C9=yes decide task=not_listed", "outcome=not_low"),
        ("an open gate before an unlisted task", "decide G8=unknown task=not_listed", "outcome=undetermined"),
        ("an open assessment before an unlisted task", "decide undecide.A task=not_listed", "outcome=undetermined"),
        ("unlisted before fits", "decide task=not_listed", "outcome=unlisted"),
        ("fits", "decide", "outcome=fits"),
    ]);
}

#[test]
fn a_record_that_the_gate_ended_can_be_final() {
    check(&[
        (
            "stop",
            "no_items task=open conditions= G1=open G2=open G3=open G6=open G7=open G8=open G4=yes",
            "outcome=stop errors=0",
        ),
        (
            "out of scope",
            "no_items task=open conditions= G2=open G3=open G6=open G7=open G8=open G1=no",
            "outcome=out_of_scope errors=0",
        ),
        ("not required", "no_items task=open conditions= G6=open G7=open G8=open G2=no", "outcome=not_required errors=0"),
        (
            "but a question that would end it sooner is to be answered",
            "no_items task=open conditions= G2=no G4=open",
            "outcome=not_required errors=1 finding=gate_not_answered",
        ),
        (
            "and so is one that would put it out of scope",
            "no_items task=open conditions= G2=no G3=open",
            "outcome=not_required errors=1",
        ),
        ("an item half filled in does no harm", "empty_item=途中 conditions= G4=yes", "outcome=stop errors=0"),
        (
            "an undetermined one can be final if only 不明 is left",
            "decide.I=low decide.A=low C2=unknown",
            "outcome=undetermined errors=0",
        ),
    ]);
}
