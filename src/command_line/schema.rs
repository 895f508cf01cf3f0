//! `schema`: the JSON Schema of a record.

use super::{Context, Exit, Failure};
use crate::file;

pub(super) fn run(cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    cx.print_json(&file::schema())?;
    Ok(Exit::Fine)
}
