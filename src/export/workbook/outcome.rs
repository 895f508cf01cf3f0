//! What came out, as rows of the form: 判定, the picture of items by objectives, and who signs.

use super::super::ExportInput;
use super::super::report::{Emphasis, Report};
use super::page::{Row, Slot};
use crate::judgement::{CellJudgement, Standing};
use crate::record::{Assessment, Objective, Person};
use crate::text::{Label as _, Lang, labels, numbered_item_name, report as report_words, workbook as words};

/// With more items than this, those of the same levels share a row.
const MOST_ROWS: usize = 12;

/// The rows, in the five slots of the form: label, entry, gap, label, entry.
pub(super) fn rows(report: &Report, input: &ExportInput<'_>) -> Vec<Row> {
    let lang = input.lang;
    let mut rows = Vec::new();
    if let Some(verdict) = &report.verdict {
        rows.push(band(words::outcome_then(lang)));
        // The objectives stand below those of the items.
        let conditions = verdict.parts.iter().skip(Objective::ALL.len() + 1);
        let conditions: Vec<String> =
            conditions.map(|fact| report_words::labelled(&fact.label, &fact.value.text, lang)).collect();
        rows.push(Row::Slots(vec![
            strong(&verdict.label),
            Slot::Fixed(verdict.outcome.text.clone(), verdict.outcome.emphasis),
            Slot::Empty,
            strong(report_words::overall(lang)),
            Slot::Fixed(
                std::iter::once(labels::assessment(input.judgement.overall, input.catalogue, lang))
                    .chain(conditions)
                    .collect::<Vec<_>>()
                    .join("　"),
                Emphasis::Plain,
            ),
        ]));
        rows.extend(picture(input));
    }
    rows.push(band(report_words::sign_off(lang)));
    let agency = &input.record.agency;
    for (role, Person { title, name }) in
        [(report_words::assessor(lang), &agency.assessor), (report_words::approver(lang), &agency.approver)]
    {
        let person = [title.as_str().trim(), name.as_str().trim()].into_iter().filter(|part| !part.is_empty());
        rows.push(Row::Sign(vec![
            strong(role),
            plain(&person.collect::<Vec<_>>().join("　")),
            Slot::Empty,
            strong(report_words::on(lang)),
            Slot::Fixed(report_words::signature(lang).to_owned(), Emphasis::Faint),
        ]));
    }
    rows
}

fn band(title: &str) -> Row {
    let empty = || Slot::Heading(String::new());
    Row::Slots(vec![Slot::Heading(title.to_owned()), empty(), empty(), empty(), empty()])
}

fn strong(text: &str) -> Slot {
    Slot::Fixed(text.to_owned(), Emphasis::Strong)
}

fn plain(text: &str) -> Slot {
    Slot::Fixed(text.to_owned(), Emphasis::Plain)
}

/// Items by objectives, with the level that counts in each.
fn picture(input: &ExportInput<'_>) -> Vec<Row> {
    let (lang, items) = (input.lang, &input.record.items);
    let row = |name: Slot, [confidentiality, integrity, availability]: [Slot; 3]| {
        Row::Slots(vec![name, confidentiality, Slot::Empty, integrity, availability])
    };
    let mut rows =
        vec![row(strong(report_words::information(lang)), Objective::ALL.map(|objective| strong(objective.label(lang))))];
    // Where there are many, items of the same levels and marks share a row: nothing is hidden, and the page stays one page.
    let mut groups: Vec<(String, [Slot; 3], usize)> = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let Some(judged) = input.judgement.items.get(index) else { continue };
        let levels = Objective::ALL.map(|objective| level(&judged.cells[objective], input));
        let same = groups.iter_mut().find(|(_, known, _)| items.len() > MOST_ROWS && says_the_same(known, &levels));
        match same {
            Some((_, _, others)) => *others += 1,
            None => groups.push((numbered_item_name(item, index + 1, lang), levels, 0)),
        }
    }
    for (name, levels, others) in groups {
        let name = if others > 0 { words::and_others(&name, others, lang) } else { name };
        rows.push(row(plain(&name), levels));
    }
    let whole = Objective::ALL.map(|objective| assessed(input.judgement.objectives[objective], input));
    rows.push(row(strong(report_words::whole(lang)), whole));
    rows
}

fn says_the_same(one: &[Slot; 3], other: &[Slot; 3]) -> bool {
    one.iter().zip(other).all(|(one, other)| one.text() == other.text())
}

fn assessed(assessment: Assessment, input: &ExportInput<'_>) -> Slot {
    let emphasis = if assessment.is_assessed() { Emphasis::Strong } else { Emphasis::Open };
    Slot::Fixed(labels::assessment(assessment, input.catalogue, input.lang), emphasis)
}

fn level(cell: &CellJudgement, input: &ExportInput<'_>) -> Slot {
    let lang = input.lang;
    let level = labels::assessment(cell.effective, input.catalogue, lang);
    let text = match mark(cell.standing, lang) {
        Some(mark) => report_words::with_note(&level, &mark, lang),
        None => level,
    };
    let emphasis = match cell.standing {
        Standing::Lowered => Emphasis::Lowered,
        _ if cell.effective.is_assessed() => Emphasis::Plain,
        _ => Emphasis::Open,
    };
    Slot::Fixed(text, emphasis)
}

/// What is said beside a level: by a mark that needs no colour, and in words.
fn mark(standing: Standing, lang: Lang) -> Option<String> {
    let sign = match standing {
        Standing::Lowered => "▽",
        Standing::Raised => "△",
        Standing::Explained => "",
        _ => return None,
    };
    Some(format!("{sign}{}", standing.label(lang)))
}
