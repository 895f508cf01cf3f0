//! The text of a page in reading order, for who does not see the picture of it.

use typst::foundations::Content;
use typst::introspection::Tag;
use typst::layout::{Abs, Frame, FrameItem, Point, Transform};
use typst::text::TextItem;

/// Between the cells of a row.
const BETWEEN_CELLS: char = '\u{3000}';

/// The text of a page's frame: a line for each paragraph, heading, point of a list, row of a table and typed line.
pub(super) fn of(frame: &Frame) -> String {
    let mut reader = Reader::default();
    reader.frame(frame, Point::zero());
    reader.text
}

/// What comes before the next piece of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Break {
    /// Nothing: the text goes on, perhaps on a further line of the page.
    #[default]
    None,
    /// The end of a line.
    Line,
    /// The end of a cell, and of the line if a row ends with it.
    Cell,
}

#[derive(Default)]
struct Reader {
    text: String,
    coming: Break,
    /// The base line on which the cell began that is being read.
    row: Option<Abs>,
    /// Where the last piece of text ended.
    end: Point,
}

impl Reader {
    fn frame(&mut self, frame: &Frame, origin: Point) {
        for (position, item) in frame.items() {
            let at = origin + *position;
            match item {
                FrameItem::Group(group) => {
                    // What stands aslant is the mark behind the pages of a draft. Their heads say the same.
                    let Transform { sx, ky, kx, sy, tx, ty } = group.transform;
                    if (sx.get(), ky.get(), kx.get(), sy.get()) == (1.0, 0.0, 0.0, 1.0) {
                        self.frame(&group.frame, at + Point::new(tx, ty));
                    }
                }
                FrameItem::Text(item) => self.item(item, at),
                FrameItem::Tag(Tag::Start(content, _)) => self.begin(content),
                FrameItem::Tag(Tag::End(..)) | FrameItem::Shape(..) | FrameItem::Image(..) | FrameItem::Link(..) => {}
            }
        }
    }

    fn begin(&mut self, content: &Content) {
        match content.elem().name() {
            "cell" => self.coming = Break::Cell,
            // The template marks each typed line with metadata.
            "metadata" | "par" | "heading" | "title" | "item" | "table" | "grid" | "artifact" if self.coming == Break::None => {
                self.coming = Break::Line;
            }
            _ => {}
        }
    }

    fn item(&mut self, item: &TextItem, at: Point) {
        let same_line = near(at.y, self.end.y, item.size);
        match std::mem::take(&mut self.coming) {
            Break::None if same_line && at.x - self.end.x > item.size * 0.25 => self.text.push(' '),
            Break::None => {}
            Break::Line => self.end_line(),
            Break::Cell if self.row.is_some_and(|row| near(row, at.y, item.size)) => self.text.push(BETWEEN_CELLS),
            Break::Cell => {
                self.end_line();
                self.row = Some(at.y);
            }
        }
        self.text.push_str(&item.text);
        self.end = Point::new(at.x + item.width(), at.y);
    }

    fn end_line(&mut self) {
        let length = self.text.trim_end().len();
        self.text.truncate(length);
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }
}

/// Whether two base lines are those of one line of text of this size.
fn near(one: Abs, other: Abs, size: Abs) -> bool {
    (one - other).abs() < size * 0.5
}
