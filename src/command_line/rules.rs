//! A record made with another catalogue than the one in use: both side by side, the move, and what other commands say of it.

use std::path::Path;

use serde_json::{Value, json};

use super::{Context, Exit, Failure};
use crate::catalogue::{Catalogue, DanglingId};
use crate::file::{self, Expected, Found};
use crate::judgement::{CellChange, CellSide, Finding, MoveBlocked, RulesComparison, RulesSide, SideSource, move_to};
use crate::portfolio::AtHand;
use crate::record::{Objective, PerObjective, Person, Record};
use crate::text::command_line::{self as words, ArgumentProblem};
use crate::text::{self, Label as _, rules as said};

/// Prints that a record was made with another catalogue than the one in use, if it was, and by which it is judged.
pub(super) fn print_standing(record: &Record, cx: &mut Context<'_, '_>) -> Result<(), Failure> {
    let (lang, rules) = (cx.lang(), cx.rules(record));
    if !rules.are_not_in_use(record) {
        return Ok(());
    }
    let in_use = rules.in_use.pin();
    match rules.at_hand {
        AtHand::Pinned => cx.console.result(&format!("  {}", said::made_under(&record.catalogue, &in_use, lang)))?,
        AtHand::InUseOnly => {
            cx.console.result(&format!("  {}", said::not_at_hand(&record.catalogue, &in_use, lang)))?;
            if let Some(stated) = &record.approval.stated {
                cx.console.result(&format!("  {}", said::stated_outcome(stated, lang)))?;
            }
        }
    }
    cx.console.note(said::on_command_line(lang));
    Ok(())
}

/// `catalogue compare`
pub(super) fn compare(path: &Path, json: bool, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let (lang, record) = (cx.lang(), cx.open_or_stop(path)?);
    let rules = cx.rules(&record);
    let comparison = rules.compare(&record, cx.today);
    let exit = if comparison.differs() { Exit::Objections } else { Exit::Fine };
    if json {
        cx.print_json(&as_json(&comparison, &record))?;
        return Ok(exit);
    }
    if !comparison.is_other_catalogue() {
        cx.console.note(said::same_catalogue(lang));
        return Ok(exit);
    }
    let old = rules.pinned().unwrap_or(&rules.in_use);
    for line in in_words(&comparison, &record, old, &rules.in_use, cx) {
        cx.console.result(&line)?;
    }
    if exit == Exit::Fine {
        let is_stated = comparison.old.as_ref().is_some_and(|old| old.source == SideSource::Stated);
        cx.console.note(if is_stated { said::nothing_differs_from_stated(lang) } else { said::nothing_differs(lang) });
    }
    Ok(exit)
}

fn in_words(
    comparison: &RulesComparison,
    record: &Record,
    old_catalogue: &Catalogue,
    new_catalogue: &Catalogue,
    cx: &Context<'_, '_>,
) -> Vec<String> {
    let lang = cx.lang();
    let (old, new) = (comparison.old.as_ref(), &comparison.new);
    let mut lines =
        vec![format!("- {}", said::old_side(comparison, lang)), format!("+ {}", said::new_side(comparison, lang)), String::new()];
    match old.map(|old| old.source) {
        None => lines.push(said::nothing_known(lang).to_owned()),
        Some(SideSource::Stated) => {
            lines.push(said::as_stated_note(lang).to_owned());
            if record.changed_since_approval() {
                lines.push(said::as_stated_changed(lang).to_owned());
            }
        }
        Some(SideSource::Computed) => {}
    }
    let mut row = |what: &str, old: String, new: String, change: &str| {
        lines.push(format!("{what}  [{change}]\n  - {old}\n  + {new}"));
    };
    let same = |same: Option<bool>| same.map_or_else(|| CellChange::NotKnown.label(lang), |same| said::same_or_not(same, lang));
    let before = old.map(|old| old.outcome);
    let is_same = same(before.map(|before| before == new.outcome));
    row(words::outcome_heading(lang), said::outcome(before, lang), said::outcome(Some(new.outcome), lang), is_same);
    for (heading, before, after) in [
        (words::condition_listed(lang), old.map(|old| old.condition_listed), new.condition_listed),
        (words::condition_low(lang), old.map(|old| old.condition_low), new.condition_low),
    ] {
        let is_same = same(before.map(|before| before == after));
        row(heading, said::condition(before, lang), said::condition(Some(after), lang), is_same);
    }
    for (objective, after) in new.objectives.iter() {
        let before = old.map(|old| old.objectives[objective]);
        let (before, after) = (said::level(before, old_catalogue, lang), said::level(Some(*after), new_catalogue, lang));
        row(objective.label(lang), before, after, comparison.objective_change(objective).label(lang));
    }
    for item in &record.items {
        for objective in Objective::ALL {
            let before = said::cell(old.and_then(|old| old.cell(&item.id, objective)), old_catalogue, lang);
            let after = said::cell(new.cell(&item.id, objective), new_catalogue, lang);
            let what = words::fact(&text::item_name(&item.id, record, lang), objective.label(lang), lang);
            row(&what, before, after, comparison.change(&item.id, objective).label(lang));
        }
    }
    let finding = |finding: &Finding, catalogue: &Catalogue| {
        let message = text::finding_message(finding, record, catalogue, lang);
        format!("  [{}] {}", finding.severity().label(lang), message.what)
    };
    for (heading, findings, catalogue) in [
        (said::findings_gone(lang), &comparison.findings_gone, old_catalogue),
        (said::findings_come(lang), &comparison.findings_come, new_catalogue),
    ] {
        if !findings.is_empty() {
            lines.push(heading.to_owned());
            lines.extend(findings.iter().map(|found| finding(found, catalogue)));
        }
    }
    for (heading, ids) in comparison.scope.iter().flat_map(|scope| said::scope_lines(scope, lang)) {
        lines.push(words::fact(heading, &ids, lang));
    }
    if !comparison.unknown.is_empty() {
        lines.push(words::fact(said::blocked(lang), &said::unknown_ids(&comparison.unknown, record, old_catalogue, lang), lang));
    }
    if comparison.voids_approval {
        lines.push(said::move_voids(lang).to_owned());
    }
    lines
}

fn as_json(comparison: &RulesComparison, record: &Record) -> Value {
    let findings = |findings: &[Finding]| -> Vec<Value> {
        findings.iter().map(|finding| json!({ "id": finding.kind.id(), "where": finding.field.to_string() })).collect()
    };
    let unknown: Vec<Value> =
        comparison.unknown.iter().map(|DanglingId { field, id }| json!({ "id": id, "where": field.to_string() })).collect();
    let scope = comparison.scope.as_ref().map(|scope| {
        json!({
            "questions_gone": scope.questions_gone,
            "questions_come": scope.questions_come,
            "tasks_gone": scope.tasks_gone,
            "tasks_come": scope.tasks_come,
        })
    });
    json!({
        "record": record.id,
        "pinned": comparison.pinned,
        "differs": comparison.differs(),
        "old": comparison.old.as_ref().map(|side| side_as_json(side, record)),
        "new": side_as_json(&comparison.new, record),
        "findings_gone": findings(&comparison.findings_gone),
        "findings_come": findings(&comparison.findings_come),
        "scope": scope,
        "unknown_to_new": unknown,
        "voids_approval": comparison.voids_approval,
    })
}

fn side_as_json(side: &RulesSide, record: &Record) -> Value {
    let cell = |cell: Option<CellSide>| {
        cell.map(|CellSide { level, computed }| {
            let (proposal, standing) = computed.unzip();
            json!({ "level": level, "proposal": proposal, "standing": standing })
        })
    };
    let items = record.items.iter().map(|item| {
        let cells = PerObjective::from_fn(|objective| cell(side.cell(&item.id, objective)).unwrap_or(Value::Null));
        json!({ "id": item.id, "cells": cells })
    });
    json!({
        "catalogue": side.catalogue,
        "stated_at_approval": side.source == SideSource::Stated,
        "outcome": side.outcome,
        "condition_listed": side.condition_listed,
        "condition_low": side.condition_low,
        "objectives": side.objectives,
        "items": items.collect::<Vec<_>>(),
    })
}

/// `catalogue move`
pub(super) fn move_to_catalogue_in_use(path: &Path, to: Option<&Path>, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let lang = cx.lang();
    let _kept = to.is_none().then(|| cx.keep_to_itself(path)).transpose()?;
    let opened = cx.open_file(path).map_err(|error| Failure::unreadable(error.message(lang)))?;
    let (place, expected) = match (to, opened.found) {
        (Some(to), _) => (to, Expected::New),
        (None, Found::File(_)) => (path, Expected::Digest(opened.digest)),
        (None, Found::AttachedToPdf | Found::InPackage) => {
            return Err(Failure::not_understood(&ArgumentProblem::Missing("--to".to_owned()), lang));
        }
    };
    let (before, catalogue) = (opened.record, cx.catalogue.clone());
    let by = Person { name: cx.around.author.clone(), ..Person::default() };
    let comment = said::move_comment(&before.catalogue, &catalogue.pin(), lang);
    let edit = match move_to(&before, &catalogue, by, cx.today, comment) {
        Ok(edit) => edit,
        Err(MoveBlocked::AlreadyThere) => {
            cx.console.note(said::already_there(lang));
            return Ok(Exit::Fine);
        }
        Err(blocked @ MoveBlocked::UnknownIds(_)) => {
            let names = cx.rules(&before).catalogue;
            return Err(Failure::Said(said::move_blocked(&blocked, &before, &names, lang), Exit::Objections));
        }
    };
    let not_written = |message| Failure::Said(message, Exit::NotWritten);
    // The old outcome is to be had afterwards, too.
    cx.keep_catalogue_of(&before);
    let mut record = before.clone();
    record.apply(edit).map_err(|error| not_written(text::edit_error(&error, lang)))?;
    let record = cx.to_save(&record, Some(&before));
    let folders = cx.around.folders.as_ref().map_err(|error| not_written(error.message(lang)))?;
    let saved =
        file::save(cx.storage(), place, &record, &expected, folders, cx.around.now).map_err(|error| cx.not_saved(&error))?;
    cx.tell_of_previous(&saved);
    cx.keep_catalogue_of(&record);
    if before.approval.state != record.approval.state {
        cx.console.note(&words::fact(text::report::approval(lang), record.approval.state.label(lang), lang));
    }
    cx.console.result(&saved.path.display().to_string())?;
    Ok(Exit::Fine)
}
