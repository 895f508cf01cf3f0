//! The pages over the window. A new one is a file here and the line that names it.

mod approval;
mod catalogue;
mod comparison;
mod dialog;
mod eligibility;
mod history;
mod import;
mod keys;
mod rules;
mod search;
mod traces;

pub(super) use catalogue::{CataloguePage, Loaded, Origin};
pub(super) use comparison::{ComparisonPage, Other, Present};
pub(super) use dialog::{Choice, Dialog, DialogPage, Told};
pub(super) use eligibility::EligibilityPage;
pub(super) use rules::{RulesPage, rules_notice};
pub(super) use traces::{DiagnosticsPage, TracesPage, trace_name};
