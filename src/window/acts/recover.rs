//! What was not saved: given up, or restored.

use std::path::PathBuf;
use std::sync::Arc;

use crate::draft::Draft;
use crate::file::{self, FileError, Found, Opened, Orphan, RecordLock, Taking};
use crate::record::RecordId;
use crate::text::{Message, window as words};
use crate::window::acts::open::without_lock_if_it_cannot_be_laid;
use crate::window::jobs::{Broken, Desk, JobKind};
use crate::window::pages::Dialog;
use crate::window::state::{Access, App, OpenRecord};

/// What became of the file of a record that was restored.
struct Reclaimed {
    /// What the last save put there before it was heard of, and where.
    saved: Option<(PathBuf, Opened)>,
    /// Where the record belongs.
    path: PathBuf,
    /// That this window has it open now.
    lock: Result<Option<RecordLock>, FileError>,
}

impl App {
    /// The user gives up the unsaved changes of the record on the screen.
    pub(in crate::window) fn let_go(&mut self) {
        let Some(open) = self.open.take() else { return };
        self.discard_snapshot(&open.draft.record().id);
        if let (Some(orphan), Some(session)) = (open.restored_from, &self.session)
            && let Err(error) = session.remove_orphan(&orphan)
        {
            log::warn!("{error}");
        }
        self.note_last_state();
        self.let_go_of(open.access, &open.outside.path.unwrap_or_default());
    }

    pub(in crate::window) fn restore(&mut self, mut orphans: Vec<Orphan>, index: usize) {
        if index >= orphans.len() {
            return;
        }
        let orphan = orphans.swap_remove(index);
        let Ok(snapshot) = &orphan.content else { return };
        let rules = self.rules(&snapshot.record);
        let mut open = OpenRecord::new(Draft::unsaved(snapshot.record.clone(), rules, self.today));
        open.outside.path.clone_from(&snapshot.meta.original);
        open.file_digest.clone_from(&snapshot.meta.base);
        open.own_save.clone_from(&snapshot.meta.own_save);
        let own_save = (snapshot.record.id.clone(), snapshot.meta.own_save.clone());
        open.restored_from = Some(orphan);
        self.show_record(open);
        self.last_state.go_on_with(&own_save.0, own_save.1);
        self.reclaim();
    }

    /// Finds out beside the window whether the save that was under way when the program ended was done after all, and lays the lock
    /// file, as for a record that is opened.
    fn reclaim(&mut self) {
        let Some(open) = &self.open else { return };
        let (own_save, original) = (open.own_save.clone(), open.outside.path.clone());
        let Some(place) = original.clone().or_else(|| own_save.as_ref().map(|save| save.path.clone())) else { return };
        let (storage, session, id) = (Arc::clone(&self.env.storage), self.session.clone(), open.draft.record().id.clone());
        let (holder, now) = (self.env.holder.clone(), self.env.clock.now());
        let of = id.clone();
        let work = move |_: &Desk<Self>| {
            let saved = own_save.and_then(|save| {
                let opened = file::open(storage.as_ref(), &save.path).ok()?;
                let is_own = opened.digest == save.digest && opened.record.id == of && matches!(opened.found, Found::File(_));
                is_own.then_some((save.path, opened))
            });
            let path = saved.as_ref().map(|(path, _)| path.clone()).or(original)?;
            let lock = session.map(|session| RecordLock::acquire(&session, &path, &holder, now, Taking::IfFree));
            Some(Reclaimed { saved, path, lock: without_lock_if_it_cannot_be_laid(lock.transpose()) })
        };
        self.jobs.begin_at(JobKind::Reclaim, &place, work, move |app: &mut Self, result| app.reclaimed(&id, result));
    }

    fn reclaimed(&mut self, id: &RecordId, result: Result<Option<Reclaimed>, Broken>) {
        let lang = self.lang();
        let Reclaimed { saved, path, lock } = match result {
            Ok(Some(reclaimed)) => reclaimed,
            Ok(None) => return,
            Err(broken) => return self.news = broken.message(lang).what,
        };
        // Whoever saved it elsewhere meanwhile, or left it, has no use for any of this.
        let is_it = |open: &&mut OpenRecord| {
            let is_at = |at: &PathBuf| *at == path || (saved.is_some() && open.restored_from.is_some());
            open.draft.record().id == *id && open.outside.path.as_ref().is_none_or(is_at)
        };
        let Some(open) = self.open.as_mut().filter(is_it) else {
            return self.let_go_of(Access::Full { lock: lock.ok().flatten() }, &path);
        };
        let is_untouched = open.restored_from.is_some() && open.saves.is_empty();
        match lock {
            Ok(lock) => open.access = Access::Full { lock },
            Err(error) => {
                if is_untouched {
                    // Somebody has it open by now: what was restored is a copy, which is saved elsewhere.
                    open.outside.path = None;
                    open.file_digest = None;
                    open.own_save = None;
                }
                let message = Message { action: words::restored_as_a_copy(lang).to_owned(), ..error.message(lang) };
                return self.tell(message);
            }
        }
        let Some((path, opened)) = saved.filter(|_| is_untouched) else { return };
        open.outside.path = Some(path);
        open.file_digest = Some(opened.digest);
        open.own_save = None;
        open.draft.keep(Arc::new(opened.record));
        if open.draft.is_changed() {
            words::restored_after_its_save(lang).clone_into(&mut self.news);
            return;
        }
        words::restored_is_saved(lang).clone_into(&mut self.news);
        if let (Some(orphan), Some(session)) = (open.restored_from.take(), &self.session)
            && let Err(error) = session.remove_orphan(&orphan)
        {
            log::warn!("{error}");
        }
        self.discard_snapshot(id);
    }

    pub(in crate::window) fn discard_orphan(&mut self, mut orphans: Vec<Orphan>, mut when: Vec<String>, index: usize) {
        if let (Some(orphan), Some(session)) = (orphans.get(index), &self.session) {
            if let Err(error) = session.remove_orphan(orphan) {
                return self.tell(error.message(self.lang()));
            }
            orphans.remove(index);
            when.remove(index);
        }
        if !orphans.is_empty() {
            self.show_dialog(Dialog::Recovery { orphans, when, to_discard: None });
        }
    }
}
