//! A state never changes content, content never changes a state, and what was approved stays readable beside what it became.

use std::collections::BTreeSet;

use crate::support::arbitrary::any_record;
use crate::support::command_line::Desk;
use crate::support::{apply, catalogue, day, finished, item_id, person, profile, question, red_flag, today, write};
use liu_wizard::export::{CopyKind, Document, ExportInput, Medium, Product, judgement_json, render};
use liu_wizard::file::{FileFormat, parse, to_ron};
use liu_wizard::judgement::judge;
use liu_wizard::record::{
    Answer, ApprovalState, Asked, ChangesSinceApproval, CheckListPoint, Comment, CommentId, ConfidentialityGrade, ContentDigest,
    DayField, Edit, EditError, Field, FieldValue, Grade, ItemField, Level, Line, NewItem, Objective, OpinionView, PersonCount,
    Place, Prose, PublicationPlan, RaiseTo, ReceivedFile, Record, SeenProposal, TaskChoice, TextField, Validity,
};
use liu_wizard::text::{Lang, approval as said};
use proptest::prelude::*;

/// The steps from a draft to each state.
fn way_to(state: ApprovalState) -> Vec<ApprovalState> {
    use ApprovalState::{Approved, Draft, Lapsed, Rejected, Returned, Submitted};
    match state {
        Draft => vec![],
        Submitted => vec![Submitted],
        Returned => vec![Submitted, Returned],
        Approved => vec![Submitted, Approved],
        Rejected => vec![Submitted, Rejected],
        Lapsed => vec![Submitted, Approved, Lapsed],
    }
}

fn step(to: ApprovalState) -> Edit {
    Edit::MoveApproval { to, by: person("課長", "架空 花子"), on: today(), comment: "見ました".to_owned() }
}

fn opinion(view: OpinionView, comment: &str) -> Edit {
    Edit::AddOpinion { by: person("補佐", "架空 三郎"), on: today(), view, comment: comment.to_owned() }
}

/// The record brought to a state, as a draft first.
fn in_state(mut record: Record, state: ApprovalState) -> Record {
    record.approval = Default::default();
    apply(&mut record, Edit::ChooseValidity(Validity::TwelveMonths));
    way_to(state).into_iter().for_each(|to| apply(&mut record, step(to)));
    record
}

fn text(field: Field, text: &str) -> Edit {
    Edit::SetText { field, text: text.to_owned() }
}

fn purpose(said: &str) -> Edit {
    text(Field::Text(TextField::Purpose), said)
}

/// A change of content of every kind there is, such that it does something to a record with an item.
fn content_edits(record: &Record) -> Vec<Edit> {
    let item = record.items.first().map_or_else(|| item_id("nobody"), |item| item.id.clone());
    let ids = || vec![item.clone()];
    let seen = || SeenProposal { level: Level::High, complete: true, causes: Vec::new() };
    let new = NewItem { id: item_id("added"), name: "加えた情報".to_owned(), description: String::new() };
    let objective = Objective::Integrity;
    vec![
        purpose("別の目的"),
        Edit::AnswerGate(question("G1"), Answer::Unknown),
        Edit::SetServiceIsSaas(Answer::Unknown),
        Edit::SetDay(DayField::AssessedOn, Some(day("2020-01-01"))),
        Edit::SetDay(DayField::ProcurementDate, Some(day("2020-01-01"))),
        Edit::ChooseTask(TaskChoice::Unknown),
        Edit::AnswerRedFlag(red_flag("LIU-A1.F1"), Answer::Unknown),
        Edit::AddItems(vec![new]),
        Edit::MoveItem(item.clone(), 1),
        Edit::DuplicateItem { of: item.clone(), id: item_id("copy") },
        Edit::GradeConfidentiality(ids(), ConfidentialityGrade::Three),
        Edit::GradeIntegrity(ids(), Grade::NotGraded),
        Edit::GradeAvailability(ids(), Grade::NotGraded),
        Edit::CountPersons(ids(), PersonCount::Unknown),
        Edit::PlanPublication(ids(), PublicationPlan::Unknown),
        Edit::AnswerItems(ids(), question("C7"), Answer::Unknown),
        Edit::Decide { item: item.clone(), objective, level: Level::High, against: seen() },
        Edit::DecideAsProposed(vec![(item.clone(), Objective::Availability, seen())]),
        Edit::Undecide(item.clone(), objective),
        Edit::RaiseObjective(objective, RaiseTo::Level(Level::High)),
        Edit::SuggestTask(TaskChoice::Unknown),
        Edit::SetDay(DayField::Deadline, Some(day("2020-01-01"))),
        Edit::AnswerCheckList(CheckListPoint::Gbizid, Answer::Unknown),
        Edit::ChooseProfile(profile("procurement")),
        Edit::MoveToCatalogue(crate::support::another_catalogue().pin()),
        Edit::Restore(Box::new(crate::support::blank(record.role))),
        Edit::NoteReceived(ReceivedFile {
            name: Line::new("sheet.xlsx").unwrap(),
            sha256: ContentDigest::of(b"sheet"),
            on: day("2020-01-01"),
        }),
        Edit::SetAsked(vec![Asked { agency: Line::new("架空庁").unwrap(), ..Asked::default() }]),
        Edit::Together(vec![purpose("別の"), text(Field::Text(TextField::Bureau), "別の局")]),
        Edit::RemoveItem(item),
    ]
}

/// What can be done beside the content.
fn edits_of_the_approval(state: ApprovalState) -> Vec<Edit> {
    let mut edits: Vec<Edit> = state.next().iter().copied().map(step).collect();
    edits.extend(OpinionView::ALL.map(|view| opinion(view, "一言")));
    edits.extend(Validity::ALL.map(Edit::ChooseValidity));
    if state == ApprovalState::Approved {
        let judged = judge(&finished(), &catalogue(), today());
        edits.push(Edit::StateJudged(Box::new(judged.stated(catalogue().pin()))));
    }
    edits
}

/// What can be done with a comment, one after the other.
fn edits_of_a_comment() -> Vec<Edit> {
    let id = || CommentId::new("0c0ffee0-5b1e-4c7a-9a52-0d1f2e3c4b5a").unwrap();
    let comment = Comment {
        id: id(),
        field: Line::new("agency.purpose").unwrap(),
        by: Line::new("架空 花子").unwrap(),
        on: today(),
        text: Prose::new("なぜこの目的ですか。").unwrap(),
        resolved: false,
        from: None,
    };
    vec![Edit::AddComment(comment), Edit::ResolveComment(id()), Edit::ReopenComment(id()), Edit::RemoveComment(id())]
}

/// The name of an edit's kind. A new kind does not compile until it is sorted in here, and fails until it stands above.
fn kind(edit: &Edit) -> &'static str {
    match edit {
        Edit::SetText { .. } => "set_text",
        Edit::AnswerGate(..) => "answer_gate",
        Edit::SetServiceIsSaas(_) => "set_service_is_saas",
        Edit::SetDay(DayField::AssessedOn, _) => "set_assessed_on",
        Edit::SetDay(DayField::ProcurementDate, _) => "set_procurement_date",
        Edit::ChooseTask(_) => "choose_task",
        Edit::AnswerRedFlag(..) => "answer_red_flag",
        Edit::AddItems(_) => "add_items",
        Edit::RemoveItem(_) => "remove_item",
        Edit::MoveItem(..) => "move_item",
        Edit::DuplicateItem { .. } => "duplicate_item",
        Edit::GradeConfidentiality(..) => "grade_confidentiality",
        Edit::GradeIntegrity(..) => "grade_integrity",
        Edit::GradeAvailability(..) => "grade_availability",
        Edit::CountPersons(..) => "count_persons",
        Edit::PlanPublication(..) => "plan_publication",
        Edit::AnswerItems(..) => "answer_items",
        Edit::Decide { .. } => "decide",
        Edit::DecideAsProposed(_) => "decide_as_proposed",
        Edit::Undecide(..) => "undecide",
        Edit::RaiseObjective(..) => "raise_objective",
        Edit::SuggestTask(_) => "suggest_task",
        Edit::SetDay(DayField::Deadline, _) => "set_deadline",
        Edit::AnswerCheckList(..) => "answer_check_list",
        Edit::ChooseProfile(_) => "choose_profile",
        Edit::NoteReceived(_) => "note_received",
        Edit::SetAsked(_) => "set_asked",
        Edit::MoveToCatalogue(_) => "move_to_catalogue",
        Edit::StateJudged(_) => "state_judged",
        Edit::Restore(_) => "restore",
        Edit::ChooseValidity(_) => "choose_validity",
        Edit::MoveApproval { .. } => "move_approval",
        Edit::AddOpinion { .. } => "add_opinion",
        Edit::AddComment(_) => "add_comment",
        Edit::ResolveComment(_) => "resolve_comment",
        Edit::ReopenComment(_) => "reopen_comment",
        Edit::RemoveComment(_) => "remove_comment",
        Edit::Together(_) => "together",
    }
}

const KINDS: usize = 38;

#[test]
fn every_kind_of_change_is_tried() {
    let mut kinds: BTreeSet<&str> = content_edits(&finished()).iter().map(kind).collect();
    kinds.extend(edits_of_the_approval(ApprovalState::Approved).iter().map(kind));
    kinds.extend(edits_of_a_comment().iter().map(kind));
    assert_eq!(kinds.len(), KINDS, "{kinds:?}");
}

#[test]
fn every_change_of_content_is_told_in_every_state_and_leaves_the_approval_as_it_is() {
    for state in ApprovalState::ALL {
        let mut before = finished();
        crate::support::add_item(&mut before, "名簿");
        let before = in_state(before, state);
        for edit in content_edits(&before) {
            let mut record = before.clone();
            apply(&mut record, edit.clone());
            assert_eq!(record.approval, before.approval, "{state:?} {edit:?}");
            assert_ne!(record.content_digest(), before.content_digest(), "{state:?} {edit:?}");
            let changes = record.changes_since_approval();
            match (&changes, state) {
                (ChangesSinceApproval::NotBound, ApprovalState::Draft) => {}
                (ChangesSinceApproval::Changed(places), _) if !places.is_empty() => {}
                _ => panic!("{state:?} {edit:?}: {changes:?}"),
            }
        }
    }
}

#[test]
fn no_act_of_approval_changes_the_content_and_every_other_step_is_refused() {
    for state in ApprovalState::ALL {
        let before = in_state(finished(), state);
        for edit in edits_of_the_approval(state) {
            let mut record = before.clone();
            apply(&mut record, edit.clone());
            assert_eq!(record.content_digest(), before.content_digest(), "{state:?} {edit:?}");
            assert_eq!(record.content_alone(), before.content_alone(), "{state:?} {edit:?}");
        }
        for to in ApprovalState::ALL.into_iter().filter(|to| !state.next().contains(to)) {
            let mut record = before.clone();
            assert_eq!(record.apply(step(to)), Err(EditError::ApprovalStep { from: state, to }));
            assert_eq!(record, before);
        }
    }
}

#[test]
fn what_is_said_in_comments_touches_neither_the_content_nor_the_approval() {
    for state in ApprovalState::ALL {
        let before = in_state(finished(), state);
        let mut record = before.clone();
        for edit in edits_of_a_comment() {
            let comments = record.comments.clone();
            apply(&mut record, edit.clone());
            assert_ne!(record.comments, comments, "{edit:?}");
            assert_eq!(record.approval, before.approval, "{state:?} {edit:?}");
            assert_eq!(record.content_digest(), before.content_digest(), "{state:?} {edit:?}");
            assert_eq!(record.changes_since_approval(), before.changes_since_approval(), "{state:?} {edit:?}");
        }
        assert_eq!(record, before);
    }
}

proptest! {
    /// Whatever is done in whatever order, and however often it is saved and opened in between.
    #[test]
    fn states_and_contents_keep_out_of_each_others_way(record in any_record(), acts in prop::collection::vec(any::<prop::sample::Index>(), 1..24)) {
        let mut record = record;
        for act in acts {
            let before = record.clone();
            let content = content_edits(&record);
            let beside = edits_of_the_approval(record.approval.state);
            let which = act.index(content.len() + beside.len() + 2);
            if let Some(edit) = content.get(which) {
                // Some name an item that is not there, or one that is there already.
                let made = record.apply(edit.clone()).is_ok();
                prop_assert_eq!(&record.approval, &before.approval);
                prop_assert!(made || record == before);
            } else if let Some(edit) = beside.get(which - content.len()) {
                record.apply(edit.clone()).unwrap();
                prop_assert_eq!(record.content_digest(), before.content_digest());
                let moved = matches!(edit, Edit::MoveApproval { .. });
                prop_assert!(moved || record.approval.state == before.approval.state);
                if moved && !matches!(record.approval.state, ApprovalState::Draft | ApprovalState::Lapsed) {
                    prop_assert_eq!(record.changes_since_approval(), ChangesSinceApproval::Unchanged);
                    prop_assert_eq!(record.covered_content(), Some(&record.content_alone()));
                }
                prop_assert!(record.approval.opinions.starts_with(&before.approval.opinions));
            } else {
                let format = FileFormat::ALL[which - content.len() - beside.len()];
                record = parse(format.write(&record).unwrap().as_bytes(), "any").unwrap().0;
                prop_assert_eq!(&record, &before);
                prop_assert_eq!(record.content_digest(), before.content_digest());
                prop_assert_eq!(record.changes_since_approval(), before.changes_since_approval());
            }
            // Nothing but the content itself is ever taken for it.
            if let Some(covered) = record.as_covered() {
                prop_assert_eq!(Some(covered.content_digest()), record.approval.content.clone());
                prop_assert_eq!(&covered.approval, &record.approval);
            }
        }
    }
}

#[test]
fn the_approved_content_stays_readable_whatever_becomes_of_the_record() {
    let approved = in_state(finished(), ApprovalState::Approved);
    let mut record = approved.clone();
    assert_eq!(record.as_approved(), Some(approved.clone()));
    apply(&mut record, purpose("別の目的"));
    let item = record.items[0].id.clone();
    apply(&mut record, Edit::RemoveItem(item));
    assert_eq!(record.as_approved(), Some(approved.clone()));
    // An approval lapses as the one that was given: by whom and for what is not forgotten.
    apply(&mut record, step(ApprovalState::Lapsed));
    let lapsed = record.as_approved().unwrap();
    assert_eq!(lapsed.content_alone(), approved.content_alone());
    assert_eq!((&record.approval.by, record.approval.on), (&approved.approval.by, approved.approval.on));
    assert_eq!(record.approval.lapse.as_ref().unwrap().comment.as_str(), "見ました");
    assert_eq!(record.approval.expires_on(), None);
    // What was only submitted was not approved.
    assert_eq!(in_state(finished(), ApprovalState::Submitted).as_approved(), None);
}

#[test]
fn a_change_is_told_with_what_stood_there_and_what_stands_there() {
    let mut record = in_state(finished(), ApprovalState::Approved);
    assert_eq!(record.changes_since_approval(), ChangesSinceApproval::Unchanged);
    apply(&mut record, purpose("別の目的"));
    let ChangesSinceApproval::Changed(changes) = record.changes_since_approval() else { panic!("changed") };
    assert_eq!(changes.len(), 1, "the approval itself is no change of content");
    assert_eq!(changes[0].place, Place::Field(Field::Text(TextField::Purpose)));
    assert_eq!((&changes[0].old, &changes[0].new), (&FieldValue::Text("外部委員との打合せ"), &FieldValue::Text("別の目的")));
    apply(&mut record, purpose("外部委員との打合せ"));
    assert_eq!(record.changes_since_approval(), ChangesSinceApproval::Unchanged, "the same content is the same content");
}

#[test]
fn without_a_copy_the_change_is_said_and_its_places_are_not_made_up() {
    let mut record = in_state(finished(), ApprovalState::Approved);
    record.approval.covered = None;
    assert_eq!(record.changes_since_approval(), ChangesSinceApproval::Unchanged);
    assert!(record.as_approved().is_some(), "the content itself is still there");
    apply(&mut record, purpose("別の目的"));
    assert_eq!(record.changes_since_approval(), ChangesSinceApproval::Unknown);
    assert_eq!((record.as_approved(), record.kept_copy_is_another()), (None, false));
    let changes = said::changes_since(&record, &catalogue(), Lang::Ja).unwrap();
    assert!(changes.whole.contains("控えがないため") && changes.each.is_empty(), "{changes:?}");
}

#[test]
fn a_copy_that_is_another_content_is_never_taken_for_the_approved_one() {
    let approved = in_state(finished(), ApprovalState::Approved);
    let forged: [fn(&mut Record); 4] = [
        |record| write(record.approval.covered.as_mut().unwrap(), Field::Text(TextField::Purpose), "書き換えた"),
        |record| record.approval.covered.as_mut().unwrap().approval.state = ApprovalState::Approved,
        |record| record.approval.covered.as_mut().unwrap().id = liu_wizard::record::RecordId::new("other").unwrap(),
        |record| record.approval.content = Some(ContentDigest::of(b"another")),
    ];
    for forge in forged {
        let mut record = approved.clone();
        apply(&mut record, purpose("別の目的"));
        forge(&mut record);
        assert!(record.kept_copy_is_another());
        assert_eq!(record.changes_since_approval(), ChangesSinceApproval::Unknown);
        assert_eq!((record.covered_content(), record.as_approved()), (None, None));
        let findings = judge(&record, &catalogue(), today()).findings;
        assert!(findings.iter().any(|finding| finding.kind.id() == "kept_copy_is_another"));
        let changes = said::changes_since(&record, &catalogue(), Lang::Ja).unwrap();
        assert!(changes.whole.contains("要約値に合わない") && changes.each.is_empty(), "{changes:?}");
    }
}

#[test]
fn another_order_of_red_flags_is_another_content_and_said_to_mean_nothing() {
    let mut record = in_state(finished(), ApprovalState::Approved);
    record.red_flags.reverse();
    assert_eq!(record.changes_since_approval(), ChangesSinceApproval::Changed(Vec::new()));
    let changes = said::changes_since(&record, &catalogue(), Lang::Ja).unwrap();
    assert!(changes.whole.contains("順序だけ"), "{changes:?}");
}

#[test]
fn opinions_stay_in_every_state_and_say_which_content_they_are_about() {
    let mut record = finished();
    apply(&mut record, opinion(OpinionView::Comments, "草案を見た"));
    for to in way_to(ApprovalState::Lapsed) {
        apply(&mut record, step(to));
    }
    apply(&mut record, purpose("別の目的"));
    apply(&mut record, opinion(OpinionView::Objects, "目的が違う"));
    apply(&mut record, step(ApprovalState::Draft));
    let now = record.content_digest();
    let about_another: Vec<bool> =
        record.approval.opinions.iter().map(|opinion| said::other_content(opinion, &now, Lang::Ja).is_some()).collect();
    assert_eq!(about_another, [true, false]);
}

#[test]
fn an_approval_runs_out_by_itself_on_the_day_after_its_last() {
    let record = in_state(finished(), ApprovalState::Approved);
    for (on, expected) in [("2027-11-23", "承認"), ("2027-11-24", "承認（期限切れ）")] {
        assert_eq!(said::state(&record, day(on), Lang::Ja), expected, "{on}");
    }
    assert_eq!(record.approval.state, ApprovalState::Approved, "nobody did anything");
}

/// An approval by the assessor himself, with an opinion on another content, and a change after it.
fn self_approved_and_changed() -> Record {
    let mut record = finished();
    apply(&mut record, opinion(OpinionView::Objects, "録画の扱いが要る"));
    apply(&mut record, text(Field::Text(TextField::Bureau), "総合政策局"));
    apply(&mut record, Edit::ChooseValidity(Validity::TwelveMonths));
    apply(&mut record, step(ApprovalState::Submitted));
    // The same name, written without the space.
    let by = person("課長補佐", "架空太郎");
    apply(&mut record, Edit::MoveApproval { to: ApprovalState::Approved, by, on: today(), comment: String::new() });
    apply(&mut record, purpose("別の目的"));
    let item = record.items[0].id.clone();
    apply(&mut record, text(Field::Item(item, ItemField::Retention), "三年"));
    record
}

#[test]
fn who_approved_for_himself_cannot_hide_it_by_another_name_afterwards() {
    let mut record = self_approved_and_changed();
    write(&mut record, Field::Text(TextField::AssessorName), "架空 四郎");
    assert!(record.is_approved_by_assessor());
    assert!(said::state(&record, today(), Lang::Ja).contains("評価者と承認者が同じ人"));
    // Where another approved, and for another, there is nothing to say.
    assert!(!in_state(finished(), ApprovalState::Approved).is_approved_by_assessor());
    // A draft was approved by nobody.
    let mut draft = finished();
    write(&mut draft, Field::Text(TextField::ApproverName), "架空　太郎");
    assert!(!draft.is_approved_by_assessor() && draft.designated_approver_is_assessor());
}

const SAID: [[&str; 9]; 2] = [
    [
        "承認後に変更あり",
        "評価者と承認者が同じ人",
        "利用目的",
        "外部委員との打合せ",
        "別の目的",
        "三年",
        "異議あり",
        "録画の扱いが要る",
        "別の内容に対する意見",
    ],
    [
        "changed since approval",
        "approver and assessor are the same person",
        "Purpose",
        "外部委員との打合せ",
        "別の目的",
        "三年",
        "Objection",
        "録画の扱いが要る",
        "another content than the present one",
    ],
];

#[test]
fn the_documents_say_what_was_changed_who_approved_and_what_others_think() {
    let record = self_approved_and_changed();
    let (catalogue, today) = (catalogue(), today());
    let judgement = judge(&record, &catalogue, today);
    for (lang, wanted) in [Lang::Ja, Lang::En].into_iter().zip(SAID) {
        let copy = CopyKind::at_hand(&record, &judgement);
        let input = ExportInput { copy, ..ExportInput::new(&record, &catalogue, &judgement, today, lang) };
        for document in [Document::Record, Document::Explanation] {
            let made = render(&Product::Document(document.clone(), Medium::Markdown), &input).unwrap();
            let made = String::from_utf8(made).unwrap();
            for wanted in wanted {
                assert!(made.contains(wanted), "{document:?} {wanted}: {made}");
            }
        }
        let data = serde_json::to_value(judgement_json(&input)).unwrap();
        let approval = &data["approval"];
        assert_eq!(approval["approved_by_assessor"], true);
        assert_eq!(approval["changes"]["since"], "changed");
        let first = &approval["changes"]["places"][0];
        assert_eq!(
            (&first["where"], &first["old"], &first["new"]),
            (&"agency.purpose".into(), &"外部委員との打合せ".into(), &"別の目的".into())
        );
        assert_eq!(approval["opinions"][0]["on_this_content"], false);
    }
}

#[test]
fn an_approver_is_told_eight_changes_and_how_many_more_there_are() {
    let mut record = in_state(finished(), ApprovalState::Approved);
    for (index, field) in TextField::ALL.iter().take(11).enumerate() {
        write(&mut record, Field::Text(*field), &format!("書き換え{index}終"));
    }
    let (catalogue, today) = (catalogue(), today());
    let judgement = judge(&record, &catalogue, today);
    let input = ExportInput { copy: CopyKind::Draft, ..ExportInput::new(&record, &catalogue, &judgement, today, Lang::Ja) };
    let count = |document| {
        let made = render(&Product::Document(document, Medium::Markdown), &input).unwrap();
        let made = String::from_utf8(made).unwrap();
        let chapter = made.split("変更された項目").last().unwrap().split("\n## ").next().unwrap().to_owned();
        (chapter.matches("書き換え").count(), chapter)
    };
    let (told, chapter) = count(Document::Explanation);
    assert_eq!(told, 8, "{chapter}");
    assert!(chapter.contains("（11項目）") && chapter.contains("ほかに3項目"), "{chapter}");
    assert_eq!(count(Document::Record).0, 11);
}

#[test]
fn the_command_line_tells_it_and_gives_the_approved_content_out() {
    let desk = Desk::new();
    let record = self_approved_and_changed();
    desk.write("changed.liu.ron", to_ron(&record).unwrap());
    for (lang, wanted) in ["ja", "en"].into_iter().zip(SAID) {
        let shown = desk.run(&["--lang", lang, "show", "changed.liu.ron"]);
        assert_eq!(shown.code, 0, "{shown:?}");
        for wanted in wanted {
            assert!(shown.out.contains(wanted), "{wanted}: {}", shown.out);
        }
        let verified = desk.run(&["--lang", lang, "verify", "changed.liu.ron"]);
        assert_eq!(verified.code, 1, "{verified:?}");
        for wanted in &wanted[..6] {
            assert!(verified.out.contains(wanted), "{wanted}: {}", verified.out);
        }
        let listed = desk.run(&["--lang", lang, "list", "."]);
        for wanted in &wanted[..2] {
            assert!(listed.out.contains(wanted), "{wanted}: {}", listed.out);
        }
    }
    let made = desk.run(&["export", "--approved", "changed.liu.ron", "--to", "out", "--format", "ron"]);
    assert_eq!(made.code, 0, "{made:?}");
    let (approved, _) = parse(desk.read(made.out.trim_end()).as_bytes(), "out").unwrap();
    assert_eq!(Some(&approved), record.as_approved().as_ref());
    assert_eq!(approved.agency.purpose.as_str(), "外部委員との打合せ");
    assert_eq!(approved.changes_since_approval(), ChangesSinceApproval::Unchanged);
}

#[test]
fn the_approved_content_is_not_given_out_where_there_is_none_or_it_is_not_known() {
    let desk = Desk::new();
    let mut unknown = self_approved_and_changed();
    unknown.approval.covered = None;
    let mut forged = self_approved_and_changed();
    write(forged.approval.covered.as_mut().unwrap(), Field::Text(TextField::Purpose), "書き換えた");
    let submitted = in_state(finished(), ApprovalState::Submitted);
    for (name, record, what) in [
        ("unknown.liu.ron", unknown, "承認したときの内容が分かりません"),
        ("forged.liu.ron", forged, "承認したときの内容が分かりません"),
        ("submitted.liu.ron", submitted, "状態は「確認依頼」"),
    ] {
        desk.write(name, to_ron(&record).unwrap());
        let ran = desk.run(&["export", "--approved", name, "--to", "out", "--format", "json"]);
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{ran:?}");
        assert!(ran.err.contains(what) && ran.err.contains(name), "{}", ran.err);
    }
    assert!(!desk.path("out").exists());
    let ran = desk.run(&["verify", "forged.liu.ron"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.out.contains("残した控えの内容が") && !ran.out.contains("書き換えた"), "{}", ran.out);
    // Whole, but for the copy: the content is the one that was approved, and the copy is not.
    let mut whole = in_state(finished(), ApprovalState::Approved);
    write(whole.approval.covered.as_mut().unwrap(), Field::Text(TextField::Purpose), "書き換えた");
    desk.write("whole.liu.ron", to_ron(&whole).unwrap());
    assert_eq!(desk.run(&["verify", "whole.liu.ron"]).code, 1);
}
