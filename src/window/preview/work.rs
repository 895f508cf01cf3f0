//! What is done beside the window: setting a document into pages, and drawing those in view.

use std::sync::Arc;

use egui::ColorImage;

use crate::catalogue::Catalogue;
use crate::export::{self, Along, CopyKind, Document, ExportInput, Pages};
use crate::judgement::Judgement;
use crate::record::{Date, Record};
use crate::text::{Lang, Message};

/// All that the pages are made of.
#[derive(Clone, Debug)]
pub(in crate::window) struct Source {
    pub record: Arc<Record>,
    pub judgement: Arc<Judgement>,
    pub catalogue: Arc<Catalogue>,
    pub today: Date,
    pub document: Document,
    pub copy: CopyKind,
    /// What goes along beside the content: comments are printed.
    pub along: Along,
    /// The language of the document.
    pub lang: Lang,
    /// The language of messages.
    pub screens: Lang,
}

impl Source {
    /// Whether the pages of both are the same. A record or judgement counts as another one as soon as it was made anew.
    pub(super) fn is(&self, other: &Self) -> bool {
        self.is_sheet_of(other)
            && Arc::ptr_eq(&self.record, &other.record)
            && Arc::ptr_eq(&self.judgement, &other.judgement)
            && Arc::ptr_eq(&self.catalogue, &other.catalogue)
            && (self.today, self.copy, self.along, self.lang, self.screens)
                == (other.today, other.copy, other.along, other.lang, other.screens)
    }

    /// Whether both are the same document of the same record, perhaps before and after an edit.
    pub(super) fn is_sheet_of(&self, other: &Self) -> bool {
        self.record.id == other.record.id && self.document == other.document
    }

    /// Whether the other one is the same document after an edit of the record.
    pub(super) fn is_edited_in(&self, other: &Self) -> bool {
        self.is_sheet_of(other) && !Arc::ptr_eq(&self.record, &other.record)
    }

    /// What its writers take.
    pub fn input(&self) -> ExportInput<'_> {
        ExportInput {
            copy: self.copy,
            along: self.along,
            ..ExportInput::new(&self.record, &self.catalogue, &self.judgement, self.today, self.lang)
        }
    }

    fn set(&self) -> Result<Arc<Pages>, Message> {
        export::typeset(&self.document, &self.input()).map(Arc::new).map_err(|error| error.message(self.screens))
    }
}

/// A piece of work.
#[derive(Clone, Debug)]
pub(super) struct Job {
    /// Counts records that were shown: what was made for another one is of no use.
    pub turn: u64,
    pub source: Source,
    /// The pages, if they are set already.
    pub set: Option<Arc<Pages>>,
    /// Which pages to draw. One that is not there is passed over.
    pub draw: Vec<usize>,
    /// Pixels for a typographic point.
    pub density: f32,
}

/// What came of it.
pub(in crate::window) struct Made {
    pub(super) turn: u64,
    pub(super) source: Source,
    pub(super) pages: Result<Arc<Pages>, Message>,
    pub(super) pictures: Vec<(usize, ColorImage)>,
    pub(super) density: f32,
}

impl Job {
    pub(super) fn run(self) -> Made {
        let pages = self.set.map_or_else(|| self.source.set(), Ok);
        let picture = |pages: &Pages, page| {
            let pixels = pages.picture(page, self.density)?;
            Some((page, ColorImage::from_rgba_premultiplied([pixels.width, pixels.height], &pixels.rgba)))
        };
        let pictures = match &pages {
            Ok(pages) => self.draw.iter().filter_map(|page| picture(pages, *page)).collect(),
            Err(_) => Vec::new(),
        };
        Made { turn: self.turn, source: self.source, pages, pictures, density: self.density }
    }
}
