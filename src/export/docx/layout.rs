//! Measures and colours of a Word document: those of the printed form.

/// Width of an A4 page, in twentieths of a point.
pub(super) const PAGE_WIDTH: u32 = 11_906;
/// Its height.
pub(super) const PAGE_HEIGHT: u32 = 16_838;

/// Colour of small print.
pub(super) const QUIET: &str = "595959";
/// Colour of lines.
pub(super) const LINE: &str = "B3B3B3";
/// Ground of headers, labels and notices.
pub(super) const SHADE: &str = "F2F2F2";
/// Colour of headings.
pub(super) const BLUE: &str = "00118F";
/// Colour of what fits.
pub(super) const GREEN: &str = "115A36";
/// Colour of what does not.
pub(super) const RED: &str = "A90000";
/// Colour of text.
pub(super) const INK: &str = "1A1A1A";
/// Ground of what was lowered.
pub(super) const LOWERED_GROUND: &str = "FFF0E0";
/// Ground of what is open.
pub(super) const OPEN_GROUND: &str = "FBF5E0";

/// Measures that differ between a document on many pages and one that is to fit on one.
///
/// Lengths are in twentieths of a point, sizes of letters in halves of a point.
pub(super) struct Layout {
    pub(super) top: u32,
    pub(super) bottom: u32,
    pub(super) side: u32,
    /// From the edge of the page to header and footer.
    pub(super) edge: u32,
    pub(super) body: u32,
    pub(super) small: u32,
    pub(super) table: u32,
    pub(super) label: u32,
    pub(super) chapter: u32,
    pub(super) above_chapter: u32,
    /// Height of a line of running text, in tenths of its letters.
    pub(super) line: u32,
    /// Above and below a paragraph.
    pub(super) gap: u32,
    pub(super) cell_side: u32,
    pub(super) cell_above: u32,
}

const ROOMY: Layout = Layout {
    top: 1_417,
    bottom: 1_134,
    side: 1_077,
    edge: 567,
    body: 19,
    small: 16,
    table: 18,
    label: 17,
    chapter: 25,
    above_chapter: 360,
    line: 15,
    gap: 80,
    cell_side: 100,
    cell_above: 60,
};

const DENSE: Layout = Layout {
    top: 1_134,
    bottom: 794,
    side: 907,
    edge: 397,
    body: 16,
    small: 13,
    table: 15,
    label: 14,
    chapter: 20,
    above_chapter: 160,
    line: 13,
    gap: 40,
    cell_side: 80,
    cell_above: 20,
};

impl Layout {
    /// The measures of a document.
    pub(super) const fn of(compact: bool) -> &'static Self {
        if compact { &DENSE } else { &ROOMY }
    }

    /// Width between the margins.
    pub(super) const fn text_width(&self) -> u32 {
        PAGE_WIDTH - 2 * self.side
    }
}

/// Shares the width between the margins out, so that the parts sum up to it.
pub(super) fn widths(total: u32, shares: impl Iterator<Item = u32> + Clone) -> Vec<u32> {
    let sum: u32 = shares.clone().sum::<u32>().max(1);
    let mut before = 0;
    let mut begin = 0;
    let mut widths = Vec::new();
    for share in shares {
        before += share;
        let end = total * before / sum;
        widths.push(end - begin);
        begin = end;
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_fill_the_width_between_the_margins() {
        for shares in [&[5, 3, 3, 3][..], &[1], &[27, 73], &[1, 1, 1, 1, 1, 1, 1]] {
            let total = ROOMY.text_width();
            assert_eq!(widths(total, shares.iter().copied()).iter().sum::<u32>(), total, "{shares:?}");
        }
        assert!(widths(100, [].into_iter()).is_empty());
    }
}
