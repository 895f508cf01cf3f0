//! What must be fast: judging, a frame of the longest pages, saving, loading, the PDF, and the printed page beside a step.
//!
//! `cargo bench` measures; nothing is asserted, since a shared machine proves nothing about another.
#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used, reason = "a bench that cannot be prepared is no bench")]

#[path = "../tests/support/cpu_renderer.rs"]
mod cpu_renderer;
#[path = "../tests/support/host.rs"]
mod host;

use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use egui::{Context, RawInput, Rect, pos2, vec2};
use host::{Host, all_no, today};
use liu_wizard::catalogue::Catalogue;
use liu_wizard::export::{self, CopyKind, Document, ExportInput, Product};
use liu_wizard::file::{self, AppFolders, Expected, Look, MemoryStorage, Storage as _};
use liu_wizard::judgement::{Judgement, judge};
use liu_wizard::record::{Edit, Field, Record, TextField};
use liu_wizard::text::Lang;
use liu_wizard::window::theme::{self, TextKind};
use liu_wizard::window::widgets::{Breaks, job_of, layout_ja};

fn record_with_items(count: usize) -> Record {
    let names: Vec<String> = (1..=count).map(|number| format!("取り扱う情報その{number}（会議の音声・映像）")).collect();
    all_no(&names.iter().map(String::as_str).collect::<Vec<_>>())
}

fn judging(criterion: &mut Criterion) {
    let catalogue = Catalogue::shipped().expect("the shipped catalogue is sound");
    // A hundred, and ten times as many, show what grows.
    for count in [1, 100, 1_000] {
        let record = record_with_items(count);
        criterion.bench_function(&format!("judge, {count} items"), |bencher| {
            bencher.iter(|| judge(black_box(&record), &catalogue, today()));
        });
    }
}

/// A frame of every step of an agency in every look, of a record of two hundred items.
fn frames(criterion: &mut Criterion) {
    let record = record_with_items(200);
    let catalogue = Catalogue::shipped().expect("the shipped catalogue is sound");
    let mut group = criterion.benchmark_group("frame, 200 items, with accessibility");
    group.sample_size(30).measurement_time(Duration::from_secs(2)).warm_up_time(Duration::from_millis(500));
    for step in catalogue.steps(&record) {
        for look in [Look::Light, Look::Dark, Look::Contrast] {
            let mut host = Host::new(step, record.clone());
            let ctx = context(look);
            group.bench_function(format!("{step:?}, {look:?}"), |bencher| {
                bencher.iter(|| {
                    let mut output = ctx.run_ui(input(), |ui| host.ui(ui));
                    let shapes = std::mem::take(&mut output.shapes);
                    let primitives = ctx.tessellate(shapes, output.pixels_per_point);
                    output.textures_delta.clear();
                    primitives
                });
            });
        }
    }
    group.finish();
}

/// What it costs to break lines between phrases, over against wherever they may: of a paragraph that is laid out for the first time in
/// this width. In the frames after that nothing is broken anew.
fn phrases(criterion: &mut Criterion) {
    const PARAGRAPH: &str = "提案より上げるのは自由です。下げるときと、説明の要る答えがあるときは、理由を書くまで決定は働きません。\
        あとから提案が上がると、決定は開き直され、もう一度確かめるまで未評価になります。";
    let ctx = context(Look::Light);
    let mut width = 0_u16;
    for (name, breaks) in [("between phrases", Breaks::Phrases), ("anywhere", Breaks::Anywhere)] {
        criterion.bench_function(&format!("a paragraph broken {name}"), |bencher| {
            bencher.iter(|| {
                width = (width + 1) % 400;
                let mut output = ctx.run_ui(input(), |ui| {
                    let color = ui.visuals().text_color();
                    let job = job_of(PARAGRAPH.to_owned(), TextKind::Body, color, 300.0 + f32::from(width));
                    let pixels_per_point = ui.pixels_per_point();
                    black_box(ui.fonts_mut(|fonts| layout_ja(fonts, job, breaks, pixels_per_point)));
                });
                output.textures_delta.clear();
            });
        });
    }
}

fn context(look: Look) -> Context {
    let ctx = Context::default();
    theme::install(&ctx);
    theme::apply(&ctx, look);
    ctx.enable_accesskit();
    ctx
}

fn input() -> RawInput {
    let screen_rect = Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(1366.0, 768.0)));
    RawInput { screen_rect, ..RawInput::default() }
}

fn files(criterion: &mut Criterion) {
    let folders = AppFolders::at("/home/own");
    let path = Path::new("/cases/record.liu.ron");
    for count in [1, 100, 1_000] {
        let record = record_with_items(count);
        let now = "2026-11-23T05:32:00Z".parse().expect("an instant");
        criterion.bench_function(&format!("save, {count} items, to a disk in memory"), |bencher| {
            let prepare = || {
                let storage = MemoryStorage::new();
                storage.create_folder(Path::new("/cases")).expect("a folder in memory");
                storage
            };
            let save = |storage: MemoryStorage| file::save(&storage, path, &record, &Expected::New, &folders, now);
            bencher.iter_batched(prepare, save, BatchSize::SmallInput);
        });
        let text = file::to_ron(&record).expect("a record can be written");
        criterion.bench_function(&format!("load, {count} items"), |bencher| {
            bencher.iter(|| file::parse(black_box(text.as_bytes()), "record.liu.ron"));
        });
    }
}

/// A draft, also of an approved record: an edit makes it one again.
fn draft_of<'a>(record: &'a Record, catalogue: &'a Catalogue, judgement: &'a Judgement) -> ExportInput<'a> {
    ExportInput { copy: CopyKind::Draft, ..ExportInput::new(record, catalogue, judgement, today(), Lang::Ja) }
}

/// Every product, of a worked example (three items) and of a record of two hundred.
fn exports(criterion: &mut Criterion) {
    let catalogue = Catalogue::shipped().expect("the shipped catalogue is sound");
    let example = liu_wizard::examples::all().get(1).expect("there are examples");
    let (example, _) = file::parse(example.ron.as_bytes(), "example").expect("the example is sound");
    let mut group = criterion.benchmark_group("export");
    group.sample_size(10);
    for (name, record) in [("an example", example), ("200 items", record_with_items(200))] {
        let judgement = judge(&record, &catalogue, today());
        let input = draft_of(&record, &catalogue, &judgement);
        for product in Product::files() {
            let kind = match &product {
                Product::Document(document, medium) => format!("{} {}", document.name(), medium.name()),
                Product::Data(data) => format!("{data:?}"),
                Product::Set(..) => continue,
            };
            group.bench_function(format!("{kind} of {name}"), |bencher| {
                bencher.iter(|| export::render(&product, &input).expect("it can be exported"));
            });
        }
    }
    group.finish();
}

/// The printed page beside a step: the first page of a worked example, set and drawn as it fills a common screen.
fn previews(criterion: &mut Criterion) {
    let catalogue = Catalogue::shipped().expect("the shipped catalogue is sound");
    let example = liu_wizard::examples::all().first().expect("there are examples");
    let (record, _) = file::parse(example.ron.as_bytes(), "example").expect("the example is sound");
    let first_page = |record: &Record| {
        let judgement = judge(record, &catalogue, today());
        let pages =
            export::typeset(&Document::Record, &draft_of(record, &catalogue, &judgement)).expect("the example can be set");
        pages.picture(0, 1.0).expect("there is a first page")
    };
    let mut edits = 0_u32;
    let mut edited = || {
        edits += 1;
        let (mut record, text) = (record.clone(), format!("有識者会議のWeb会議{edits}"));
        record.apply(Edit::SetText { field: Field::Text(TextField::CaseName), text }).expect("a name can be set");
        record
    };
    let mut group = criterion.benchmark_group("preview");
    group.sample_size(20);
    group.bench_function("first page, cold", |bencher| {
        // An export remembers nothing.
        let judgement = judge(&record, &catalogue, today());
        let forget = || {
            export::render(&Product::RECORD_PDF, &draft_of(&record, &catalogue, &judgement))
                .map(drop)
                .expect("it can be exported");
        };
        bencher.iter_batched(forget, |()| first_page(&record), BatchSize::PerIteration);
    });
    group.bench_function("first page, after an edit", |bencher| {
        first_page(&record);
        bencher.iter_batched(&mut edited, |record| first_page(&record), BatchSize::PerIteration);
    });
    group.finish();
}

criterion_group!(benches, judging, frames, phrases, files, exports, previews);
criterion_main!(benches);
