//! Files that may be packed.

use crate::cli::Console;
use crate::cli::failure::Failure;
use flate2::read::MultiGzDecoder;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::Path;

/// A file or the standard input: unpacked if it is packed with gzip, whatever its name, and as UTF-8 if it is UTF-16, as
/// some shells write what a command prints.
pub(super) fn open(file: &Path, console: &Console<'_>) -> Result<Box<dyn Read>, Failure> {
    let path = console.directory.join(file);
    let failed = |error: io::Error| Failure::file("read", &path, &error);
    let plain: Box<dyn Read> = if file == Path::new("-") {
        Box::new(io::stdin())
    } else {
        Box::new(File::open(&path).map_err(failed)?)
    };
    let mut plain = BufReader::with_capacity(1 << 16, plain);
    let begin = plain.fill_buf().map_err(failed)?;
    let unit = match begin {
        [0x1f, 0x8b, ..] => return Ok(Box::new(MultiGzDecoder::new(plain))),
        [0xff, 0xfe, ..] => u16::from_le_bytes,
        [0xfe, 0xff, ..] => u16::from_be_bytes,
        _ => return Ok(Box::new(plain)),
    };
    let mut bytes = Vec::new();
    plain.read_to_end(&mut bytes).map_err(failed)?;
    Ok(Box::new(Cursor::new(as_utf8(&bytes, unit).into_bytes())))
}

/// The text behind the mark of UTF-16.
fn as_utf8(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let pairs = bytes.chunks_exact(2).filter_map(|pair| <[u8; 2]>::try_from(pair).ok());
    let units = pairs.skip(1).map(unit);
    char::decode_utf16(units)
        .map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

/// Whether a file is there, without reading it: a pipe can be read only once.
pub(super) fn check(file: &Path, console: &Console<'_>) -> Result<(), Failure> {
    let path = console.directory.join(file);
    match std::fs::metadata(&path) {
        Err(error) if file != Path::new("-") => Err(Failure::file("read", &path, &error)),
        _ => Ok(()),
    }
}

pub(in crate::cli) fn text(file: &Path, console: &Console<'_>) -> Result<String, Failure> {
    bytes(file, console).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

pub(super) fn bytes(file: &Path, console: &Console<'_>) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = open(file, console)?.read_to_end(&mut bytes);
    read.map_err(|error| Failure::file("read", &console.directory.join(file), &error))?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_of_either_byte_order() {
        let little = [0xff, 0xfe, b'G', 0, 0xe9, 0];
        let big = [0xfe, 0xff, 0, b'G', 0, 0xe9];
        assert_eq!(as_utf8(&little, u16::from_le_bytes), "Gé");
        assert_eq!(as_utf8(&big, u16::from_be_bytes), "Gé");
    }
}
