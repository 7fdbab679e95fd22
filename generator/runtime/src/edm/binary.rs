//! `Edm.Binary`.

use super::text_newtype;

text_newtype! {
    /// `Edm.Binary`: bytes as base64. It is made from bytes; from a text, it is made as it is: the text is base64 already.
    ///
    /// ```
    /// use graph_runtime::Binary;
    ///
    /// let binary = Binary::from(b"tea");
    /// assert_eq!(binary.as_str(), "dGVh");
    /// assert_eq!(binary.to_bytes(), Some(b"tea".to_vec()));
    /// assert_eq!(binary, Binary::from(vec![b't', b'e', b'a']));
    /// assert_eq!(binary, Binary::from("dGVh"));
    /// ```
    Binary, Some("binary")
}

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

impl Binary {
    /// The bytes; `None` if the text is not base64. Reads the standard and the URL alphabet, with and without padding.
    pub fn to_bytes(&self) -> Option<Vec<u8>> {
        let mut bytes = Vec::with_capacity(self.as_str().len() / 4 * 3);
        let (mut bits, mut count) = (0_u32, 0_u32);
        for digit in self
            .as_str()
            .trim_end_matches('=')
            .bytes()
            .filter(|b| !b.is_ascii_whitespace())
        {
            bits = bits << 6 | value(digit)?;
            count += 6;
            if count >= 8 {
                count -= 8;
                bytes.push(u8::try_from(bits >> count & 0xff).ok()?);
            }
        }
        (count < 6).then_some(bytes)
    }
}

impl From<&[u8]> for Binary {
    fn from(bytes: &[u8]) -> Self {
        let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
        for chunk in bytes.chunks(3) {
            let group = chunk
                .iter()
                .chain([0_u8, 0].iter())
                .take(3)
                .fold(0_u32, |sum, b| sum << 8 | u32::from(*b));
            for place in 0..4 {
                let digit = DIGITS.get((group >> (18 - 6 * place) & 63) as usize);
                text.push(if place <= chunk.len() {
                    digit.map_or('=', |d| char::from(*d))
                } else {
                    '='
                });
            }
        }
        Self::from(text)
    }
}

impl From<Vec<u8>> for Binary {
    fn from(bytes: Vec<u8>) -> Self {
        Self::from(bytes.as_slice())
    }
}

impl<const N: usize> From<&[u8; N]> for Binary {
    fn from(bytes: &[u8; N]) -> Self {
        Self::from(bytes.as_slice())
    }
}

fn value(digit: u8) -> Option<u32> {
    Some(match digit {
        b'A'..=b'Z' => u32::from(digit - b'A'),
        b'a'..=b'z' => u32::from(digit - b'a') + 26,
        b'0'..=b'9' => u32::from(digit - b'0') + 52,
        b'+' | b'-' => 62,
        b'/' | b'_' => 63,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::Binary;

    #[test]
    fn bytes_of_any_length_come_back() {
        for n in 0..20_u8 {
            let bytes: Vec<u8> = (0..n).map(|b| b.wrapping_mul(77)).collect();
            assert_eq!(Binary::from(&bytes[..]).to_bytes(), Some(bytes));
        }
    }

    #[test]
    fn both_alphabets() {
        assert_eq!(Binary::from("a_-b").to_bytes(), Binary::from("a/+b").to_bytes());
        assert_eq!(Binary::from("a*").to_bytes(), None);
    }
}
