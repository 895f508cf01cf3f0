//! A PDF of the typesetter made small: what is no stream is packed into object streams (PDF 1.7, 7.5.7), and so is its table.
//!
//! The typesetter writes a structure for readers of screens as plain objects, one for each cell; of a long document they are most of
//! the file. Packed, they take a sixth, so that what was printed can be opened again.

use lopdf::{Dictionary, Stream};

/// So many objects stand in one stream. Who reads one of them unpacks the whole stream.
const OBJECTS_OF_A_STREAM: usize = 200;

/// An object that stands in the file: its number and its bytes.
struct Object<'a> {
    number: usize,
    bytes: &'a [u8],
}

/// Where an object is to be found.
#[derive(Clone, Copy)]
enum Place {
    Free,
    At(usize),
    Within { stream: usize, index: usize },
}

/// The same PDF, smaller. What is not written as the typesetter writes is left as it is.
pub(super) fn packed(pdf: Vec<u8>) -> Vec<u8> {
    smaller(&pdf).unwrap_or(pdf)
}

fn smaller(pdf: &[u8]) -> Option<Vec<u8>> {
    let table = table(pdf)?;
    let mut objects = table.objects;
    objects.sort_by_key(|(_, offset)| *offset);
    let begins: Vec<usize> = objects.iter().map(|(_, offset)| *offset).chain([table.at]).collect();
    let mut out = pdf.get(..*begins.first()?)?.to_vec();
    let mut places = vec![Place::Free; table.size];
    let mut plain = Vec::new();
    for ((number, offset), end) in objects.iter().zip(begins.iter().skip(1)) {
        let whole = pdf.get(*offset..*end)?;
        let body = whole
            .strip_prefix(format!("{number} 0 obj\n").as_bytes())?
            .trim_ascii_end()
            .strip_suffix(b"endobj")?
            .trim_ascii_end();
        if body.ends_with(b"endstream") {
            *places.get_mut(*number)? = Place::At(out.len());
            out.extend_from_slice(whole);
        } else {
            plain.push(Object { number: *number, bytes: body });
        }
    }
    for together in plain.chunks(OBJECTS_OF_A_STREAM) {
        let stream = places.len();
        for (index, object) in together.iter().enumerate() {
            *places.get_mut(object.number)? = Place::Within { stream, index };
        }
        places.push(Place::At(out.len()));
        write_stream(&mut out, stream, object_stream(together));
    }
    write_table(&mut out, places, table.entries)?;
    Some(out)
}

/// What the end of a PDF says.
struct Table<'a> {
    /// Where it stands.
    at: usize,
    /// How many numbers there are.
    size: usize,
    /// The objects by number, with the place of each.
    objects: Vec<(usize, usize)>,
    /// What else is said: where the catalogue is, and the names of the file.
    entries: &'a [u8],
}

fn table(pdf: &[u8]) -> Option<Table<'_>> {
    let end = pdf.trim_ascii_end().strip_suffix(b"%%EOF")?.trim_ascii_end();
    let digits = end.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let at = number(end.get(end.len().checked_sub(digits)?..)?)?;
    let mut rest = pdf.get(at..)?.strip_prefix(b"xref\n0 ")?;
    let line = rest.iter().position(|byte| *byte == b'\n')?;
    let size = number(rest.get(..line)?.trim_ascii())?;
    rest = rest.get(line + 1..)?;
    let mut objects = Vec::new();
    for index in 0..size {
        let (entry, after) = rest.split_at_checked(20)?;
        rest = after;
        match entry.get(17)? {
            b'n' if entry.get(11..16)? == b"00000" => objects.push((index, number(entry.get(..10)?)?)),
            b'f' => {}
            _ => return None,
        }
    }
    let trailer = rest.strip_prefix(b"trailer\n<<")?;
    let trailer = trailer.strip_prefix(format!("/Size {size}").as_bytes())?;
    let behind = trailer.len().checked_sub(pdf.len() - end.len() + digits)?;
    let entries = trailer.get(..behind)?.trim_ascii_end().strip_suffix(b"startxref")?.trim_ascii_end().strip_suffix(b">>")?;
    Some(Table { at, size, objects, entries })
}

fn number(digits: &[u8]) -> Option<usize> {
    std::str::from_utf8(digits).ok()?.parse().ok()
}

/// Objects one behind the other, after a list of where each begins.
fn object_stream(objects: &[Object<'_>]) -> (String, Vec<u8>) {
    let (mut list, mut bodies) = (String::new(), Vec::new());
    for object in objects {
        list.push_str(&format!("{} {} ", object.number, bodies.len()));
        bodies.extend_from_slice(object.bytes);
        bodies.push(b'\n');
    }
    let entries = format!("/Type/ObjStm/N {}/First {}", objects.len(), list.len());
    (entries, [list.into_bytes(), bodies].concat())
}

/// Writes a stream with these entries and this content, packed.
fn write_stream(out: &mut Vec<u8>, number: usize, (entries, content): (String, Vec<u8>)) {
    let mut stream = Stream::new(Dictionary::new(), content);
    // What would not get smaller stays as it is, and so does what cannot be packed.
    stream.compress().ok();
    let filter = if stream.dict.has(b"Filter") { "/Filter/FlateDecode" } else { "" };
    out.extend(format!("{number} 0 obj\n<<{entries}{filter}/Length {}>>\nstream\n", stream.content.len()).bytes());
    out.extend_from_slice(&stream.content);
    out.extend_from_slice(b"\nendstream\nendobj\n\n");
}

/// Writes where everything is to be found, itself included, and the end.
fn write_table(out: &mut Vec<u8>, mut places: Vec<Place>, entries: &[u8]) -> Option<()> {
    let (itself, at) = (places.len(), out.len());
    places.push(Place::At(at));
    let mut rows = Vec::with_capacity(places.len() * 7);
    for place in &places {
        let (kind, first, second) = match place {
            Place::Free => (0_u8, 0, u16::MAX),
            Place::At(at) => (1, *at, 0),
            Place::Within { stream, index } => (2, *stream, u16::try_from(*index).ok()?),
        };
        rows.push(kind);
        rows.extend(u32::try_from(first).ok()?.to_be_bytes());
        rows.extend(second.to_be_bytes());
    }
    let mut stream = Stream::new(Dictionary::new(), rows);
    stream.compress().ok();
    let filter = if stream.dict.has(b"Filter") { "/Filter/FlateDecode" } else { "" };
    out.extend(format!("{itself} 0 obj\n<</Type/XRef/Size {}/W[1 4 2]", places.len()).bytes());
    out.extend_from_slice(entries);
    out.extend(format!("{filter}/Length {}>>\nstream\n", stream.content.len()).bytes());
    out.extend_from_slice(&stream.content);
    out.extend(format!("\nendstream\nendobj\n\nstartxref\n{at}\n%%EOF\n").bytes());
    Some(())
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "PDFs of this test")]
mod tests {
    use lopdf::Document;

    use super::*;

    /// A PDF as the typesetter writes it, with so many objects of its structure.
    fn plain(many: usize) -> Vec<u8> {
        let mut objects = vec![
            b"<</Type/Catalog/Pages 2 0 R/StructTreeRoot 4 0 R>>".to_vec(),
            b"<</Type/Pages/Kids[]/Count 0>>".to_vec(),
            b"<</Length 30>>\nstream\nendobj 1 0 obj endstream (x\xff\x00)\nendstream".to_vec(),
        ];
        objects.extend((0..many).map(|number| format!("<</Type/StructElem/S/TD/P 4 0 R/K[{number}]>>").into_bytes()));
        let mut pdf = b"%PDF-1.7\n%\x80\x80\x80\x80\n\n".to_vec();
        let mut table = format!("xref\n0 {}\n0000000000 65535 f\r\n", objects.len() + 1);
        for (index, object) in objects.iter().enumerate() {
            table.push_str(&format!("{:010} 00000 n\r\n", pdf.len()));
            pdf.extend(format!("{} 0 obj\n", index + 1).bytes());
            pdf.extend(object);
            pdf.extend(b"\nendobj\n\n");
        }
        let (at, size) = (pdf.len(), objects.len() + 1);
        pdf.extend(table.bytes());
        pdf.extend(format!("trailer\n<</Size {size}/Root 1 0 R/ID[(a>>b)(b)]>>\nstartxref\n{at}\n%%EOF").bytes());
        pdf
    }

    #[test]
    fn what_is_packed_is_smaller_and_holds_the_same_objects() {
        for many in [0, 1, 199, 200, 1000] {
            let before = plain(many);
            let after = packed(before.clone());
            let (old, new) = (Document::load_mem(&before).unwrap(), Document::load_mem(&after).unwrap());
            assert_eq!(old.objects.len(), many + 3);
            for (id, object) in &old.objects {
                let there = new.objects.get(id).map(shown);
                assert_eq!(there, Some(shown(object)), "{many}: {id:?}");
            }
            assert_eq!(new.trailer.get(b"Root").unwrap(), old.trailer.get(b"Root").unwrap());
            assert_eq!(new.trailer.get(b"ID").unwrap(), old.trailer.get(b"ID").unwrap());
            assert!(many < 1000 || after.len() * 4 < before.len(), "{} of {}", after.len(), before.len());
            assert_eq!(packed(before), after, "the same again");
        }
    }

    /// What an object says, wherever it stands.
    fn shown(object: &lopdf::Object) -> String {
        match object.as_stream() {
            Ok(stream) => format!("{:?} {:?}", stream.dict, stream.content),
            Err(_) => format!("{object:?}"),
        }
    }

    #[test]
    fn what_is_written_otherwise_stays_as_it_is() {
        let whole = plain(3);
        assert_ne!(packed(whole.clone()), whole);
        for cut in [0, 9, 40, whole.len() / 2, whole.len() - 1] {
            let cut = whole.get(..cut).unwrap().to_vec();
            assert_eq!(packed(cut.clone()), cut);
        }
        let at = whole.windows(7).position(|seven| seven == b"00000 n").unwrap();
        let mut other = whole;
        other[at + 4] = b'1';
        assert_eq!(packed(other.clone()), other);
    }
}
