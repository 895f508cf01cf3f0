//! Can my service be registered? Whatever was answered, the result is one page that names its sources, in both languages.

use crate::support::exports::{dense, pages, today};
use liu_wizard::catalogue::{Catalogue, Eligibility, EligibilityPoint, Way};
use liu_wizard::export::{eligibility, eligibility_pdf};
use liu_wizard::judgement::{EligibilityAnswers, eligible};
use liu_wizard::text::{Label as _, Lang, eligibility as words};
use lopdf::Document as Pdf;

/// One set of answers for each way, and those that say most.
fn cases() -> Vec<[&'static str; 5]> {
    vec![
        ["two", "saas", "LIU-A1", "found", "yes"],
        ["two", "iaas_paas", "", "", ""],
        ["none", "", "", "", ""],
        ["three", "", "", "", ""],
        ["special", "", "", "", ""],
        ["unknown", "unknown", "unknown", "unknown", "unknown"],
        ["two", "saas", "not_listed", "own", "no"],
        ["two", "saas", "LIU-C4", "none", "unknown"],
        ["", "", "", "", ""],
        ["two", "saas", "LIU-B6", "", "yes"],
    ]
}

fn given(ids: [&str; 5]) -> EligibilityAnswers {
    let mut answers = EligibilityAnswers::default();
    for (point, id) in EligibilityPoint::ALL.into_iter().zip(ids).filter(|(_, id)| !id.is_empty()) {
        answers.set(point, id);
    }
    answers
}

#[test]
fn every_result_is_one_page_that_names_where_to_go_why_and_the_desk() {
    let (catalogue, all) = (Catalogue::shipped().unwrap(), Eligibility::shipped());
    let mut seen = std::collections::BTreeSet::new();
    for ids in cases() {
        let answers = given(ids);
        let outcome = eligible(&answers, all, &catalogue);
        seen.insert(outcome.way);
        for lang in [Lang::Ja, Lang::En] {
            let pdf = eligibility_pdf(&answers, &catalogue, today(), lang).unwrap();
            let printed = pages(&pdf);
            assert_eq!(printed.len(), 1, "{ids:?} {lang:?}");
            let title = outcome.way.map_or(words::not_told(lang), |way| all.way(way).unwrap().title.text(lang));
            let mut said = vec![title, all.desk.address.as_str(), words::not_official(lang)];
            for counted in &outcome.counted {
                said.extend([counted.option.because.text(lang), counted.option.basis.mark.label(lang)]);
            }
            let sources = outcome.counted.iter().flat_map(|counted| &counted.option.basis.sources);
            let sources: Vec<&str> = sources.map(|id| catalogue.source(id).unwrap().title.text(lang)).collect();
            for said in said.into_iter().chain(sources) {
                assert!(printed[0].contains(&dense(said)), "{ids:?} {lang:?} says nothing of {said}: {}", printed[0]);
            }
        }
    }
    let ways: Vec<Option<Way>> = std::iter::once(None).chain(Way::ALL.map(Some)).collect();
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), ways, "each result was looked at");
}

#[test]
fn what_a_pre_application_needs_is_told_only_to_those_who_may_come_to_one() {
    let catalogue = Catalogue::shipped().unwrap();
    let tells = |ids| {
        let report = eligibility(&given(ids), &catalogue, today(), Lang::Ja);
        let title = words::to_prepare(Lang::Ja);
        report.chapters.iter().any(|chapter| chapter.title == title)
    };
    assert!(tells(["two", "saas", "LIU-A1", "found", "yes"]) && tells(["two", "saas", "unknown", "none", "no"]));
    for ids in [["none", "", "", "", ""], ["three", "", "", "", ""], ["two", "iaas_paas", "", "", ""], [""; 5]] {
        assert!(!tells(ids), "{ids:?}");
    }
}

#[test]
fn the_page_is_of_no_record_and_the_same_each_time() {
    let catalogue = Catalogue::shipped().unwrap();
    let answers = given(["two", "saas", "LIU-A1", "found", "yes"]);
    let once = eligibility_pdf(&answers, &catalogue, today(), Lang::Ja).unwrap();
    assert_eq!(once, eligibility_pdf(&answers, &catalogue, today(), Lang::Ja).unwrap());
    let pdf = Pdf::load_mem(&once).unwrap();
    assert!(pdf.catalog().unwrap().get(b"AF").is_err(), "nothing is attached");
    assert!(pdf.catalog().unwrap().get(b"StructTreeRoot").is_ok(), "it is read aloud in order");
}
