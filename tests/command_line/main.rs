//! What the commands do, seen from outside: by arguments, output, exit code and files.

#[path = "../support/mod.rs"]
mod support;

mod approval_binds_content;
mod command_line_imports;
mod command_line_reads;
mod command_line_speaks;
mod command_line_writes;
mod commands_share_a_record;
mod earlier_catalogues;
mod eligibility_is_asked;
mod killed_and_faulted;
mod nothing_goes_elsewhere;
mod rules_change;
