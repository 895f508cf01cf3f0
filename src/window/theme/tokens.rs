//! Sizes by their use, in points at 100 %.

/// Size of a page's heading, and of a question.
pub const SIZE_HEADING: f32 = 28.0;
/// Size of the heading of a section, of a level, of an answer.
pub const SIZE_SECTION: f32 = 20.0;
/// Size of running text, labels, fields, answers, buttons.
pub const SIZE_BODY: f32 = 16.0;
/// Size of hints, states, tables of data. Nothing on the screen is smaller.
pub const SIZE_SMALL: f32 = 14.0;

/// Height of a line of running text, in its size.
pub const LINE_RUNNING: f32 = 1.7;
/// Height of a line in a cell or a short note, in its size.
pub const LINE_NOTE: f32 = 1.55;
/// Height of a line of a heading, in its size.
pub const LINE_HEADING: f32 = 1.35;

/// The menu bar.
pub const MENU_HEIGHT: f32 = 44.0;
/// The result strip.
pub const STRIP_HEIGHT: f32 = 52.0;
/// The rail: thirteen rows and the head are as high as what is left of a screen of 768.
pub const RAIL_WIDTH: f32 = 248.0;
/// The head of the rail.
pub const RAIL_HEAD: f32 = 36.0;
/// A row that can be clicked: of the rail, of a list.
pub const ROW_HEIGHT: f32 = 44.0;
/// The guidance beside a step.
pub const GUIDANCE_WIDTH: f32 = 304.0;
/// Around the guidance.
pub const GUIDANCE_PADDING: f32 = 20.0;
/// The footer.
pub const FOOTER_HEIGHT: f32 = 64.0;
/// Above and below a step.
pub const STEP_PADDING_Y: i8 = 20;
/// On either side of a step.
pub const STEP_PADDING_X: i8 = 32;

/// Between things that belong together.
pub const GAP_S: f32 = 8.0;
/// Between parts of one thing.
pub const GAP_M: f32 = 12.0;
/// Between things.
pub const GAP_L: f32 = 20.0;
/// Between sections.
pub const GAP_XL: f32 = 32.0;

/// A button.
pub const BUTTON_HEIGHT: f32 = 48.0;
/// The least width of a button.
pub const BUTTON_WIDTH: f32 = 96.0;
/// On either side of the text of a button.
pub const BUTTON_PADDING: f32 = 20.0;
/// A button in a row, and the least height of anything that is clicked.
pub const TARGET_HEIGHT: f32 = 44.0;
/// Switches, chips and filters, within a row that is higher.
pub const CHIP_HEIGHT: f32 = 36.0;
/// A field of one line.
pub const FIELD_HEIGHT: f32 = 48.0;
/// A cell of a table in which an answer is chosen.
pub const ANSWER_HEIGHT: f32 = 60.0;
/// The circle of a radio button, the square of a check box.
pub const RADIO: f32 = 24.0;
/// An icon of a state.
pub const ICON: f32 = 18.0;
/// An arrow or a check mark beside a word.
pub const ICON_SMALL: f32 = 16.0;

/// A line between things, and the edge of what can be operated.
pub const EDGE: f32 = 1.0;
/// The edge of what is chosen, marked, an outcome.
pub const EDGE_CHOSEN: f32 = 2.0;
/// The bar at the left of the current step, a proposal, a warning.
pub const BAR: f32 = 4.0;
/// Corners of buttons, fields and cards. Tables have none.
pub const RADIUS: u8 = 8;
/// Corners of marks and tags.
pub const RADIUS_MARK: u8 = 4;

/// Below this width, in points, the rail is one line.
pub const NARROW_WIDTH: f32 = 820.0;
/// Below this width, in points, the guidance is a drawer.
pub const DRAWER_WIDTH: f32 = 1180.0;
/// From this width of a page on, in points, two columns of text stand side by side.
pub const TWO_COLUMNS_WIDTH: f32 = 660.0;
