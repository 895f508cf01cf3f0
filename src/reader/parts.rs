//! An answer as bytes: parts of known length between a beginning and an end, so that one that was cut off is never taken for whole.

use std::io::{self, Write};

use super::limits;

/// The parts of an answer.
pub type Parts = Vec<Vec<u8>>;

const BEGINNING: &[u8] = b"liu-wizard answer 1\n";
const END: &[u8] = b"\nend of answer";

/// Writes an answer.
///
/// # Errors
/// What may befall a writer.
pub fn write(parts: &[Vec<u8>], out: &mut dyn Write) -> io::Result<()> {
    out.write_all(BEGINNING)?;
    for part in parts {
        let length = u32::try_from(part.len()).map_err(|_| io::ErrorKind::InvalidInput)?;
        out.write_all(b"+")?;
        out.write_all(&length.to_le_bytes())?;
        out.write_all(part)?;
    }
    out.write_all(END)?;
    out.flush()
}

/// The parts of an answer that is whole.
pub(super) fn parts_of(bytes: &[u8]) -> Option<Parts> {
    let mut rest = bytes.strip_prefix(BEGINNING)?;
    let mut parts = Parts::new();
    while rest != END {
        let (length, after) = rest.strip_prefix(b"+")?.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
        let (part, after) = after.split_at_checked(length)?;
        if parts.len() == limits::PARTS {
            return None;
        }
        parts.push(part.to_vec());
        rest = after;
    }
    Some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_whole_answer_is_one() {
        for parts in [vec![], vec![vec![]], vec![b"one".to_vec(), vec![0; 1000], END.to_vec()]] {
            let mut bytes = Vec::new();
            write(&parts, &mut bytes).unwrap();
            assert_eq!(parts_of(&bytes), Some(parts));
            for cut in 0..bytes.len() {
                assert_eq!(parts_of(&bytes[..cut]), None, "cut at {cut}");
            }
            bytes.push(b'\n');
            assert_eq!(parts_of(&bytes), None, "something stands behind the end");
        }
        assert_eq!(parts_of(b""), None);
        assert_eq!(parts_of(b"liu-wizard answer 1\n+\xFF\xFF\xFF\xFFx\nend of answer"), None);
        let mut too_many = Vec::new();
        write(&vec![vec![]; limits::PARTS + 1], &mut too_many).unwrap();
        assert_eq!(parts_of(&too_many), None);
    }
}
