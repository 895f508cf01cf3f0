//! 目録: which catalogue new records begin with; reading another beside the window, keeping it, and going back.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::catalogue::{Catalogue, CatalogueError};
use crate::export::{self, IfPresent};
use crate::file::{self, FileError, Foreign, OwnCatalogue};
use crate::portfolio::{CatalogueFileError, KeepError, Shelf, load_catalogue};
use crate::text::{Lang, Message, catalogue_error, window as words};
use crate::window::jobs::{Broken, Desk, JobKind};
use crate::window::pages::{CataloguePage, Loaded, Origin};
use crate::window::state::Leaving;
use crate::window::state::{App, LostCatalogue};
use crate::window::{Command, Request};

/// Whether a file may be a catalogue by its name. A record's says that it is one.
pub(in crate::window) fn may_be_catalogue(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    name.ends_with(".ron") && !name.ends_with(".liu.ron")
}

impl App {
    /// Takes the catalogue of the settings into use, unless the command line named another. Says so if it is not to be had.
    pub(in crate::window) fn honour_set_catalogue(&mut self) {
        let (None, Some(own)) = (&self.env.given_catalogue, self.settings.catalogue.clone()) else { return };
        match self.env.shelf.pinned(self.env.storage.as_ref(), &own.pin) {
            Some(catalogue) => self.use_catalogue(catalogue),
            None => self.lost_catalogue = Some(LostCatalogue { own, is_told: false }),
        }
    }

    /// Says that the catalogue of the settings could not be had, as soon as no other dialog is in the way.
    pub(in crate::window) fn tell_of_lost_catalogue(&mut self) {
        if self.pages.has_question() || self.lost_catalogue.as_ref().is_none_or(|lost| lost.is_told) {
            return;
        }
        if let Some(message) = self.lost_catalogue_words() {
            self.tell(message);
        }
        if let Some(lost) = &mut self.lost_catalogue {
            lost.is_told = true;
        }
    }

    pub(in crate::window) fn lost_catalogue_words(&self) -> Option<Message> {
        let LostCatalogue { own, .. } = self.lost_catalogue.as_ref()?;
        Some(words::catalogue_lost(&own.pin, &own.file, &self.env.folders.catalogues(), self.lang()))
    }

    pub(in crate::window) fn show_catalogue(&mut self) {
        if !self.pages.has::<CataloguePage>() {
            self.pages.open(CataloguePage::default());
        }
    }

    /// What the start page says of the catalogue, if it is not the one shipped.
    pub(in crate::window) fn own_catalogue_words(&self, lang: Lang) -> Option<String> {
        let meta = &self.env.shelf.in_use().meta;
        let is_own = self.origin_of_catalogue() != Origin::Shipped;
        is_own.then(|| words::catalogue_for_new(meta.title.text(lang), &meta.version, lang))
    }

    pub(in crate::window) fn origin_of_catalogue(&self) -> Origin {
        let digest = self.env.shelf.in_use().digest();
        match (&self.settings.catalogue, &self.env.given_catalogue) {
            _ if Catalogue::shipped().is_ok_and(|shipped| shipped.digest() == digest) => Origin::Shipped,
            (Some(own), _) if own.pin.digest == digest => Origin::Own(own.file.clone()),
            (_, Some(file)) => Origin::Given(file.clone()),
            (Some(own), None) => Origin::Own(own.file.clone()),
            (None, None) => Origin::Shipped,
        }
    }

    /// Reads a catalogue and compares it with the one in use, beside the window.
    pub(in crate::window) fn read_catalogue(&mut self, path: PathBuf) {
        self.show_catalogue();
        let Some(page) = self.pages.get_mut::<CataloguePage>() else { return };
        page.begin_reading(&path);
        let (storage, in_use, lang) = (Arc::clone(&self.env.storage), Arc::clone(self.env.shelf.in_use()), self.lang());
        let from = path.clone();
        let work = move |_: &Desk<Self>| {
            let result = load_catalogue(storage.as_ref(), &from);
            result.map(|catalogue| Loaded::new(Arc::new(catalogue), from, &in_use, lang))
        };
        self.jobs.begin(JobKind::ReadCatalogue, work, move |app: &mut Self, result| app.catalogue_read(&path, result));
    }

    fn catalogue_read(&mut self, path: &Path, result: Result<Result<Loaded, CatalogueFileError>, Broken>) {
        // Whoever closed the page meanwhile, or chose another file, does not want this one any more.
        let page = self.pages.get_mut::<CataloguePage>().filter(|page| page.is_reading(path));
        let Some(page) = page else { return };
        match result {
            Ok(Ok(loaded)) => page.show_loaded(loaded),
            Ok(Err(error)) => page.refuse(path, &error),
            Err(broken) => page.broke_off(path, broken.message(self.settings.lang)),
        }
    }

    /// Keeps a catalogue beside the window. It is used once it is kept.
    pub(in crate::window) fn keep_catalogue(&mut self, catalogue: Arc<Catalogue>, path: PathBuf) {
        if Catalogue::shipped().is_ok_and(|shipped| shipped.digest() == catalogue.digest()) {
            return self.use_shipped_catalogue();
        }
        if let Some(page) = self.pages.get_mut::<CataloguePage>() {
            page.begin_keeping();
        }
        let (storage, shelf): (_, Shelf) = (Arc::clone(&self.env.storage), self.env.shelf.clone());
        let to_keep = Arc::clone(&catalogue);
        let work = move |_: &Desk<Self>| shelf.keep(storage.as_ref(), &to_keep);
        self.jobs.begin(JobKind::KeepCatalogue, work, move |app: &mut Self, result| app.catalogue_kept(catalogue, path, result));
    }

    fn catalogue_kept(&mut self, catalogue: Arc<Catalogue>, path: PathBuf, result: Result<Result<(), KeepError>, Broken>) {
        let lang = self.lang();
        let message = match result {
            Ok(Ok(())) => None,
            Ok(Err(error)) => Some(error.message(lang)),
            Err(broken) => Some(broken.message(lang)),
        };
        if let Some(message) = message {
            return match self.pages.get_mut::<CataloguePage>() {
                Some(page) => page.not_kept(message),
                None => self.tell(message),
            };
        }
        let pin = catalogue.pin();
        // It is to be found again from wherever the program is started next.
        let file = std::path::absolute(&path).unwrap_or(path);
        self.settings.catalogue = Some(OwnCatalogue { pin: pin.clone(), file: file.display().to_string() });
        self.catalogue_is_changed(catalogue, words::catalogue_used(&pin, lang));
    }

    pub(in crate::window) fn use_shipped_catalogue(&mut self) {
        let lang = self.lang();
        match Catalogue::shipped() {
            Ok(shipped) => {
                self.settings.catalogue = None;
                self.catalogue_is_changed(shipped, words::catalogue_back_done(lang).to_owned());
            }
            Err(error) => self.tell(catalogue_error(&error, lang)),
        }
    }

    fn catalogue_is_changed(&mut self, catalogue: Arc<Catalogue>, news: String) {
        self.lost_catalogue = None;
        self.use_catalogue(catalogue);
        self.refresh_start_page();
        self.save_settings();
        match self.pages.get_mut::<CataloguePage>() {
            Some(page) => page.back_to_start(news),
            None => self.news = news,
        }
    }

    /// Writes the shipped catalogue to a file, beside the window, for an agency to begin its own from.
    pub(in crate::window) fn write_catalogue(&mut self, path: &Path, if_present: IfPresent) {
        let path = completed_name(path);
        let (storage, lang) = (Arc::clone(&self.env.storage), self.lang());
        let (to, place) = (path.clone(), path.clone());
        let work = move |_: &Desk<Self>| {
            let text = Catalogue::shipped().and_then(|shipped| shipped.to_ron());
            text.map_err(|error: CatalogueError| catalogue_error(&error, lang)).and_then(|text| {
                let written = export::write_one(storage.as_ref(), &to, text.as_bytes(), if_present);
                written.map_err(|error| error.message(lang))
            })
        };
        self.jobs.begin_at(JobKind::WriteCatalogue, &place, work, move |app: &mut Self, result| {
            app.catalogue_written(&path, result.unwrap_or_else(|broken| Err(broken.message(lang))));
        });
    }

    fn catalogue_written(&mut self, path: &Path, result: Result<(), Message>) {
        match (result, self.pages.get_mut::<CataloguePage>()) {
            (Ok(()), Some(page)) => page.tell(words::catalogue_written(path, self.settings.lang)),
            (Ok(()), None) => self.news = words::catalogue_written(path, self.settings.lang),
            (Err(message), _) => self.tell(message),
        }
    }

    /// Finds out beside the window whether a file is a catalogue: a record on the screen is left for another record alone.
    pub(in crate::window) fn sort_out(&mut self, path: PathBuf) {
        let storage = Arc::clone(&self.env.storage);
        let at = path.clone();
        let work = move |_: &Desk<Self>| {
            let opened = file::open(storage.as_ref(), &at);
            matches!(opened, Err(FileError::Foreign { what: Foreign::Catalogue, .. }))
        };
        self.jobs.begin(JobKind::SortOut, work, move |app: &mut Self, is_catalogue| match is_catalogue {
            Ok(true) => app.carry_out(Request::Command(Command::LoadCataloguePath(path))),
            Ok(false) => app.leave(Leaving::For(Command::OpenPath(path))),
            Err(broken) => app.tell(broken.message(app.lang())),
        });
    }
}

/// The name of a catalogue with its ending.
pub(in crate::window) fn completed_name(path: &Path) -> PathBuf {
    if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ron")) {
        return path.to_owned();
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".ron");
    path.with_file_name(name)
}
