//! `package request` and `package receive`: what a provider's record notes of whom it asked and of what came back.

use std::path::{Path, PathBuf};

use super::new::new_id;
use super::package_arguments::{ReceiveArguments, RequestArguments};
use super::packing::make;
use super::writing::Kept;
use super::{Context, Exit, Failure};
use crate::file::{self, Expected, Found, Opened};
use crate::package::{self, MakeError, Objection, TakenResult, Wish, oddities, with_answer, with_sent};
use crate::portfolio::{Answer, OpenedFile, TakeIn, keep, kept_at};
use crate::record::{Came, Date, DayField, Edit, Field, Record, RecordId, Role, TextField};
use crate::text::command_line::{self as words, ArgumentProblem};
use crate::text::days::short_date;
use crate::text::{Lang, Message, asked as asked_words, report};

/// A provider's record in a file of its own, kept from others until the command has written it.
struct Own {
    before: Record,
    digest: crate::record::ContentDigest,
    _kept: Kept,
}

impl Own {
    fn open(path: &Path, cx: &Context<'_, '_>) -> Result<Self, Failure> {
        let kept = cx.keep_to_itself(path)?;
        let Opened { record, digest, .. } = cx.open_file(path).map_err(|error| Failure::unreadable(error.message(cx.lang())))?;
        Ok(Self { before: record, digest, _kept: kept })
    }

    /// Saves the record if it was changed.
    fn save(self, path: &Path, record: &Record, cx: &mut Context<'_, '_>) -> Result<(), Failure> {
        if *record == self.before {
            return Ok(());
        }
        let folders = cx.around.folders.as_ref().map_err(|error| Failure::Said(error.message(cx.lang()), Exit::NotWritten))?;
        let record = cx.to_save(record, Some(&self.before));
        let saved = file::save(cx.storage(), path, &record, &Expected::Digest(self.digest), folders, cx.around.now)
            .map_err(|error| cx.not_saved(&error))?;
        cx.tell_of_previous(&saved);
        cx.keep_catalogue_of(&record);
        Ok(())
    }
}

/// Makes a request package, and notes in the record to whom it goes.
pub(super) fn request(arguments: &RequestArguments, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let lang = cx.lang();
    let RequestArguments { file: path, agency, reply_by, sent, to } = arguments;
    let day = |option: &'static str, written: &Option<String>| -> Result<Option<Date>, Failure> {
        let refused = |found: &String| {
            let expected = words::DAY_FORMS.to_owned();
            Failure::not_understood(&ArgumentProblem::Value { option, found: found.clone(), expected }, lang)
        };
        written.as_ref().map(|written| written.parse().map_err(|_| refused(written))).transpose()
    };
    let (reply_by, sent_on) = (day("--reply-by", reply_by)?, day("--sent", sent)?.unwrap_or(cx.today));
    let edits = |record: &mut Record| -> Result<(), Failure> {
        let text = agency.clone().map(|text| Edit::SetText { field: Field::Text(TextField::Addressee), text });
        let day = reply_by.map(|day| Edit::SetDay(DayField::Deadline, Some(day)));
        text.into_iter().chain(day).try_for_each(|edit| record.apply(edit)).map_err(|error| not_applied(&error, lang))
    };
    let opened = cx.open_any(path).map_err(|error| Failure::unreadable(error.message(lang)))?;
    let has_own_file = matches!(&opened, OpenedFile::Record(opened) if matches!(opened.found, Found::File(_)));
    let mut record = opened.into_record().record;
    if !has_own_file || record.role != Role::Csp {
        edits(&mut record)?;
        make(&record, Wish::Request, to, false, cx)?;
        cx.console.note(asked_words::not_a_file(lang));
        return Ok(Exit::Fine);
    }
    let own = Own::open(path, cx)?;
    let mut record = own.before.clone();
    edits(&mut record)?;
    make(&record, Wish::Request, to, false, cx)?;
    let asked = with_sent(&record, &record, sent_on);
    let addressee = record.request.addressee.to_string();
    let known = asked.iter().find(|asked| asked.agency.as_str() == addressee).and_then(|asked| asked.sent.last());
    let said = match known {
        None if record.request.addressee.is_blank() => asked_words::no_addressee(lang).to_owned(),
        Some(known) if asked == record.asked => asked_words::sent_before(&addressee, &short_date(known.on, lang), lang),
        _ => asked_words::sent_noted(&addressee, &short_date(sent_on, lang), lang),
    };
    let told = package::point_told_by_part(&cx.judge(&record));
    if asked != record.asked {
        record.apply(package::put_down(&record, asked, told)).map_err(|error| not_applied(&error, lang))?;
    }
    own.save(path, &record, cx)?;
    cx.console.note(&said);
    Ok(Exit::Fine)
}

fn not_applied(error: &crate::record::EditError, lang: Lang) -> Failure {
    Failure::unreadable(crate::text::edit_error(error, lang))
}

/// Notes what agencies sent back and keeps it beside the record; lists whom it asked, and where each request stands.
pub(super) fn receive(arguments: &ReceiveArguments, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let lang = cx.lang();
    let ReceiveArguments { file: path, results } = arguments;
    let own = (!results.is_empty()).then(|| Own::open(path, cx)).transpose()?;
    let mut record = match &own {
        Some(own) => own.before.clone(),
        None => cx.open_or_stop(path)?,
    };
    if record.role != Role::Csp {
        return Err(Failure::unreadable(MakeError::Role { kind: package::PackageKind::Request }.message(lang)));
    }
    let mut exit = Exit::Fine;
    let mut took: Vec<(PathBuf, Came)> = Vec::new();
    for result in results {
        let answer = read_new(result, &record, cx)?;
        let asked = with_answer(&record, answer.came.clone(), answer.result.record.agency.name.as_str());
        let told = package::point_told_by_result(&answer.result.record, answer.came.kind);
        record.apply(package::put_down(&record, asked, told)).map_err(|error| not_applied(&error, lang))?;
        for said in remarks(&answer, &record, lang) {
            cx.console.note(&words::fact(&result.display().to_string(), &said, lang));
            exit = Exit::Objections;
        }
        took.push((result.clone(), answer.came));
    }
    if let Some(own) = own {
        own.save(path, &record, cx)?;
    }
    for (from, came) in took {
        keep(cx.storage(), path, &record.id, &came.file, &from)
            .map_err(|error| Failure::Said(error.message(lang), Exit::NotWritten))?;
    }
    if record.asked.is_empty() {
        cx.console.note(asked_words::none_asked(lang));
    }
    for asked in &record.asked {
        cx.console.result(&report::asked_line(asked, Some(asked.state(cx.today)), lang))?;
        for came in &asked.came {
            match kept_at(cx.storage(), Some(path), &record.id, &came.file) {
                Ok(_) => {}
                Err(lost) => {
                    cx.console.problem(&lost.message(&came.file, lang));
                    exit = Exit::Objections;
                }
            }
        }
    }
    Ok(exit)
}

/// What is to be said of an answer that was taken in.
fn remarks(answer: &Answer, ours: &Record, lang: Lang) -> Vec<String> {
    let result = &answer.result.record;
    let agency = result.agency.name.as_str();
    let mut said: Vec<String> = oddities(ours, &answer.came, agency).into_iter().map(|oddity| oddity.words(lang)).collect();
    match &answer.returned {
        Some(comment) => said.push(Objection::Returned(comment.clone()).words(lang)),
        None => said.extend(package::objections(result, ours).iter().map(|objection| objection.words(lang))),
    }
    said.extend(answer.remarks.iter().cloned());
    said.extend(answer.pages.iter().map(Message::to_string));
    said
}

/// Reads what an agency sent. What is another provider's is refused, and nothing is taken in then.
pub(super) fn read_new(path: &Path, ours: &Record, cx: &Context<'_, '_>) -> Result<Answer, Failure> {
    let lang = cx.lang();
    let mut answer = read(path, path, new_id(cx)?, ours, cx)?;
    if let Some(refused) = package::objections(&answer.result.record, ours).into_iter().find(Objection::is_refusal) {
        let error = MakeError::NotOurs(refused);
        return Err(Failure::unreadable(words::in_place(error.message(lang), path)));
    }
    if let Some((_, known)) = package::asked_of(ours, &answer.came.file.sha256) {
        answer.result.record.id = known.record.clone();
        answer.came.record = known.record.clone();
    }
    Ok(answer)
}

/// What the record notes as received, as it is kept beside it.
pub(super) fn read_kept(path: &Path, ours: &Record, cx: &Context<'_, '_>) -> Result<Vec<(PathBuf, Answer)>, Failure> {
    let lang = cx.lang();
    let noted = ours.asked.iter().flat_map(|asked| &asked.came);
    let read = noted.map(|came| {
        let kept = kept_at(cx.storage(), Some(path), &ours.id, &came.file);
        let kept = kept.map_err(|lost| Failure::unreadable(lost.message(&came.file, lang)))?;
        let name = PathBuf::from(came.file.name.as_str());
        let answer = read(&kept, &name, came.record.clone(), ours, cx)?;
        Ok((name, Answer { came: came.clone(), ..answer }))
    });
    read.collect()
}

fn read(path: &Path, came_as: &Path, id: RecordId, ours: &Record, cx: &Context<'_, '_>) -> Result<Answer, Failure> {
    let catalogue = cx.rules(ours).catalogue;
    let reading =
        TakeIn { storage: cx.storage(), shelf: &cx.shelf, ours, catalogue: &catalogue, today: cx.today, lang: cx.lang() };
    let answer = reading.read_as(path, came_as, id).map_err(Failure::unreadable)?;
    if let Some(passed_over) = &answer.passed_over {
        cx.heard.borrow_mut().push(passed_over.to_string());
    }
    let judged_by: TakenResult = answer.result.clone().judged_by(cx.rules(&answer.result.record).catalogue);
    Ok(Answer { result: judged_by, ..answer })
}
