//! The front page: what somebody decides on, or has decided, and why. The same in 評価結果の説明 and 事前申請記録.

use super::decisions::lowered;
use super::{condition, findings_cell, missing, text_or_blank};
use crate::export::report::{Block, Cell, Chapter, Emphasis, Entry, Fact, Head, Table, Verdict};
use crate::export::{Document, ExportInput};
use crate::judgement::{CauseEffect, Condition, Outcome, Severity};
use crate::record::{ApprovalState, Date, Field, Person, Prose, Role, Text, TextField};
use crate::text::{self, Label as _, Lang, approval as approval_words, conditions, labels, marks, report as words};

/// To whom it goes, on which day, and from whom.
pub(super) fn head(input: &ExportInput<'_>) -> Head {
    let lang = input.lang;
    let paper = &input.record.paper;
    let of = |field| Entry::Text(Field::Text(field));
    let mut facts = Vec::new();
    if !paper.number.is_blank() {
        let number = Cell::new(paper.number.as_str()).of(of(TextField::PaperNumber));
        facts.push(Fact::new(TextField::PaperNumber.label(lang), number));
    }
    facts.extend([
        Fact::new(words::paper_date(lang), short_date(input.today, lang)),
        Fact::new(words::made_by(lang), text_or_blank(&maker(input), maker_field(input), input)),
    ]);
    if input.record.role == Role::Agency {
        let provider = text_or_blank(input.record.service.provider.as_str(), TextField::Provider, input);
        facts.push(Fact::new(TextField::Provider.label(lang), provider));
    }
    Head {
        addressee: Cell::new(paper.addressee.as_str()).of(of(TextField::PaperAddressee)),
        handling: Cell::new(paper.handling.as_str()).of(of(TextField::PaperHandling)),
        facts,
    }
}

fn short_date(day: Date, lang: Lang) -> Cell {
    Cell::new(words::short_date(day, lang))
}

/// The agency with bureau and section, or the provider.
pub(super) fn maker(input: &ExportInput<'_>) -> String {
    match input.record.role {
        Role::Agency => agency_name(input),
        Role::Csp => input.record.service.provider.to_string(),
    }
}

const fn maker_field(input: &ExportInput<'_>) -> TextField {
    match input.record.role {
        Role::Agency => TextField::AgencyName,
        Role::Csp => TextField::Provider,
    }
}

/// Agency, bureau and section on one line.
pub(super) fn agency_name(input: &ExportInput<'_>) -> String {
    let agency = &input.record.agency;
    let names = [&agency.name, &agency.bureau, &agency.section];
    names.into_iter().filter(|name| !name.is_blank()).map(Text::as_str).collect::<Vec<_>>().join(" ")
}

/// Outcome and state in the same size, then a sentence a condition, and what to look at.
pub(super) fn verdict(input: &ExportInput<'_>) -> Verdict {
    let (lang, record, catalogue, judgement) = (input.lang, input.record, input.catalogue, input.judgement);
    let emphasis = match judgement.outcome {
        Outcome::Fits => Emphasis::Good,
        Outcome::NotLow | Outcome::OutOfScope | Outcome::InvalidAssessor | Outcome::Stop => Emphasis::Bad,
        Outcome::Unlisted | Outcome::Undetermined | Outcome::NotRequired => Emphasis::Open,
    };
    let mut parts = Vec::new();
    if let Some(gate) = conditions::gate(record, catalogue, judgement, lang) {
        parts.push(Fact::new(words::gate_decides(lang), Cell::default().detail(gate)));
    }
    // Where the gate ends the whole, nobody was asked for the rest.
    if !matches!(judgement.outcome, Outcome::Stop | Outcome::OutOfScope | Outcome::NotRequired) {
        let sentence = |label: &str, found: Condition, why: String| Fact::new(label, condition(found, lang).detail(why));
        let listed = conditions::listed(record, catalogue, lang);
        parts.push(sentence(words::condition_listed(lang), judgement.condition_listed, listed));
        let low = conditions::low(catalogue, judgement, lang);
        parts.push(sentence(words::condition_low(lang), judgement.condition_low, low));
    }
    parts.push(Fact::new(words::look_at(lang), look_at(input)));
    Verdict {
        label: words::outcome(lang).to_owned(),
        outcome: Cell::with(judgement.outcome.label(lang), emphasis),
        state_label: words::approval_state(lang).to_owned(),
        state: state(input),
        parts,
    }
}

fn state(input: &ExportInput<'_>) -> Cell {
    let holds = input.record.approval.state == ApprovalState::Approved
        && !input.record.approval.has_run_out(input.today)
        && !input.record.changed_since_approval();
    let emphasis = if holds { Emphasis::Strong } else { Emphasis::Open };
    Cell::with(approval_words::standing(input.record, input.today, input.lang), emphasis)
}

/// How much was lowered, how many findings there are, and the gravest of them in words.
fn look_at(input: &ExportInput<'_>) -> Cell {
    let lang = input.lang;
    let findings = findings_cell(input);
    let said = [conditions::moved(input.judgement, lang), words::labelled(words::findings(lang), &findings.text, lang)];
    let gravest = input.judgement.findings.iter().find(|finding| finding.severity() != Severity::Note);
    let detail = gravest.map(|finding| {
        let what = text::finding_message(finding, input.record, input.catalogue, lang).what;
        words::labelled(finding.severity().label(lang), &what, lang)
    });
    let said = said.join(marks::between_remarks(lang));
    Cell { detail: detail.unwrap_or_default(), ..Cell::with(said, findings.emphasis) }
}

/// Levels at a glance, with the reason of each lowering, as far as so many characters go.
pub(super) fn levels(most: usize, input: &ExportInput<'_>) -> Option<Chapter> {
    let lang = input.lang;
    if input.record.items.is_empty() {
        return None;
    }
    let mut blocks = vec![Block::Picture(super::picture(input))];
    let mut reasons: Vec<Fact> = lowered(input)
        .map(|lowered| {
            let causes: Vec<String> = lowered
                .cell
                .causes
                .iter()
                .filter(|cause| matches!(cause.effect, CauseEffect::Raises(_)))
                .map(|cause| text::question_name(&cause.question, input.catalogue, lang))
                .collect();
            let proposal = labels::assessment(lowered.cell.proposal, input.catalogue, lang);
            let because = words::proposed_because(&causes.join(marks::comma(lang)), &proposal, lang);
            let label = words::labelled(&lowered.name, lowered.objective.label(lang), lang);
            let reason = &lowered.item.decisions[lowered.objective].reason;
            Fact::new(format!("▽ {label}"), Cell::new(reason.as_str()).detail(because))
        })
        .collect();
    let hidden = super::as_many_as_fit(&mut reasons, most, |fact| fact.value.text.chars().count());
    if !reasons.is_empty() {
        blocks.push(Block::heading(words::lowering_reasons(lang)));
        blocks.push(Block::Facts { facts: reasons });
    }
    if hidden > 0 {
        blocks.push(Block::note(words::more_lowered(hidden, Document::Record.label(super::procedure(input), lang), lang)));
    }
    Some(Chapter::new(words::levels_at_a_glance(lang), blocks))
}

/// Who assessed and who decided, what and when; empty lines to sign where nobody has yet.
pub(super) fn decision(input: &ExportInput<'_>) -> Chapter {
    let (lang, record) = (input.lang, input.record);
    let columns = [
        (words::signs_as(lang), 2),
        (words::person_and_title(lang), 4),
        (words::on(lang), 5),
        (words::decision_and_comment(lang), 4),
        (words::signature(lang), 3),
    ];
    let mut table = Table::new("", &columns);
    let known = |person: &Person| match approval_words::person(person) {
        name if name.trim().is_empty() => Cell::to_write(),
        name => Cell::new(name),
    };
    let day = |day: Option<Date>| day.map_or_else(Cell::to_write, |day| short_date(day, lang));
    let who = |person: &Person| match approval_words::person(person) {
        nobody if nobody.is_empty() => missing(lang),
        name => Cell::new(name),
    };
    let level = labels::assessment(input.judgement.overall, input.catalogue, lang);
    table.rows.push(vec![
        Cell::with(words::assessor(lang), Emphasis::Strong),
        known(&record.agency.assessor),
        day(record.agency.assessed_on),
        if input.judgement.overall.is_assessed() { Cell::new(words::assessed_as(&level, lang)) } else { Cell::new(level) },
        Cell::to_write(),
    ]);
    let approval = &record.approval;
    let decided = matches!(
        approval.state,
        ApprovalState::Approved | ApprovalState::Rejected | ApprovalState::Returned | ApprovalState::Lapsed
    );
    table.rows.push(if decided {
        // Of a revoked approval this is who gave it.
        let was = if approval.state == ApprovalState::Lapsed { ApprovalState::Approved } else { approval.state };
        vec![
            Cell::with(words::approver(lang), Emphasis::Strong),
            who(&approval.by),
            approval.on.map_or_else(|| missing(lang), |on| short_date(on, lang)),
            Cell::with(was.label(lang), Emphasis::Strong).detail(approval.comment.as_str()),
            Cell::to_write(),
        ]
    } else {
        vec![
            Cell::with(words::approver(lang), Emphasis::Strong),
            known(&record.agency.approver),
            Cell::to_write(),
            Cell::with(words::to_decide(lang), Emphasis::Faint),
            Cell::to_write(),
        ]
    });
    if let Some(lapse) = &approval.lapse {
        table.rows.push(vec![
            Cell::with(words::revoked_by(lang), Emphasis::Strong),
            who(&lapse.by),
            short_date(lapse.on, lang),
            Cell::with(ApprovalState::Lapsed.label(lang), Emphasis::Open).detail(lapse.comment.as_str()),
            Cell::to_write(),
        ]);
    }
    let now = record.content_digest();
    for opinion in &approval.opinions {
        let other = approval_words::other_content(opinion, &now, lang);
        let said = [opinion.comment.as_str(), other.unwrap_or_default()];
        let said: Vec<&str> = said.into_iter().filter(|text| !text.is_empty()).collect();
        let emphasis = if other.is_some() { Emphasis::Open } else { Emphasis::Plain };
        table.rows.push(vec![
            Cell::with(words::opinion(lang), Emphasis::Strong),
            who(&opinion.by),
            short_date(opinion.on, lang),
            Cell::with(opinion.view.label(lang), emphasis).detail(said.join("\n")),
            Cell::default(),
        ]);
    }
    let validity = match (approval.state, approval.expires_on()) {
        (_, Some(until)) => Cell::new(words::validity_until(approval.validity.label(lang), until, input.today, lang)),
        (ApprovalState::Draft | ApprovalState::Submitted | ApprovalState::Returned, None) => {
            Cell::with(words::validity_chosen_on_approval(lang), Emphasis::Faint)
        }
        (ApprovalState::Lapsed, None) => Cell::new(approval.validity.label(lang)),
        (ApprovalState::Approved, None) => missing(lang),
        (ApprovalState::Rejected, None) => Cell::with(words::none(lang), Emphasis::Faint),
    };
    let blocks = vec![
        Block::Table(table),
        Block::Facts { facts: vec![Fact::new(words::validity(lang), validity)] },
        Block::note(words::sign_off_explained(lang)),
    ];
    Chapter::new(words::decision_block(lang), blocks)
}

/// 利用条件 and 残るリスク, a row a paragraph.
pub(super) fn conditions_and_risks(input: &ExportInput<'_>) -> [Chapter; 2] {
    let (lang, record) = (input.lang, input.record);
    [
        numbered(
            words::conditions_of_use(lang),
            words::condition_text(lang),
            &record.conditions_of_use,
            TextField::ConditionsOfUse,
            input,
        ),
        numbered(words::residual_risk(lang), words::risk_text(lang), &record.residual_risk, TextField::ResidualRisk, input),
    ]
}

/// So many lines of a text have a row each. Who writes more of them writes a text, and a row takes the typesetter as much memory as
/// thirty lines do: what is more stands together in one.
const MOST_NUMBERED: usize = 60;

fn numbered<const SOFT: usize>(
    title: &str,
    column: &str,
    text: &Prose<SOFT>,
    field: TextField,
    input: &ExportInput<'_>,
) -> Chapter {
    let lang = input.lang;
    let mut table = Table::new("", &[(words::condition_number(lang), 1), (column, 12)]);
    let place = || Entry::Text(Field::Text(field));
    let lines: Vec<&str> = text.as_str().lines().filter(|line| !line.trim().is_empty()).collect();
    let (each, rest) = lines.split_at(lines.len().min(MOST_NUMBERED));
    for (number, line) in (1..).zip(each) {
        table.rows.push(vec![Cell::new(format!("{number}")), Cell::new(*line).of(place())]);
    }
    if !rest.is_empty() {
        let numbers = words::from_to(MOST_NUMBERED + 1, lines.len(), lang);
        table.rows.push(vec![Cell::new(numbers), Cell::new(rest.join("\n")).of(place())]);
    }
    let block =
        if table.rows.is_empty() { Block::paragraph(super::blank(&Field::Text(field), input).text) } else { Block::Table(table) };
    Chapter::new(title, vec![block])
}

/// That the period of the procedure is over; nothing if it is not.
pub(super) fn period_over(input: &ExportInput<'_>) -> Option<Block> {
    text::next::period_over(input.record, input.catalogue, input.today, input.lang).map(Block::note)
}
