//! What the list of agencies asked remembers.

use crate::record::{Asked, Date};

/// What is being typed of an agency that is asked.
#[derive(Debug, Default)]
pub(in crate::window) struct AskedForm {
    /// Whether it is shown.
    pub(in crate::window) is_shown: bool,
    /// Which of the list is corrected; none if another is put down.
    pub(in crate::window) of: Option<usize>,
    pub(in crate::window) agency: String,
    pub(in crate::window) contact: String,
    pub(in crate::window) reply_by: String,
    /// The day on which it was sent last.
    pub(in crate::window) sent: String,
    pub(in crate::window) acknowledged: String,
}

impl AskedForm {
    /// What stands there, to be corrected.
    pub(in crate::window) fn of(place: Option<usize>, asked: &Asked) -> Self {
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        Self {
            is_shown: true,
            of: place,
            agency: asked.agency.to_string(),
            contact: asked.contact.to_string(),
            reply_by: day(asked.reply_by),
            sent: day(asked.sent.last().map(|sent| sent.on)),
            acknowledged: day(asked.acknowledged),
        }
    }
}
