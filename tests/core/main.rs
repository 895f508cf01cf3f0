//! What holds without a document, a window or a command: catalogue, record, judgement, and the record on disk.

#[path = "../support/mod.rs"]
mod support;

mod a_killed_save_loses_nothing;
mod bad_input_is_refused;
mod bounds_stand_in_one_place;
mod catalogue_refuses_what_does_not_fit;
mod catalogue_says_what_it_may;
mod catalogue_ships_whole;
mod colours_stand_in_theme;
mod comments_stay_with_their_field;
mod differences_are_told;
mod edits_change_what_they_say;
mod every_finding_is_made_and_said;
mod every_word_of_an_approved_record_is_bound;
mod explanation_tells_why;
mod files_edited_by_hand;
mod history_remembers;
mod house;
mod judgement_properties;
mod lists_have_limits;
mod named_business_cases;
mod not_assessed_is_never_low;
mod precedents_are_shown;
mod progress_of_the_steps;
mod promises_can_be_tested;
mod readers_survive;
mod sentences_stand_in_text;
mod supply_chain;
mod text_is_taken_as_the_table_says;
mod the_file_format_stays;
mod the_house_keeps_its_arrows;
mod what_is_written_is_for_the_same_eyes;
mod words_are_used_as_agreed;
mod worked_examples;
