//! What was answered in a step, as rows of name and value with the field to go to.

use crate::catalogue::{Effect, Section, StepId};
use crate::judgement::{CellJudgement, QuestionState, step_of};
use crate::record::{
    Answer, Choice, Date, DayField, Field, InformationItem, ItemField, Objective, PersonCount, RaiseTo, TaskChoice, TextField,
};
use crate::text::days::both_calendars;
use crate::text::steps_finish::{listed, review as words};
use crate::text::{Label as _, Lang, answer, field_name, labels, marks, numbered_item_name, question_name};
use crate::window::StepContext;

/// One row: what was asked and what was said. An empty value means that nothing was.
pub(super) struct AnswerRow {
    pub(super) field: Field,
    pub(super) name: String,
    pub(super) value: String,
}

/// The first `limit` rows of a step, and how many there are.
pub(super) fn answers_of(step: StepId, cx: &StepContext<'_>, limit: usize) -> (Vec<AnswerRow>, usize) {
    let teller = Teller { cx };
    let objective = |objective| teller.per_item(limit, |number, item, cells| teller.answers(number, item, cells, objective));
    match step {
        StepId::Introduction => whole(teller.introduction()),
        StepId::Service => {
            let is_saas = teller.row(Field::ServiceIsSaas, cx.record.service.is_saas.label(cx.lang).to_owned());
            whole(teller.texts(step).into_iter().chain([is_saas]).collect())
        }
        StepId::Agency => {
            let mut rows: Vec<AnswerRow> = teller.texts(step).into_iter().chain(teller.days(step)).collect();
            if !cx.catalogue.shows_procurement(cx.record) {
                rows.retain(|row| !row.field.is_of_procurement());
            }
            whole(rows)
        }
        StepId::Gate => whole(teller.gate()),
        StepId::Task => whole(teller.task()),
        StepId::Items => teller.per_item(limit, |number, item, _| vec![teller.item(number, item)]),
        StepId::Confidentiality => objective(Objective::Confidentiality),
        StepId::Integrity => objective(Objective::Integrity),
        StepId::Availability => objective(Objective::Availability),
        StepId::Decisions => {
            let (mut rows, all) = teller.per_item(limit, |number, item, cells| teller.decisions(number, item, cells));
            let rest = teller.whole_task();
            let all = all + rest.len();
            rows.extend(rest);
            (rows, all)
        }
        StepId::Request => {
            let task = teller.row(Field::SuggestedTask, teller.task_choice(&cx.record.request.suggested_task));
            whole(teller.texts(step).into_iter().chain([task]).chain(teller.days(step)).collect())
        }
        StepId::Application => {
            let points = cx.catalogue.check_points().iter().map(|point| point.id);
            let points = points
                .map(|point| teller.row(Field::CheckList(point), cx.record.check_list_point(point).label(cx.lang).to_owned()));
            whole(points.chain(teller.texts(step)).collect())
        }
        StepId::Received | StepId::Review | StepId::Approval | StepId::Output => whole(Vec::new()),
    }
}

fn whole(rows: Vec<AnswerRow>) -> (Vec<AnswerRow>, usize) {
    let all = rows.len();
    (rows, all)
}

fn day(day: Option<Date>, lang: Lang) -> String {
    day.map_or_else(String::new, |day| both_calendars(day, lang))
}

type Cells = crate::record::PerObjective<CellJudgement>;

struct Teller<'c, 'a> {
    cx: &'c StepContext<'a>,
}

impl Teller<'_, '_> {
    fn row(&self, field: Field, value: String) -> AnswerRow {
        let name = field_name(&field, self.cx.record, self.cx.catalogue, self.cx.lang);
        AnswerRow { field, name, value }
    }

    /// The texts of a step that stand once.
    fn texts(&self, step: StepId) -> Vec<AnswerRow> {
        let fields = TextField::ALL.iter().map(|field| Field::Text(*field));
        let here = fields.filter(|field| step_of(field, self.cx.catalogue) == step);
        here.map(|field| {
            let value = self.cx.record.text(&field).unwrap_or_default().to_owned();
            self.row(field, value)
        })
        .collect()
    }

    /// The days of a step that stand once.
    fn days(&self, step: StepId) -> Vec<AnswerRow> {
        let fields = DayField::ALL.iter().copied();
        let here = fields.filter(|field| step_of(&Field::Day(*field), self.cx.catalogue) == step);
        here.map(|field| self.row(Field::Day(field), day(self.cx.record.day_of(field), self.cx.lang))).collect()
    }

    /// Rows for each item, as far as there are places; and how many there would be for all.
    fn per_item(
        &self,
        limit: usize,
        rows: impl Fn(usize, &InformationItem, &Cells) -> Vec<AnswerRow>,
    ) -> (Vec<AnswerRow>, usize) {
        let items = self.cx.record.items.iter().zip(&self.cx.judgement.items);
        let mut shown = Vec::new();
        let mut of_each = 1;
        for (number, (item, judged)) in (1..).zip(items) {
            if shown.len() >= limit {
                break;
            }
            let rows = rows(number, item, &judged.cells);
            of_each = rows.len();
            shown.extend(rows);
        }
        (shown, self.cx.record.items.len() * of_each)
    }

    fn introduction(&self) -> Vec<AnswerRow> {
        let lang = self.cx.lang;
        let profile = self.cx.catalogue.profile(&self.cx.record.profile);
        let title = profile.map_or_else(|| self.cx.record.profile.to_string(), |profile| profile.title.text(lang).to_owned());
        let mut rows = vec![self.row(Field::Profile, title)];
        rows.extend(self.texts(StepId::Introduction));
        rows
    }

    fn gate(&self) -> Vec<AnswerRow> {
        let (record, lang) = (self.cx.record, self.cx.lang);
        let asked = self.cx.catalogue.questions_of(Section::Gate).filter(|question| question.effect != Effect::TaskChoice);
        let mut rows: Vec<AnswerRow> = asked
            .map(|question| {
                let given = record.gate.answers.get(question.id.as_str());
                self.row(Field::Gate(question.id.clone()), answer(given, question, lang))
            })
            .collect();
        if !record.gate.service_reason.is_blank() {
            rows.extend(self.texts(StepId::Gate));
        }
        rows
    }

    fn task(&self) -> Vec<AnswerRow> {
        let (record, lang) = (self.cx.record, self.cx.lang);
        let mut rows = vec![self.row(Field::Task, self.task_choice(&record.task))];
        match &record.task {
            TaskChoice::AgencyEntry { .. } => rows.extend(self.texts(StepId::Task)),
            TaskChoice::Listed(id) => {
                let flags = self.cx.catalogue.task(id).map(|task| task.red_flags.as_slice()).unwrap_or_default();
                rows.extend(flags.iter().map(|flag| {
                    let reply = record.red_flag(&flag.id);
                    let applies = reply.map_or(&Answer::NotAnswered, |reply| &reply.applies).label(lang);
                    let word = reply.map(|reply| reply.word.as_str()).unwrap_or_default();
                    let parts = [applies, word].into_iter().filter(|part| !part.is_empty());
                    self.row(
                        Field::RedFlag(flag.id.clone()),
                        parts.collect::<Vec<_>>().join(marks::between_answer_and_word(lang)),
                    )
                }));
            }
            TaskChoice::NotChosen | TaskChoice::Unknown | TaskChoice::NotListed => {}
        }
        rows
    }

    fn task_choice(&self, choice: &TaskChoice) -> String {
        let lang = self.cx.lang;
        match choice {
            TaskChoice::NotChosen => words::not_chosen(lang).to_owned(),
            TaskChoice::Unknown => words::unknown_task(lang).to_owned(),
            TaskChoice::NotListed => words::not_listed(lang).to_owned(),
            TaskChoice::AgencyEntry { .. } => words::entered_by_agency(lang).to_owned(),
            TaskChoice::Listed(id) => match self.cx.catalogue.task(id) {
                Some(task) => format!("{id} {}", task.service.text(lang)),
                None => id.to_string(),
            },
        }
    }

    fn item(&self, number: usize, item: &InformationItem) -> AnswerRow {
        let lang = self.cx.lang;
        let mut facts = vec![
            item.confidentiality_grade.label(lang).to_owned(),
            labels::grade(item.integrity_grade, Objective::Integrity, lang),
            labels::grade(item.availability_grade, Objective::Availability, lang),
        ];
        facts.push(match item.person_count {
            PersonCount::NotAnswered | PersonCount::Unknown | PersonCount::None => {
                words::personal_data(item.person_count.label(lang), lang)
            }
            _ => item.person_count.label(lang).to_owned(),
        });
        let field = Field::Item(item.id.clone(), ItemField::Name);
        AnswerRow { field, name: numbered_item_name(item, number, lang), value: facts.join(marks::dot(lang)) }
    }

    /// はい：C1、C4／不明：C2／未回答：C8
    fn answers(&self, number: usize, item: &InformationItem, cells: &Cells, objective: Objective) -> Vec<AnswerRow> {
        let lang = self.cx.lang;
        let asked = cells[objective].questions.iter().filter(|(_, state)| *state == QuestionState::Asked).map(|(id, _)| id);
        let asked: Vec<_> = asked.collect();
        let Some(first) = asked.first() else {
            let field = Field::Item(item.id.clone(), ItemField::ConfidentialityGrade);
            let value = words::nothing_asked(lang).to_owned();
            return vec![AnswerRow { field, name: numbered_item_name(item, number, lang), value }];
        };
        let said = |wanted: fn(&Answer) -> bool| {
            listed(asked.iter().map(|id| id.as_str()).filter(|id| wanted(item.answers.get(id))), lang)
        };
        let mut parts: Vec<String> = [
            (Answer::Yes, said(|answer| *answer == Answer::Yes)),
            (Answer::Unknown, said(|answer| *answer == Answer::Unknown)),
            (Answer::NotAnswered, said(|answer| *answer == Answer::NotAnswered)),
        ]
        .into_iter()
        .filter(|(_, questions)| !questions.is_empty())
        .map(|(answer, questions)| words::answered_so(answer.label(lang), &questions, lang))
        .collect();
        for id in &asked {
            let given = item.answers.get(id.as_str());
            if let (Answer::Choice(_), Some(question)) = (given, self.cx.catalogue.question(id)) {
                let name = question_name(id, self.cx.catalogue, lang);
                parts.push(words::answered_so(&name, &answer(given, question, lang), lang));
            }
        }
        if parts.is_empty() {
            parts.push(words::every_no(lang).to_owned());
        }
        let field = Field::Answer(item.id.clone(), (*first).clone());
        let name = numbered_item_name(item, number, lang);
        vec![AnswerRow { field, name, value: parts.join(marks::between_answers(lang)) }]
    }

    fn decisions(&self, number: usize, item: &InformationItem, cells: &Cells) -> Vec<AnswerRow> {
        let (catalogue, lang) = (self.cx.catalogue, self.cx.lang);
        let item_name = numbered_item_name(item, number, lang);
        cells
            .iter()
            .map(|(objective, cell)| {
                let decision = &item.decisions[objective];
                let proposal = labels::assessment(cell.proposal, catalogue, lang);
                let decided = match decision.choice {
                    Choice::NotDecided => String::new(),
                    Choice::Decided { level, .. } => labels::level(level, catalogue, lang),
                };
                let mut value = words::decision_line(&decided, &proposal, cell.standing.label(lang), lang);
                if !decision.reason.is_blank() {
                    value.push('\n');
                    value.push_str(decision.reason.as_str());
                }
                let name = format!("{item_name} {}", objective.label(lang));
                AnswerRow { field: Field::Decision(item.id.clone(), objective), name, value }
            })
            .collect()
    }

    /// Raises for the task as a whole, conditions of use and residual risk.
    fn whole_task(&self) -> Vec<AnswerRow> {
        let record = self.cx.record;
        let raised = record.raises.iter().filter_map(|(objective, raise)| match raise.to {
            RaiseTo::NotRaised => None,
            RaiseTo::Level(level) => {
                let level = labels::level(level, self.cx.catalogue, self.cx.lang);
                Some(self.row(Field::Raise(objective), format!("{level}\n{}", raise.reason).trim_end().to_owned()))
            }
        });
        raised.chain(self.texts(StepId::Decisions)).collect()
    }
}
