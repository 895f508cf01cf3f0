//! A comment stays with its field: through saving and reading, renaming, removal, history and approval. It leaves the house only
//! when asked for.

use crate::support::arbitrary::{any_record, text};
use crate::support::{add_item, apply, catalogue, finished, item_id, red_flag, today, write};
use liu_wizard::catalogue::Section;
use liu_wizard::export::{Along, CopyKind, Data, Document, ExportInput, Medium, Product, pre_application, render, report};
use liu_wizard::file::{FileError, FileFormat, parse, schema, to_json};
use liu_wizard::judgement::judge;
use liu_wizard::record::{
    CheckListPoint, Comment, CommentId, DayField, Edit, EditError, Field, ItemField, Line, Moment, Objective, Prose, Record,
    TextField,
};
use liu_wizard::text::Lang;
use proptest::prelude::*;

fn comment(id: &str, field: &Field, text: &str) -> Comment {
    Comment {
        id: CommentId::new(id).unwrap(),
        field: Line::new(&field.to_string()).unwrap(),
        by: Line::new("架空 花子").unwrap(),
        on: today(),
        text: Prose::new(text).unwrap(),
        resolved: false,
        from: None,
    }
}

fn id(id: &str) -> CommentId {
    CommentId::new(id).unwrap()
}

fn agency_name() -> Field {
    Field::Text(TextField::AgencyName)
}

/// Every field that a record of these items can have.
fn fields(record: &Record) -> Vec<Field> {
    let questions = &catalogue().questions;
    let mut fields: Vec<Field> = record.texts().into_iter().map(|(field, _)| field).collect();
    fields.extend([
        Field::ServiceIsSaas,
        Field::Day(DayField::AssessedOn),
        Field::Task,
        Field::Items,
        Field::SuggestedTask,
        Field::Day(DayField::Deadline),
    ]);
    fields.push(Field::Day(DayField::ProcurementDate));
    fields.extend([Field::Approval, Field::Catalogue, Field::Profile, Field::RedFlag(red_flag("LIU-A1.F1"))]);
    fields.extend(CheckListPoint::ALL.map(Field::CheckList));
    fields.extend(Objective::ALL.map(Field::Raise));
    for question in questions {
        match question.section {
            Section::Gate => fields.push(Field::Gate(question.id.clone())),
            _ => fields.extend(record.items.iter().map(|item| Field::Answer(item.id.clone(), question.id.clone()))),
        }
    }
    for item in &record.items {
        fields.extend(ItemField::ALL.map(|part| Field::Item(item.id.clone(), part)));
        fields.extend(Objective::ALL.map(|objective| Field::Decision(item.id.clone(), objective)));
    }
    fields
}

/// A record with two comments on the agency's name, the second one resolved, and one on an item's name.
fn commented() -> Record {
    let mut record = finished();
    let name = Field::Item(item_id("item-1"), ItemField::Name);
    apply(&mut record, Edit::AddComment(comment("c1", &agency_name(), "正式名称ですか。")));
    apply(&mut record, Edit::AddComment(comment("c2", &agency_name(), "略称にしました。")));
    apply(&mut record, Edit::AddComment(comment("c3", &name, "録画も含みますか。\n含むなら書いてください。")));
    apply(&mut record, Edit::ResolveComment(id("c2")));
    record
}

#[test]
fn every_field_is_found_again_by_its_path() {
    let mut record = finished();
    add_item(&mut record, "名簿");
    let fields = fields(&record);
    assert!(fields.len() > 100);
    for field in &fields {
        assert_eq!(Field::from_path(&field.to_string()).as_ref(), Some(field), "{field}");
    }
    for odd in ["", "items[", "items[a].colour", "items[a b].name", "gate.answers.", "red_flags[x", "raises.money", "service"] {
        assert_eq!(Field::from_path(odd), None, "{odd}");
    }
}

#[test]
fn a_comment_is_open_until_it_is_resolved_and_can_be_opened_again() {
    let mut record = commented();
    let open = |record: &Record| record.open_comments().map(|comment| comment.id.to_string()).collect::<Vec<_>>();
    assert_eq!(open(&record), ["c1", "c3"]);
    assert_eq!(record.comments_on(&agency_name()).len(), 2);
    apply(&mut record, Edit::ResolveComment(id("c1")));
    apply(&mut record, Edit::ReopenComment(id("c2")));
    assert_eq!(open(&record), ["c2", "c3"]);
    apply(&mut record, Edit::RemoveComment(id("c2")));
    assert_eq!(open(&record), ["c3"]);
    for (edit, error) in [
        (Edit::RemoveComment(id("c2")), EditError::NoSuchComment(id("c2"))),
        (Edit::ResolveComment(id("c9")), EditError::NoSuchComment(id("c9"))),
        (Edit::ReopenComment(id("c9")), EditError::NoSuchComment(id("c9"))),
        (Edit::AddComment(comment("c3", &agency_name(), "")), EditError::CommentExists(id("c3"))),
    ] {
        let before = record.clone();
        assert_eq!(record.apply(edit), Err(error));
        assert_eq!(record, before);
    }
}

#[test]
fn comments_are_no_content() {
    let mut plain = commented();
    plain.comments.clear();
    assert_eq!(commented().content_digest(), plain.content_digest());
    let at = Moment::of(jiff::Timestamp::UNIX_EPOCH);
    let saved = plain.with_revision(None, at, &Line::default());
    let later = Record { comments: commented().comments, ..saved.clone() };
    assert_eq!(later.with_revision(Some(&saved), at, &Line::default()).history, saved.history, "a comment is no revision");
    assert_eq!(later.content_at(1).unwrap().comments.len(), 3, "what comes back of old leaves the comments of now");
    let mut restored = later.clone();
    apply(&mut restored, Edit::Restore(Box::new(plain)));
    assert_eq!(restored.comments, later.comments);
}

#[test]
fn a_comment_outlives_a_new_name_and_even_its_item() {
    let mut record = commented();
    let name = Field::Item(item_id("item-1"), ItemField::Name);
    write(&mut record, name.clone(), "別の名");
    assert_eq!(record.comments_on(&name).len(), 1);
    apply(&mut record, Edit::RemoveItem(item_id("item-1")));
    assert_eq!(record.open_comments().count(), 2, "nobody's word is lost");
    assert_eq!(record.comments_on(&name)[0].field(), Some(name));
}

#[test]
fn two_comments_with_one_id_are_refused() {
    let text = to_json(&commented()).unwrap().replace("\"id\":\"c2\"", "\"id\":\"c1\"");
    let error = parse(text.as_bytes(), "twice.liu.json").unwrap_err();
    assert!(matches!(&error, FileError::RepeatedId { id, .. } if id == "c1"), "{error}");
}

#[test]
fn a_record_with_comments_fits_the_schema() {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    let value: serde_json::Value = serde_json::from_str(&to_json(&commented()).unwrap()).unwrap();
    let faults: Vec<String> = validator.iter_errors(&value).map(|fault| fault.to_string()).collect();
    assert_eq!(faults, Vec::<String>::new());
}

proptest! {
    #[test]
    fn comments_come_back_as_they_were_given(record in any_record(), said in prop::collection::vec((text(), any::<bool>()), 0..5)) {
        let mut record = record;
        let before = record.open_comments().count();
        let fields = fields(&record);
        for (number, (text, resolved)) in said.iter().enumerate() {
            let field = &fields[number * 31 % fields.len()];
            apply(&mut record, Edit::AddComment(comment(&format!("c{number}"), field, text)));
            if *resolved {
                apply(&mut record, Edit::ResolveComment(id(&format!("c{number}"))));
            }
        }
        for format in FileFormat::ALL {
            let (read, _) = parse(format.write(&record).unwrap().as_bytes(), "any").unwrap();
            prop_assert_eq!(&read, &record);
        }
        prop_assert_eq!(record.open_comments().count() - before, said.iter().filter(|(_, resolved)| !resolved).count());
    }
}

/// What is made of a record of an export with or without comments.
fn export<R>(record: &Record, comments: bool, lang: Lang, make: impl FnOnce(&ExportInput<'_>) -> R) -> R {
    let catalogue = catalogue();
    let judgement = judge(record, &catalogue, today());
    let along = Along { comments, ..Along::default() };
    make(&ExportInput { copy: CopyKind::Draft, along, ..ExportInput::new(record, &catalogue, &judgement, today(), lang) })
}

#[test]
fn comments_leave_the_house_only_when_asked_for() {
    let record = commented();
    let holds = |bytes: &[u8]| bytes.windows("正式名称ですか".len()).any(|part| part == "正式名称ですか".as_bytes());
    for comments in [false, true] {
        export(&record, comments, Lang::Ja, |input| {
            for product in [
                Product::Document(Document::Record, Medium::Markdown),
                Product::Document(Document::Sheet, Medium::Markdown),
                Product::Data(Data::Json),
                Product::Data(Data::Ron),
            ] {
                assert_eq!(holds(&render(&product, input).unwrap()), comments, "{product:?}");
            }
            let set = pre_application(&Document::WHOLE, input).unwrap();
            assert_eq!(set.iter().any(|file| holds(&file.bytes)), comments);
            assert!(!holds(&render(&Product::Document(Document::Explanation, Medium::Markdown), input).unwrap()));
        });
    }
}

#[test]
fn the_chapter_names_the_field_who_when_and_whether_it_is_resolved() {
    let chapter = |lang| {
        export(&commented(), true, lang, |input| {
            let said = String::from_utf8(render(&Product::RECORD_MARKDOWN, input).unwrap()).unwrap();
            let chapters = report(&Document::Record, input).unwrap().chapters;
            assert!(chapters.iter().any(|chapter| ["コメント", "Comments"].contains(&chapter.title.as_str())));
            said
        })
    };
    let ja = chapter(Lang::Ja);
    let rows = |text: &str, cells: &[&str]| text.lines().filter(|line| cells.iter().all(|cell| line.contains(cell))).count();
    assert_eq!(rows(&ja, &["機関名", "正式名称ですか。", "架空 花子", "令和8年11月23日", "未解決"]), 1, "{ja}");
    assert_eq!(rows(&ja, &["機関名", "略称にしました。", "解決済み"]), 1, "{ja}");
    assert_eq!(rows(&ja, &["「会議」の名称", "録画も含みますか。"]), 1, "{ja}");
    let en = chapter(Lang::En);
    assert_eq!(rows(&en, &["正式名称ですか。", "Open"]), 1, "{en}");
    let none = export(&finished(), true, Lang::Ja, |input| render(&Product::RECORD_MARKDOWN, input).unwrap());
    assert!(String::from_utf8(none).unwrap().contains("コメントはありません。"));
}
