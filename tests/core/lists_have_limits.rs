//! A record of more entries than anybody can decide on is refused at once, by a limit that is said; nothing grows with the square
//! of what stands in it.

use liu_wizard::catalogue::{Catalogue, CatalogueProblem};
use liu_wizard::file::{FileError, Problem, Refused, parse, to_json, to_ron};
use liu_wizard::record::{
    Asked, Came, CameAs, Comment, CommentId, Edit, EditError, Field, Line, List, MOST_ENTRIES, NewItem, OpinionView, Prose,
    ReceivedFile, Record, RecordId, Role, Sent, TextField,
};
use liu_wizard::text::{Lang, edit_error};

use crate::support::{apply, blank, item_id, person, today, undecided};

fn new_items(count: usize) -> Vec<NewItem> {
    let item =
        |number| NewItem { id: item_id(&format!("i{number}")), name: format!("情報{number}"), description: String::new() };
    (0..count).map(item).collect()
}

fn comment(number: usize) -> Comment {
    Comment {
        id: CommentId::new(format!("c{number}")).unwrap(),
        field: Line::new(&Field::Text(TextField::Purpose).to_string()).unwrap(),
        by: Line::default(),
        on: today(),
        text: Prose::new("確かめてください").unwrap(),
        resolved: false,
        from: None,
    }
}

/// A record in which a list is as long as it may be.
fn full(list: List) -> Record {
    let mut record = blank(Role::Agency);
    match list {
        List::Items => apply(&mut record, Edit::AddItems(new_items(MOST_ENTRIES))),
        List::Comments => record.comments = (0..MOST_ENTRIES).map(comment).collect(),
        other => panic!("{other:?}"),
    }
    record
}

fn message(error: &FileError) -> String {
    [Lang::Ja, Lang::En].map(|lang| error.message(lang).to_string()).join("\n")
}

#[test]
fn a_full_list_opens_and_one_more_is_refused_with_its_place_and_what_to_do() {
    for list in [List::Items, List::Comments] {
        let record = full(list);
        let mut more = record.clone();
        match list {
            List::Items => more.items.extend(full(List::Items).items.into_iter().take(1)),
            _ => more.comments.push(comment(MOST_ENTRIES)),
        }
        for write in [to_ron, to_json] {
            assert!(parse(write(&record).unwrap().as_bytes(), "full").is_ok(), "{list:?}");
            let refused = parse(write(&more).unwrap().as_bytes(), "more").unwrap_err();
            let is_limit =
                matches!(&refused, FileError::Unfit { problem: Problem::Refused(Refused::TooMany(found)), .. } if *found == list);
            assert!(is_limit, "{list:?}: {refused:?}");
            let said = message(&refused);
            assert!(said.contains("1000件まで") && said.contains("At most 1000"), "{said}");
        }
    }
}

/// What follows the entry that is too many is not even looked at: it may be no item at all.
#[test]
fn the_first_entry_too_many_ends_the_reading() {
    let mut file: serde_json::Value = serde_json::from_str(&to_json(&full(List::Items)).unwrap()).unwrap();
    let items = file["record"]["items"].as_array_mut().unwrap();
    items.push(serde_json::json!({ "id": "one-more" }));
    items.push(serde_json::json!({ "id": ["no", "id"], "colour": 7 }));
    let refused = parse(file.to_string().as_bytes(), "more").unwrap_err();
    assert!(matches!(&refused, FileError::Unfit { problem: Problem::Refused(Refused::TooMany(List::Items)), .. }), "{refused:?}");
}

#[test]
fn nothing_is_added_beyond_the_limit_and_it_is_said() {
    let items = full(List::Items);
    let first = items.items[0].id.clone();
    for edit in [
        Edit::AddItems(vec![NewItem { id: item_id("x"), name: String::new(), description: String::new() }]),
        Edit::DuplicateItem { of: first, id: item_id("x") },
        Edit::Together(vec![Edit::Together(vec![Edit::AddItems(vec![NewItem {
            id: item_id("x"),
            name: String::new(),
            description: String::new(),
        }])])]),
    ] {
        let mut record = items.clone();
        assert_eq!(record.apply(edit), Err(EditError::TooMany(List::Items)));
        assert_eq!(record, items);
    }
    assert_eq!(full(List::Comments).apply(Edit::AddComment(comment(MOST_ENTRIES))), Err(EditError::TooMany(List::Comments)));

    let mut record = undecided();
    for number in 0..MOST_ENTRIES {
        let received = ReceivedFile { name: Line::new(&format!("{number}.xlsx")).unwrap(), ..received() };
        apply(&mut record, Edit::NoteReceived(received));
    }
    assert_eq!(record.apply(Edit::NoteReceived(received())), Err(EditError::TooMany(List::Received)));
    let opinion =
        || Edit::AddOpinion { by: person("補佐", "架空"), on: today(), view: OpinionView::Agrees, comment: String::new() };
    record.approval.opinions = vec![opinion_of(&record, opinion()); MOST_ENTRIES];
    assert_eq!(record.apply(opinion()), Err(EditError::TooMany(List::Opinions)));

    let (agency, digest) = (Asked::default(), liu_wizard::record::ContentDigest::of(b""));
    let sent = Sent { on: today(), content: digest.clone(), service: digest };
    let came = Came { file: received(), kind: CameAs::Result, record: RecordId::new("r").unwrap(), answers: None };
    for (list, asked) in [
        (List::Asked, vec![agency.clone(); MOST_ENTRIES + 1]),
        (List::Sent, vec![Asked { sent: vec![sent; MOST_ENTRIES + 1], ..agency.clone() }]),
        (List::Came, vec![Asked { came: vec![came; MOST_ENTRIES + 1], ..agency.clone() }]),
    ] {
        let mut record = blank(Role::Csp);
        assert_eq!(record.apply(Edit::SetAsked(asked.clone())), Err(EditError::TooMany(list)));
        assert!(record.asked.is_empty());
        // Nor is a file with more read.
        record.asked = asked;
        let refused = parse(to_json(&record).unwrap().as_bytes(), "more").unwrap_err();
        assert!(
            matches!(&refused, FileError::Unfit { problem: Problem::Refused(Refused::TooMany(found)), .. } if *found == list),
            "{refused:?}"
        );
    }

    for list in List::ALL {
        let said = [Lang::Ja, Lang::En].map(|lang| edit_error(&EditError::TooMany(list), lang).to_string());
        let most = list.most().to_string();
        assert!(said.iter().all(|said| said.contains(&most)), "{said:?}");
    }
}

fn received() -> ReceivedFile {
    ReceivedFile { name: Line::new("sheet.xlsx").unwrap(), sha256: liu_wizard::record::ContentDigest::of(b"sheet"), on: today() }
}

fn opinion_of(record: &Record, edit: Edit) -> liu_wizard::record::Opinion {
    let mut record = record.clone();
    apply(&mut record, edit);
    record.approval.opinions.remove(0)
}

#[test]
fn a_catalogue_of_more_entries_is_refused_before_they_are_looked_up() {
    let mut catalogue = Catalogue::clone(&Catalogue::shipped().unwrap());
    let one = catalogue.tasks[0].clone();
    catalogue.tasks.resize(MOST_ENTRIES + 1, one);
    let found = catalogue.problems();
    assert!(
        found.contains(&CatalogueProblem::TooMany { path: "tasks".to_owned(), found: MOST_ENTRIES + 1, most: MOST_ENTRIES }),
        "{}",
        found.len()
    );
    assert!(found.iter().all(|problem| matches!(problem, CatalogueProblem::TooMany { .. })));
}
