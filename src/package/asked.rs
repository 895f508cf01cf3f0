//! Whom a provider asked: noting what is sent and what comes back, and what is to be said of an answer beside what it says itself.

use super::{is_decided, is_of_request, request_of};
use crate::judgement::{Finding, Judgement, Severity};
use crate::record::{Answer, Asked, Came, CameAs, CheckListPoint, ContentDigest, Date, Edit, Record, Sent, fold};
use crate::text::meant::without_courtesy;
use crate::text::{Lang, asked as words};

/// Whom the provider asked, with the request noted as sent on this day to whom it is addressed. What was sent before with the very
/// same content is not noted twice, and keeps its day. What is addressed to nobody is not noted.
pub fn with_sent(ours: &Record, sent: &Record, on: Date) -> Vec<Asked> {
    let mut all = ours.asked.clone();
    if sent.request.addressee.is_blank() {
        return all;
    }
    let (addressee, content) = (&sent.request.addressee, request_of(sent).content_digest());
    let known = all.iter().position(|asked| is_same_agency(asked.agency.as_str(), addressee.as_str()));
    let index = known.unwrap_or_else(|| {
        all.push(Asked { agency: addressee.clone(), ..Asked::default() });
        all.len() - 1
    });
    if let Some(asked) = all.get_mut(index) {
        asked.reply_by = sent.request.deadline.or(asked.reply_by);
        if asked.sent.last().is_none_or(|last| last.content != content) {
            asked.sent.push(Sent { on, content, service: sent.service.digest() });
        }
    }
    all
}

/// The point of the check-list that is told by a request: the provider's part is complete, if it lacks nothing.
pub fn point_told_by_part(judgement: &Judgement) -> Option<CheckListPoint> {
    let is_of_part = |finding: &Finding| is_of_request(&finding.field) && finding.severity() == Severity::Error;
    (!judgement.findings.iter().any(is_of_part)).then_some(CheckListPoint::OwnPartComplete)
}

/// The point of the check-list that an answer tells by itself: a result was received, if somebody decided on it. A sheet, and a
/// result nobody decided on, tell nothing.
pub fn point_told_by_result(result: &Record, kind: CameAs) -> Option<CheckListPoint> {
    (kind == CameAs::Result && is_decided(result)).then_some(CheckListPoint::AssessmentReceived)
}

/// The changes by which a list of those asked is put down, with the point of the check-list that is told by it, where nobody
/// answered it.
pub fn put_down(record: &Record, asked: Vec<Asked>, told: Option<CheckListPoint>) -> Edit {
    let open = told.filter(|point| *record.check_list_point(*point) == Answer::NotAnswered);
    let point = open.map(|point| Edit::AnswerCheckList(point, Answer::Yes));
    Edit::Together(std::iter::once(Edit::SetAsked(asked)).chain(point).collect())
}

/// Whom the provider asked, with what came back noted: with the request that it says it answers, with the agency of its name, or
/// with one that was never put down. What came before of the same record, or of the same bytes, gives way to it in its place; so
/// does the last sheet of the same agency, since sheets have no record of their own.
pub fn with_answer(ours: &Record, came: Came, agency: &str) -> Vec<Asked> {
    let mut all = ours.asked.clone();
    let is_earlier = |other: &Came| other.record == came.record || other.file.sha256 == came.file.sha256;
    let before = all.iter().enumerate().find_map(|(at, asked)| Some((at, asked.came.iter().position(is_earlier)?)));
    if let Some((at, place)) = before
        && let Some(earlier) = all.get_mut(at).and_then(|asked| asked.came.get_mut(place))
    {
        *earlier = came;
        return all;
    }
    let by_content =
        |content: &ContentDigest| all.iter().position(|asked| asked.sent.iter().any(|sent| sent.content == *content));
    let by_name = || all.iter().position(|asked| is_one_agency(asked.agency.as_str(), agency));
    let by_content = came.answers.as_ref().and_then(by_content);
    // An agency is asked by several of its sections, and another may have passed its request on, which answers for itself alone.
    let fits = |index: &usize| {
        all.get(*index).is_some_and(|asked| agency.trim().is_empty() || is_one_agency(asked.agency.as_str(), agency))
    };
    let index = by_content.filter(fits).or_else(by_name).unwrap_or_else(|| {
        all.push(Asked { agency: crate::record::Line::from_whole(agency.trim()).0, ..Asked::default() });
        all.len() - 1
    });
    if let Some(asked) = all.get_mut(index) {
        let sheet = (came.kind == CameAs::Sheet).then(|| asked.came.iter_mut().find(|other| other.kind == CameAs::Sheet));
        match sheet.flatten() {
            Some(earlier) => *earlier = came,
            None => asked.came.push(came),
        }
    }
    all
}

/// Whom the provider asked, without what came with these bytes. An agency that was put down for it alone goes, too.
pub fn without_answer(ours: &Record, sha256: &ContentDigest) -> Vec<Asked> {
    let mut all = ours.asked.clone();
    all.retain_mut(|asked| {
        let before = asked.came.len();
        asked.came.retain(|came| came.file.sha256 != *sha256);
        let is_unasked = asked.sent.is_empty() && asked.contact.is_blank() && asked.came.is_empty();
        asked.came.len() == before || !is_unasked
    });
    all
}

/// Where what came with these bytes is noted.
pub fn asked_of<'a>(ours: &'a Record, sha256: &ContentDigest) -> Option<(&'a Asked, &'a Came)> {
    ours.asked.iter().find_map(|asked| Some((asked, asked.came.iter().find(|came| came.file.sha256 == *sha256)?)))
}

/// What is odd about an answer, whatever it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Oddity {
    /// The request that it answers was addressed to this other agency.
    NotAddressed(String),
    /// So many other answers are made from the same request.
    RequestUsedAgain(usize),
    /// This agency was never asked.
    NeverAsked,
}

impl Oddity {
    /// What is said of it.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Self::NotAddressed(other) => words::not_addressed(other, lang),
            Self::RequestUsedAgain(others) => words::used_again(*others, lang),
            Self::NeverAsked => words::never_asked(lang).to_owned(),
        }
    }
}

/// What is odd about an answer of this agency that came with these bytes.
pub fn oddities(ours: &Record, came: &Came, agency: &str) -> Vec<Oddity> {
    let mut found = Vec::new();
    let sent_to =
        |content: &ContentDigest| ours.asked.iter().find(|asked| asked.sent.iter().any(|sent| sent.content == *content));
    let was_asked = |asked: &&Asked| !asked.sent.is_empty();
    match came.answers.as_ref().and_then(sent_to) {
        Some(asked) if !agency.trim().is_empty() && !is_one_agency(asked.agency.as_str(), agency) => {
            found.push(Oddity::NotAddressed(asked.agency.to_string()));
        }
        Some(_) => {}
        None => {
            // Of records that were made before sendings were noted nothing can be told.
            let asked: Vec<&Asked> = ours.asked.iter().filter(was_asked).collect();
            if !asked.is_empty() && !asked.iter().any(|asked| is_one_agency(asked.agency.as_str(), agency)) {
                found.push(Oddity::NeverAsked);
            }
        }
    }
    if came.answers.is_some() {
        let all = ours.asked.iter().flat_map(|asked| &asked.came);
        let others = all.filter(|other| other.answers == came.answers && other.record != came.record).count();
        found.extend((others > 0).then_some(Oddity::RequestUsedAgain(others)));
    }
    found
}

/// Whether a request with this addressee is addressed to this agency: it begins with its name, as a whole word or several.
pub(super) fn is_addressed_to(addressee: &str, agency: &str) -> bool {
    let name = letters(agency);
    let addressee = fold(addressee);
    let mut words = addressee.split(|character: char| !character.is_alphanumeric());
    let mut so_far = String::new();
    !name.is_empty()
        && words.any(|word| {
            so_far.push_str(without_courtesy(word));
            so_far == name
        })
}

/// Whether an addressee and the name of an agency are one: either may say more than the other, such as the section.
fn is_one_agency(addressee: &str, agency: &str) -> bool {
    is_addressed_to(addressee, agency) || is_addressed_to(agency, without_courtesy(addressee.trim()))
}

fn is_same_agency(one: &str, other: &str) -> bool {
    letters(without_courtesy(one.trim())) == letters(without_courtesy(other.trim()))
}

fn letters(text: &str) -> String {
    fold(text).chars().filter(|character| character.is_alphanumeric()).collect()
}
