//! The approval of a record on the lines of `show` and `verify`.

use super::{Context, Failure};
use crate::record::{Opinion, Record};
use crate::text::approval as words;
use crate::text::{Label as _, command_line, report};

/// Prints where the approval stands, by whom, how long it holds, what was changed after it, and what others said to it.
pub(super) fn print(record: &Record, cx: &mut Context<'_, '_>) -> Result<(), Failure> {
    let (lang, approval) = (cx.lang(), &record.approval);
    let fact = |heading, value: &str| command_line::fact(heading, value, lang);
    let mut lines = vec![fact(report::approval(lang), &words::state(record, cx.today, lang))];
    let mut below = |heading, value: &str| {
        if !value.is_empty() {
            lines.push(format!("  {}", fact(heading, value).replace('\n', "\n    ")));
        }
    };
    let day = |day: Option<crate::record::Date>| day.map_or_else(String::new, |day| day.to_string());
    below(report::by(lang), &words::person(&approval.by));
    below(report::on(lang), &day(approval.on));
    below(report::comment(lang), approval.comment.as_str());
    below(report::valid_until(lang), &day(approval.expires_on()));
    if let Some(lapse) = &approval.lapse {
        below(words::lapsed_by(lang), &words::person(&lapse.by));
        below(words::lapsed_on(lang), &day(Some(lapse.on)));
        below(words::lapse_comment(lang), lapse.comment.as_str());
    }
    let now = record.content_digest();
    for opinion in &approval.opinions {
        let Opinion { by, on, view, comment, .. } = opinion;
        let mut said = vec![view.label(lang).to_owned(), on.to_string(), words::person(by), comment.to_string()];
        said.extend(words::other_content(opinion, &now, lang).map(|other| format!("[{other}]")));
        said.retain(|part| !part.is_empty());
        below(words::opinions(lang), &said.join(" "));
    }
    for line in &lines {
        cx.console.result(line)?;
    }
    print_changes(record, cx)
}

/// Prints what was changed after the state of the approval was recorded, place by place.
pub(super) fn print_changes(record: &Record, cx: &mut Context<'_, '_>) -> Result<(), Failure> {
    let lang = cx.lang();
    if let Some(problem) = words::statement_problem(record.approval.statement(), lang) {
        cx.console.result(&format!("  {problem}"))?;
    }
    if record.kept_copy_is_another() {
        cx.console.result(&format!("  {}", words::kept_copy_is_another(lang)))?;
    }
    let Some(changes) = words::changes_since(record, &cx.rules(record).catalogue, lang) else { return Ok(()) };
    cx.console.result(&format!("  {}", changes.whole))?;
    for change in &changes.each {
        let value = |value: &str| value.replace('\n', "\n        ");
        cx.console.result(&format!("    {}\n      - {}\n      + {}", change.place, value(&change.old), value(&change.new)))?;
    }
    Ok(())
}
