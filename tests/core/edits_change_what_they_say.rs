//! Every change of a record goes through `Record::apply`: it changes what it names, or nothing at all.

use liu_wizard::record::{
    Answer, ApprovalState, CatalogueId, CataloguePin, Choice, ConfidentialityGrade, ContentDigest, Date, Edit, EditError, Field,
    ItemField, ItemId, Level, Line, NewItem, Objective, Person, ProfileId, Prose, QuestionId, RaiseTo, Record, RecordId, Role,
    SeenProposal, TaskChoice, TextField, Validity,
};

fn item(id: &str) -> ItemId {
    ItemId::new(id).unwrap()
}

fn day() -> Date {
    Date::new(2026, 11, 23).unwrap()
}

fn record_with_items(ids: &[&str]) -> Record {
    let pin = CataloguePin {
        id: CatalogueId::new("test").unwrap(),
        version: Line::new("1").unwrap(),
        digest: ContentDigest::of(b"catalogue"),
    };
    let id = RecordId::new("00000000-0000-4000-8000-000000000001").unwrap();
    let mut record = Record::new(id, Role::Agency, day(), ProfileId::new("pre_application").unwrap(), pin);
    let items = ids.iter().map(|id| NewItem { id: item(id), name: format!("情報{id}"), description: String::new() });
    record.apply(Edit::AddItems(items.collect())).unwrap();
    record
}

fn order(record: &Record) -> Vec<&str> {
    record.items.iter().map(|item| item.id.as_str()).collect()
}

fn seen(level: Level) -> SeenProposal {
    SeenProposal { level, complete: true, causes: Vec::new() }
}

#[test]
fn an_edit_that_is_refused_leaves_the_record_as_it_was() {
    let before = record_with_items(&["a", "b"]);
    let gone = item("gone");
    let name = Field::Text(TextField::ServiceName);
    let refused = [
        Edit::SetText { field: name, text: "サービス\u{202E}".to_owned() },
        Edit::SetText { field: Field::Task, text: "x".to_owned() },
        Edit::SetText { field: Field::Text(TextField::EntryTask), text: "no row was pasted".to_owned() },
        Edit::SetText { field: Field::Item(gone.clone(), ItemField::Name), text: "x".to_owned() },
        Edit::AddItems(vec![
            NewItem { id: item("c"), name: "新しい".to_owned(), description: String::new() },
            NewItem { id: item("a"), name: "二つ目".to_owned(), description: String::new() },
        ]),
        Edit::RemoveItem(gone.clone()),
        Edit::MoveItem(gone.clone(), 1),
        Edit::DuplicateItem { of: item("a"), id: item("b") },
        Edit::GradeConfidentiality(vec![item("a"), gone.clone()], ConfidentialityGrade::Two),
        Edit::AnswerItems(vec![item("a"), gone.clone()], QuestionId::new("C1").unwrap(), Answer::Yes),
        Edit::DecideAsProposed(vec![
            (item("a"), Objective::Integrity, seen(Level::Low)),
            (gone, Objective::Integrity, seen(Level::Low)),
        ]),
        Edit::MoveApproval { to: ApprovalState::Approved, by: Person::default(), on: day(), comment: String::new() },
    ];
    for edit in refused {
        let mut record = before.clone();
        assert!(record.apply(edit.clone()).is_err(), "{edit:?}");
        assert_eq!(record, before, "{edit:?}");
    }
}

#[test]
fn items_move_by_places_and_stop_at_the_ends() {
    for (id, places, expected) in
        [("c", -1, ["a", "c", "b"]), ("a", -1, ["a", "b", "c"]), ("a", 9, ["b", "c", "a"]), ("b", -9, ["b", "a", "c"])]
    {
        let mut record = record_with_items(&["a", "b", "c"]);
        record.apply(Edit::MoveItem(item(id), places)).unwrap();
        assert_eq!(order(&record), expected, "{id} by {places}");
    }
}

#[test]
fn a_copy_of_an_item_keeps_its_answers_and_none_of_its_decisions() {
    let mut record = record_with_items(&["a", "b"]);
    let question = QuestionId::new("C7").unwrap();
    record.apply(Edit::AnswerItems(vec![item("a")], question, Answer::Yes)).unwrap();
    let decide =
        Edit::Decide { item: item("a"), objective: Objective::Confidentiality, level: Level::Low, against: seen(Level::Low) };
    record.apply(decide).unwrap();
    record.apply(Edit::DuplicateItem { of: item("a"), id: item("copy") }).unwrap();
    assert_eq!(order(&record), ["a", "copy", "b"]);
    let copy = record.item(&item("copy")).unwrap();
    assert_eq!((copy.answers.get("C7"), &copy.decisions.confidentiality.choice), (&Answer::Yes, &Choice::NotDecided));
}

#[test]
fn taking_a_decision_back_keeps_its_reason() {
    let mut record = record_with_items(&["a"]);
    let field = Field::Reason(item("a"), Objective::Availability);
    record.apply(Edit::SetText { field: field.clone(), text: "代わりの手段がある。".to_owned() }).unwrap();
    let decide =
        Edit::Decide { item: item("a"), objective: Objective::Availability, level: Level::Low, against: seen(Level::Moderate) };
    record.apply(decide).unwrap();
    record.apply(Edit::Undecide(item("a"), Objective::Availability)).unwrap();
    assert_eq!(record.text(&field), Some("代わりの手段がある。"));
}

#[test]
fn every_text_can_be_written_and_read_at_its_field() {
    let mut record = record_with_items(&["a"]);
    record
        .apply(Edit::ChooseTask(TaskChoice::AgencyEntry {
            task: Prose::default(),
            service: Line::default(),
            origin: Line::default(),
        }))
        .unwrap();
    let fields: Vec<Field> = record.texts().into_iter().map(|(field, _)| field).collect();
    assert!(fields.len() > TextField::ALL.len());
    for (number, field) in fields.iter().enumerate() {
        record.apply(Edit::SetText { field: field.clone(), text: format!("記入{number}") }).unwrap();
    }
    for (number, field) in fields.iter().enumerate() {
        assert_eq!(record.text(field), Some(format!("記入{number}").as_str()), "{field}");
        assert!(record.text_limits(field).is_some_and(|(soft_length, _)| soft_length > 0));
    }
}

#[test]
fn an_approval_is_bound_to_the_content_it_was_given_for() {
    let mut record = record_with_items(&["a"]);
    let step = |to| Edit::MoveApproval { to, by: Person::default(), on: day(), comment: String::new() };
    record.apply(Edit::ChooseValidity(Validity::TwelveMonths)).unwrap();
    record.apply(step(ApprovalState::Submitted)).unwrap();
    record.apply(step(ApprovalState::Approved)).unwrap();
    assert!(!record.changed_since_approval());
    assert_eq!(record.approval.expires_on(), Date::new(2027, 11, 23));

    record.apply(Edit::RaiseObjective(Objective::Integrity, RaiseTo::Level(Level::Moderate))).unwrap();
    assert!(record.changed_since_approval());
    assert_eq!(record.approval.state, ApprovalState::Approved, "content never changes a state");

    record.apply(Edit::RaiseObjective(Objective::Integrity, RaiseTo::NotRaised)).unwrap();
    assert!(!record.changed_since_approval(), "the same content is the same content");
}

#[test]
fn no_state_of_an_approval_changes_the_content() {
    let mut record = record_with_items(&["a"]);
    let digest = record.content_digest();
    for to in [
        ApprovalState::Submitted,
        ApprovalState::Returned,
        ApprovalState::Submitted,
        ApprovalState::Approved,
        ApprovalState::Draft,
    ] {
        record.apply(Edit::MoveApproval { to, by: Person::default(), on: day(), comment: "見ました".to_owned() }).unwrap();
        assert_eq!(record.content_digest(), digest, "{to:?}");
    }
    let skip = Edit::MoveApproval { to: ApprovalState::Approved, by: Person::default(), on: day(), comment: String::new() };
    assert_eq!(record.apply(skip), Err(EditError::ApprovalStep { from: ApprovalState::Draft, to: ApprovalState::Approved }));
}
