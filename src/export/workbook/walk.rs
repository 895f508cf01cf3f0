//! Walking through the XML of a workbook's parts.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// One thing in an XML text.
pub enum Step<'s, 'x> {
    /// An element begins.
    Open(&'s BytesStart<'x>),
    /// Text.
    Text(&'s str),
    /// The element of this local name ends.
    Close(&'s str),
}

/// Walks through an XML text as far as it can be read. Tells whether that was to its end.
pub fn walk(content: &[u8], on: &mut dyn FnMut(Step<'_, '_>)) -> bool {
    let mut reader = Reader::from_reader(content);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.expand_empty_elements = true;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(tag) | Event::Empty(tag)) => on(Step::Open(&tag)),
            Ok(Event::End(tag)) => on(Step::Close(tag.local_name().as_ref())),
            Ok(Event::Text(text)) => on(Step::Text(&text.xml10_content())),
            Ok(Event::CData(text)) => on(Step::Text(&text.xml10_content())),
            Ok(Event::GeneralRef(reference)) => {
                let character = match reference.resolve_char_ref() {
                    Ok(Some(character)) => character.to_string(),
                    _ => match reference.xml10_content().as_ref() {
                        "amp" => "&",
                        "lt" => "<",
                        "gt" => ">",
                        "quot" => "\"",
                        "apos" => "'",
                        _ => "",
                    }
                    .to_owned(),
                };
                on(Step::Text(&character));
            }
            Ok(Event::Eof) => return true,
            Ok(_) => {}
            Err(_) => return false,
        }
    }
}

/// The value of an attribute, by its name without prefix.
pub fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = tag.attributes();
    let found =
        attributes.with_checks(false).filter_map(Result::ok).find(|attribute| attribute.key.local_name().as_ref() == name)?;
    quick_xml::escape::unescape(&found.value).ok().map(std::borrow::Cow::into_owned)
}
