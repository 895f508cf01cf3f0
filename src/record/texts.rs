//! The texts and days of a record by the field they stand in.

use super::apply::has_room;
use super::day_fields::day_fields;
use super::item_field::item_fields;
use super::text_fields::text_fields;
use super::{
    Answer, Date, DayField, EditError, Field, InformationItem, ItemField, Line, List, Record, RedFlagReply, TaskChoice, Text,
    TextError, TextField,
};

/// What every text of a record can do, whatever its length and number of lines.
trait TextSlot {
    fn read(&self) -> &str;
    fn write(&mut self, raw: &str) -> Result<(), TextError>;
    fn soft_length(&self) -> usize;
    fn multiline(&self) -> bool;
    fn blank(&self) -> bool;
}

impl<const SOFT: usize, const LINES: bool> TextSlot for Text<SOFT, LINES> {
    fn read(&self) -> &str {
        self.as_str()
    }

    fn write(&mut self, raw: &str) -> Result<(), TextError> {
        *self = Self::new(raw)?;
        Ok(())
    }

    fn soft_length(&self) -> usize {
        SOFT
    }

    fn multiline(&self) -> bool {
        LINES
    }

    fn blank(&self) -> bool {
        self.is_blank()
    }
}

/// Where a text is kept, from its path in the table: the texts of a pasted row only where one was pasted.
macro_rules! kept {
    ($record:ident, task.agency_entry.$name:ident, $($borrow:tt)+) => {
        match $($borrow)+ $record.task {
            TaskChoice::AgencyEntry { $name, .. } => Some($name),
            _ => None,
        }
    };
    ($record:ident, $($name:ident).+, $($borrow:tt)+) => {
        Some($($borrow)+ $record.$($name).+)
    };
}

macro_rules! keep_them {
    ($($(#[$doc:meta])* $name:ident: $($path:ident).+, $part:ident $(, $later:ident)?;)*) => {
        /// A text that stands once; `None` for one of a pasted row where none was pasted.
        const fn text_in(record: &Record, text: TextField) -> Option<&dyn TextSlot> {
            match text { $(TextField::$name => kept!(record, $($path).+, &),)* }
        }

        const fn text_in_mut(record: &mut Record, text: TextField) -> Option<&mut dyn TextSlot> {
            match text { $(TextField::$name => kept!(record, $($path).+, &mut),)* }
        }
    };
}

text_fields!(keep_them);

macro_rules! keep_days {
    ($($(#[$doc:meta])* $name:ident: $group:ident.$field:ident, $part:ident;)*) => {
        impl Record {
            /// A day, if it is set.
            pub const fn day_of(&self, field: DayField) -> Option<Date> {
                match field { $(DayField::$name => self.$group.$field,)* }
            }

            pub(super) const fn day_mut(&mut self, field: DayField) -> &mut Option<Date> {
                match field { $(DayField::$name => &mut self.$group.$field,)* }
            }
        }
    };
}

day_fields!(keep_days);

/// Where a text of an item is kept; nothing for what is picked.
macro_rules! kept_in_item {
    ($item:ident, $name:ident, Text, $($borrow:tt)+) => {
        Some($($borrow)+ $item.$name)
    };
    ($item:ident, $name:ident, $kind:ident, $($borrow:tt)+) => {
        None
    };
}

macro_rules! keep_in_items {
    ($($(#[$doc:meta])* $name:ident: $kept:ident, $kind:ident;)*) => {
        const fn text_of(item: &InformationItem, field: ItemField) -> Option<&dyn TextSlot> {
            match field { $(ItemField::$name => kept_in_item!(item, $kept, $kind, &),)* }
        }

        const fn text_of_mut(item: &mut InformationItem, field: ItemField) -> Option<&mut dyn TextSlot> {
            match field { $(ItemField::$name => kept_in_item!(item, $kept, $kind, &mut),)* }
        }
    };
}

item_fields!(keep_in_items);

impl InformationItem {
    /// A text of the item itself; `None` for what is picked.
    pub fn text(&self, field: ItemField) -> Option<&str> {
        text_of(self, field).map(TextSlot::read)
    }

    /// The texts of the item itself, each with the length in characters beyond which it is said to be long.
    pub fn texts(&self) -> impl Iterator<Item = (ItemField, &str, usize)> {
        let texts = ItemField::ALL.into_iter().filter_map(|field| Some((field, text_of(self, field)?)));
        texts.map(|(field, slot)| (field, slot.read(), slot.soft_length()))
    }
}

macro_rules! slot {
    ($record:expr, $field:expr, $text_in:ident, $of_item:ident, $iter:ident, $($borrow:tt)+) => {
        match $field {
            Field::Text(text) => $text_in($record, *text),
            Field::Item(id, field) => match $record.items.$iter().find(|item| item.id == *id) {
                None => None,
                Some(item) => $of_item(item, *field),
            },
            Field::Reason(id, objective) => match $record.items.$iter().find(|item| item.id == *id) {
                None => None,
                Some(item) => Some($($borrow)+ item.decisions[*objective].reason),
            },
            Field::RaiseReason(objective) => Some($($borrow)+ $record.raises[*objective].reason),
            Field::RedFlag(flag) => match $record.red_flags.$iter().find(|reply| reply.flag == *flag) {
                None => None,
                Some(reply) => Some($($borrow)+ reply.word),
            },
            _ => None,
        }
    };
}

impl Record {
    /// The text of a field; `None` if the field holds no text or the thing it belongs to is not there.
    pub fn text(&self, field: &Field) -> Option<&str> {
        let slot: Option<&dyn TextSlot> = slot!(self, field, text_in, text_of, iter, &);
        slot.map(TextSlot::read)
    }

    /// Whether there is nothing to read in a field: an empty text, one of invisible characters, or none at all.
    pub fn is_blank(&self, field: &Field) -> bool {
        let slot: Option<&dyn TextSlot> = slot!(self, field, text_in, text_of, iter, &);
        slot.is_none_or(TextSlot::blank)
    }

    /// The length in characters beyond which the text of a field is said to be long, and whether it may have several lines.
    pub fn text_limits(&self, field: &Field) -> Option<(usize, bool)> {
        let slot: Option<&dyn TextSlot> = slot!(self, field, text_in, text_of, iter, &);
        slot.map(|slot| (slot.soft_length(), slot.multiline()))
    }

    /// The day in a field that holds one; `None` if the field holds no day, or none is set.
    pub const fn day(&self, field: &Field) -> Option<Date> {
        match field {
            Field::Day(field) => self.day_of(*field),
            _ => None,
        }
    }

    /// All texts of the record with their fields, in the order of the steps.
    pub fn texts(&self) -> Vec<(Field, &str)> {
        let single = TextField::ALL.iter().copied().map(Field::Text);
        let mut texts: Vec<(Field, &str)> =
            single.filter_map(|field| self.text(&field).map(|text| (field.clone(), text))).collect();
        texts.extend(self.red_flags.iter().map(|reply| (Field::RedFlag(reply.flag.clone()), reply.word.as_str())));
        // Each item is asked itself: to ask the record would be to look for each among all.
        for item in &self.items {
            let of_field = |field| item.text(field).map(|text| (Field::Item(item.id.clone(), field), text));
            texts.extend(ItemField::ALL.into_iter().filter_map(of_field));
            for (objective, decision) in item.decisions.iter() {
                texts.push((Field::Reason(item.id.clone(), objective), decision.reason.as_str()));
            }
        }
        texts.extend(self.raises.iter().map(|(objective, raise)| (Field::RaiseReason(objective), raise.reason.as_str())));
        texts
    }

    /// Puts a text into a field.
    pub(super) fn set_text(&mut self, field: Field, text: &str) -> Result<(), EditError> {
        if let Field::RedFlag(flag) = &field
            && self.red_flag(flag).is_none()
        {
            has_room(&self.red_flags, 1, List::RedFlags)?;
            self.red_flags.push(RedFlagReply { flag: flag.clone(), applies: Answer::NotAnswered, word: Line::default() });
        }
        if let Field::Item(id, _) | Field::Reason(id, _) = &field {
            self.index_of(id)?;
        }
        let slot: Option<&mut dyn TextSlot> = slot!(self, &field, text_in_mut, text_of_mut, iter_mut, &mut);
        let Some(slot) = slot else { return Err(EditError::NotText(field)) };
        slot.write(text).map_err(|problem| EditError::Text { field, problem })
    }
}
