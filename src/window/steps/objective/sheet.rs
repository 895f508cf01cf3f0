//! What the matrix shows, before it is laid out: questions as rows, items as columns, and what stands where they meet.

use std::iter::once;

use egui::Id;

use super::cell::{Segment, segments};
use crate::catalogue::{Catalogue, Effect, NotApplicableWhen, Question};
use crate::judgement::{CauseEffect, CellJudgement, QuestionState};
use crate::record::{
    Answer, Assessment, ConfidentialityGrade, Edit, Field, InformationItem, ItemField, ItemId, Level, Objective, PersonCount,
    QuestionId,
};
use crate::text::steps_finish::{listed, objective as words};
use crate::text::{Label as _, Lang, labels, marks, numbered_item_name};
use crate::window::StepContext;
use crate::window::widgets::{Tone, field_id};

/// Ids in a short list; what is beyond is counted.
const IDS_LISTED: usize = 6;

/// The page of one objective.
pub(super) struct Sheet<'a> {
    pub(super) objective: Objective,
    pub(super) rows: Vec<Row<'a>>,
    pub(super) columns: Vec<Column<'a>>,
    pub(super) catalogue: &'a Catalogue,
    pub(super) lang: Lang,
}

/// A question.
pub(super) struct Row<'a> {
    pub(super) question: &'a Question,
    pub(super) segments: Vec<Segment<'a>>,
}

/// An information item.
pub(super) struct Column<'a> {
    pub(super) item: &'a InformationItem,
    pub(super) cell: &'a CellJudgement,
    /// Its place in the list, from 1.
    pub(super) place: usize,
}

/// What stands where a question and an item meet.
#[derive(Debug, PartialEq)]
pub(super) enum Content {
    Asked,
    /// Follows from an attribute of the item, which is changed elsewhere.
    Derived {
        value: String,
        from: Field,
    },
    NotApplicable {
        why: &'static str,
    },
}

/// The answer that does nothing, given to all who have not answered.
pub(super) struct Rest<'a> {
    pub(super) answer: &'a Segment<'a>,
    pub(super) items: Vec<ItemId>,
}

/// The proposal of an item, in words.
pub(super) struct ProposalWords {
    pub(super) level: String,
    pub(super) tone: Tone,
    /// What raised it, what asks for a reason, what is open.
    pub(super) lines: Vec<String>,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(cx: &StepContext<'a>, objective: Objective) -> Self {
        let (record, catalogue, judgement, lang) = (cx.record, cx.catalogue, cx.judgement, cx.lang);
        let questions = catalogue.questions.iter().filter(|question| question.section.objective() == Some(objective));
        let rows = questions.map(|question| Row { question, segments: segments(question, lang) }).collect();
        let judged = record.items.iter().zip(&judgement.items).zip(1..);
        let columns = judged.map(|((item, judged), place)| Column { item, cell: &judged.cells[objective], place }).collect();
        Self { objective, rows, columns, catalogue, lang }
    }

    /// The place of a cell by the id of its widget: row and column.
    pub(super) fn find(&self, id: Id) -> Option<(usize, usize)> {
        let places = (0..self.columns.len()).flat_map(|column| (0..self.rows.len()).map(move |row| (row, column)));
        places.into_iter().find(|(row, column)| match (self.rows.get(*row), self.columns.get(*column)) {
            (Some(row), Some(column)) => cell_id(row, column) == id,
            _ => false,
        })
    }

    /// The next cell that is asked in a direction: columns to the right, rows down.
    pub(super) fn next_asked(&self, from: (usize, usize), (right, down): (isize, isize)) -> Option<(usize, usize)> {
        let (mut row, mut column) = from;
        loop {
            row = row.checked_add_signed(down)?;
            column = column.checked_add_signed(right)?;
            if self.rows.get(row)?.is_asked(self.columns.get(column)?) {
                return Some((row, column));
            }
        }
    }

    pub(super) fn column_name(&self, column: &Column<'_>) -> String {
        numbered_item_name(column.item, column.place, self.lang)
    }

    /// What the answers of an item rest on: its grade, and the number of persons where it counts.
    pub(super) fn facts(&self, column: &Column<'_>) -> String {
        let grade = match self.objective {
            Objective::Confidentiality => column.item.confidentiality_grade.label(self.lang).to_owned(),
            Objective::Integrity => labels::grade(column.item.integrity_grade, self.objective, self.lang),
            Objective::Availability => labels::grade(column.item.availability_grade, self.objective, self.lang),
        };
        let persons = column.item.person_count;
        match (self.objective, persons) {
            (Objective::Confidentiality, PersonCount::None) => {
                [&grade, words::because_no_personal_data(self.lang)].join(marks::dot(self.lang))
            }
            (Objective::Confidentiality, PersonCount::UpTo100 | PersonCount::UpTo1000 | PersonCount::Over1000) => {
                [&grade, persons.label(self.lang)].join(marks::dot(self.lang))
            }
            _ => grade,
        }
    }

    /// C2 要配慮個人情報 会議の音声・映像
    pub(super) fn cell_name(&self, row: &Row<'_>, column: &Column<'_>) -> String {
        format!("{} {} {}", row.question.id, row.question.short.text(self.lang), self.column_name(column))
    }

    /// The items of a row that are asked and not answered, with the answer that does nothing.
    pub(super) fn rest<'s>(&self, row: &'s Row<'a>) -> Option<Rest<'s>> {
        let harmless = match &row.question.effect {
            Effect::Options(options) => {
                let option = options.iter().find(|option| option.raise.is_none() && !option.explain)?;
                Answer::Choice(option.id.clone())
            }
            _ => Answer::No,
        };
        let answer = row.segments.iter().find(|segment| segment.answer == harmless)?;
        let open = self.columns.iter().filter(|column| row.is_asked(column) && *row.answer(column) == Answer::NotAnswered);
        let items: Vec<ItemId> = open.map(|column| column.item.id.clone()).collect();
        (!items.is_empty()).then_some(Rest { answer, items })
    }

    /// How many items of a row are answered, 不明 among them, and how many are asked.
    pub(super) fn answered(&self, row: &Row<'_>) -> (usize, usize) {
        let asked = self.columns.iter().filter(|column| row.is_asked(column));
        asked.fold((0, 0), |(given, all), column| (given + usize::from(*row.answer(column) != Answer::NotAnswered), all + 1))
    }

    pub(super) fn proposal(&self, column: &Column<'_>) -> ProposalWords {
        let (cell, lang) = (column.cell, self.lang);
        let with = |wanted: fn(&CauseEffect) -> bool| {
            let causes = cell.causes.iter().filter(|cause| wanted(&cause.effect));
            short_list(causes.map(|cause| cause.question.as_str()), lang)
        };
        let is_unknown = |id: &&str| *column.item.answers.get(id) == Answer::Unknown;
        let open: Vec<&str> = cell.open.iter().map(QuestionId::as_str).collect();
        let (unknown, unanswered): (Vec<&str>, Vec<&str>) = open.into_iter().partition(is_unknown);
        let sentences = [
            (with(|effect| matches!(effect, CauseEffect::Raises(_))), words::raised_by as fn(&str, Lang) -> String),
            (with(|effect| matches!(effect, CauseEffect::Mitigates(_))), words::mitigated_by),
            (with(|effect| matches!(effect, CauseEffect::AsksForReason)), words::reason_needed),
            (short_list(unanswered, lang), words::still_open),
            (short_list(unknown, lang), words::unknown_answers),
        ];
        let mut lines: Vec<String> =
            sentences.into_iter().filter(|(ids, _)| !ids.is_empty()).map(|(ids, say)| say(&ids, lang)).collect();
        let ungraded = column.item.confidentiality_grade == ConfidentialityGrade::NotGraded;
        if self.objective == Objective::Confidentiality && ungraded {
            lines.push(words::grade_missing(lang).to_owned());
        }
        let tone = match cell.proposal {
            Assessment::Assessed { level: Level::Low } => Tone::Success,
            Assessment::NotAssessed { at_least: Level::Low } => Tone::Neutral,
            _ => Tone::Warning,
        };
        ProposalWords { level: labels::assessment(cell.proposal, self.catalogue, lang), tone, lines }
    }
}

impl Row<'_> {
    pub(super) fn is_asked(&self, column: &Column<'_>) -> bool {
        matches!(self.state(column), Some(QuestionState::Asked))
    }

    pub(super) fn answer<'c>(&self, column: &Column<'c>) -> &'c Answer {
        column.item.answers.get(self.question.id.as_str())
    }

    /// The edit that gives this answer to an item.
    pub(super) fn edit(&self, column: &Column<'_>, answer: Answer) -> Edit {
        Edit::AnswerItems(vec![column.item.id.clone()], self.question.id.clone(), answer)
    }

    /// Whether the whole row follows from attributes of the items.
    pub(super) fn is_derived(&self) -> bool {
        matches!(self.question.effect, Effect::PersonCount { .. } | Effect::GradeTwoExplains)
    }

    fn state<'c>(&self, column: &Column<'c>) -> Option<&'c QuestionState> {
        column.cell.questions.iter().find(|(id, _)| *id == self.question.id).map(|(_, state)| state)
    }

    pub(super) fn content(&self, column: &Column<'_>, objective: Objective, lang: Lang) -> Content {
        let from = |field| Field::Item(column.item.id.clone(), field);
        match self.state(column) {
            Some(QuestionState::Asked) => Content::Asked,
            Some(QuestionState::FromConfidentialityGrade(grade)) => {
                Content::Derived { value: grade.label(lang).to_owned(), from: from(ItemField::ConfidentialityGrade) }
            }
            Some(QuestionState::FromGrade(grade)) => {
                let field = match objective {
                    Objective::Confidentiality => ItemField::ConfidentialityGrade,
                    Objective::Integrity => ItemField::IntegrityGrade,
                    Objective::Availability => ItemField::AvailabilityGrade,
                };
                Content::Derived { value: labels::grade(*grade, objective, lang), from: from(field) }
            }
            Some(QuestionState::FromPersonCount(count)) => {
                Content::Derived { value: count.label(lang).to_owned(), from: from(ItemField::PersonCount) }
            }
            Some(QuestionState::NotApplicable) | None => Content::NotApplicable { why: self.why_not(column, lang) },
        }
    }

    fn why_not(&self, column: &Column<'_>, lang: Lang) -> &'static str {
        let holds = |when: NotApplicableWhen| match when {
            NotApplicableWhen::NoPersonalData => column.item.person_count == PersonCount::None,
            NotApplicableWhen::ConfidentialityOne => column.item.confidentiality_grade == ConfidentialityGrade::One,
        };
        match self.question.not_applicable_when.iter().copied().find(|when| holds(*when)) {
            Some(NotApplicableWhen::NoPersonalData) => words::because_no_personal_data(lang),
            Some(NotApplicableWhen::ConfidentialityOne) => words::because_confidentiality_one(lang),
            None => words::because_nothing_to_mitigate(lang),
        }
    }
}

/// The id of a cell's widget.
pub(super) fn cell_id(row: &Row<'_>, column: &Column<'_>) -> Id {
    field_id(&cell_field(row, column))
}

/// The field that a cell shows.
pub(super) fn cell_field(row: &Row<'_>, column: &Column<'_>) -> Field {
    Field::Answer(column.item.id.clone(), row.question.id.clone())
}

/// C1、C4、ほか3
fn short_list<'a>(ids: impl IntoIterator<Item = &'a str>, lang: Lang) -> String {
    let mut ids = ids.into_iter();
    let shown: Vec<&str> = ids.by_ref().take(IDS_LISTED).collect();
    match ids.count() {
        0 => listed(shown, lang),
        more => listed(shown.into_iter().chain(once(words::and_more(more, lang).as_str())), lang),
    }
}
