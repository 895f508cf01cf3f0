//! What the step 出力 remembers: what was chosen to be made.

use std::path::PathBuf;

use crate::export::{Along, CopyKind, Data, Document, Medium, Packing, Product};
use crate::record::{ItemId, Record};
use crate::text::Lang;

/// What the page remembers.
#[derive(Debug)]
pub(in crate::window) struct OutputStep {
    /// Documents of the whole record to be made.
    pub(in crate::window) documents: Vec<(Document, Medium)>,
    /// The item whose document is to be made; the first one if none was chosen.
    pub(in crate::window) item: Option<ItemId>,
    /// As what the item's document is to be made.
    pub(in crate::window) item_media: Vec<Medium>,
    /// Data to be made.
    pub(in crate::window) data: Vec<Data>,
    /// The set, if it is to be made.
    pub(in crate::window) set: Option<Packing>,
    /// The documents in it.
    pub(in crate::window) set_of: Vec<Document>,
    /// Whether drafts are wanted even if the record allows a final copy.
    pub(in crate::window) draft: bool,
    /// The language of the documents, once it was chosen.
    pub(in crate::window) lang: Option<Lang>,
    /// What goes along beside the content.
    pub(in crate::window) along: Along,
    /// Whether every form of output is shown.
    pub(in crate::window) shows_forms: bool,
    /// The folder as typed, until one is chosen in a dialog.
    pub(in crate::window) folder: Option<String>,
    /// The folder last chosen in a dialog.
    pub(in crate::window) chosen: Option<PathBuf>,
}

impl Default for OutputStep {
    fn default() -> Self {
        Self {
            documents: vec![(Document::Record, Medium::Pdf)],
            item: None,
            item_media: Vec::new(),
            data: Vec::new(),
            set: Some(Packing::Folder),
            set_of: Document::WHOLE.to_vec(),
            draft: false,
            lang: None,
            along: Along::default(),
            shows_forms: false,
            folder: None,
            chosen: None,
        }
    }
}

impl OutputStep {
    /// The copy that will be made of a record that allows `at_hand`.
    pub(in crate::window) fn copy(&self, at_hand: CopyKind) -> CopyKind {
        if self.draft { CopyKind::Draft } else { at_hand }
    }

    /// What goes along beside the content.
    pub(in crate::window) const fn along(&self) -> Along {
        self.along
    }

    /// The language of the documents: that of the screens, unless another was chosen.
    pub(in crate::window) fn lang(&self, screens: Lang) -> Lang {
        self.lang.unwrap_or(screens)
    }

    /// The item whose document is offered.
    pub(in crate::window) fn item<'a>(&self, record: &'a Record) -> Option<&'a ItemId> {
        let chosen = record.items.iter().find(|item| self.item.as_ref() == Some(&item.id));
        chosen.or_else(|| record.items.first()).map(|item| &item.id)
    }

    /// What was chosen, in the order in which it is offered.
    pub(in crate::window) fn products(&self, record: &Record) -> Vec<Product> {
        let media = |document: Document, is_chosen: &dyn Fn(Medium) -> bool| {
            let chosen = Medium::ALL.into_iter().filter(|medium| is_chosen(*medium));
            chosen.map(|medium| Product::Document(document.clone(), medium)).collect::<Vec<_>>()
        };
        let whole = Document::of_role(record.role).into_iter();
        let whole = whole.flat_map(|document| {
            let is_chosen = |medium| self.documents.contains(&(document.clone(), medium));
            media(document.clone(), &is_chosen)
        });
        let item = self.item(record).map(|id| media(Document::Item(id.clone()), &|medium| self.item_media.contains(&medium)));
        let data = Data::ALL.into_iter().filter(|data| self.data.contains(data)).map(Product::Data);
        let set_of = || Document::WHOLE.into_iter().filter(|document| self.set_of.contains(document)).collect();
        whole.chain(item.unwrap_or_default()).chain(data).chain(self.set.map(|packing| Product::Set(packing, set_of()))).collect()
    }
}
