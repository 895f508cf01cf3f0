//! Chapters on what was gone by: levels, criteria, terms, questions, sources.

use super::{bases, small};
use crate::catalogue::{Mark, Section};
use crate::export::ExportInput;
use crate::export::report::{Block, Cell, Chapter, Emphasis, Table};
use crate::text::{Label as _, Lang, report as words};

/// Names of the levels, criteria, and terms.
pub(super) fn criteria(input: &ExportInput<'_>) -> Chapter {
    let (lang, catalogue) = (input.lang, input.catalogue);
    let mut names = Table::new(words::levels(lang), &[(words::level(lang), 1), (words::basis(lang), 4)]);
    for level in &catalogue.levels {
        names.rows.push(vec![Cell::with(level.name.text(lang), Emphasis::Strong), small(words::basis_line(&level.basis, lang))]);
    }
    let mut columns = vec![(words::aspect(lang), 2)];
    columns.extend(catalogue.levels.iter().map(|level| (level.name.text(lang), 3)));
    columns.push((words::basis(lang), 3));
    let mut criteria = Table::new(words::level_criteria(lang), &columns);
    for criterion in &catalogue.criteria {
        let mut row = vec![Cell::with(criterion.aspect.text(lang), Emphasis::Strong)];
        row.extend(criterion.levels.iter().map(|level| Cell::new(level.text(lang))));
        row.push(small(words::basis_line(&criterion.basis, lang)));
        criteria.rows.push(row);
    }
    let mut terms = Table::new(words::terms(lang), &[(words::term(lang), 2), (words::meaning(lang), 7)]);
    for definition in super::procedure(input).definitions(catalogue) {
        terms.rows.push(vec![
            Cell::with(definition.term.text(lang), Emphasis::Strong),
            Cell::new(definition.text.text(lang)).detail(words::basis_line(&definition.basis, lang)),
        ]);
    }
    let blocks = vec![Block::Table(names), Block::Table(criteria), Block::Table(terms)];
    Chapter::new(words::criteria(lang), blocks)
}

/// The questions in full, whose short names stand beside the answers.
pub(super) fn questions(input: &ExportInput<'_>) -> Chapter {
    let lang = input.lang;
    let mut blocks = Vec::new();
    for section in [Section::Gate, Section::Confidentiality, Section::Integrity, Section::Availability] {
        let title = section.objective().map_or(words::gate(lang), |objective| objective.label(lang));
        let columns = [(words::id(lang), 1), (words::question(lang), 7), (words::effect(lang), 6), (words::basis(lang), 5)];
        let mut table = Table::new(title, &columns);
        for question in input.catalogue.questions_of(section) {
            table.rows.push(vec![
                small(question.id.as_str()),
                Cell::new(question.text.text(lang)),
                Cell::new(question.consequence.text(lang)),
                small(bases(&question.basis, lang)),
            ]);
        }
        blocks.push(Block::Table(table));
    }
    Chapter::new(words::questions(lang), blocks)
}

/// The sources, and what the marks of bases mean.
pub(super) fn sources(input: &ExportInput<'_>) -> Chapter {
    let lang = input.lang;
    let mut sources = Table::new("", &[(words::source_id(lang), 2), (words::source(lang), 8), (words::address(lang), 7)]);
    for source in &input.catalogue.sources {
        let address = if source.address.is_empty() { words::none(lang) } else { &source.address };
        sources.rows.push(vec![Cell::new(source.id.0.as_str()), Cell::new(source.title.text(lang)), Cell::new(address)]);
    }
    let blocks = vec![Block::Table(marks(lang)), Block::Table(sources)];
    Chapter::new(words::sources(lang), blocks)
}

fn marks(lang: Lang) -> Table {
    let mut table = Table::new(words::marks(lang), &[(words::mark(lang), 2), (words::meaning(lang), 7)]);
    let marks = [Mark::Official, Mark::OfficialQuoted, Mark::ThirdParty, Mark::Unverified, Mark::ThisTool, Mark::AgencyEntry];
    for mark in marks {
        table.rows.push(vec![Cell::with(mark.label(lang), Emphasis::Strong), Cell::new(words::mark_meaning(mark, lang))]);
    }
    table
}
