//! How many entries the lists of a record may have: so many that nobody misses more, and so few that whatever is made of them
//! is made at once.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Error as _, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

pub use crate::bounds::{RECORD_ENTRIES as MOST_ENTRIES, RECORD_REVISIONS as MOST_REVISIONS};

/// A list of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum List {
    /// 取り扱う情報
    Items,
    /// What was said to red flags.
    RedFlags,
    /// コメント
    Comments,
    /// What others said to an approval.
    Opinions,
    /// The files that were taken in.
    Received,
    /// 依頼先
    Asked,
    /// What was sent to one of them.
    Sent,
    /// What came back from one of them.
    Came,
    /// What raised a cell when it was decided.
    Causes,
    /// What an approval states of each item.
    Stated,
    /// 変更の履歴
    History,
}

impl List {
    /// Every one.
    pub const ALL: [Self; 11] = [
        Self::Items,
        Self::RedFlags,
        Self::Comments,
        Self::Opinions,
        Self::Received,
        Self::Asked,
        Self::Sent,
        Self::Came,
        Self::Causes,
        Self::Stated,
        Self::History,
    ];

    /// Its name in the file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Items | Self::Stated => "items",
            Self::RedFlags => "red_flags",
            Self::Comments => "comments",
            Self::Opinions => "opinions",
            Self::Received => "received",
            Self::Asked => "asked",
            Self::Sent => "sent",
            Self::Came => "came",
            Self::Causes => "causes",
            Self::History => "history",
        }
    }

    /// The most entries it may have.
    pub const fn most(self) -> usize {
        match self {
            Self::History => MOST_REVISIONS,
            _ => MOST_ENTRIES,
        }
    }
}

/// What a reader says of a list with more entries. It is seen at the first entry too many, before the others are read.
pub fn too_many(list: List) -> String {
    format!("{}: more than {} entries", list.name(), list.most())
}

/// Reads a list that ends the reading where it has too many entries.
fn at_most<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D, list: List) -> Result<Vec<T>, D::Error> {
    struct Counted<T>(List, PhantomData<T>);

    impl<'de, T: Deserialize<'de>> Visitor<'de> for Counted<T> {
        type Value = Vec<T>;

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("a sequence")
        }

        fn visit_seq<S: SeqAccess<'de>>(self, mut entries: S) -> Result<Vec<T>, S::Error> {
            let mut read = Vec::new();
            while let Some(entry) = entries.next_element()? {
                if read.len() >= self.0.most() {
                    return Err(S::Error::custom(too_many(self.0)));
                }
                read.push(entry);
            }
            Ok(read)
        }
    }

    deserializer.deserialize_seq(Counted(list, PhantomData))
}

macro_rules! readers {
    ($($name:ident: $list:ident;)*) => {
        $(pub(super) fn $name<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
            at_most(deserializer, List::$list)
        })*
    };
}

readers! {
    items: Items;
    red_flags: RedFlags;
    comments: Comments;
    opinions: Opinions;
    received: Received;
    asked: Asked;
    sent: Sent;
    came: Came;
    causes: Causes;
    stated: Stated;
    revisions: History;
}
