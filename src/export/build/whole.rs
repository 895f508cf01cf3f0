//! 事前申請記録: the decision on the front page, then everything, in chapters that have the same numbers in every record.

use super::{approval, closing, comments, frame, front, gate_and_task, has_assessment, has_request, items};
use super::{objective, parts, profile, reference};
use crate::export::report::{Block, Chapter, Report};
use crate::export::{Document, ExportInput};
use crate::record::Objective;
use crate::text::{Label as _, Lang, report as words};

/// How many characters of reasons of lowerings stand on the front page; all stand in the chapters on the objectives.
const MOST_LOWERED: usize = 600;

/// Everything there is of a record.
pub(super) fn report(input: &ExportInput<'_>) -> Report {
    let lang = input.lang;
    let assessed = has_assessment(input);
    let frame = frame(&Document::Record, input);
    let mut chapters = front_page(assessed, input);
    let body = if input.along.application { part_of_application(input) } else { body(assessed, input) };
    chapters.extend(numbered(body, lang));
    if input.along.annex {
        chapters.extend(annex(input));
    }
    Report {
        title: profile(input).map_or(frame.title, |profile| profile.wording.document_title.text(lang).to_owned()),
        head: front::head(input),
        verdict: assessed.then(|| front::verdict(input)),
        cover: if assessed { Vec::new() } else { super::cover(input) },
        chapters,
        contents: words::contents(lang).to_owned(),
        ..frame
    }
}

/// What the document is and what it is not, as the procedure words it.
fn preface(input: &ExportInput<'_>) -> Option<Block> {
    Some(Block::note(profile(input)?.wording.preface.text(input.lang)))
}

fn front_page(assessed: bool, input: &ExportInput<'_>) -> Vec<Chapter> {
    let mut chapters = Vec::new();
    if assessed {
        // Which they are stands in the chapter on the approval.
        chapters.extend(approval::changes(0, input));
        chapters.extend(front::levels(MOST_LOWERED, input));
        chapters.push(front::decision(input));
        chapters.extend(front::conditions_and_risks(input));
    }
    // What ends the front page.
    if let Some(over) = front::period_over(input) {
        match chapters.last_mut() {
            Some(last) => last.blocks.push(over),
            None => chapters.push(Chapter::new(words::profile(input.lang), vec![over])),
        }
    }
    chapters
}

/// What a provider hands in of its record: what names it, its part, the check-list. What it wrote to an agency, and what is open, is
/// between others.
fn part_of_application(input: &ExportInput<'_>) -> Vec<Chapter> {
    let mut chapters = vec![this_record(input), parts::service(input)];
    if input.catalogue.shows_check_list(input.record) {
        chapters.push(parts::check_list(input));
    }
    chapters.push(closing::next(input));
    chapters
}

fn this_record(input: &ExportInput<'_>) -> Chapter {
    let mut this_record = parts::this_record(input);
    this_record.blocks.splice(0..0, preface(input));
    this_record.blocks.extend(super::versions::versions(input));
    this_record
}

/// The chapters behind the front page. One that has nothing to say says so in a line, so that the others keep their numbers.
fn body(assessed: bool, input: &ExportInput<'_>) -> Vec<Chapter> {
    let lang = input.lang;
    let or_nothing = |title: &str, chapter: Option<Chapter>| {
        chapter.unwrap_or_else(|| Chapter::new(title, vec![Block::paragraph(words::nothing_here(lang))]))
    };
    let if_assessed = |title: &str, chapter: &dyn Fn() -> Chapter| or_nothing(title, assessed.then(chapter));
    let objectives = Objective::ALL.map(|objective| {
        let title = words::objective_chapter(objective.label(lang), lang);
        if_assessed(&title, &|| objective::chapter(objective, input))
    });
    let mut chapters = vec![
        this_record(input),
        parts::service(input),
        or_nothing(words::request_and_check_list(lang), has_request(input).then(|| request(input))),
        if_assessed(words::agency_and_people(lang), &|| parts::agency(input)),
        if_assessed(words::gate(lang), &|| gate_and_task::gate(input)),
        if_assessed(words::target_task(lang), &|| gate_and_task::task(input)),
        if_assessed(words::items(lang), &|| items::items(input)),
    ];
    chapters.extend(objectives);
    chapters.extend([
        if_assessed(words::whole_task(lang), &|| super::decisions::whole_chapter(input)),
        closing::findings(input),
        if_assessed(words::approval(lang), &|| approval::chapter(input)),
        or_nothing(words::comments(lang), comments::comments(input)),
        closing::next(input),
    ]);
    chapters
}

/// The provider's request and, where the procedure has one, its check-list.
fn request(input: &ExportInput<'_>) -> Chapter {
    let lang = input.lang;
    let mut blocks = parts::request(input).blocks;
    if input.catalogue.shows_check_list(input.record) {
        let check_list = parts::check_list(input);
        blocks.push(Block::heading(check_list.title));
        blocks.extend(check_list.blocks);
    }
    Chapter::new(words::request_and_check_list(lang), blocks)
}

/// What was gone by: criteria, questions with their bases, sources. A provider's record has all of it, too: in an application it
/// stands for the results that go with it.
fn annex(input: &ExportInput<'_>) -> Vec<Chapter> {
    let chapters = [reference::criteria(input), reference::questions(input), reference::sources(input)];
    let number = |(number, chapter): (usize, Chapter)| {
        Chapter { annex: true, ..chapter }.numbered(words::annex_number(number, input.lang))
    };
    (1..).zip(chapters).map(number).collect()
}

/// The same with their numbers.
pub(super) fn numbered(chapters: Vec<Chapter>, lang: Lang) -> impl Iterator<Item = Chapter> {
    (1..).zip(chapters).map(move |(number, chapter)| chapter.numbered(words::chapter_number(number, lang)))
}
