//! The versions of a record, where its history goes along: who saved what, and when.

use crate::export::ExportInput;
use crate::export::report::{Block, Cell, Emphasis, Table};
use crate::record::{Field, Place, Record, Revision};
use crate::text::{Label as _, difference, history, report as words};

/// So many of the latest versions stand in the table; all of them stand in the record as data.
const MOST_VERSIONS: usize = 30;
/// So many places that a version changed are named.
const MOST_PLACES: usize = 8;

/// The table of the versions, the latest last; nothing unless the history is asked for.
pub(super) fn versions(input: &ExportInput<'_>) -> Vec<Block> {
    let (lang, record) = (input.lang, input.record);
    if !input.along.history {
        return Vec::new();
    }
    let mut blocks = vec![Block::heading(words::versions(lang))];
    if record.history.is_empty() {
        blocks.push(Block::paragraph(words::no_versions(lang)));
        return blocks;
    }
    let columns =
        [(words::version(lang), 2), (words::saved_at(lang), 5), (words::saved_by(lang), 3), (words::version_changed(lang), 8)];
    let mut table = Table::new("", &columns);
    let hidden = record.history.len().saturating_sub(MOST_VERSIONS);
    for (index, revision) in record.history.iter().enumerate().skip(hidden) {
        let covered = record.approval.content.as_ref() == Some(&revision.content);
        table.rows.push(vec![
            Cell::with(history::revision(revision.number, lang), Emphasis::Strong),
            Cell::new(history::moment(revision.at, lang)),
            Cell::new(history::author(&revision.by, lang)),
            Cell::new(changed(revision, index == 0, input)).detail(if covered {
                words::state_of_version(record.approval.state.label(lang), lang)
            } else {
                String::new()
            }),
        ]);
    }
    blocks.push(Block::Table(table));
    let earlier = u32::try_from(hidden).unwrap_or(u32::MAX).saturating_add(record.history.folded());
    if earlier > 0 {
        blocks.push(Block::note(words::earlier_versions(earlier, lang)));
    }
    for problem in record.history_problems() {
        blocks.push(Block::Notice { text: history::problem(&problem, lang).what });
    }
    blocks
}

/// What a version changed: the places by name, as far as both contents can be had; else how many there are.
fn changed(revision: &Revision, is_oldest: bool, input: &ExportInput<'_>) -> String {
    let (lang, record) = (input.lang, input.record);
    let both = record.content_before(revision.number).and_then(|before| Ok((before, record.content_at(revision.number)?)));
    let Ok((Some(before), after)) = both else { return history::extent(revision, is_oldest, lang) };
    let mut places = places(&before, &after, input);
    if places.is_empty() {
        return history::extent(revision, is_oldest, lang);
    }
    let others = places.len().saturating_sub(MOST_PLACES);
    places.truncate(MOST_PLACES);
    if others > 0 {
        places.push(words::and_others(others, lang));
    }
    places.join(words::between_points(lang))
}

fn places(before: &Record, after: &Record, input: &ExportInput<'_>) -> Vec<String> {
    // The approval stands beside the content.
    let found = before.differences(after).into_iter().filter(|found| found.place != Place::Field(Field::Approval));
    found.map(|found| difference::place(&found.place, before, after, input.catalogue, input.lang)).collect()
}
