//! From a request to an assessment, and whether a result answers a request.

use crate::record::{
    Agency, Application, Approval, CataloguePin, Comment, ContentDigest, Date, Edit, Field, Gate, History, Paper, PerObjective,
    Procurement, Prose, Record, RecordId, RecordPart, RequestRef, Role, Sender, TaskChoice, TextField,
};

/// Begins an agency's assessment of a provider's request: CSP part, suggestion and letter are taken over, and the comments on
/// them, as far as they came along; all else is open.
pub fn begin_assessment(request: &Record, id: RecordId, today: Date, catalogue: CataloguePin) -> Record {
    let mut record = Record::new(id, Role::Agency, today, request.profile.clone(), catalogue);
    record.service = request.service.clone();
    record.request = request.request.clone();
    record.answers_request = Some(RequestRef::of(request));
    record.comments = comments_on_its_part(request).cloned().collect();
    record
}

/// Whether a field is the provider's to fill and goes out with a request: the CSP part, or what it asks for.
pub fn is_of_request(field: &Field) -> bool {
    let goes_out = |part| matches!(part, RecordPart::Service | RecordPart::Request);
    match field {
        Field::Text(text) => goes_out(text.part()),
        Field::Day(day) => goes_out(day.part()),
        Field::ServiceIsSaas | Field::SuggestedTask => true,
        Field::Gate(_)
        | Field::Task
        | Field::RedFlag(_)
        | Field::Items
        | Field::Item(..)
        | Field::Answer(..)
        | Field::Decision(..)
        | Field::Reason(..)
        | Field::Raise(_)
        | Field::RaiseReason(_)
        | Field::CheckList(_)
        | Field::Approval
        | Field::Catalogue
        | Field::Profile => false,
    }
}

/// Whether a field is the provider's alone: what goes out with a request, and its own part of the pre-application.
pub fn is_providers(field: &Field) -> bool {
    let is_application = match field {
        Field::Text(text) => text.part() == RecordPart::Application,
        Field::Day(day) => day.part() == RecordPart::Application,
        _ => matches!(field, Field::CheckList(_)),
    };
    is_application || is_of_request(field)
}

fn comments_on_its_part(record: &Record) -> impl Iterator<Item = &Comment> {
    record.comments.iter().filter(|comment| comment.field().is_some_and(|field| is_of_request(&field)))
}

/// What agencies said to the provider's part and is not in its record yet, as one edit that takes it over: who said it, when, and
/// whether it is resolved stay as they came, and in whose record it came is noted. `None` if there is nothing. The number is how many comments it takes over.
pub fn take_over_comments<'a>(ours: &Record, came: impl IntoIterator<Item = &'a Record>) -> Option<(Edit, usize)> {
    let mut new: Vec<Comment> = Vec::new();
    for record in came {
        let from = Some(Sender { record: record.id.clone(), name: record.agency.name.clone() });
        for comment in comments_on_its_part(record) {
            if !ours.comments.iter().chain(&new).any(|known| known.id == comment.id) {
                new.push(Comment { from: from.clone(), ..comment.clone() });
            }
        }
    }
    let count = new.len();
    (count > 0).then(|| (Edit::Together(new.into_iter().map(Edit::AddComment).collect()), count))
}

/// What of a provider's record goes out as a request: its part and the request itself. The check-list of the pre-application with
/// its remarks, the sheets taken in, whom else it asked, an approval, the comments on these, and the history, in which all of that once stood, are the
/// provider's own and stay with it.
#[must_use]
pub fn request_of(record: &Record) -> Record {
    Record {
        application: Application::default(),
        received: Vec::new(),
        asked: Vec::new(),
        approval: Approval::default(),
        comments: comments_of_request(record).cloned().collect(),
        history: History::default(),
        ..record.clone()
    }
}

/// What of a provider's record goes into its application. Whom it asked stays with it, unless somebody wants the history to go
/// along, in which all of that stands.
#[must_use]
pub fn application_of(record: &Record, with_history: bool) -> Record {
    let asked = if with_history { record.asked.clone() } else { Vec::new() };
    Record { asked, ..record.clone() }
}

/// What of an agency's record goes back with a request that is returned: whose it is and what was asked. Nothing of an assessment
/// that was perhaps begun, since none is given; nor the comments on it, nor the history, in which it stands.
#[must_use]
pub fn without_assessment(record: &Record) -> Record {
    let Record { id, role, created, profile, catalogue, case_name, service, request, application, answers_request, .. } =
        record.clone();
    let Agency { name, bureau, section, .. } = record.agency.clone();
    // Each part of a record is named, so that a new one does not compile until somebody says whether it goes back.
    Record {
        id,
        role,
        created,
        profile,
        catalogue,
        case_name,
        paper: Paper::default(),
        service,
        agency: Agency { name, bureau, section, ..Agency::default() },
        procurement: Procurement::default(),
        gate: Gate::default(),
        task: TaskChoice::default(),
        red_flags: Vec::new(),
        items: Vec::new(),
        raises: PerObjective::default(),
        conditions_of_use: Prose::default(),
        residual_risk: Prose::default(),
        request,
        application,
        received: Vec::new(),
        asked: Vec::new(),
        answers_request,
        approval: Approval::default(),
        comments: comments_on_its_part(record).cloned().collect(),
        history: History::default(),
    }
}

/// The comments that go with a request: all but those on what is the provider's own.
pub fn comments_of_request(record: &Record) -> impl Iterator<Item = &Comment> {
    let is_own =
        |field: &Field| matches!(field, Field::CheckList(_) | Field::Text(TextField::ApplicationRemarks) | Field::Approval);
    // What a comment is about may not be known any more: then nobody can tell that it may go.
    record.comments.iter().filter(move |comment| comment.field().is_some_and(|field| !is_own(&field)))
}

/// How a result stands to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Answering {
    /// It answers this very request.
    This,
    /// It answers this request. The record was changed since, and the CSP part is the same.
    ThisWithSameService,
    /// It answers this request as it was before the CSP part was changed.
    ThisBeforeChange,
    /// It says that it answers this request, and holds another CSP part.
    ThisWithOtherService,
    /// It answers another request.
    Another,
    /// It does not say which request it answers.
    NotSaid,
}

impl Answering {
    /// How `result` stands to `request` as it is now.
    pub fn of(result: &Record, request: &Record) -> Self {
        match &result.answers_request {
            None => Self::NotSaid,
            Some(answered) if answered.record != request.id => Self::Another,
            Some(_) if !result.has_service_of_request() => Self::ThisWithOtherService,
            Some(answered) if is_as_asked(&answered.content, request) => Self::This,
            Some(answered) if answered.service == request.service.digest() => Self::ThisWithSameService,
            Some(_) => Self::ThisBeforeChange,
        }
    }

    /// Whether the result is about what the request says now.
    pub const fn fits(self) -> bool {
        matches!(self, Self::This | Self::ThisWithSameService)
    }
}

/// Whether this is the content of the request. What stays with the provider is no part of it, and may change.
fn is_as_asked(content: &ContentDigest, request: &Record) -> bool {
    *content == request_of(request).content_digest() || *content == request.content_digest()
}
