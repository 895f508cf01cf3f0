//! The house's own widgets. Each gives its name, role and state to assistive technology, and meets the least target size.

mod answer_table;
mod badge;
mod button;
mod card_button;
mod choice;
mod choice_card;
mod date_field;
mod dots;
mod field;
mod field_head;
mod field_spec;
mod finding;
mod focus;
mod focus_places;
mod guide;
mod icon;
mod input_method;
mod kinsoku;
mod label;
mod message;
mod phrases;
mod progress_boxes;
mod reading;
mod region;
mod side_by_side;
mod sticky;
mod stray_click;
mod table;
mod taking_back;
mod text_cell;

pub use crate::window::field_id::field_id;
pub use crate::window::memory::TextDrafts;
pub use answer_table::{AnswerActs, AnswerHead, AnswerRow, answer_table};
pub use badge::{Tone, badge, bases_list, basis_badge};
pub use button::{
    Rank, button_width, link_button, outlined_chip, primary_button, ranked_button, secondary_button, small_button,
    small_button_width,
};
pub use card_button::{card_buttons, card_frame};
pub use choice::{Cleared, answer_buttons, choice_row, clearable_choice_row, option_colors, paint_chosen_edge, segmented};
pub use choice_card::{Card, Cards, choice_cards, radio_circle, row_fill};
pub use date_field::date_field;
pub use dots::paint_dots;
pub use field::{line_input, password_input, pasted_input, path_input, prose_input, read_only_value, text_field};
pub use field_spec::FieldSpec;
pub use finding::{comment_corner, comment_mark, findings_of, name_with_comments, open_comments, what_is_said};
pub use focus::{FocusGuide, digit_keys, is_on_screen};
pub use guide::{forward_focus, guide_on_focus};
pub use icon::{BARS_WIDTH, BOX_STEP, Icon, bars, bars_of, icon, paint_bars, paint_boxes, paint_icon};
pub use kinsoku::{Breaks, layout_ja, may_break};
pub use label::{
    dialog_heading, drawn, ja_label, ja_layout, job_of, low_section_heading, page_heading, page_heading_id, section_heading,
    side_heading, small_heading,
};
pub use message::{message_box, message_text, status_message};
pub use progress_boxes::{BoxState, progress_boxes};
pub use reading::{Why, choices_to_be_read, sense_of_choice, tell_group_only_read, tell_only_read, tell_selected, why_only_read};
pub use region::region;
pub use side_by_side::{SideBySide, SideHeads, SideLine, SideRow};
pub use sticky::{reveal_under_head, under_head};
pub use table::{CELL_PADDING, Column, Row, Table, table};
pub use taking_back::{Room, is_taken_back_by_key, room_for, take_back_button};
pub use text_cell::{CELL_MARGIN, text_cell};
