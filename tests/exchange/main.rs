//! What goes out and comes back: packages between provider and agency, sheets that were filled in, signatures.

#[path = "../support/mod.rs"]
mod support;

mod both_profiles;
#[cfg(unix)]
mod doors_never_wait;
mod packages_forgive_their_form;
mod packages_refuse_harm;
mod pasted_rows_are_understood;
mod round_trips_keep_everything;
mod signatures_hold;
mod strangers_files_are_bounded;
mod two_parties;
mod what_belongs_to_an_application;
mod what_stands_outside_is_told;
mod whom_a_provider_asked;
mod words_are_taken_as_meant;
mod workbook_comes_back;
mod workbook_items;
mod workbook_of_before;
mod workbook_that_was_tampered_with;
mod worst_files_stay_within_limits;
