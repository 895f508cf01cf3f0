//! The content of a record, without what stands beside it, and its digest.

use super::{Approval, ContentDigest, History, Record, RequestRef, Service};

impl Record {
    /// The content alone, without what stands beside it: the approval, which covers it, comments and history.
    #[must_use]
    pub fn content_alone(&self) -> Self {
        Self {
            id: self.id.clone(),
            role: self.role,
            created: self.created,
            profile: self.profile.clone(),
            catalogue: self.catalogue.clone(),
            case_name: self.case_name.clone(),
            paper: self.paper.clone(),
            service: self.service.clone(),
            agency: self.agency.clone(),
            procurement: self.procurement.clone(),
            gate: self.gate.clone(),
            task: self.task.clone(),
            red_flags: self.red_flags.clone(),
            items: self.items.clone(),
            raises: self.raises.clone(),
            conditions_of_use: self.conditions_of_use.clone(),
            residual_risk: self.residual_risk.clone(),
            request: self.request.clone(),
            application: self.application.clone(),
            received: self.received.clone(),
            asked: self.asked.clone(),
            answers_request: self.answers_request.clone(),
            approval: Approval::default(),
            comments: Vec::new(),
            history: History::default(),
        }
    }

    /// The canonical JSON (RFC 8785) of [`Record::content_alone`].
    pub fn canonical_content(&self) -> String {
        self.content_alone().canonical()
    }

    /// The canonical JSON (RFC 8785) of the record as it stands.
    pub(super) fn canonical(&self) -> String {
        // The record holds strings, enums and booleans only, none of which can fail to become JSON.
        serde_jcs::to_string(self).unwrap_or_default()
    }

    /// Whether the content is that of another record, whatever stands beside either.
    pub fn same_content(&self, other: &Self) -> bool {
        self.content_alone() == other.content_alone()
    }

    /// SHA-256 of [`Record::canonical_content`].
    pub fn content_digest(&self) -> ContentDigest {
        ContentDigest::of(self.canonical_content().as_bytes())
    }
}

impl Service {
    /// SHA-256 of the canonical JSON (RFC 8785) of the CSP part alone.
    pub fn digest(&self) -> ContentDigest {
        // As above, nothing in it can fail to become JSON.
        ContentDigest::of(serde_jcs::to_string(self).unwrap_or_default().as_bytes())
    }
}

impl RequestRef {
    /// Names a provider's record as a request, as it is now.
    pub fn of(request: &Record) -> Self {
        Self { record: request.id.clone(), content: request.content_digest(), service: request.service.digest() }
    }
}
