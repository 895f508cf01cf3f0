//! One table says what becomes of each kind of character (`CharacterClass`), and every way into the program keeps to it: what is
//! left out, changed or marked is told, and nothing else is touched.

use std::path::Path;

use liu_wizard::catalogue::{Catalogue, CatalogueError, CatalogueProblem};
use liu_wizard::file::{self, AppFolders, MemoryStorage, Settings, to_json, to_ron};
use liu_wizard::import::{pasted_items, pasted_task};
use liu_wizard::judgement::judge;
use liu_wizard::package::Attachment;
use liu_wizard::record::{
    CharacterClass, Comment, CommentId, Date, Edit, Field, ItemId, Line, Prose, Record, TaskChoice, TextChanges, TextField,
    Treatment, check_corporate_number, is_refused, marked,
};
use liu_wizard::text::{self, Lang, characters};

use crate::support::finished;

/// What became of a text on its way in.
enum Came {
    /// It was refused, with this said.
    Refused(String),
    /// It was taken so, with what was changed, as it is told.
    Taken(String, String),
}

fn said(changes: &TextChanges) -> String {
    characters::changes(changes, Lang::Ja).concat()
}

type Entry = (&'static str, fn(&str) -> Came);

/// Every way in for a text that a person writes.
const WRITTEN: &[Entry] = &[
    ("typed", |raw| {
        let (text, changes) = Prose::<400>::from_typed(raw);
        Came::Taken(text.to_string(), said(&changes))
    }),
    ("a whole cell", |raw| {
        let (text, changes) = Prose::<400>::from_whole(raw);
        Came::Taken(text.to_string(), said(&changes))
    }),
    ("a pasted table", |raw| {
        let pasted = pasted_items::read(&format!("名称\t説明\n会議\t\"{raw}\""));
        let changes = pasted.leftovers.iter().map(|leftover| match leftover {
            pasted_items::Leftover::Changed { changes, .. } => said(changes),
            other => panic!("{other:?}"),
        });
        let told = changes.collect();
        Came::Taken(pasted.rows[0].description.clone(), told)
    }),
    ("a pasted official row", |raw| {
        let (task, changes) = pasted_task::split(&format!("\"{raw}\"\tサービス\t出典"));
        let TaskChoice::AgencyEntry { task, .. } = task else { panic!() };
        Came::Taken(task.to_string(), said(&changes))
    }),
];

/// The record with a text in it that it would not take, as a file.
fn with(raw: &str, write: fn(&Record) -> String, quoted: fn(&str) -> String) -> Vec<u8> {
    let mut record = finished();
    record.apply(Edit::SetText { field: Field::Text(TextField::ResidualRisk), text: "差し替える所".to_owned() }).unwrap();
    write(&record).replace("\"差し替える所\"", &quoted(raw)).into_bytes()
}

fn opened(bytes: &[u8]) -> Came {
    match file::parse_told(bytes, "例.liu.ron") {
        Ok(opened) => {
            let told: Vec<String> = opened.told.iter().map(|told| told.words(Lang::Ja)).collect();
            Came::Taken(opened.record.residual_risk.to_string(), told.concat())
        }
        Err(error) => Came::Refused(error.message(Lang::Ja).to_string()),
    }
}

fn in_comment(raw: &str) -> Came {
    let mut record = finished();
    let comment = Comment {
        id: CommentId::new("c").unwrap(),
        field: Line::new("residual_risk").unwrap(),
        by: Line::default(),
        on: Date::new(2026, 11, 23).unwrap(),
        text: Prose::new("差し替える所").unwrap(),
        resolved: false,
        from: None,
    };
    record.apply(Edit::AddComment(comment)).unwrap();
    let text = to_json(&record).unwrap().replace("\"差し替える所\"", &serde_json::to_string(raw).unwrap());
    match file::parse_told(text.as_bytes(), "例.liu.json") {
        Ok(opened) => {
            let told: Vec<String> = opened.told.iter().map(|told| told.words(Lang::Ja)).collect();
            Came::Taken(opened.record.comments[0].text.to_string(), told.concat())
        }
        Err(error) => Came::Refused(error.message(Lang::Ja).to_string()),
    }
}

/// Every way in for a text that stands in a file or in an argument.
const READ: &[Entry] = &[
    ("a RON file", |raw| opened(&with(raw, |record| to_ron(record).unwrap(), |raw| format!("\"{raw}\"")))),
    ("a RON file, escaped", |raw| {
        let escaped = |raw: &str| raw.chars().map(|c| format!("\\u{{{:x}}}", u32::from(c))).collect::<String>();
        opened(&with(&escaped(raw), |record| to_ron(record).unwrap(), |raw| format!("\"{raw}\"")))
    }),
    ("a JSON file", |raw| opened(&with(raw, |record| to_json(record).unwrap(), |raw| serde_json::to_string(raw).unwrap()))),
    ("a comment in a file", in_comment),
    ("an argument", |raw| match Prose::<1000>::new(raw) {
        Ok(text) => Came::Taken(text.to_string(), said(&liu_wizard::record::stored_otherwise(raw))),
        Err(error) => Came::Refused(text::text_error(&error, Lang::Ja).to_string()),
    }),
];

#[test]
fn every_kind_of_character_is_treated_alike_on_every_way_in() {
    for class in CharacterClass::ALL {
        for sample in class.samples() {
            let second = sample.chars().nth(1).unwrap();
            let code = format!("U+{:04X}", u32::from(second));
            for (is_read, (entry, take)) in [(false, WRITTEN), (true, READ)]
                .into_iter()
                .flat_map(|(is_read, entries)| entries.iter().map(move |entry| (is_read, *entry)))
            {
                // It is split at its tabs.
                if class == CharacterClass::Tab && entry == "a pasted official row" {
                    continue;
                }
                let came = take(sample);
                let at = format!("{class:?} {sample:?} {entry}");
                match (class.treatment(), came) {
                    (Treatment::LeftOut, Came::Refused(said)) if is_read => assert!(said.contains(&code), "{at}: {said}"),
                    (Treatment::LeftOut, Came::Taken(text, said)) if !is_read => {
                        let expected: String = sample.chars().filter(|character| *character != second).collect();
                        assert_eq!(text, expected, "{at}");
                        assert!(said.contains(&code), "{at}: {said}");
                    }
                    (Treatment::Changed, Came::Taken(text, said)) => {
                        assert!(text != *sample || second == '\n', "{at}");
                        assert!(!said.is_empty() || class == CharacterClass::LineEnd, "{at}: it is told");
                    }
                    (Treatment::Marked, Came::Taken(text, said)) => {
                        assert_eq!((text.as_str(), said.as_str()), (*sample, ""), "{at}");
                        assert!(marked(&text).iter().any(|mark| mark.character == second), "{at}");
                    }
                    (Treatment::Kept, Came::Taken(text, said)) => {
                        assert_eq!((text.as_str(), said.as_str()), (*sample, ""), "{at}");
                    }
                    (_, Came::Refused(said)) => panic!("{at}: refused: {said}"),
                    (_, Came::Taken(text, _)) => panic!("{at}: taken as {text:?}"),
                }
            }
        }
    }
}

#[test]
fn what_is_marked_is_told_of_its_field_with_its_code_and_around_it() {
    let catalogue = Catalogue::shipped().unwrap();
    for class in CharacterClass::ALL.into_iter().filter(|class| class.treatment() == Treatment::Marked) {
        for sample in class.samples() {
            let mut record = finished();
            let field = Field::Text(TextField::ServiceName);
            record.apply(Edit::SetText { field: field.clone(), text: (*sample).to_owned() }).unwrap();
            let judgement = judge(&record, &catalogue, record.created);
            let code = format!("U+{:04X}", u32::from(sample.chars().nth(1).unwrap()));
            for lang in [Lang::Ja, Lang::En] {
                let told = judgement
                    .findings
                    .iter()
                    .filter(|finding| finding.field == field)
                    .map(|finding| text::finding_message(finding, &record, &catalogue, lang).what);
                let told: Vec<String> = told.filter(|what| what.contains(&code)).collect();
                assert_eq!(told.len(), 1, "{class:?} {sample:?}: {told:?}");
            }
        }
    }
}

#[test]
fn ids_numbers_and_days_take_no_look_alikes_and_say_which_character_it_is() {
    for look_alike in ["LIU-А1", "LIU\u{200B}-A1", "ＬＩＵ－Ａ１", "LIU-A1\u{E000}"] {
        let error = ItemId::new(look_alike).unwrap_err();
        let code =
            look_alike.chars().find(|character| !character.is_ascii()).map(|character| format!("U+{:04X}", u32::from(character)));
        for lang in [Lang::Ja, Lang::En] {
            let said = text::id_error(&error, lang).to_string();
            assert!(said.contains(code.as_deref().unwrap()), "{said}");
        }
    }
    let error = check_corporate_number("700001205000О").unwrap_err();
    assert!(text::corporate_number_error(&error, Lang::Ja).to_string().contains("U+041E"), "{error:?}");
    assert_eq!(check_corporate_number("７０００\u{200B}０１２０５０００２"), Ok(()));
    let error = "2О26-11-23".parse::<Date>().unwrap_err();
    assert!(text::date_error(&error, Lang::En).to_string().contains("U+041E"), "{error:?}");
    assert_eq!("２０２６／１１／２３".parse::<Date>().ok(), Date::new(2026, 11, 23));
}

#[test]
fn a_name_that_is_only_shown_loses_nothing_and_nothing_in_it_acts() {
    for class in CharacterClass::ALL {
        for sample in class.samples().iter().filter(|sample| !sample.contains(['\n', '\r'])) {
            let second = sample.chars().nth(1).unwrap();
            let code = format!("〔U+{:04X}〕", u32::from(second));
            let names = [
                text::shown_path(Path::new(sample)),
                Attachment::new(sample, Vec::new()).title.to_string(),
                liu_wizard::record::excerpt(sample, 100),
            ];
            for name in names {
                assert!(!name.chars().any(is_refused), "{sample:?}: {name:?}");
                let is_shown =
                    is_refused(second) || (class.treatment() == Treatment::Marked && class != CharacterClass::LookAlike);
                assert_eq!(name.contains(&code), is_shown, "{class:?} {sample:?}: {name:?}");
            }
        }
    }
}

#[test]
fn a_catalogue_takes_no_character_that_acts_and_names_the_place_of_one() {
    let mut catalogue = Catalogue::shipped().unwrap().as_ref().clone();
    for class in CharacterClass::ALL {
        for sample in class.samples() {
            catalogue.definitions[0].term.ja = (*sample).to_owned();
            let written = catalogue.to_ron().unwrap();
            let second = sample.chars().nth(1).unwrap();
            match Catalogue::from_ron("own.ron", &written) {
                Err(CatalogueError::Inconsistent { problems, .. }) => {
                    let [CatalogueProblem::RefusedCharacter { code, path }] = problems.as_slice() else { panic!("{problems:?}") };
                    assert!(is_refused(second) && *code == u32::from(second) && path.contains("definitions"), "{sample:?}");
                }
                Ok(_) => assert!(!is_refused(second), "{sample:?}"),
                Err(other) => panic!("{other}"),
            }
        }
    }
}

#[test]
fn the_name_in_the_settings_is_taken_without_what_no_text_has() {
    let (storage, folders) = (MemoryStorage::new(), AppFolders::at("/data"));
    storage.put(&folders.settings_file(), "(author: \"架空\u{202E} 花子\")".as_bytes());
    let (settings, error) = Settings::load(&storage, &folders);
    assert_eq!((settings.author.as_str(), error), ("架空 花子", None));
}
