//! What stands out, and where it is to be mended.

use super::Judgement;
use crate::catalogue::Catalogue;
use crate::record::{Date, Record};

/// Adds what stands out to the contradictions that stand there already, errors first, then in the order of the steps.
pub(super) fn add(_judgement: &mut Judgement, _record: &Record, _catalogue: &Catalogue, _today: Date) {}
