//! Elements of XML, built without a failure and written in one go.

use std::fmt::Display;
use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesStart, BytesText, Event};

use crate::export::unseen::visible;

/// An element with what is in it.
pub(super) struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    content: Vec<Content>,
}

enum Content {
    Element(Element),
    Text(String),
}

/// An element without anything in it.
pub(super) fn el(name: &'static str) -> Element {
    Element { name, attributes: Vec::new(), content: Vec::new() }
}

/// An element whose attribute `w:val` says everything.
pub(super) fn val(name: &'static str, value: impl Display) -> Element {
    el(name).with("w:val", value)
}

impl Element {
    /// The same with an attribute, whose value is escaped.
    pub(super) fn with(mut self, name: &'static str, value: impl Display) -> Self {
        self.attributes.push((name, visible(&value.to_string())));
        self
    }

    /// The same with an element after what is in it so far.
    pub(super) fn child(mut self, child: Element) -> Self {
        self.content.push(Content::Element(child));
        self
    }

    /// The same with elements after what is in it so far.
    pub(super) fn children(mut self, children: impl IntoIterator<Item = Element>) -> Self {
        self.content.extend(children.into_iter().map(Content::Element));
        self
    }

    /// The same with a text after what is in it so far. It is escaped; what cannot be seen is shown by its code.
    pub(super) fn text(mut self, text: &str) -> Self {
        self.content.push(Content::Text(visible(text)));
        self
    }

    fn write(&self, writer: &mut Writer<Vec<u8>>) -> io::Result<()> {
        let attributes = self.attributes.iter().map(|(name, value)| (*name, value.as_str()));
        let start = BytesStart::new(self.name).with_attributes(attributes);
        if self.content.is_empty() {
            return writer.write_event(Event::Empty(start));
        }
        let end = start.to_end().into_owned();
        writer.write_event(Event::Start(start))?;
        for content in &self.content {
            match content {
                Content::Element(element) => element.write(writer)?,
                Content::Text(text) => writer.write_event(Event::Text(BytesText::new(text)))?,
            }
        }
        writer.write_event(Event::End(end))
    }
}

/// A whole XML file.
pub(super) fn file(root: &Element) -> io::Result<Vec<u8>> {
    let mut writer = Writer::new(Vec::new());
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
    root.write(&mut writer)?;
    Ok(writer.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_acts_as_markup() {
        let written = file(&val("w:p", "a\"<\n&").text("]]><b>&amp;").child(el("w:r"))).unwrap();
        let expected = "<w:p w:val=\"a&quot;&lt;&#10;&amp;\">]]&gt;&lt;b&gt;&amp;amp;<w:r/></w:p>";
        assert!(String::from_utf8(written).unwrap().ends_with(expected));
    }
}
