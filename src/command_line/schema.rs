//! `schema`: the JSON Schema of a record.

use super::{Context, Exit, Failure, print_json};
use crate::file;

pub(super) fn run(cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    print_json(&file::schema(), cx)?;
    Ok(Exit::Fine)
}
