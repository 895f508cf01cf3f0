//! What leaves the program to be read: pages, Word, workbooks, OSCAL, and what they must say.

#[path = "../support/mod.rs"]
mod support;

mod a_pdf_opens_again;
mod a_set_seals_itself;
mod blank_fields_say_what_they_are;
mod documents_are_for_their_readers;
mod documents_keep_their_length;
mod every_word_is_on_paper;
mod exports_as_pages;
mod exports_hold_together_as_a_set;
mod exports_leave_out_what_is_listed;
mod exports_name_the_outcome;
mod exports_oscal;
mod exports_printed_form;
mod exports_say_everything;
mod exports_tell_nothing_of_the_machine;
mod exports_word;
mod heaps_are_cut;
mod hostile_text_never_acts;
mod no_id_stands_in_a_sentence;
mod pages_are_set_well;
mod pages_are_what_the_record_prints;
mod partners_are_found_by_one_page;
mod registration_is_told_on_one_page;
mod the_picture_tells_all;
mod versions_go_along;
mod what_comes_next_is_true;
mod workbook_is_a_form;
mod workbook_prints;
