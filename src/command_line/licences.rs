//! `licences`: of whose work the program is made, as texts or as a list for other programs.

use super::arguments::LicencesArguments;
use super::{Context, Exit, Failure};
use crate::third_party::{LICENCES, SBOM};

pub(super) fn run(arguments: &LicencesArguments, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let text = if arguments.sbom { SBOM } else { LICENCES };
    cx.console.result(text.trim_end())?;
    Ok(Exit::Fine)
}
