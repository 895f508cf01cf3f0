//! What of a text that was typed, pasted or read was not taken as it stood.

/// What of a text was not taken as it stood. Nothing is changed without it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextChanges {
    /// Characters that were left out, each once, in the order in which they stand first.
    pub left_out: Vec<LeftOut>,
    /// How many tabs became blanks.
    pub tabs: usize,
    /// How many combining voiced marks were put together with the kana before them.
    pub joined: usize,
    /// How many line breaks within a single line became blanks.
    pub breaks: usize,
    /// How many characters there were, if only the first of them were taken.
    pub cut_from: Option<usize>,
}

/// A character that was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Its code point.
    pub code: u32,
    /// How many there were.
    pub count: usize,
    /// Where the first of them stood, in characters, from 1.
    pub position: usize,
}

impl TextChanges {
    /// Whether the text was taken as it stood.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The same with what was changed of another text.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        for left_out in other.left_out {
            match self.left_out.iter_mut().find(|known| known.code == left_out.code) {
                Some(known) => known.count += left_out.count,
                None => self.left_out.push(left_out),
            }
        }
        self.tabs += other.tabs;
        self.joined += other.joined;
        self.breaks += other.breaks;
        self.cut_from = self.cut_from.or(other.cut_from);
        self
    }

    pub(super) fn leave_out(&mut self, character: char, position: usize) {
        let code = u32::from(character);
        match self.left_out.iter_mut().find(|known| known.code == code) {
            Some(known) => known.count += 1,
            None => self.left_out.push(LeftOut { code, count: 1, position }),
        }
    }
}
