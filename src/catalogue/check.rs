//! Whether the parts of a catalogue fit together.

use std::collections::BTreeSet;
use std::fmt::Display;

use super::{
    Basis, Bilingual, Catalogue, CatalogueProblem, Effect, IdKind, Language, Mark, OutcomeWhen, Period, Profile, Question,
    Section, StepId, TargetTask,
};
use crate::bounds::{CATALOGUE_ENTRIES, CATALOGUE_NESTED};
use crate::record::{CheckListPoint, Level, Objective, QuestionId, is_refused};

impl Catalogue {
    /// Everything that does not fit, in the order of the file; empty if all is well.
    pub fn problems(&self) -> Vec<CatalogueProblem> {
        let mut check = Check { catalogue: self, problems: Vec::new() };
        check.counts();
        if !check.problems.is_empty() {
            // What refers to what is not looked up among so many.
            return check.problems;
        }
        check.meta();
        check.sources();
        self.tasks.iter().for_each(|task| check.task(task));
        self.questions.iter().for_each(|question| check.question(question));
        check.scale();
        check.definitions();
        self.profiles.iter().for_each(|profile| check.profile(profile));
        check.check_list();
        check.completeness();
        check.duplicates();
        check.problems
    }
}

struct Check<'a> {
    catalogue: &'a Catalogue,
    problems: Vec<CatalogueProblem>,
}

impl Check<'_> {
    fn report(&mut self, problem: CatalogueProblem) {
        self.problems.push(problem);
    }

    /// Whether there is more of something than can be looked up.
    fn counts(&mut self) {
        let catalogue = self.catalogue;
        let red_flags = catalogue.tasks.iter().map(|task| task.red_flags.len()).sum();
        let named = |question: &Question| -> usize { question.examples.iter().map(|example| 1 + example.tasks.len()).sum() };
        for (path, found, most) in [
            ("sources", catalogue.sources.len(), CATALOGUE_ENTRIES),
            ("tasks", catalogue.tasks.len(), CATALOGUE_ENTRIES),
            ("tasks.red_flags", red_flags, CATALOGUE_NESTED),
            ("questions", catalogue.questions.len(), CATALOGUE_ENTRIES),
            ("questions.examples", catalogue.questions.iter().map(named).sum(), CATALOGUE_NESTED),
            ("definitions", catalogue.definitions.len(), CATALOGUE_ENTRIES),
            ("profiles", catalogue.profiles.len(), CATALOGUE_ENTRIES),
        ] {
            if found > most {
                self.report(CatalogueProblem::TooMany { path: path.to_owned(), found, most });
            }
        }
    }

    fn meta(&mut self) {
        let meta = &self.catalogue.meta;
        self.text("meta.title", &meta.title);
        self.not_empty("meta.version", &meta.version);
        self.bases("meta.basis", &meta.basis);
    }

    fn sources(&mut self) {
        for source in &self.catalogue.sources {
            self.text(format_args!("sources[{}].title", source.id.0), &source.title);
        }
    }

    fn task(&mut self, task: &TargetTask) {
        let path = format!("tasks[{}]", task.id);
        self.text(format_args!("{path}.group"), &task.group);
        self.text(format_args!("{path}.service"), &task.service);
        self.basis(format_args!("{path}.service_basis"), &task.service_basis);
        self.text(format_args!("{path}.task"), &task.task);
        self.basis(format_args!("{path}.task_basis"), &task.task_basis);
        self.text(format_args!("{path}.explanation"), &task.explanation);
        for (index, information) in task.typical_information.iter().enumerate() {
            self.text(format_args!("{path}.typical_information[{index}].name"), &information.name);
            self.text(format_args!("{path}.typical_information[{index}].description"), &information.description);
        }
        for flag in &task.red_flags {
            self.text(format_args!("{path}.red_flags[{}]", flag.id), &flag.text);
        }
        for (index, precedent) in task.precedents.iter().enumerate() {
            let path = format!("{path}.precedents[{index}]");
            self.text(format_args!("{path}.title"), &precedent.title);
            for objective in Objective::ALL {
                self.level(format_args!("{path}.{}", objective.name()), precedent.level(objective));
            }
        }
    }

    fn question(&mut self, question: &Question) {
        let path = format!("questions[{}]", question.id);
        self.text(format_args!("{path}.short"), &question.short);
        self.text(format_args!("{path}.text"), &question.text);
        self.text(format_args!("{path}.guidance"), &question.guidance);
        self.text(format_args!("{path}.consequence"), &question.consequence);
        self.effect(&format!("{path}.effect"), question);
        if question.section == Section::Gate && !question.not_applicable_when.is_empty() {
            self.report(CatalogueProblem::EffectOutOfPlace { path: format!("{path}.not_applicable_when") });
        }
        self.bases(format_args!("{path}.basis"), &question.basis);
        for (index, example) in question.examples.iter().enumerate() {
            let path = format!("{path}.examples[{index}]");
            for task in example.tasks.iter().filter(|task| self.catalogue.task(task).is_none()).collect::<Vec<_>>() {
                let path = format!("{path}.tasks");
                self.report(CatalogueProblem::UnknownId { path, kind: IdKind::Task, id: task.to_string() });
            }
            self.text(format_args!("{path}.case"), &example.case);
            self.text(format_args!("{path}.answer"), &example.answer);
        }
    }

    fn effect(&mut self, path: &str, question: &Question) {
        let of_the_gate = match &question.effect {
            Effect::Ends(_) | Effect::TaskChoice | Effect::ReasonWhenNo | Effect::WarningWhenNo => true,
            Effect::Explain | Effect::GradeTwoExplains => false,
            Effect::Raise(level) => {
                self.level(path, *level);
                false
            }
            Effect::Mitigate(mitigated) => {
                self.filled(path, mitigated);
                for id in mitigated {
                    self.question_of_same_section(path, question, id);
                }
                false
            }
            Effect::Options(options) => {
                self.filled(path, options);
                for option in options {
                    self.text(format_args!("{path}[{}].text", option.id), &option.text);
                    if let Some(level) = option.raise {
                        self.level(format_args!("{path}[{}].raise", option.id), level);
                    }
                }
                self.unique(IdKind::Option, options.iter().map(|option| format!("{}.{}", question.id, option.id)));
                false
            }
            Effect::PersonCount { with, to, .. } => {
                self.level(path, *to);
                self.question_of_same_section(path, question, with);
                false
            }
        };
        if of_the_gate != (question.section == Section::Gate) {
            self.report(CatalogueProblem::EffectOutOfPlace { path: path.to_owned() });
        }
    }

    fn question_of_same_section(&mut self, path: &str, question: &Question, id: &QuestionId) {
        match self.catalogue.question(id) {
            None => {
                let problem = CatalogueProblem::UnknownId { path: path.to_owned(), kind: IdKind::Question, id: id.to_string() };
                self.report(problem);
            }
            Some(named) if named.section != question.section => {
                self.report(CatalogueProblem::OtherSection { path: path.to_owned(), id: id.clone() });
            }
            Some(_) => {}
        }
    }

    fn scale(&mut self) {
        let catalogue = self.catalogue;
        let levels: Vec<Level> = catalogue.levels.iter().map(|definition| definition.level).collect();
        if levels.len() < 2 || levels.first() != Some(&Level::Low) || !levels.is_sorted_by(|lower, higher| lower < higher) {
            self.report(CatalogueProblem::ScaleNotAscendingFromLow);
        }
        for (index, definition) in catalogue.levels.iter().enumerate() {
            self.text(format_args!("levels[{index}].name"), &definition.name);
            self.basis(format_args!("levels[{index}].basis"), &definition.basis);
        }
        for (index, criterion) in catalogue.criteria.iter().enumerate() {
            let path = format!("criteria[{index}]");
            self.text(format_args!("{path}.aspect"), &criterion.aspect);
            for (level, text) in criterion.levels.iter().enumerate() {
                self.text(format_args!("{path}.levels[{level}]"), text);
            }
            self.basis(format_args!("{path}.basis"), &criterion.basis);
            let (expected, found) = (levels.len(), criterion.levels.len());
            if expected != found {
                self.report(CatalogueProblem::CriterionLevels { path, expected, found });
            }
        }
    }

    fn definitions(&mut self) {
        for definition in &self.catalogue.definitions {
            let path = format!("definitions[{}]", definition.id);
            self.not_empty("definitions[].id", &definition.id);
            self.text(format_args!("{path}.term"), &definition.term);
            self.text(format_args!("{path}.text"), &definition.text);
            self.basis(format_args!("{path}.basis"), &definition.basis);
        }
    }

    fn profile(&mut self, profile: &Profile) {
        let path = format!("profiles[{}]", profile.id);
        self.text(format_args!("{path}.title"), &profile.title);
        self.text(format_args!("{path}.summary"), &profile.summary);
        if let Some(Period { from, to }) = profile.period {
            let path = format!("{path}.period");
            match (from, to) {
                (None, None) => self.report(CatalogueProblem::Empty { path }),
                (Some(from), Some(to)) if to < from => self.report(CatalogueProblem::PeriodEndsBeforeItBegins { path }),
                _ => {}
            }
        }
        self.bases(format_args!("{path}.basis"), &profile.basis);
        for (name, steps) in [("agency_steps", &profile.agency_steps), ("csp_steps", &profile.csp_steps)] {
            self.filled(format_args!("{path}.{name}"), steps);
            self.unique(IdKind::Step, steps.iter().map(|step: &StepId| format!("{path}.{name}.{step:?}")));
        }
        for required in &profile.required {
            let path = format!("{path}.required[{}]", required.path);
            if required.field().is_none() {
                let field = required.path.clone();
                self.report(CatalogueProblem::UnknownField { path: path.clone(), field });
            }
            self.filled(format_args!("{path}.roles"), &required.roles);
        }
        self.text(format_args!("{path}.wording.document_title"), &profile.wording.document_title);
        self.text(format_args!("{path}.wording.preface"), &profile.wording.preface);
        self.text(format_args!("{path}.wording.what_comes_next"), &profile.wording.what_comes_next);
    }

    /// A catalogue of the first form has no check-list. One that has a check-list has all of it.
    fn check_list(&mut self) {
        let list = &self.catalogue.check_list;
        for point in list {
            let path = format!("check_list[{}]", point.id.name());
            self.text(format_args!("{path}.text"), &point.text);
            self.text(format_args!("{path}.guidance"), &point.guidance);
            self.basis(format_args!("{path}.basis"), &point.basis);
        }
        let is_missing = |id: &CheckListPoint| !list.is_empty() && list.iter().all(|point| point.id != *id);
        self.problems.extend(CheckListPoint::ALL.into_iter().filter(is_missing).map(CatalogueProblem::CheckPointMissing));
        self.unique(IdKind::CheckPoint, list.iter().map(|point| point.id.name().to_owned()));
    }

    /// A catalogue from which something is left out must not let an assessment end well for that reason.
    fn completeness(&mut self) {
        let catalogue = self.catalogue;
        self.filled("tasks", &catalogue.tasks);
        self.filled("profiles", &catalogue.profiles);
        for end in OutcomeWhen::ALL {
            if !catalogue.questions.iter().any(|question| question.effect == Effect::Ends(end)) {
                self.report(CatalogueProblem::GateEndMissing(end));
            }
        }
        if !catalogue.questions.iter().any(|question| question.effect == Effect::TaskChoice) {
            self.report(CatalogueProblem::TaskChoiceMissing);
        }
        for objective in Objective::ALL {
            if !catalogue.questions.iter().any(|question| question.section.objective() == Some(objective)) {
                self.report(CatalogueProblem::ObjectiveWithoutQuestion(objective));
            }
        }
    }

    fn duplicates(&mut self) {
        let catalogue = self.catalogue;
        self.unique(IdKind::Source, catalogue.sources.iter().map(|source| source.id.0.clone()));
        self.unique(IdKind::Task, catalogue.tasks.iter().map(|task| task.id.to_string()));
        let flags = catalogue.tasks.iter().flat_map(|task| &task.red_flags);
        self.unique(IdKind::RedFlag, flags.map(|flag| flag.id.to_string()));
        self.unique(IdKind::Question, catalogue.questions.iter().map(|question| question.id.to_string()));
        self.unique(IdKind::Definition, catalogue.definitions.iter().map(|definition| definition.id.clone()));
        self.unique(IdKind::Profile, catalogue.profiles.iter().map(|profile| profile.id.to_string()));
    }

    fn unique(&mut self, kind: IdKind, ids: impl Iterator<Item = String>) {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id.clone()) {
                self.report(CatalogueProblem::DuplicateId { kind, id });
            }
        }
    }

    fn text(&mut self, path: impl Display, text: &Bilingual) {
        for (language, words) in [(Language::Japanese, &text.ja), (Language::English, &text.en)] {
            if words.trim().is_empty() {
                self.report(CatalogueProblem::MissingLanguage { path: path.to_string(), language });
            }
            if let Some(refused) = words.chars().find(|character| is_refused(*character)) {
                self.report(CatalogueProblem::RefusedCharacter { path: path.to_string(), code: refused.into() });
            }
        }
    }

    fn bases(&mut self, path: impl Display, bases: &[Basis]) {
        if bases.is_empty() {
            self.report(CatalogueProblem::MissingBasis { path: path.to_string() });
        }
        for (index, basis) in bases.iter().enumerate() {
            self.basis(format_args!("{path}[{index}]"), basis);
        }
    }

    fn basis(&mut self, path: impl Display, basis: &Basis) {
        let mark = basis.mark;
        let needs_source = match mark {
            Mark::Official | Mark::OfficialQuoted | Mark::ThirdParty => true,
            Mark::Unverified | Mark::ThisTool | Mark::AgencyEntry => false,
        };
        if needs_source && basis.sources.is_empty() {
            self.report(CatalogueProblem::BasisWithoutSource { path: path.to_string(), mark });
        }
        for source in &basis.sources {
            if self.catalogue.source(source).is_none() {
                let path = format!("{path}.sources");
                self.report(CatalogueProblem::UnknownId { path, kind: IdKind::Source, id: source.0.clone() });
            }
        }
        self.text(format_args!("{path}.note"), &basis.note);
    }

    fn level(&mut self, path: impl Display, level: Level) {
        if !self.catalogue.levels.iter().any(|definition| definition.level == level) {
            self.report(CatalogueProblem::LevelNotOnScale { path: path.to_string(), level });
        }
    }

    fn filled<T>(&mut self, path: impl Display, list: &[T]) {
        if list.is_empty() {
            self.report(CatalogueProblem::Empty { path: path.to_string() });
        }
    }

    fn not_empty(&mut self, path: &str, text: &str) {
        if text.trim().is_empty() {
            self.report(CatalogueProblem::Empty { path: path.to_owned() });
        }
    }
}
