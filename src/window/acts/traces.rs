//! What the program leaves on this computer: shown, taken away on request, and told of when somebody needs help.

use std::sync::Arc;

use crate::file::{self, Kept, Trace};
use crate::record::ContentDigest;
use crate::text::Lang;
use crate::text::command_line::pin;
use crate::text::window::traces as words;
use crate::window::jobs::{Desk, JobKind};
use crate::window::pages::{DiagnosticsPage, TracesPage, trace_name};
use crate::window::state::App;

impl App {
    pub(in crate::window) fn show_traces(&mut self) {
        self.pages.open(TracesPage::new(self.env.folders.data()));
        self.count_traces(String::new());
    }

    /// Counts what there is beside the window, and says this with it.
    fn count_traces(&mut self, said: String) {
        let (storage, folders) = (Arc::clone(&self.env.storage), self.env.folders.clone());
        let work = move |_: &Desk<Self>| file::kept(storage.as_ref(), &folders);
        self.jobs.begin(JobKind::Traces, work, move |app: &mut Self, result| {
            let lang = app.lang();
            let counted = match result {
                Ok(Ok(kept)) => Ok(kept),
                Ok(Err(error)) => Err(error.message(lang)),
                Err(broken) => Err(broken.message(lang)),
            };
            app.traces_counted(counted, said);
        });
    }

    fn traces_counted(&mut self, counted: Result<Vec<Kept>, crate::text::Message>, said: String) {
        if let Some(page) = self.pages.get_mut::<DiagnosticsPage>() {
            page.kept = Some(counted.clone().unwrap_or_default());
        }
        if let Some(page) = self.pages.get_mut::<TracesPage>() {
            page.counted(counted, said);
        }
    }

    /// Takes away what there is of a kind. Its user was asked.
    pub(in crate::window) fn empty_trace(&mut self, trace: Trace) {
        let lang = self.lang();
        let Some(session) = self.session.clone() else { return self.count_traces(words::no_session(lang).to_owned()) };
        let in_use: Vec<ContentDigest> = self
            .settings
            .catalogue
            .iter()
            .map(|own| own.pin.digest.clone())
            .chain(self.open.iter().map(|open| open.draft.record().catalogue.digest.clone()))
            .collect();
        let work = move |_: &Desk<Self>| file::empty(&session, trace, &in_use);
        self.jobs.begin(JobKind::Traces, work, move |app: &mut Self, result| {
            let lang = app.lang();
            match result {
                Ok(Ok(emptied)) => app.count_traces(emptied_in_words(&emptied, lang)),
                Ok(Err(error)) => app.tell(error.message(lang)),
                Err(broken) => app.tell(broken.message(lang)),
            }
        });
    }

    /// Forgets where the user's files lie. Language, name and zoom stay.
    pub(in crate::window) fn forget_recent(&mut self) {
        self.settings.recent.clear();
        self.settings.last_folder = None;
        self.save_settings();
        self.refresh_start_page();
        let said = words::forgotten(self.lang()).to_owned();
        self.count_traces(said);
    }

    pub(in crate::window) fn show_diagnostics(&mut self) {
        self.pages.open(DiagnosticsPage::default());
        self.count_traces(String::new());
    }

    /// What may be told to a stranger: versions and counts, nothing that a record says, no name and no path.
    pub(in crate::window) fn diagnostics(&self, kept: &[Kept]) -> String {
        let lang = self.lang();
        let own = if self.settings.catalogue.is_some() { words::own_catalogue(lang) } else { "" };
        let scale = format!("{:.2}", self.ctx.native_pixels_per_point().unwrap_or(1.0));
        let mut lines = vec![
            format!("liu-wizard {}", words::version(env!("CARGO_PKG_VERSION"), lang)),
            words::system(std::env::consts::OS, std::env::consts::ARCH, lang),
            words::renderer(self.renderer, lang),
            words::catalogue(&pin(&self.env.shelf.in_use().pin()), lang) + own,
            words::screen(self.settings.zoom_percent, &scale, lang.code(), lang),
        ];
        lines.push(match &self.open {
            None => words::no_record(lang).to_owned(),
            Some(open) => {
                let record = open.draft.record();
                words::record(
                    record.profile.as_str(),
                    record.items.len(),
                    open.draft.judgement().findings.len(),
                    record.comments.len(),
                    record.history.len(),
                    lang,
                )
            }
        });
        lines.extend(kept.iter().map(|kept| words::kept(trace_name(kept.trace, lang), kept.files.len(), kept.bytes(), lang)));
        lines.join("\n")
    }
}

fn emptied_in_words(emptied: &file::Emptied, lang: Lang) -> String {
    let mut said = vec![words::removed(emptied.removed, lang)];
    said.extend((emptied.in_use > 0).then(|| words::left_in_use(emptied.in_use, lang)));
    said.extend((!emptied.failed.is_empty()).then(|| words::not_removed(emptied.failed.len(), lang)));
    said.extend(emptied.failed.first().map(|error| error.message(lang).to_string()));
    said.join("\n")
}
