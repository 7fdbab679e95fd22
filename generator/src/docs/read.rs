//! Reads one file, within a limit.

use super::decode::decode;
use super::defect::Defect;
use super::walk::Storage;
use crate::source::codes::file as codes;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// The largest file that is read. The largest page of the public docs has 0.6 MB.
pub(super) const LIMIT: u64 = 16 * 1024 * 1024;

/// The decoded text of a file, and what was repaired in it.
pub(super) fn read_text(storage: Storage) -> Result<(String, Option<Defect>), Defect> {
    let bytes = match storage {
        Storage::Disk(path) => read_bytes(&path).map_err(|error| unreadable(&error))?,
        Storage::Bytes(bytes) => bytes,
        // A link or a submodule, which has a defect already and is not read.
        Storage::Object(_) => return Err(unreadable(&io::ErrorKind::InvalidInput.into())),
    };
    if bytes.len() as u64 > LIMIT {
        let message = format!("the file is larger than the limit of {} MB", LIMIT / 1024 / 1024);
        let help = "the file was not read; split it, or move it out of the docs root";
        return Err(Defect::new(&codes::TOO_LARGE, message, help));
    }
    decode(bytes)
}

/// A file or folder that the operating system does not allow us to read.
pub(super) fn unreadable(error: &io::Error) -> Defect {
    let message = format!("cannot be read: {}", plain(error));
    Defect::new(
        &codes::UNREADABLE,
        message,
        "check that it exists and that you may read it",
    )
}

/// The message of an operating system error without its number, which differs between systems.
pub(super) fn plain(error: &io::Error) -> String {
    let text = error.to_string();
    let words = text.split(" (os error").next().unwrap_or(&text);
    words.to_lowercase()
}

/// At most one byte more than the limit.
fn read_bytes(path: &Path) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    let length = file.metadata()?.len().min(LIMIT);
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0) + 1);
    file.take(LIMIT + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
