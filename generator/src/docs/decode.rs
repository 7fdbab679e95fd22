//! Bytes to text: UTF-8 with or without a byte order mark, any line ends.

use super::defect::Defect;
use crate::source::codes::file as codes;

const BOM: &[u8] = b"\xEF\xBB\xBF";
const REPLACEMENT_LENGTH: usize = char::REPLACEMENT_CHARACTER.len_utf8();

/// The text with `\n` line ends and without a byte order mark.
///
/// Invalid UTF-8 is replaced by U+FFFD and reported once, at its first place. `Err` if the bytes are not text.
pub(super) fn decode(bytes: Vec<u8>) -> Result<(String, Option<Defect>), Defect> {
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return Err(Defect::new(
            &codes::UTF16,
            "the file is UTF-16 text",
            "save it as UTF-8",
        ));
    }
    if memchr::memchr(0, &bytes).is_some() {
        let help = "the file was not read; rename it if it is no page";
        return Err(Defect::new(
            &codes::BINARY,
            "the file holds NUL bytes: it is not text",
            help,
        ));
    }
    let bytes = match bytes.strip_prefix(BOM) {
        Some(rest) => rest.to_vec(),
        None => bytes,
    };
    let (text, bad_byte) = lossy(bytes);
    let before = bad_byte
        .and_then(|(start, _)| text.get(..start))
        .map(|before| unix_lines(before.to_owned()).len());
    let defect = bad_byte.zip(before).map(|((_, byte), start)| {
        let message = format!("invalid UTF-8: byte 0x{byte:02X}");
        let help = "save the file as UTF-8; each invalid sequence was read as U+FFFD";
        Defect::new(&codes::NOT_UTF8, message, help).at(start..start + REPLACEMENT_LENGTH)
    });
    Ok((unix_lines(text), defect))
}

/// The text, and the offset and value of the first byte that is not UTF-8.
fn lossy(bytes: Vec<u8>) -> (String, Option<(usize, u8)>) {
    match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let start = error.utf8_error().valid_up_to();
            let byte = error.as_bytes().get(start).copied().unwrap_or_default();
            (
                String::from_utf8_lossy(error.as_bytes()).into_owned(),
                Some((start, byte)),
            )
        }
    }
}

/// Rewrites `\r\n` and lone `\r` as `\n`.
fn unix_lines(text: String) -> String {
    if memchr::memchr(b'\r', text.as_bytes()).is_none() {
        return text;
    }
    text.replace("\r\n", "\n").replace('\r', "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> (String, Option<Defect>) {
        decode(bytes.to_vec()).unwrap()
    }

    #[test]
    fn the_byte_order_mark_and_carriage_returns_are_taken_off() {
        assert_eq!(decoded(b"\xEF\xBB\xBF# A\r\nb\rc\n"), ("# A\nb\nc\n".to_owned(), None));
    }

    #[test]
    fn the_first_bad_byte_is_found_in_the_decoded_text() {
        let (text, defect) = decoded(b"\xEF\xBB\xBFa\r\nb\xE9c\xFF");
        assert_eq!(text, "a\nb\u{FFFD}c\u{FFFD}");
        let diagnostic = defect.unwrap().into_diagnostic(crate::source::FileId(0));
        assert_eq!(text.get(diagnostic.span.range()), Some("\u{FFFD}"));
        assert_eq!(
            (diagnostic.span.start, diagnostic.message.as_str()),
            (3, "invalid UTF-8: byte 0xE9")
        );
    }

    #[test]
    fn files_that_are_no_text_are_rejected() {
        assert_eq!(
            decode(b"PK\0\0".to_vec()).unwrap_err().message(),
            "the file holds NUL bytes: it is not text"
        );
        assert_eq!(
            decode(b"\xFF\xFE#\0".to_vec()).unwrap_err().message(),
            "the file is UTF-16 text"
        );
    }
}
