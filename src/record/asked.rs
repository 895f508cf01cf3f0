//! 依頼先: whom a provider asked to assess, what was sent to each, and what came back.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::entries::{self, MOST_ENTRIES};
use super::{ContentDigest, Date, Line, Prose, ReceivedFile, RecordId};

/// An agency that a provider asked, or means to ask, to assess its service.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// The agency, as the request is addressed.
    pub agency: Line<100>,
    /// Whom to ask there, with address.
    #[serde(default, skip_serializing_if = "Prose::is_empty")]
    pub contact: Prose<200>,
    /// By when an answer is hoped for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_by: Option<Date>,
    /// The day on which the agency said that it has the request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acknowledged: Option<Date>,
    /// What was sent, the latest last.
    #[serde(default, deserialize_with = "entries::sent", skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = MOST_ENTRIES))]
    pub sent: Vec<Sent>,
    /// What came back, in the order in which it came.
    #[serde(default, deserialize_with = "entries::came", skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = MOST_ENTRIES))]
    pub came: Vec<Came>,
}

/// A request as it was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sent {
    /// 送付日
    pub on: Date,
    /// Digest of the content of the request.
    pub content: ContentDigest,
    /// Digest of the service part in it.
    pub service: ContentDigest,
}

/// A file that an agency sent back. It is kept beside the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Came {
    /// The file.
    pub file: ReceivedFile,
    /// As what it came.
    pub kind: CameAs,
    /// The agency's record in it. What has the same takes the place of what came before.
    pub record: RecordId,
    /// Digest of the content of the request that it says it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answers: Option<ContentDigest>,
}

/// As what something came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CameAs {
    /// An assessment.
    Result,
    /// A sheet that was filled in without the program.
    Sheet,
    /// The request, without an assessment.
    Returned,
}

/// Where a request stands. It follows from what was sent and what came, and is never stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AskedState {
    /// 期限超過: the day on which an answer was hoped for is past.
    Overdue,
    /// 差戻し: it was sent back without an assessment.
    Returned,
    /// 作成中: nothing was sent.
    Preparing,
    /// 送付
    Sent,
    /// 受領: the agency said that it has it.
    Acknowledged,
    /// 評価結果あり
    Answered,
}

impl AskedState {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Overdue, Self::Returned, Self::Preparing, Self::Sent, Self::Acknowledged, Self::Answered];

    /// Whether the agency has the request and did not answer.
    pub const fn is_waiting(self) -> bool {
        matches!(self, Self::Overdue | Self::Sent | Self::Acknowledged)
    }
}

impl Asked {
    /// Where the request stands on this day.
    pub fn state(&self, today: Date) -> AskedState {
        let answers = || self.came.iter().rev().filter(|came| self.answers_last(came));
        if answers().any(|came| came.kind != CameAs::Returned) {
            return AskedState::Answered;
        }
        if answers().next().is_some() {
            return AskedState::Returned;
        }
        let Some(last) = self.sent.last() else { return AskedState::Preparing };
        if self.reply_by.is_some_and(|day| day < today) {
            AskedState::Overdue
        } else if self.acknowledged.is_some_and(|day| day >= last.on) {
            AskedState::Acknowledged
        } else {
            AskedState::Sent
        }
    }

    /// Whether this answers what was sent last: by what it says itself or, where that is nothing that was sent, by its day.
    fn answers_last(&self, came: &Came) -> bool {
        let Some((last, earlier)) = self.sent.split_last() else { return true };
        match &came.answers {
            Some(content) if *content == last.content => true,
            Some(content) if earlier.iter().any(|sent| sent.content == *content) => false,
            _ => came.file.on >= last.on,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: i16) -> Date {
        Date::new(2026, 11, i8::try_from(day).unwrap()).unwrap()
    }

    fn sent(on: i16, content: &str) -> Sent {
        let digest = ContentDigest::of(content.as_bytes());
        Sent { on: day(on), content: digest.clone(), service: digest }
    }

    fn came(on: i16, kind: CameAs, answers: Option<&str>) -> Came {
        let file = ReceivedFile { name: Line::default(), sha256: ContentDigest::of(b"file"), on: day(on) };
        let answers = answers.map(|content| ContentDigest::of(content.as_bytes()));
        Came { file, kind, record: RecordId::new("r").unwrap(), answers }
    }

    #[test]
    fn the_state_follows_from_what_was_sent_and_what_came() {
        let mut asked = Asked { reply_by: Some(day(20)), ..Asked::default() };
        assert_eq!(asked.state(day(25)), AskedState::Preparing, "nothing was sent, so that nothing is late");
        asked.sent.push(sent(10, "one"));
        assert_eq!(asked.state(day(20)), AskedState::Sent, "the day itself is not past");
        assert_eq!(asked.state(day(21)), AskedState::Overdue);
        asked.acknowledged = Some(day(12));
        assert_eq!(asked.state(day(20)), AskedState::Acknowledged);
        asked.came.push(came(15, CameAs::Returned, Some("one")));
        assert_eq!(asked.state(day(21)), AskedState::Returned);
        // Mended and sent once more, on the very day: what came answers the words before.
        asked.sent.push(sent(15, "two"));
        assert_eq!(asked.state(day(16)), AskedState::Sent, "the agency has not said that it has the new one");
        asked.came.push(came(18, CameAs::Sheet, None));
        assert_eq!(asked.state(day(25)), AskedState::Answered);
    }

    #[test]
    fn what_came_without_being_asked_for_is_an_answer() {
        let asked = Asked { came: vec![came(15, CameAs::Result, None)], ..Asked::default() };
        assert_eq!(asked.state(day(16)), AskedState::Answered);
    }
}
