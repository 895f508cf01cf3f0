//! What stands beside the content – approval, revisions, comments – comes back from every form in which a record can come back.

use std::path::Path;

use crate::support::arbitrary::any_record;
use crate::support::{add_item, apply, blank, catalogue, finished, person, today, write};
use liu_wizard::export::{self, Along, CopyKind, Data, Document, ExportInput, Medium, Packing, Product};
use liu_wizard::file::{FileFormat, MemoryStorage, parse};
use liu_wizard::import;
use liu_wizard::judgement::judge;
use liu_wizard::package::{self, PackageKind, Setting, TakenResult, Wish};
use liu_wizard::portfolio::{Shelf, open_checked};
use liu_wizard::record::{
    ApprovalState, Comment, CommentId, ContentDigest, Edit, Field, History, ItemField, Line, Moment, OpinionView, Prose, Record,
    RecordId, RequestRef, Role, TextField, Validity,
};
use liu_wizard::text::Lang;
use proptest::prelude::*;

const NOTHING: Along = Along { comments: false, history: false, annex: false, application: false };
const CHOICES: [Along; 4] = [NOTHING, Along { comments: true, ..NOTHING }, Along { history: true, ..NOTHING }, Along::EVERYTHING];

fn at(hour: i64) -> Moment {
    let begin: jiff::Timestamp = "2026-11-20T00:00:00Z".parse().unwrap();
    Moment::of(begin + jiff::SignedDuration::from_hours(hour))
}

fn comment(number: u8, field: &Field, text: &str) -> Edit {
    Edit::AddComment(Comment {
        id: CommentId::new(format!("00000000-0000-4000-8000-{number:012}")).unwrap(),
        field: Line::new(&field.to_string()).unwrap(),
        by: Line::new("架空 花子").unwrap(),
        on: today(),
        text: Prose::new(text).unwrap(),
        resolved: false,
        from: None,
    })
}

fn step(to: ApprovalState) -> Edit {
    Edit::MoveApproval { to, by: person("課長", "架空 花子"), on: today(), comment: "見ました".to_owned() }
}

fn name() -> Field {
    Field::Text(TextField::ServiceName)
}

/// A record with all of it: three revisions, an approval with an opinion that was changed after and has lapsed, comments that are
/// open, resolved, and about an item that is gone.
fn worked_on(role: Role) -> Record {
    let mut record = match role {
        Role::Agency => finished(),
        Role::Csp => Record { id: RecordId::new("00000000-0000-4000-8000-0000000000c5").unwrap(), ..blank(role) },
    };
    record.answers_request = (role == Role::Agency).then(|| RequestRef::of(&blank(Role::Csp)));
    let first = record.with_revision(None, at(0), &Line::new("架空 一郎").unwrap());
    record = first.clone();
    write(&mut record, name(), "消した名前");
    let item = add_item(&mut record, "名簿");
    apply(&mut record, comment(1, &name(), "正式名称ですか。"));
    apply(&mut record, comment(2, &name(), "版も要りますか。"));
    let second = record.comments[1].id.clone();
    apply(&mut record, Edit::ResolveComment(second));
    apply(&mut record, comment(3, &Field::Item(item.clone(), ItemField::Name), "どの名簿ですか。"));
    let second = record.with_revision(Some(&first), at(5), &Line::new("架空 花子").unwrap());
    record = second.clone();
    apply(&mut record, Edit::ChooseValidity(Validity::TwelveMonths));
    apply(&mut record, step(ApprovalState::Submitted));
    let (by, view, comment) = (person("補佐", "架空 三郎"), OpinionView::Objects, "範囲が狭い。".to_owned());
    apply(&mut record, Edit::AddOpinion { by, on: today(), view, comment });
    apply(&mut record, step(ApprovalState::Approved));
    write(&mut record, name(), "ウェブ会議サービス甲");
    apply(&mut record, Edit::RemoveItem(item));
    apply(&mut record, step(ApprovalState::Lapsed));
    record = record.with_revision(Some(&second), at(9), &Line::new("架空 花子").unwrap());
    assert_eq!((record.history.len(), record.comments.len()), (3, 3));
    assert_eq!(record.history_problems(), []);
    assert!(record.approval.covered.is_some() && record.approval.lapse.is_some() && record.changed_since_approval());
    record
}

fn exported<R>(record: &Record, along: Along, make: impl FnOnce(&ExportInput<'_>) -> R) -> R {
    let catalogue = catalogue();
    let judgement = judge(record, &catalogue, today());
    let (today, lang, copy) = (today(), Lang::Ja, CopyKind::Draft);
    make(&ExportInput { record, catalogue: &catalogue, judgement: &judgement, today, lang, copy, along })
}

fn opened(name: &str, bytes: &[u8]) -> Record {
    let (storage, path) = (MemoryStorage::new().with_reader(crate::support::reader()), Path::new("/in").join(name));
    storage.put(&path, bytes);
    open_checked(&storage, &path, &Shelf::new(catalogue(), None)).unwrap_or_else(|error| panic!("{name}: {error}")).record
}

/// Asks of a record that came back that it is the one that went out, but for what was not to go along.
fn assert_came_back(came: &Record, sent: &Record, along: Along, how: &str) {
    assert_eq!(came.approval, sent.approval, "{how}");
    assert_eq!(came.content_digest(), sent.content_digest(), "{how}");
    assert_eq!(came.comments, if along.comments { sent.comments.clone() } else { Vec::new() }, "{how}");
    assert_eq!(came.history, if along.history { sent.history.clone() } else { History::default() }, "{how}");
    assert_eq!(came, &along.of(sent), "{how}");
}

fn goes_on(came: &Record, how: &str) {
    let mut next = came.clone();
    write(&mut next, name(), "その後の名前");
    let next = next.with_revision(Some(came), at(30), &Line::new("架空 花子").unwrap());
    let numbers: Vec<u32> = next.history.iter().map(|revision| revision.number).collect();
    assert_eq!(numbers, [1, 2, 3, 4], "{how}");
    assert_eq!(next.history_problems(), [], "{how}");
}

#[test]
fn a_saved_file_keeps_all_of_it() {
    for role in [Role::Agency, Role::Csp] {
        let record = worked_on(role);
        for format in FileFormat::ALL {
            let written = format.write(&record).unwrap();
            assert_eq!(opened(&format!("case.{}", format.extension()), written.as_bytes()), record, "{format:?}");
        }
    }
}

#[test]
fn every_export_that_opens_again_brings_back_what_went_along_and_goes_on_from_there() {
    let record = worked_on(Role::Agency);
    for along in CHOICES {
        exported(&record, along, |input| {
            let documents = Document::WHOLE.into_iter().map(|document| Product::Document(document, Medium::Pdf));
            let item = Product::Document(Document::Item(record.items[0].id.clone()), Medium::Pdf);
            for product in documents.chain([item]).chain([Data::Json, Data::Ron].map(Product::Data)) {
                let how = format!("{product:?} {along:?}");
                let came = opened(&product.file_name(&record, Lang::Ja), &export::render(&product, input).unwrap());
                assert_came_back(&came, &record, along, &how);
                if along.history {
                    goes_on(&came, &how);
                }
            }
        });
    }
}

#[test]
fn every_record_of_a_set_brings_back_what_went_along() {
    let record = worked_on(Role::Agency);
    for along in [NOTHING, Along::EVERYTHING] {
        exported(&record, along, |input| {
            let folder = export::make(&Product::set(Packing::Folder), input).unwrap();
            let mut files: Vec<_> = folder.into_iter().map(|file| (file.name, file.bytes)).collect();
            files.extend(export::read_zip(&export::render(&Product::set(Packing::Zip), input).unwrap()).unwrap().files);
            let records = files.iter().filter(|(name, _)| name.ends_with(".pdf") || name.contains(".liu."));
            let came: Vec<_> = records.map(|(name, bytes)| (name, opened(name, bytes))).collect();
            assert_eq!(came.len(), 10, "three documents, JSON and RON, in the folder and in the ZIP file");
            for (name, came) in came {
                assert_came_back(&came, &record, along, name);
            }
        });
    }
}

fn packed(record: &Record, wish: Wish<'_>, along: Along) -> package::Package {
    let catalogue = catalogue();
    let setting = Setting { catalogue: &catalogue, today: today(), lang: Lang::Ja, along, undecided: true };
    let bytes = package::make(record, wish, &[], &setting).unwrap();
    let package = package::read(&bytes).unwrap();
    assert_eq!(opened("came.liu.zip", &bytes), package.record);
    // The printed documents carry the record without any of it.
    for (part, bytes) in package.parts().filter(|(part, _)| part.name.ends_with(".pdf") && part.of.as_ref() == Some(&record.id)) {
        let printed = opened("printed.pdf", bytes);
        assert!(printed.comments.is_empty() && printed.history.is_empty(), "{}", part.name);
    }
    package
}

#[test]
fn every_package_brings_back_what_went_along() {
    let (ours, theirs) = (worked_on(Role::Csp), worked_on(Role::Agency));
    let reason = Prose::new("目的を書いてください。").unwrap();
    for along in CHOICES {
        let result = packed(&theirs, Wish::Result, along);
        assert_came_back(&result.record, &theirs, along, "result");
        let returned = packed(&theirs, Wish::Returned { comment: &reason }, along);
        assert_eq!(returned.manifest.kind, PackageKind::Returned);
        // Of an assessment that is not given nothing goes back.
        assert_eq!(returned.record, Along { comments: along.comments, ..NOTHING }.of(&package::without_assessment(&theirs)));
        assert_eq!((&returned.record.service, &returned.record.request), (&theirs.service, &theirs.request));
        assert!(returned.record.items.is_empty() && returned.record.approval == Default::default());

        let results = [TakenResult::of_package(result, &crate::support::reader()).unwrap()];
        let application = packed(&ours, Wish::Application { results: &results, left_out: &[] }, along);
        assert_came_back(&application.record, &ours, along, "application");
        let [came] = &application.results[..] else { panic!("one result went in") };
        assert_came_back(came, &theirs, along, "result in an application");
    }
}

/// A request is the provider's part as it is today: how it became so, and what was approved, is the provider's own.
#[test]
fn a_request_brings_its_comments_and_nothing_else_beside_the_content() {
    let mut ours = worked_on(Role::Csp);
    apply(&mut ours, comment(9, &Field::Text(TextField::ApplicationRemarks), "社内だけの話。"));
    for along in CHOICES {
        let request = packed(&ours, Wish::Request, along).record;
        let comments = if along.comments { ours.comments[..3].to_vec() } else { Vec::new() };
        assert_eq!(request.comments, comments);
        assert_eq!((&request.history, &request.approval), (&History::default(), &Default::default()));
        assert_eq!(request.service, ours.service);
    }
}

#[test]
fn a_sheet_that_comes_back_leaves_all_of_it_where_it_is_and_is_a_revision() {
    let record = worked_on(Role::Agency);
    let bytes = exported(&record, NOTHING, |input| export::render(&Product::Data(Data::Workbook), input).unwrap());
    let mut sheet = import::read(&crate::support::reader(), &bytes).unwrap();
    let cell = sheet.cells.iter_mut().find(|cell| cell.key.starts_with("agency.purpose")).unwrap();
    cell.content = import::Content::Text("窓口の事務".to_owned());
    let found = import::compare(&sheet, &record, &catalogue()).unwrap();
    let mut taken = record.clone();
    let file = import::received(Path::new("sheet.xlsx"), &ContentDigest::of(&bytes), today());
    taken.apply(import::accept(&found.rows, file)).unwrap();
    assert_eq!((&taken.approval, &taken.comments), (&record.approval, &record.comments));
    let saved = taken.with_revision(Some(&record), at(40), &Line::new("架空 花子").unwrap());
    assert_eq!(saved.history.len(), record.history.len() + 1);
    assert!(saved.history.iter().zip(record.history.iter()).all(|(now, before)| now == before));
    assert_eq!(saved.history_problems(), []);
}

proptest! {
    #[test]
    fn whatever_a_record_is_what_goes_along_comes_back(record in any_record(), which in 0..4_usize) {
        let along = CHOICES[which];
        let kept = record.with_revision(None, at(0), &Line::default());
        exported(&kept, along, |input| {
            for data in [Data::Json, Data::Ron] {
                let bytes = export::render(&Product::Data(data), input).unwrap();
                let (came, _) = parse(&bytes, "came").unwrap();
                prop_assert_eq!(&came, &along.of(&kept));
                prop_assert_eq!(&came.approval, &kept.approval);
            }
            Ok(())
        })?;
    }
}
