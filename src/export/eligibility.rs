//! Can my service be registered? The result of the five questions, on one page. It is of no record, and has none attached.

use std::collections::BTreeSet;

use super::pages::Attached;
use super::report::{Block, Cell, Chapter, Emphasis, Fact, Head, Report, Running, Table, Verdict};
use super::{ExportError, PROGRAM, pdf};
use crate::catalogue::{Basis, Catalogue, Eligibility, EligibilityWay, Leads, SourceId, Way};
use crate::judgement::{EligibilityAnswers, EligibilityOutcome, eligible};
use crate::record::Date;
use crate::text::{Lang, eligibility as words, marks, report as report_words};

/// What the PDF is said to be of.
const OF: &str = "eligibility";

/// The result of these answers as a document without a format.
pub fn eligibility(answers: &EligibilityAnswers, catalogue: &Catalogue, today: Date, lang: Lang) -> Report {
    let eligibility = Eligibility::shipped();
    let outcome = eligible(answers, eligibility, catalogue);
    let way = outcome.way.and_then(|way| eligibility.way(way));
    let page = Page { eligibility, catalogue, outcome: &outcome, way, lang };
    let mut chapters = vec![page.answers()];
    chapters.extend(page.to_ask());
    chapters.extend(page.to_prepare());
    chapters.extend([page.desk(), page.sources()]);
    let title = words::title(lang).to_owned();
    Report {
        language: lang.code(),
        subtitle: String::new(),
        head: Head::default(),
        running: Running {
            identity: title.clone(),
            name: title.clone(),
            state: report_words::short_date(today, lang),
            draft: String::new(),
            notice: words::not_official(lang).to_owned(),
            print_note: String::new(),
        },
        title,
        notices: Vec::new(),
        verdict: Some(page.verdict()),
        cover: Vec::new(),
        chapters,
        contents: String::new(),
        compact: true,
        goes_on: String::new(),
    }
}

/// The same as a PDF.
///
/// # Errors
/// Only if the program itself is at fault.
pub fn eligibility_pdf(
    answers: &EligibilityAnswers,
    catalogue: &Catalogue,
    today: Date,
    lang: Lang,
) -> Result<Vec<u8>, ExportError> {
    let report = eligibility(answers, catalogue, today, lang);
    pdf::write(report, Attached::default(), &pdf::Said { of: OF, today, lang, program: PROGRAM })
}

struct Page<'a> {
    eligibility: &'a Eligibility,
    catalogue: &'a Catalogue,
    outcome: &'a EligibilityOutcome,
    way: Option<&'a EligibilityWay>,
    lang: Lang,
}

impl Page<'_> {
    fn verdict(&self) -> Verdict {
        let lang = self.lang;
        let (title, about) = match self.way {
            Some(way) => (way.title.text(lang), way.text.text(lang)),
            None => (words::not_told(lang), words::not_told_about(lang)),
        };
        let emphasis = if self.outcome.way == Some(Way::Liu) { Emphasis::Good } else { Emphasis::Open };
        let bases = self.way.iter().flat_map(|way| &way.basis).map(|basis| report_words::basis_line(basis, lang));
        let bases = bases.collect::<Vec<_>>().join("\n");
        let mut parts = vec![Fact::new(words::meaning(lang), Cell::default().detail(about))];
        if !bases.is_empty() {
            parts.push(Fact::new(words::basis(lang), Cell::default().detail(bases)));
        }
        Verdict {
            label: words::result(lang).to_owned(),
            outcome: Cell::with(title, emphasis),
            state_label: String::new(),
            state: Cell::default(),
            parts,
        }
    }

    /// Each question with its answer, what follows from that, and what that rests on.
    fn answers(&self) -> Chapter {
        let lang = self.lang;
        let columns = [(words::question(lang), 5), (words::answer(lang), 4), (words::follows(lang), 7), (words::basis(lang), 3)];
        let mut table = Table::new("", &columns);
        for question in &self.eligibility.questions {
            let text = Cell::new(question.text.text(lang));
            let counted = self.outcome.counted.iter().find(|counted| counted.point == question.point);
            table.rows.push(match counted {
                Some(counted) => {
                    let option = &counted.option;
                    let emphasis = if counted.decides { Emphasis::Open } else { Emphasis::Plain };
                    let answer = Cell::with(option.text.text(lang), emphasis);
                    let ends = if matches!(option.leads, Leads::Ends(_)) { words::leads(option.leads, lang) } else { "" };
                    let follows = Cell::new(option.because.text(lang)).detail(ends);
                    vec![text, answer, follows, Cell::new(words::mark(&option.basis, lang))]
                }
                None => {
                    let not_asked = self.outcome.not_asked.contains(&question.point);
                    let (said, emphasis) =
                        if not_asked { (words::not_asked(lang), Emphasis::Faint) } else { (words::open(lang), Emphasis::Open) };
                    vec![text, Cell::with(said, emphasis), Cell::default(), Cell::default()]
                }
            });
        }
        Chapter::new(words::answers(lang), vec![Block::Table(table)])
    }

    /// What the desk is to be asked.
    fn to_ask(&self) -> Option<Chapter> {
        let lang = self.lang;
        if self.outcome.way != Some(Way::Desk) {
            return None;
        }
        let asked = self.outcome.counted.iter().filter(|counted| counted.decides);
        let questions = asked.filter_map(|counted| self.eligibility.question(counted.point));
        let names: Vec<&str> = questions.map(|question| question.short.text(lang)).collect();
        let said = words::ask_about(&names.join(marks::comma(lang)), lang);
        Some(Chapter::new(words::to_ask(lang), vec![Block::paragraph(said)]))
    }

    /// What the pre-application asks to have at hand.
    fn to_prepare(&self) -> Option<Chapter> {
        let lang = self.lang;
        if !self.outcome.asks_to_prepare(self.eligibility) {
            return None;
        }
        let mut table = Table::new("", &[(words::point(lang), 6), (words::about_it(lang), 10), (words::basis(lang), 3)]);
        for point in self.catalogue.check_points() {
            let cells = [point.text.text(lang).to_owned(), point.guidance.text(lang).to_owned(), words::mark(&point.basis, lang)];
            table.rows.push(cells.into_iter().map(Cell::new).collect());
        }
        Some(Chapter::new(words::to_prepare(lang), vec![Block::Table(table), Block::note(words::to_prepare_note(lang))]))
    }

    fn desk(&self) -> Chapter {
        let (lang, desk) = (self.lang, &self.eligibility.desk);
        let facts = vec![
            Fact::new(words::address(lang), Cell::new(desk.address.as_str()).detail(desk.name.text(lang))),
            Fact::new(words::about_it(lang), Cell::new(desk.about.text(lang)).detail(words::mark(&desk.basis, lang))),
        ];
        Chapter::new(words::desk(lang), vec![Block::Facts { facts }])
    }

    /// The sources that anything on the page names.
    fn sources(&self) -> Chapter {
        let lang = self.lang;
        let of_way = self.way.iter().flat_map(|way| &way.basis);
        let of_answers = self.outcome.counted.iter().map(|counted| &counted.option.basis);
        let prepares = self.outcome.asks_to_prepare(self.eligibility);
        let of_points = self.catalogue.check_points().iter().filter(|_| prepares).map(|point| &point.basis);
        let bases = of_way.chain(of_answers).chain(of_points).chain([&self.eligibility.desk.basis]);
        // Of procedures the note says what a third party says.
        let of_procedures = self.catalogue.profiles.iter().filter(|_| prepares).flat_map(|profile| &profile.basis);
        let named: BTreeSet<&SourceId> = bases.chain(of_procedures).flat_map(|basis: &Basis| &basis.sources).collect();
        let sources = self.catalogue.sources.iter().filter(|source| named.contains(&source.id));
        let lines: Vec<String> = sources.map(|source| words::source(source, lang)).collect();
        Chapter::new(words::sources(lang), vec![Block::note(lines.join("\n"))])
    }
}
