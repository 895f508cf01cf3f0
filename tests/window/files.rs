//! Making files, and taking in results, from the window.

use std::path::Path;

use egui::accesskit::Role;
use liu_wizard::catalogue::{Catalogue, StepId};
use liu_wizard::export::{self, Along, CopyKind, Data, Document, ExportInput, Medium, Packing, Product};
use liu_wizard::file::Storage as _;
use liu_wizard::judgement::{Outcome, judge};
use liu_wizard::record::{ApprovalState, Date, Edit, Field, Role as User, TextField};
use liu_wizard::text::Lang;
use liu_wizard::window::{Command, ExportOrder, ExportState, Request};

use crate::support::shell::{ByHand, WIDE, Window, World};

const FOLDER: &str = "/cases/out";

fn order(products: &[Product]) -> Command {
    let (folder, products) = (FOLDER.into(), products.to_vec());
    Command::Export(ExportOrder { folder, products, copy: CopyKind::Draft, lang: Lang::Ja, along: Along::default() })
}

/// What the last export made: file names, and whether each was written.
fn made(window: &Window) -> Vec<(String, bool)> {
    window.with_outside(|outside| match &outside.export {
        ExportState::Finished(files) => {
            let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
            files.iter().map(|file| (name(&file.path), file.result.is_ok())).collect()
        }
        other => panic!("{other:?}"),
    })
}

#[test]
fn the_window_makes_the_same_bytes_as_the_command_line() {
    let world = World::default();
    let mut window = world.open(WIDE);
    window.command(Command::OpenExample(0));
    let sets = [Product::set(Packing::Folder), Product::set(Packing::Zip)];
    let products: Vec<Product> = Product::files().into_iter().chain(sets).collect();
    window.command(order(&products));
    assert!(made(&window).iter().all(|(_, written)| *written), "{:?}", made(&window));

    let (record, catalogue) = (window.record(), Catalogue::shipped().unwrap());
    let today = Date::new(2026, 11, 23).unwrap();
    let judgement = judge(&record, &catalogue, today);
    let copy = CopyKind::Draft;
    let input = ExportInput { copy, ..ExportInput::new(&record, &catalogue, &judgement, today, Lang::Ja) };
    for product in Product::files() {
        let path = Path::new(FOLDER).join(product.file_name(&record, Lang::Ja));
        assert_eq!(world.disk.get(&path).unwrap(), export::render(&product, &input).unwrap(), "{product:?}");
    }
    let set = Path::new(FOLDER).join(Product::set(Packing::Folder).file_name(&record, Lang::Ja));
    for file in export::pre_application(&export::Document::WHOLE, &input).unwrap() {
        assert_eq!(world.disk.get(&set.join(&file.name)).unwrap(), file.bytes, "{}", file.name);
    }
}

#[test]
fn an_earlier_export_of_other_content_stays() {
    let world = World::default();
    let mut window = world.open(WIDE);
    window.command(Command::OpenExample(0));
    window.command(order(&[Product::RECORD_MARKDOWN]));
    window.command(order(&[Product::RECORD_MARKDOWN]));
    let (first, _) = made(&window).remove(0);
    let before = world.disk.get(&Path::new(FOLDER).join(&first)).unwrap();
    let field = Field::Text(TextField::Purpose);
    window.ask(Request::Edit(Edit::SetText { field, text: "別の目的".to_owned() }));
    window.command(order(&[Product::RECORD_MARKDOWN]));
    assert!(made(&window)[0].0.contains("(2)"), "{:?}", made(&window));
    assert_eq!(world.disk.get(&Path::new(FOLDER).join(&first)).unwrap(), before);
}

#[test]
fn copy_and_language_are_those_of_the_order() {
    let world = World::default();
    let mut window = world.open(WIDE);
    window.command(Command::OpenExample(0));
    window.command(Command::Export(ExportOrder {
        folder: FOLDER.into(),
        products: vec![Product::RECORD_MARKDOWN],
        copy: CopyKind::Draft,
        lang: Lang::En,
        along: Along::default(),
    }));
    let path = Path::new(FOLDER).join(Product::RECORD_MARKDOWN.file_name(&window.record(), Lang::En));
    let text = String::from_utf8(world.disk.get(&path).unwrap()).unwrap();
    assert!(text.contains("This is not an official form") && text.contains("Draft"), "{text}");
    window.command(Command::Export(ExportOrder {
        folder: FOLDER.into(),
        products: vec![Product::RECORD_MARKDOWN],
        copy: CopyKind::Final,
        lang: Lang::Ja,
        along: Along::default(),
    }));
    assert_eq!(made(&window)[0].1, window.record().approval.state == ApprovalState::Approved, "{:?}", made(&window));
}

#[test]
fn a_stopped_export_writes_nothing_of_what_was_not_yet_made() {
    let by_hand = ByHand::default();
    let world = World { by_hand: Some(by_hand.clone()), ..World::default() };
    let mut window = world.open(WIDE);
    window.command(Command::OpenExample(0));
    window.command(Command::GoTo(StepId::Output));
    window.command(order(&[Product::RECORD_MARKDOWN, Product::Data(Data::Json)]));
    assert_eq!(by_hand.waiting().last().map(String::as_str), Some("export"));
    assert!(window.has("事前申請記録（Markdown）を作っています（2件のうち0件が済み）"));
    window.click_at(Role::Button, "中止");
    assert!(window.has("中止しています。いま作っているものは捨てます。"));
    while by_hand.work() {}
    window.run();
    assert!(window.has("中止しました。ファイルは書き出していません。"));
    let written: Vec<_> = world.disk.paths().into_iter().filter(|path| path.starts_with(FOLDER)).collect();
    assert!(written.is_empty(), "{written:?}");
}

#[test]
fn an_export_that_breaks_down_says_so_and_can_be_tried_again() {
    let by_hand = ByHand::default();
    let world = World { by_hand: Some(by_hand.clone()), ..World::default() };
    let mut window = world.open(WIDE);
    window.command(Command::OpenExample(0));
    while by_hand.work() {
        window.run();
    }
    window.command(order(&[Product::Data(Data::Json)]));
    while by_hand.waiting().first().is_some_and(|name| name != "export") && by_hand.work() {}
    by_hand.break_down();
    window.run();
    assert!(!made(&window)[0].1);
    window.command(order(&[Product::Data(Data::Json)]));
    by_hand.work();
    window.run();
    assert!(made(&window)[0].1);
}

#[test]
fn results_of_agencies_are_taken_in_with_what_follows_from_them() {
    let world = World::default();
    let mut window = world.open(WIDE);
    window.command(Command::OpenExample(0));
    world.dialogs.answer("/cases/result.liu.ron");
    window.command(Command::Save);
    window.command(Command::New(User::Csp));
    world.dialogs.answer("/cases/result.liu.ron");
    window.command(Command::AddReceived);
    let outcomes = window.with_outside(|outside| outside.received.iter().map(|one| one.judgement.outcome).collect::<Vec<_>>());
    assert_eq!(outcomes, [Outcome::Fits]);
    world.disk.put(Path::new("/cases/bad.liu.ron"), b"no record");
    window.command(Command::AddReceivedPath("/cases/bad.liu.ron".into()));
    assert!(window.has("できませんでした"));
}

#[test]
fn the_approved_content_opens_as_a_record_without_a_file_and_the_file_stays_as_it_is() {
    let world = World::default();
    let mut window = world.open(WIDE);
    window.command(Command::OpenExample(0));
    let approved = window.record();
    let field = Field::Text(TextField::Purpose);
    window.ask(Request::Edit(Edit::SetText { field, text: "別の目的".to_owned() }));
    world.dialogs.answer("/cases/changed.liu.ron");
    window.command(Command::Save);
    let saved = world.disk.get(Path::new("/cases/changed.liu.ron")).unwrap();

    window.command(Command::OpenCovered);
    assert_eq!((window.record(), window.path()), (approved.clone(), None));
    assert!(window.has_containing("そのときの内容を、ファイルのない記録として開きました"));
    assert_eq!(world.disk.get(Path::new("/cases/changed.liu.ron")).unwrap(), saved);
}

#[test]
fn nobody_loses_unsaved_changes_by_looking_at_what_was_approved() {
    let world = World::default();
    let mut window = world.open(WIDE);
    window.command(Command::OpenExample(0));
    let approved = window.record();
    let field = Field::Text(TextField::Purpose);
    window.ask(Request::Edit(Edit::SetText { field, text: "別の目的".to_owned() }));
    window.command(Command::OpenCovered);
    assert_eq!(window.record().agency.purpose.as_str(), "別の目的", "it asks first");
    window.click_button("保存しない");
    assert_eq!((window.record(), window.path()), (approved, None));
}

#[test]
fn where_no_dialog_answers_a_path_can_be_typed() {
    let world = World::default();
    let mut window = world.open(WIDE);
    window.command(Command::OpenExample(0));
    world.dialogs.answer("/cases/typed.liu.ron");
    window.command(Command::Save);
    window.command(Command::CloseRecord);
    window.command(Command::OpenByPath);
    window.press(egui::Modifiers::COMMAND, egui::Key::A);
    window.commit("\"/cases/typed.liu.ron\"");
    window.press(egui::Modifiers::NONE, egui::Key::Enter);
    assert_eq!(window.path().as_deref(), Some(Path::new("/cases/typed.liu.ron")));
}

#[test]
fn a_pdf_dropped_on_the_window_opens_the_record_and_stays_as_it_is() {
    let world = World::default();
    let mut window = world.open(WIDE);
    window.command(Command::OpenExample(0));
    let record = window.record();
    window.command(order(&[Product::RECORD_PDF]));
    let (name, _) = made(&window).remove(0);
    let path = Path::new(FOLDER).join(&name);
    let pdf = world.disk.get(&path).unwrap();

    window.command(Command::CloseRecord);
    window.drop_file(&path);
    assert_eq!(window.record(), record);
    assert_eq!(window.path(), None, "it has no file of its own yet");
    assert!(window.has_containing("PDFに添付された記録を開きました"));
    assert!(window.has_containing("このPDFの紙面は、添付された記録を"));
    assert!(window.has_containing("1バイトも違いません"));
    world.dialogs.answer("/cases/from the pdf");
    window.command(Command::Save);
    assert_eq!(window.path().as_deref(), Some(Path::new("/cases/from the pdf.liu.ron")));
    assert_eq!(world.disk.get(&path).unwrap(), pdf);
    assert_eq!(world.disk.list(Path::new(FOLDER)).unwrap().len(), 1, "no lock is laid beside a PDF");
}

#[test]
fn what_the_pages_of_an_opened_pdf_are_is_said_and_nothing_waits_for_it() {
    let world = World::default();
    let mut window = world.open(WIDE);
    window.command(Command::OpenExample(0));
    window.command(order(&[Product::Document(Document::Explanation, Medium::Pdf)]));
    let (name, _) = made(&window).remove(0);
    let pdf = world.disk.get(&Path::new(FOLDER).join(&name)).unwrap();
    window.command(Command::CloseRecord);
    drop(window);

    let signed = [pdf.as_slice(), b"\n% a signature\n"].concat();
    for (lang, checking, pdf, said) in [
        (Lang::Ja, "かどうかを確かめています", &pdf, "1バイトも違いません"),
        (Lang::En, "Checking whether the pages", &pdf, "byte for byte what the attached record prints"),
        (Lang::Ja, "かどうかを確かめています", &signed, "書き足されています"),
        (Lang::En, "Checking whether the pages", &signed, "bytes were added"),
    ] {
        let by_hand = ByHand::default();
        let world = World { by_hand: Some(by_hand.clone()), ..World::default() };
        world.disk.put(Path::new("/cases/in.pdf"), pdf);
        let mut window = world.open(WIDE);
        window.command(Command::SetLang(lang));
        window.drop_file(Path::new("/cases/in.pdf"));
        while by_hand.waiting().first().is_some_and(|name| name != "check pages") && by_hand.work() {
            window.run();
        }
        assert!(window.has_record() && window.has_containing(checking) && !window.has_containing(said), "{lang:?} {said}");
        while by_hand.work() {
            window.run();
        }
        assert!(window.has_containing(said) && !window.has_containing(checking), "{lang:?} {said}");
    }
}
