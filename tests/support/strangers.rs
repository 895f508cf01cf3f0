//! Files that somebody made to do harm, small ones.
#![allow(dead_code, reason = "each test takes what it needs")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a file that cannot be made is a failed test")]

use lopdf::{Dictionary, Stream};

/// A PDF of these objects, numbered from 1; the first is its catalogue.
pub fn pdf(objects: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n", index + 1).bytes());
        bytes.extend(object);
        bytes.extend(b"\nendobj\n");
    }
    let table = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    places.iter().for_each(|place| bytes.extend(format!("{place:010} 00000 n \n").bytes()));
    let trailer = trailer.replace("TABLE", &table.to_string());
    let size = objects.len() + 1;
    bytes.extend(format!("trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n").bytes());
    bytes
}

/// An object with a stream.
pub fn stream(entries: &str, content: &[u8]) -> Vec<u8> {
    [format!("<< {entries} /Length {} >>\nstream\n", content.len()).as_bytes(), content, b"\nendstream"].concat()
}

/// What unpacks to this content.
pub fn packed(content: Vec<u8>) -> Vec<u8> {
    let mut stream = Stream::new(Dictionary::new(), content);
    stream.compress().unwrap();
    stream.content
}

/// A PDF whose tree of attached files leads back to itself, four times at each turn.
pub fn names_in_a_circle() -> Vec<u8> {
    attaching(&[b"<< /Kids [3 0 R 3 0 R 3 0 R 3 0 R] >>".to_vec()])
}

/// A PDF with an object stream that unpacks to one list of so many numbers that all of them take gigabytes.
pub fn object_stream_of_zeros() -> Vec<u8> {
    let list = [&b"9 0 ["[..], &b"0 ".repeat(7_500_000), b"]"].concat();
    plain(&[stream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", &packed(list))])
}

/// A PDF with these objects from 3 on; the third is its tree of attached files.
pub fn attaching(objects: &[Vec<u8>]) -> Vec<u8> {
    let catalogue = b"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 3 0 R >> >>".to_vec();
    pdf(&[&[catalogue, pages()], objects].concat(), "")
}

/// A PDF with these objects from 3 on.
pub fn plain(objects: &[Vec<u8>]) -> Vec<u8> {
    pdf(&[&[b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(), pages()], objects].concat(), "")
}

/// A PDF with one file attached: a stream with these entries and this content, and these objects behind it.
pub fn attached(entries: &str, content: &[u8], behind: &[Vec<u8>]) -> Vec<u8> {
    let objects = [
        b"<< /Names [(a) 4 0 R] >>".to_vec(),
        b"<< /Type /Filespec /F (a.liu.json) /EF << /F 5 0 R >> >>".to_vec(),
        stream(entries, content),
    ];
    attaching(&[&objects, behind].concat())
}

fn pages() -> Vec<u8> {
    b"<< /Type /Pages /Kids [] /Count 0 >>".to_vec()
}
