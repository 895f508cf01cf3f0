//! Taking in what an agency sent, and having it there again when the record is opened.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::catalogue::Catalogue;
use crate::file::Storage;
use crate::judgement::judge;
use crate::package::{self, MakeError, Objection};
use crate::portfolio::{self, Answer, Shelf, TakeIn};
use crate::record::{Came, ContentDigest, Date, Edit, Record, RecordId};
use crate::text::{self, Lang, Message, portfolio as portfolio_words};
use crate::window::jobs::{Broken, Desk, JobKind};
use crate::window::state::{App, OpenRecord};
use crate::window::{ReceivedRecord, SavingAttachments};

/// An answer that was read again from where it is kept, or why it could not be.
type ReadAgain = Result<(PathBuf, Answer), Message>;

/// By what something that was sent is read, apart from the window.
struct Reading {
    storage: Arc<dyn Storage>,
    shelf: Shelf,
    ours: Arc<Record>,
    catalogue: Arc<Catalogue>,
    today: Date,
    lang: Lang,
}

impl Reading {
    fn take_in(&self) -> TakeIn<'_> {
        let Self { storage, shelf, ours, catalogue, today, lang } = self;
        TakeIn { storage: storage.as_ref(), shelf, ours, catalogue, today: *today, lang: *lang }
    }

    /// What is noted in the record, read from where it is kept.
    fn again(&self, came: &Came, record_file: Option<&Path>) -> ReadAgain {
        let kept = portfolio::kept_at(self.storage.as_ref(), record_file, &self.ours.id, &came.file);
        let path = kept.map_err(|lost| lost.message(&came.file, self.lang))?;
        let answer = self.take_in().read_as(&path, Path::new(came.file.name.as_str()), came.record.clone())?;
        // Whatever day it is: it came when it came.
        Ok((path, Answer { came: came.clone(), ..answer }))
    }
}

impl App {
    fn reading(&self, open: &OpenRecord) -> Reading {
        Reading {
            storage: Arc::clone(&self.env.storage),
            shelf: self.env.shelf.clone(),
            ours: Arc::clone(open.draft.record()),
            catalogue: Arc::clone(open.draft.catalogue()),
            today: self.today,
            lang: self.lang(),
        }
    }

    /// Reads beside the window what an agency sent: a result, or a sheet that it filled in without the program.
    pub(in crate::window) fn receive(&mut self, path: PathBuf) {
        let Some(open) = &self.open else { return };
        let (reading, id, lang) = (self.reading(open), self.env.ids.record_id(), self.lang());
        let (from, place) = (path.clone(), path.clone());
        let work = move |_: &Desk<Self>| reading.take_in().read(&from, id);
        self.jobs.begin_at(JobKind::Receive, &place, work, move |app: &mut Self, result| {
            app.received(path, result.unwrap_or_else(|broken| Err(broken.message(lang))));
        });
    }

    fn received(&mut self, path: PathBuf, result: Result<Answer, Message>) {
        let lang = self.lang();
        let Some(open) = &mut self.open else { return };
        let mut answer = match result {
            Ok(answer) => answer,
            Err(message) => return self.tell(message),
        };
        let ours = open.draft.record();
        let objections = package::objections(&answer.result.record, ours);
        if let Some(refused) = objections.into_iter().find(Objection::is_refusal) {
            let message = MakeError::NotOurs(refused).message(lang);
            return self.tell(portfolio_words::in_file(message, &path));
        }
        // A sheet that was read before is the same record.
        if let Some((_, known)) = package::asked_of(ours, &answer.came.file.sha256) {
            answer.result.record.id = known.record.clone();
            answer.came.record = known.record.clone();
        }
        let asked = package::with_answer(ours, answer.came.clone(), answer.result.record.agency.name.as_str());
        let told = package::point_told_by_result(&answer.result.record, answer.came.kind);
        if let Err(error) = open.draft.apply(package::put_down(ours, asked, told)) {
            return self.tell(text::edit_error(&error, lang));
        }
        // Of several the first is shown, the others are told.
        let said: Vec<Message> = answer.pages.take().into_iter().chain(answer.passed_over.take()).collect();
        self.show_received(path, answer);
        self.keep_received();
        for message in said {
            self.note(message);
        }
    }

    /// Lists what was read. What an agency sends again, or under another name, stands where that stood which it sent before.
    fn show_received(&mut self, path: PathBuf, answer: Answer) {
        let Answer { result, returned, attached, remarks, came, .. } = answer;
        let catalogue = self.rules(&result.record).catalogue;
        let judgement = judge(&result.record, &catalogue, self.today);
        let Some(open) = &mut self.open else { return };
        let result = result.judged_by(catalogue);
        open.outside.lost.retain(|(lost, _)| *lost != came.file.sha256);
        let received = ReceivedRecord { path, result, judgement, returned, attached, remarks, wanted: false, came: Some(came) };
        let (same_path, same_id) = (received.path.clone(), received.record().id.clone());
        let is_same = |other: &ReceivedRecord| other.path == same_path || other.record().id == same_id;
        let shown = &mut open.outside.received;
        let place = shown.iter().position(is_same).unwrap_or(shown.len());
        shown.retain(|other| !is_same(other));
        shown.insert(place.min(shown.len()), received);
    }

    /// Keeps beside the file of the record what was taken into it. What cannot be kept is said.
    pub(in crate::window) fn keep_received(&mut self) {
        let lang = self.lang();
        let Some(open) = self.open.as_ref().filter(|open| !open.is_read_only() && !open.in_tour) else { return };
        let Some(record_file) = open.outside.path.clone() else { return };
        let noted = |received: &ReceivedRecord| Some((received.came.clone()?.file, received.path.clone()));
        let files: Vec<_> = open.outside.received.iter().filter_map(noted).collect();
        if files.is_empty() {
            return;
        }
        let (storage, id, place) = (Arc::clone(&self.env.storage), open.draft.record().id.clone(), record_file.clone());
        let work = move |_: &Desk<Self>| {
            let keep = |(file, from): &(_, PathBuf)| portfolio::keep(storage.as_ref(), &record_file, &id, file, from);
            files.iter().map(keep).find_map(Result::err)
        };
        self.jobs.begin_at(JobKind::KeepReceived, &place, work, move |app: &mut Self, result| match result {
            Ok(None) => {}
            Ok(Some(error)) => app.tell(portfolio_words::not_kept(error.message(lang), lang)),
            Err(broken) => app.tell(broken.message(lang)),
        });
    }

    /// Shows of what was received that which the record notes, whatever was undone or opened; what is not at hand is read.
    pub(in crate::window) fn show_what_is_noted(&mut self) {
        let Some(open) = &mut self.open else { return };
        let of = (open.draft.revision(), open.outside.path.clone());
        if open.received_of.as_ref() == Some(&of) {
            return;
        }
        let moved = open.received_of.as_ref().is_some_and(|(_, path)| *path != of.1);
        open.received_of = Some(of);
        let ours = Arc::clone(open.draft.record());
        let noted: Vec<&Came> = ours.asked.iter().flat_map(|asked| &asked.came).collect();
        let is_noted = |digest: &ContentDigest| noted.iter().any(|came| came.file.sha256 == *digest);
        let outside = &mut open.outside;
        let stays = |received: &ReceivedRecord| received.came.as_ref().is_none_or(|came| is_noted(&came.file.sha256));
        let (stay, go): (Vec<_>, Vec<_>) = outside.received.drain(..).partition(stays);
        let (back, aside): (Vec<_>, Vec<_>) = outside.put_aside.drain(..).partition(stays);
        let same_places = go.is_empty() && back.is_empty();
        outside.received = stay.into_iter().chain(back).collect();
        outside.put_aside = aside.into_iter().chain(go).collect();
        if !same_places {
            outside.saving_attachments = SavingAttachments::Idle;
        }
        outside.lost.retain(|(digest, _)| !moved && is_noted(digest));
        let is_here = |came: &Came| {
            let digest = &came.file.sha256;
            let is_shown = |received: &ReceivedRecord| received.came.as_ref().is_some_and(|came| came.file.sha256 == *digest);
            outside.received.iter().any(is_shown) || outside.lost.iter().any(|(lost, _)| lost == digest)
        };
        let wanted: Vec<Came> = noted.into_iter().filter(|came| !is_here(came)).cloned().collect();
        if !wanted.is_empty() {
            self.read_kept(wanted);
        }
    }

    fn read_kept(&mut self, wanted: Vec<Came>) {
        let Some(open) = &self.open else { return };
        let (reading, record_file) = (self.reading(open), open.outside.path.clone());
        let (id, place) = (reading.ours.id.clone(), record_file.clone().unwrap_or_default());
        let digests: Vec<ContentDigest> = wanted.iter().map(|came| came.file.sha256.clone()).collect();
        let work = move |_: &Desk<Self>| {
            let again = |came: &Came| (came.file.sha256.clone(), reading.again(came, record_file.as_deref()));
            wanted.iter().map(again).collect::<Vec<_>>()
        };
        self.jobs.begin_at(JobKind::ReadKept, &place, work, move |app: &mut Self, result| app.kept_read(&id, &digests, result));
    }

    fn kept_read(
        &mut self,
        record: &RecordId,
        digests: &[ContentDigest],
        result: Result<Vec<(ContentDigest, ReadAgain)>, Broken>,
    ) {
        let lang = self.lang();
        if self.open.as_ref().is_none_or(|open| open.draft.record().id != *record) {
            return;
        }
        let read =
            result.unwrap_or_else(|broken| digests.iter().map(|digest| (digest.clone(), Err(broken.message(lang)))).collect());
        for (digest, read) in read {
            match read {
                Ok((path, answer)) => self.show_received(path, answer),
                Err(message) => {
                    if let Some(open) = &mut self.open {
                        open.outside.lost.retain(|(other, _)| *other != digest);
                        open.outside.lost.push((digest, message));
                    }
                }
            }
        }
        self.order_received();
    }

    /// In the order in which they are noted.
    fn order_received(&mut self) {
        let Some(open) = &mut self.open else { return };
        let ours = Arc::clone(open.draft.record());
        let noted: Vec<&Came> = ours.asked.iter().flat_map(|asked| &asked.came).collect();
        open.outside.received.sort_by_key(|received| {
            let digest = received.came.as_ref().map(|came| &came.file.sha256);
            noted.iter().position(|came| Some(&came.file.sha256) == digest).unwrap_or(usize::MAX)
        });
        open.outside.saving_attachments = SavingAttachments::Idle;
    }

    /// Puts a result into the application although it is about another service or text, or leaves it out again.
    pub(in crate::window) fn want_received(&mut self, index: usize, wanted: bool) {
        if let Some(received) = self.open.as_mut().and_then(|open| open.outside.received.get_mut(index)) {
            received.wanted = wanted;
        }
    }

    /// Takes what was received off the list, and out of the record if it is noted there.
    pub(in crate::window) fn remove_received(&mut self, index: usize) {
        let Some(open) = &mut self.open else { return };
        let Some(received) = open.outside.received.get(index) else { return };
        if let Some(came) = &received.came {
            let asked = package::without_answer(open.draft.record(), &came.file.sha256);
            return self.edit(Edit::SetAsked(asked));
        }
        open.outside.received.remove(index);
        // Their places are others now.
        open.outside.saving_attachments = SavingAttachments::Idle;
    }

    /// Takes what is noted and not at hand out of the record.
    pub(in crate::window) fn forget_lost(&mut self, digest: &ContentDigest) {
        if let Some(open) = &self.open {
            let asked = package::without_answer(open.draft.record(), digest);
            self.edit(Edit::SetAsked(asked));
        }
    }
}
