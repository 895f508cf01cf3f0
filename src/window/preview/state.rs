//! The printed page: what it is to show, what is there of it, and what is to be done next for it.
//!
//! **Invariants:** no frame sets a page; at most one piece of work is under way, and what is to be done next is decided when it
//! ends, from the newest record; nothing older ever takes the place of something newer; what is out of view is not kept.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use egui::{Context, TextureHandle, TextureOptions};

use super::sight::{Stack, Zoom};
use super::work::{Job, Made, Source};
use crate::export::{Document, Pages};
use crate::text::Message;

/// How long after the last edit the pages are set anew, in seconds: a word is typed, not every letter.
const AFTER_EDIT_SECS: f64 = 0.15;
/// The most pixels for a typographic point. At this density an A4 page takes 32 MB.
pub(super) const MOST_DENSITY: f32 = 4.0;
/// Densities that differ by less are the same.
const SAME_DENSITY: f32 = 1e-3;

/// The printed page: what it is to show, what is there of it, and how it is looked at.
pub(in crate::window) struct Preview {
    /// Which document is shown.
    pub document: Document,
    pub(super) zoom: Zoom,
    pub(super) as_text: bool,
    /// Whether that choice stands in the bar above the pages, since the line above has no room for it.
    pub(super) text_is_in_bar: bool,
    /// The page being looked at, from 0.
    pub(super) page: usize,
    /// The height at which the view begins, and the same as a place: the page, and the share of it that is above.
    pub(super) top: f32,
    pub(super) place: (usize, f32),
    /// How far the view is moved sideways.
    pub(super) left: f32,
    /// Where the view is to begin in the next frame.
    pub(super) go: Option<Go>,
    pub(super) stack: Option<Stack>,
    pub(super) wanted: Option<Source>,
    /// When what is wanted may be set.
    pub(super) due: f64,
    pub(super) shown: Option<Shown>,
    /// Why what is wanted could not be set.
    pub(super) failed: Option<(Source, Message)>,
    pub(super) turn: u64,
    pub(super) is_working: bool,
}

/// A place to go to.
#[derive(Clone, Copy, Debug)]
pub(super) enum Go {
    Page(usize),
    Height(f32),
    Sideways(f32),
}

/// Pages that are set, with pictures of those in view.
pub(super) struct Shown {
    pub(super) source: Source,
    pub(super) pages: Arc<Pages>,
    pub(super) sizes: Vec<(f32, f32)>,
    pub(super) pictures: BTreeMap<usize, Picture>,
    /// The text of the page last asked for.
    pub(super) text: Option<(usize, String)>,
}

pub(super) struct Picture {
    pub(super) texture: TextureHandle,
    pub(super) density: f32,
}

/// What is in view.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::window) struct View {
    pub pages: Range<usize>,
    /// Pixels for a typographic point.
    pub density: f32,
}

/// What is to be done next.
pub(in crate::window) enum Next {
    Nothing,
    /// To come again after so many seconds.
    Wait(f64),
    Work(Work),
}

/// A piece of work for a thread.
pub(in crate::window) struct Work(Job);

impl Work {
    /// Does it.
    pub(in crate::window) fn run(self) -> Made {
        self.0.run()
    }
}

impl Default for Preview {
    fn default() -> Self {
        Self {
            document: Document::Record,
            zoom: Zoom::default(),
            as_text: false,
            text_is_in_bar: false,
            page: 0,
            top: 0.0,
            left: 0.0,
            place: (0, 0.0),
            go: None,
            stack: None,
            wanted: None,
            due: 0.0,
            shown: None,
            failed: None,
            turn: 0,
            is_working: false,
        }
    }
}

impl Preview {
    /// Says what is to be shown and what of it is in view, and learns what is to be done for that. `now` is a time in seconds.
    pub(in crate::window) fn follow(&mut self, source: Source, view: &View, now: f64) -> Next {
        if let Some(shown) = &mut self.shown {
            shown.pictures.retain(|page, _| view.pages.contains(page));
        }
        if !self.wanted.as_ref().is_some_and(|wanted| wanted.is(&source)) {
            let is_edit = self.wanted.as_ref().is_some_and(|wanted| wanted.is_edited_in(&source));
            self.due = if is_edit { now + AFTER_EDIT_SECS } else { now };
            self.wanted = Some(source.clone());
        }
        if self.is_working {
            return Next::Nothing;
        }
        if self.problem().is_some() {
            return Next::Nothing;
        }
        let is_stale = self.is_stale();
        if is_stale && now >= self.due {
            return self.work(source, None, view.pages.clone().collect(), view.density);
        }
        if let Some(shown) = self.shown.as_ref().filter(|shown| shown.source.is_sheet_of(&source)) {
            let missing: Vec<usize> = view.pages.clone().filter(|page| !shown.has_picture(*page, view.density)).collect();
            if !missing.is_empty() {
                let (source, pages) = (shown.source.clone(), Arc::clone(&shown.pages));
                return self.work(source, Some(pages), missing, view.density);
            }
        }
        if is_stale { Next::Wait(self.due - now) } else { Next::Nothing }
    }

    pub(super) fn work(&mut self, source: Source, set: Option<Arc<Pages>>, draw: Vec<usize>, density: f32) -> Next {
        self.is_working = true;
        Next::Work(Work(Job { turn: self.turn, source, set, draw, density }))
    }

    /// Takes what came of a piece of work, or why there is nothing of it.
    pub(in crate::window) fn take(&mut self, ctx: &Context, made: Result<Made, Message>) {
        self.is_working = false;
        let made = match made {
            Ok(made) => made,
            Err(message) => {
                self.failed = self.wanted.clone().map(|wanted| (wanted, message));
                return;
            }
        };
        let is_of_use = self.wanted.as_ref().is_some_and(|wanted| wanted.is_sheet_of(&made.source));
        if made.turn != self.turn || !is_of_use {
            return;
        }
        let pages = match made.pages {
            Ok(pages) => pages,
            Err(message) => {
                self.failed = Some((made.source, message));
                return;
            }
        };
        let known = self.shown.take().filter(|shown| Arc::ptr_eq(&shown.pages, &pages));
        let mut shown = known.unwrap_or_else(|| Shown::new(made.source, pages));
        for (page, image) in made.pictures {
            let texture = ctx.load_texture(format!("printed page {}", page + 1), image, TextureOptions::LINEAR);
            shown.pictures.insert(page, Picture { texture, density: made.density });
        }
        self.failed = None;
        self.shown = Some(shown);
    }

    /// Lets the pictures go while nothing is in view.
    pub(in crate::window) fn rest(&mut self) {
        if let Some(shown) = &mut self.shown {
            shown.pictures.clear();
        }
    }

    /// Forgets the record that was shown. How it was looked at stays.
    pub(in crate::window) fn forget(&mut self) {
        let kept = (self.zoom, self.as_text, self.is_working, self.turn + 1);
        *self = Self::default();
        (self.zoom, self.as_text, self.is_working, self.turn) = kept;
    }

    /// Whether what is shown is not what is wanted, and may become it.
    pub(super) fn is_stale(&self) -> bool {
        let Some(wanted) = &self.wanted else { return false };
        let is_shown = self.shown.as_ref().is_some_and(|shown| shown.source.is(wanted));
        !is_shown && !self.failed.as_ref().is_some_and(|(failed, _)| failed.is(wanted))
    }

    /// Why what is wanted cannot be shown.
    pub(super) fn problem(&self) -> Option<&Message> {
        let wanted = self.wanted.as_ref()?;
        self.failed.as_ref().filter(|(failed, _)| failed.is(wanted)).map(|(_, message)| message)
    }

    /// Pages of the document that is wanted, perhaps before its last edit.
    pub(super) fn shown(&self) -> Option<&Shown> {
        let wanted = self.wanted.as_ref()?;
        self.shown.as_ref().filter(|shown| shown.source.is_sheet_of(wanted))
    }
}

impl Shown {
    pub(super) fn new(source: Source, pages: Arc<Pages>) -> Self {
        let sizes = (0..pages.count()).filter_map(|page| pages.size(page)).collect();
        Self { source, pages, sizes, pictures: BTreeMap::new(), text: None }
    }

    pub(super) fn has_picture(&self, page: usize, density: f32) -> bool {
        self.pictures.get(&page).is_some_and(|picture| (picture.density - density).abs() < SAME_DENSITY)
    }

    /// What stands on a page, in reading order.
    pub(super) fn text(&mut self, page: usize) -> &str {
        if self.text.as_ref().is_none_or(|(known, _)| *known != page) {
            self.text = Some((page, self.pages.text(page)));
        }
        self.text.as_ref().map_or("", |(_, text)| text)
    }
}
