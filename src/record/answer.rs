//! Answers, with 不明 and *not answered* as values of their own.

use std::collections::BTreeMap;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{MapAccess, Visitor};
use serde::ser::SerializeMap as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{OptionId, QuestionId};

/// The answer to one question. That a question does not apply is never stored: it follows from other answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// 未回答
    #[default]
    NotAnswered,
    /// 不明: asked, and not known. Never counts as low.
    Unknown,
    /// はい
    Yes,
    /// いいえ
    No,
    /// One of the options of a question that is answered by choosing.
    Choice(OptionId),
}

impl Answer {
    /// Whether it says something: not 不明 and not left open.
    pub const fn is_known(&self) -> bool {
        matches!(self, Self::Yes | Self::No | Self::Choice(_))
    }
}

/// Answers by question. A question that is not in it is not answered; `NotAnswered` itself is never kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Answers(BTreeMap<QuestionId, Answer>);

impl Answers {
    /// The answer to `question`; [`Answer::NotAnswered`] if there is none.
    pub fn get(&self, question: &str) -> &Answer {
        self.0.get(question).unwrap_or(&Answer::NotAnswered)
    }

    /// Sets the answer to `question`; [`Answer::NotAnswered`] takes it away.
    pub fn set(&mut self, question: QuestionId, answer: Answer) {
        if answer == Answer::NotAnswered {
            self.0.remove(&question);
        } else {
            self.0.insert(question, answer);
        }
    }

    /// All answers given, in the order of the ids.
    pub fn iter(&self) -> impl Iterator<Item = (&QuestionId, &Answer)> {
        self.0.iter()
    }

    /// Whether nothing was answered.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<(QuestionId, Answer)> for Answers {
    fn from_iter<T: IntoIterator<Item = (QuestionId, Answer)>>(answers: T) -> Self {
        let mut made = Self::default();
        for (question, answer) in answers {
            made.set(question, answer);
        }
        made
    }
}

impl Serialize for Answers {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (question, answer) in &self.0 {
            map.serialize_entry(question, answer)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Answers {
    /// Refuses a question that stands twice: a format's reader would silently take the last.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct EachOnce;

        impl<'de> Visitor<'de> for EachOnce {
            type Value = Answers;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a map from question to answer")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Answers, M::Error> {
                let mut answers = Answers::default();
                while let Some((question, answer)) = map.next_entry::<QuestionId, Answer>()? {
                    if answers.0.contains_key(&question) {
                        return Err(serde::de::Error::custom(format!("question {question} is answered twice")));
                    }
                    answers.0.insert(question, answer);
                }
                answers.0.retain(|_, answer| *answer != Answer::NotAnswered);
                Ok(answers)
            }
        }

        deserializer.deserialize_map(EachOnce)
    }
}

impl JsonSchema for Answers {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Answers".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let answer = generator.subschema_for::<Answer>();
        json_schema!({
            "type": "object",
            "description": "Answers by question id; a question that is missing is not answered",
            "propertyNames": { "pattern": "^[A-Za-z0-9._-]{1,64}$" },
            "additionalProperties": answer,
        })
    }
}
