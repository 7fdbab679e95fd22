//! Writes a file completely or not at all.

use super::to_writer;
use crate::model::Model;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Writes the JSON to a file. The file is replaced only when the whole text is written.
pub fn to_file(model: &Model, path: &Path) -> io::Result<()> {
    replace(path, |writer| to_writer(model, writer))
}

/// Writes to a file. The file is replaced only when everything is written.
pub fn replace(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let write = |file: File| {
        let mut writer = BufWriter::new(file);
        write(&mut writer)?;
        writer.flush()
    };
    if is_device(path) {
        return write(File::create(path)?);
    }
    // A link stays a link; the file behind it is replaced.
    let path = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    let part = part_of(&path)?;
    let outcome = File::create_new(&part)
        .and_then(write)
        .and_then(|()| fs::rename(&part, &path));
    if outcome.is_err() {
        let _: io::Result<()> = fs::remove_file(&part);
    }
    outcome
}

/// Special files such as `/dev/stdout` cannot be replaced.
fn is_device(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir())
}

/// A name in the same folder, so that the rename stays on one disk.
fn part_of(path: &Path) -> io::Result<PathBuf> {
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    let mut part = std::ffi::OsString::from(".");
    part.push(name);
    part.push(format!(".{}.part", std::process::id()));
    Ok(path.with_file_name(part))
}
