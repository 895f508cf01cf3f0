//! Generators of arbitrary records: any answers, grades, decisions and texts, well-formed or not.

use liu_wizard::catalogue::{Effect, Question, Section};
use liu_wizard::judgement::judge;
use liu_wizard::record::{
    Answer, ApprovalState, Choice, Comment, CommentId, ConfidentialityGrade, Grade, InformationItem, Lapse, Level, Objective,
    Opinion, OpinionView, OptionId, Paper, PersonCount, Procurement, RaiseTo, Record, RequestRef, Role, SeenCause, SeenProposal,
    TaskChoice, TaskId, Validity,
};
use proptest::prelude::*;
use proptest::sample::select;

use super::{blank, catalogue, day, item_id, person, question, today};

/// How much of a record is answered. Without the full ones, hardly any generated record would come out assessed.
#[derive(Clone, Copy, Debug)]
pub enum Density {
    /// Every question that can be asked is answered and known.
    Full,
    /// Some are open, unknown or of the wrong kind.
    Ragged,
}

/// Any record of an agency or, now and then, of a provider.
pub fn any_record() -> impl Strategy<Value = Record> {
    prop_oneof![any_record_of(Density::Full), any_record_of(Density::Ragged)]
}

/// Any record of this density.
pub fn any_record_of(density: Density) -> impl Strategy<Value = Record> {
    let parts = (gate(density), task(), prop::collection::vec(item_with_plans(density), 0..4), raises(), texts(), approval());
    (parts, prop_oneof![9 => Just(Role::Agency), 1 => Just(Role::Csp)], paper(), procurement()).prop_map(
        |((gate, task, items, raises, texts, approval), role, paper, procurement)| {
            let mut record = Record { paper, procurement, ..blank(role) };
            gate.into_iter().for_each(|(id, answer)| record.gate.answers.set(question(&id), answer));
            record.task = task;
            let mut plans = Vec::new();
            for (index, (mut item, plan)) in items.into_iter().enumerate() {
                item.id = item_id(&format!("item-{index}"));
                record.items.push(item);
                plans.push(plan);
            }
            for (objective, (to, reason)) in Objective::ALL.into_iter().zip(raises) {
                record.raises[objective].to = to;
                record.raises[objective].reason = reason.as_str().try_into().expect("a reason");
            }
            let [conditions, risk, name] = &texts;
            record.conditions_of_use = conditions.as_str().try_into().expect("conditions");
            record.residual_risk = risk.as_str().try_into().expect("a risk");
            record.agency.name = name.as_str().try_into().expect("a name");
            let Decision { state, validity, keeps_digest, copy, opinions, comments } = approval;
            record.comments = comments;
            record.approval.state = state;
            record.approval.validity = validity;
            record.approval.on = Some(day("2026-06-01"));
            record.approval.by = person("課長", name);
            decide(&mut record, &plans);
            record.answers_request = (keeps_digest && role == Role::Agency).then(|| RequestRef::of(&blank(Role::Csp)));
            record.approval.content = keeps_digest.then(|| record.content_digest());
            record.approval.covered = match copy {
                KeptCopy::None => None,
                KeptCopy::OfThis => Some(Box::new(record.content_alone())),
                KeptCopy::OfAnother => {
                    Some(Box::new(Record { case_name: "別".try_into().expect("a name"), ..record.content_alone() }))
                }
            };
            for (view, comment) in opinions {
                let (by, on, comment) =
                    (person("補佐", name), day("2026-06-02"), comment.as_str().try_into().expect("a comment"));
                record.approval.opinions.push(Opinion { by, on, view, comment, content: record.content_digest() });
            }
            if state == ApprovalState::Lapsed {
                let (by, on, comment) = (person("課長", name), day("2026-07-01"), "失効".try_into().expect("a comment"));
                record.approval.lapse = Some(Lapse { by, on, comment });
            }
            if keeps_digest {
                record.approval = record.approval.sealed();
            }
            record
        },
    )
}

/// What is to be decided on a cell of a generated record.
#[derive(Clone, Debug)]
pub struct Plan {
    level: Option<Level>,
    reason: String,
    against: Against,
}

#[derive(Clone, Debug)]
enum Against {
    /// The proposal as it is.
    Present,
    /// Something that may never have been proposed.
    Anything(SeenProposal),
}

fn decide(record: &mut Record, plans: &[[Plan; 3]]) {
    let judgement = judge(record, &catalogue(), today());
    for ((item, judged), plans) in record.items.iter_mut().zip(&judgement.items).zip(plans) {
        for (objective, plan) in Objective::ALL.into_iter().zip(plans) {
            let decision = &mut item.decisions[objective];
            decision.reason = plan.reason.as_str().try_into().expect("a reason");
            let against = match &plan.against {
                Against::Present => judged.cells[objective].seen(),
                Against::Anything(seen) => seen.clone(),
            };
            decision.choice = plan.level.map_or(Choice::NotDecided, |level| Choice::Decided { level, against });
        }
    }
}

/// One item with any attributes, answers and decisions, its id still to be given.
pub fn any_item(density: Density) -> impl Strategy<Value = InformationItem> {
    item_with_plans(density).prop_map(|(item, _)| item)
}

fn item_with_plans(density: Density) -> impl Strategy<Value = (InformationItem, [Plan; 3])> {
    let attributes = (confidentiality_grade(density), grade(density), grade(density), persons(density), text());
    let questions: Vec<Question> =
        catalogue().questions.iter().filter(|question| question.section != Section::Gate).cloned().collect();
    let answers: Vec<_> = questions.iter().map(|question| (Just(question.id.clone()), answer_to(question, density))).collect();
    (attributes, answers, [plan(), plan(), plan()]).prop_map(
        |((confidentiality, integrity, availability, persons, name), answers, plans)| {
            let mut item = InformationItem::new(item_id("item"));
            item.name = name.as_str().try_into().expect("a name");
            item.confidentiality_grade = confidentiality;
            item.integrity_grade = integrity;
            item.availability_grade = availability;
            item.person_count = persons;
            item.answers = answers.into_iter().collect();
            (item, plans)
        },
    )
}

/// Any answer to a question, mostly of the right kind.
pub fn answer_to(question: &Question, density: Density) -> BoxedStrategy<Answer> {
    let known = match &question.effect {
        Effect::Options(options) => {
            select(options.iter().map(|option| Answer::Choice(option.id.clone())).collect::<Vec<_>>()).boxed()
        }
        _ => prop_oneof![3 => Just(Answer::No), 1 => Just(Answer::Yes)].boxed(),
    };
    match density {
        Density::Full => known,
        Density::Ragged => prop_oneof![8 => known, 1 => any_answer()].boxed(),
    }
}

/// Any answer at all, of any kind.
pub fn any_answer() -> impl Strategy<Value = Answer> {
    let option = |id: &str| Answer::Choice(OptionId::new(id).expect("an option id"));
    select(vec![
        Answer::NotAnswered,
        Answer::Unknown,
        Answer::Yes,
        Answer::No,
        option("longer"),
        option("within_one_day"),
        option("nobody-knows"),
    ])
}

fn plan() -> impl Strategy<Value = Plan> {
    let cause = (select(vec!["C2", "C7", "C9", "I2", "I3", "A2", "A5"]), level());
    let causes = prop::collection::vec(cause.prop_map(|(id, level)| SeenCause { question: question(id), level }), 0..3);
    let seen = (level(), any::<bool>(), causes).prop_map(|(level, complete, causes)| SeenProposal { level, complete, causes });
    let against = prop_oneof![3 => Just(Against::Present), 1 => seen.prop_map(Against::Anything)];
    let level = prop_oneof![1 => Just(None), 4 => Just(Some(Level::Low)), 2 => level().prop_map(Some)];
    (level, reason(), against).prop_map(|(level, reason, against)| Plan { level, reason, against })
}

fn level() -> impl Strategy<Value = Level> {
    select(Level::ALL.to_vec())
}

fn reason() -> impl Strategy<Value = String> {
    select(vec![String::new(), " ".to_owned(), "限定して使うため".to_owned()])
}

fn gate(density: Density) -> impl Strategy<Value = Vec<(String, Answer)>> {
    let clear = [
        ("G1", Answer::Yes),
        ("G2", Answer::Yes),
        ("G3", Answer::No),
        ("G4", Answer::No),
        ("G6", Answer::Yes),
        ("G7", Answer::Yes),
        ("G8", Answer::Yes),
    ];
    let ragged = match density {
        Density::Full => 1,
        Density::Ragged => 4,
    };
    clear
        .into_iter()
        .map(|(id, answer)| (Just(id.to_owned()), prop_oneof![12 => Just(answer), ragged => any_answer()]))
        .collect::<Vec<_>>()
}

fn task() -> impl Strategy<Value = TaskChoice> {
    let listed = |id: &str| TaskChoice::Listed(TaskId::new(id).expect("a task id"));
    let row = |task: &str| TaskChoice::AgencyEntry {
        task: task.try_into().expect("a task"),
        service: "架空サービス".try_into().expect("a service"),
        origin: "一覧".try_into().expect("an origin"),
    };
    select(vec![
        listed("LIU-A1"),
        listed("LIU-A2"),
        listed("LIU-B1"),
        listed("LIU-Z9"),
        row("公表前の資料を編集する業務"),
        row(" "),
        TaskChoice::NotListed,
        TaskChoice::Unknown,
        TaskChoice::NotChosen,
    ])
}

fn raises() -> impl Strategy<Value = [(RaiseTo, String); 3]> {
    let raise = || {
        let to = prop_oneof![5 => Just(RaiseTo::NotRaised), 1 => level().prop_map(RaiseTo::Level)];
        (to, reason())
    };
    [raise(), raise(), raise()]
}

fn confidentiality_grade(density: Density) -> impl Strategy<Value = ConfidentialityGrade> {
    use ConfidentialityGrade::{NotGraded, One, Three, Two};
    select(match density {
        Density::Full => vec![One, Two, Two, Two],
        Density::Ragged => vec![NotGraded, One, Two, Two, Two, Two, Three],
    })
}

fn grade(density: Density) -> impl Strategy<Value = Grade> {
    select(match density {
        Density::Full => vec![Grade::One, Grade::One, Grade::Two],
        Density::Ragged => vec![Grade::NotGraded, Grade::One, Grade::One, Grade::Two],
    })
}

fn persons(density: Density) -> impl Strategy<Value = PersonCount> {
    use PersonCount::{None, NotAnswered, Over1000, Unknown, UpTo100, UpTo1000};
    select(match density {
        Density::Full => vec![None, UpTo100, UpTo100, UpTo1000, Over1000],
        Density::Ragged => vec![NotAnswered, Unknown, None, UpTo100, UpTo1000, Over1000],
    })
}

/// Texts that people and machines produce: blank, plain, rare, invisible, long.
pub fn text() -> impl Strategy<Value = String> {
    let rare =
        select(vec!["", " ", "会議の音声", "髙﨑 神", "見え\u{200B}ない", "葛\u{E0100}飾", "=1+1", "{0} %s <b>", "😀", "「」\\"]);
    prop_oneof![rare.prop_map(str::to_owned), Just("あ".repeat(90))]
}

fn texts() -> impl Strategy<Value = [String; 3]> {
    [text(), text(), text()]
}

/// The head of a document: none as often as not, or some of it.
fn paper() -> impl Strategy<Value = Paper> {
    let some = texts().prop_map(|[number, addressee, handling]| Paper {
        number: number.as_str().try_into().expect("a number"),
        addressee: addressee.as_str().try_into().expect("an addressee"),
        handling: handling.as_str().try_into().expect("a grade"),
    });
    prop_oneof![Just(Paper::default()), some]
}

fn procurement() -> impl Strategy<Value = Procurement> {
    let date = select(vec![None, Some(day("2027-04-01"))]);
    let some = (texts(), date).prop_map(|([title, number, period], date)| Procurement {
        title: title.as_str().try_into().expect("a title"),
        number: number.as_str().try_into().expect("a number"),
        date,
        period: period.as_str().try_into().expect("a period"),
    });
    prop_oneof![Just(Procurement::default()), some]
}

/// What is to be decided on a generated record as a whole.
#[derive(Clone, Debug)]
struct Decision {
    state: ApprovalState,
    validity: Validity,
    keeps_digest: bool,
    copy: KeptCopy,
    opinions: Vec<(OpinionView, String)>,
    comments: Vec<Comment>,
}

/// Which content is kept beside it.
#[derive(Clone, Debug)]
enum KeptCopy {
    None,
    OfThis,
    OfAnother,
}

/// Comments on fields that are there and on one that is not.
fn comments() -> impl Strategy<Value = Vec<Comment>> {
    let fields = select(vec!["agency.purpose", "items[item-0].name", "items[gone].name"]);
    prop::collection::vec((fields, text(), any::<bool>()), 0..3).prop_map(|comments| {
        let comment = |(number, (field, said, resolved)): (usize, (&str, String, bool))| Comment {
            id: CommentId::new(format!("00000000-0000-4000-8000-{number:012}")).expect("an id"),
            field: field.try_into().expect("a path"),
            by: "架空 花子".try_into().expect("a name"),
            on: day("2026-06-03"),
            text: said.as_str().try_into().expect("a comment"),
            resolved,
            from: None,
        };
        comments.into_iter().enumerate().map(comment).collect()
    })
}

fn approval() -> impl Strategy<Value = Decision> {
    let validities = vec![Validity::NotChosen, Validity::SixMonths, Validity::TwelveMonths];
    let copies = vec![KeptCopy::None, KeptCopy::OfThis, KeptCopy::OfThis, KeptCopy::OfAnother];
    let opinions = prop::collection::vec((select(OpinionView::ALL.to_vec()), text()), 0..3);
    (select(ApprovalState::ALL.to_vec()), select(validities), any::<bool>(), select(copies), opinions, comments()).prop_map(
        |(state, validity, keeps_digest, copy, opinions, comments)| Decision {
            state,
            validity,
            keeps_digest,
            copy,
            opinions,
            comments,
        },
    )
}
