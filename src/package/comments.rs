//! Which comments go along in a package: those exchanged with the party that receives it; any others only if somebody wants it.

use super::asked::is_addressed_to;
use super::{PackageKind, comments_of_request, is_of_request};
use crate::record::{Comment, Record, Sender};

/// Among whom comments were said.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Circle {
    /// An agency's, to the provider's part of a request: between the two of them.
    Parties,
    /// Said in this record, and to nobody outside.
    House,
    /// Exchanged with this party, from whose record they were taken over.
    With(Sender),
    /// Those in this agency's result, which goes into the package.
    InResult(Sender),
}

/// How many comments of a circle there are, and whether they go along unless somebody decides otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Among whom they were said.
    pub circle: Circle,
    /// How many they are.
    pub count: usize,
    /// Whether they were exchanged with the party that receives the package.
    pub by_default: bool,
}

/// The comments that could go along in a package of this kind, made of a record with these results.
pub fn comments_to_offer<'a>(kind: PackageKind, record: &Record, results: impl IntoIterator<Item = &'a Record>) -> Vec<Offer> {
    let mut offers: Vec<Offer> = Vec::new();
    let of_record = candidates(kind, record).into_iter().map(|comment| circle_of(kind, record, comment));
    let of_results = results.into_iter().filter(|_| kind == PackageKind::Application).flat_map(|result| {
        let circle = Circle::InResult(Sender { record: result.id.clone(), name: result.agency.name.clone() });
        result.comments.iter().map(move |_| circle.clone())
    });
    for circle in of_record.chain(of_results) {
        match offers.iter_mut().find(|offer| offer.circle == circle) {
            Some(offer) => offer.count += 1,
            None => {
                let by_default = match &circle {
                    Circle::Parties => true,
                    Circle::With(sender) => kind == PackageKind::Request && is_addressed(record, sender),
                    Circle::House | Circle::InResult(_) => false,
                };
                offers.push(Offer { circle, count: 1, by_default });
            }
        }
    }
    offers.sort_by(|one, other| one.circle.cmp(&other.circle));
    offers
}

/// The record as it goes into a package of this kind: with the comments of the circles that are wanted and no others.
#[must_use]
pub fn with_wanted_comments(kind: PackageKind, record: &Record, is_wanted: impl Fn(&Circle) -> bool) -> Record {
    let wanted = candidates(kind, record).into_iter().filter(|comment| is_wanted(&circle_of(kind, record, comment)));
    Record { comments: wanted.cloned().collect(), ..record.clone() }
}

/// The comments that can go along at all.
fn candidates(kind: PackageKind, record: &Record) -> Vec<&Comment> {
    match kind {
        PackageKind::Request => comments_of_request(record).collect(),
        PackageKind::Returned => record.comments.iter().filter(|comment| is_on_request(comment)).collect(),
        PackageKind::Result | PackageKind::Application => record.comments.iter().collect(),
    }
}

fn is_on_request(comment: &Comment) -> bool {
    comment.field().is_some_and(|field| is_of_request(&field))
}

fn circle_of(kind: PackageKind, record: &Record, comment: &Comment) -> Circle {
    match (kind, &comment.from) {
        (PackageKind::Result | PackageKind::Returned, _) if record.answers_request.is_some() && is_on_request(comment) => {
            Circle::Parties
        }
        (_, Some(sender)) => Circle::With(sender.clone()),
        (_, None) => Circle::House,
    }
}

/// Whether a request is addressed to this agency.
fn is_addressed(record: &Record, sender: &Sender) -> bool {
    is_addressed_to(record.request.addressee.as_str(), sender.name.as_str())
}
