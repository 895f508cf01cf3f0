//! 法人番号 and its check digit.

use thiserror::Error;

use super::fold::without_hidden;

/// Why a text is not a 法人番号.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CorporateNumberError {
    /// It does not have thirteen digits.
    #[error("expected 13 digits, found {found}")]
    NotThirteenDigits {
        /// How many digits there are.
        found: usize,
    },
    /// Something else than digits stands in it.
    #[error("expected digits only, found `{found}`")]
    NotADigit {
        /// The first other character.
        found: char,
    },
    /// The first digit does not follow from the other twelve: a digit was mistyped or two were swapped.
    #[error("the check digit does not fit: expected {expected}, found {found}")]
    WrongCheckDigit {
        /// What the first digit would have to be.
        expected: u32,
        /// What it is.
        found: u32,
    },
}

/// Checks a 法人番号 of thirteen digits, half- or full-width.
///
/// Source: 法人番号の指定等に関する省令 第2条: 9 − (Σ Pₙ × Qₙ mod 9), Pₙ the n-th digit from the right of the last twelve, Qₙ
/// 1 for odd and 2 for even n.
///
/// # Errors
/// [`CorporateNumberError`] says what does not fit.
pub fn check_corporate_number(raw: &str) -> Result<(), CorporateNumberError> {
    let mut digits = Vec::with_capacity(13);
    for character in without_hidden(raw).trim().chars() {
        let half_width = match character {
            '０'..='９' => char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character),
            other => other,
        };
        let digit = half_width.to_digit(10).ok_or(CorporateNumberError::NotADigit { found: character })?;
        digits.push(digit);
    }
    let (&[found, ref rest @ ..], 13) = (digits.as_slice(), digits.len()) else {
        return Err(CorporateNumberError::NotThirteenDigits { found: digits.len() });
    };
    let sum: u32 = rest.iter().rev().zip([1, 2].into_iter().cycle()).map(|(digit, weight)| digit * weight).sum();
    let expected = 9 - sum % 9;
    if found == expected { Ok(()) } else { Err(CorporateNumberError::WrongCheckDigit { expected, found }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_numbers_pass() {
        // 国税庁, デジタル庁, 総務省 as published on 国税庁法人番号公表サイト.
        for number in ["7000012050002", "8000012010038", "2000012020001", "7000012050002\u{200B}", "７００００１２０５０００２"]
        {
            assert_eq!(check_corporate_number(number), Ok(()), "{number}");
        }
    }

    #[test]
    fn slips_are_named() {
        use CorporateNumberError::{NotADigit, NotThirteenDigits, WrongCheckDigit};
        assert_eq!(check_corporate_number("7000012050003"), Err(WrongCheckDigit { expected: 6, found: 7 }));
        assert_eq!(check_corporate_number("700001205000"), Err(NotThirteenDigits { found: 12 }));
        assert_eq!(check_corporate_number("7000-12050002"), Err(NotADigit { found: '-' }));
        assert_eq!(check_corporate_number(""), Err(NotThirteenDigits { found: 0 }));
    }
}
